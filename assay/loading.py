"""Loads and lints the packs in use; what is costly is kept by the digests of their content."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assay import cache
from assay.binding import bind
from assay.catalogue import Catalogue
from assay.errors import PackError
from assay.pack import Pack, bundled
from assay.snapshot.record import ENGINE_KEYS
from assay.suggest import unknown


@dataclass(frozen=True)
class Content:
    """Everything that the packs bring, checked."""

    packs: Sequence[Pack]
    catalogue: Catalogue
    modules: dict[str, str]
    """Rego path to source, of all packs; the engine's packages share one name space."""
    schemas: dict[str, dict[str, Any]]
    reads: dict[str, list[str]] = field(default_factory=dict)
    """Policy package to the fields that it and its libraries read."""

    def find(self, folder: str, name: str) -> Any:
        """Import `collectors.NAME` or `reports.NAME` of the last pack that has it; raises `PackError`.

        Names may have hyphens; their modules have underscores.
        """
        for pack in reversed(self.packs):
            if name in pack.names(folder):
                return pack.module(f"{folder}.{name.replace('-', '_')}")
        known = [name for pack in self.packs for name in pack.names(folder)]
        raise PackError(unknown(folder[:-1] if folder == "collectors" else "format", name, known))


def load(extra: Sequence[Path] = ()) -> Content:
    """Load the bundled pack and those that the user names; raises `PackError` with file and place."""
    return assemble([Pack.open(bundled()), *(Pack.open(path) for path in extra)])


def assemble(packs: Sequence[Pack]) -> Content:
    """Load packs in order, from the cache where nothing of them has changed since; raises `PackError`."""
    modules: dict[str, str] = {}
    schemas: dict[str, dict[str, Any]] = {}
    for pack in packs:
        modules |= {f"{pack.name}/{path}": source for path, source in pack.modules().items()}
        schemas |= pack.schemas
    kept = cache.load(packs)
    if kept is not None:
        return Content(packs, kept.catalogue, modules, schemas, kept.reads)
    from assay import catalogue_reader

    _once("pack name", packs, lambda pack: [pack.name])
    _once("kind", packs, lambda pack: pack.schemas)
    _once("collector", packs, lambda pack: pack.names("collectors"))
    _once("format", packs, lambda pack: pack.names("reports"))
    content = Content(packs, catalogue_reader.load(packs), modules, schemas, _inspect(modules, schemas))
    bind(content.catalogue, content.reads, schemas)
    cache.save(packs, content.catalogue, content.reads)
    return content


def _inspect(modules: dict[str, str], schemas: dict[str, dict[str, Any]]) -> dict[str, list[str]]:
    """Lint every module; returns what each package reads, its libraries included."""
    from assay.engines import embedded, lint, tree

    names = {name for described in schemas.values() for name in described["properties"]}
    fields = frozenset(names | schemas.keys() | ENGINE_KEYS)
    trees = {path: embedded.syntax(path, source) for path, source in modules.items()}
    problems = [line for path, module in trees.items() for line in lint.problems(path, module, fields)]
    problems += lint.problems_across(trees)
    if problems:
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        raise PackError(problems[0] + more)
    embedded.compiles(modules)
    own = {tree.package_of(module): tree.reads(module, fields) for module in trees.values()}
    imports = {tree.package_of(module): tree.imports(module) for module in trees.values()}
    return {package: sorted(_reads(package, own, imports)) for package in own}


def _reads(package: str, own: Mapping[str, set[str]], imports: Mapping[str, set[str]]) -> set[str]:
    """Return what a package reads itself and by its libraries, theirs included."""
    found, seen, ahead = set[str](), {package}, [package]
    while ahead:
        name = ahead.pop()
        found |= own.get(name, set())
        ahead += imports.get(name, set()) - seen
        seen |= imports.get(name, set())
    return found


def _once(what: str, packs: Sequence[Pack], names: Callable[[Pack], Iterable[str]]) -> None:
    """Hold that no two packs bring the same name: what is used would depend on their order."""
    owner: dict[str, Pack] = {}
    for pack in packs:
        for name in names(pack):
            if name in owner:
                raise PackError(f"{pack.root}: the {what} {name} is that of {owner[name].root}; call it otherwise")
            owner[name] = pack
