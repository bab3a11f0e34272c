"""Loads and lints the packs in use; what is costly is kept by the digests of their content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assay import cache
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
        """Import `collectors.NAME` or `reports.NAME` of the last pack that has it; raises `PackError`."""
        for pack in reversed(self.packs):
            if name in pack.names(folder):
                return pack.module(f"{folder}.{name}")
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
    from assay import catalogue

    content = Content(packs, catalogue.load(packs), modules, schemas, _inspect(modules, schemas))
    _bind(content)
    cache.save(packs, content.catalogue, content.reads)
    return content


def _inspect(modules: dict[str, str], schemas: dict[str, dict[str, Any]]) -> dict[str, list[str]]:
    """Lint every module; returns what each package reads, its libraries included."""
    from assay.engines import embedded, lint

    names = {name for described in schemas.values() for name in described["properties"]}
    fields = frozenset(names | schemas.keys() | ENGINE_KEYS)
    trees = {path: embedded.syntax(path, source) for path, source in modules.items()}
    embedded.compiles(modules)
    problems = [line for path, tree in trees.items() for line in lint.problems(path, tree, fields)]
    if problems:
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        raise PackError(problems[0] + more)
    by_package = {lint.package_of(tree): tree for tree in trees.values()}
    own = {package: lint.reads(tree, fields) for package, tree in by_package.items()}
    found = {}
    for package, tree in by_package.items():
        libraries = [own.get(name, set()) for name in lint.imports(tree)]
        found[package] = sorted(own[package].union(*libraries))
    return found


def _bind(content: Content) -> None:
    """Check that what the checks name is there: kind, policy, messages, related kinds, control."""
    for check in content.catalogue.checks.values():
        if check.policy not in content.reads:
            raise PackError(f"check {check.id}: {unknown('policy', check.policy, content.reads)}")
        for kind in (check.kind, *(step.kind for step in check.related)):
            if kind not in content.schemas:
                raise PackError(f"check {check.id}: {unknown('kind', kind, content.schemas)}")
        if check.control not in content.catalogue.controls:
            raise PackError(f"check {check.id}: {unknown('control', check.control, content.catalogue.controls)}")
