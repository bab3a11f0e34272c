"""A pack: a folder with `policies/ checks/ collectors/ reports/`, loaded by path."""

from __future__ import annotations

import functools
import hashlib
import importlib
import json
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.machinery import ModuleSpec
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from assay.errors import PackError

FOLDERS = ("policies", "checks", "collectors", "reports")


def bundled() -> Path:
    """Where the bundled pack lies: inside an installed assay, beside it in a checkout."""
    package = Path(__file__).parent
    installed = package / "bundled"
    return installed if installed.is_dir() else package.parent


@dataclass(frozen=True)
class Pack:
    """One folder of content; the first is Assay's own, an organisation adds its own by `--pack`."""

    root: Path
    name: str

    @classmethod
    def open(cls, root: Path) -> Pack:
        """Open a pack; raises `PackError` where the folder holds none of the four content folders."""
        root = root.resolve()
        if not any((root / folder).is_dir() for folder in FOLDERS):
            raise PackError(f"{root}: is no pack; it holds none of {', '.join(FOLDERS)}")
        return cls(root, "assay" if root == bundled().resolve() else root.name)

    @functools.cached_property
    def digest(self) -> str:
        """The SHA-256 over every file of the pack's content, by path and content."""
        total = hashlib.sha256()
        for name in sorted(self._content()):
            with open(f"{self.root}/{name}", "rb") as file:  # noqa: PTH123 - paths cost half of this
                content = file.read()
            total.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
        return f"sha256:{total.hexdigest()}"

    def files(self, folder: str, pattern: str) -> Iterator[Path]:
        """Yield the files of a folder that match, sorted by path."""
        yield from sorted((self.root / folder).rglob(pattern))

    def modules(self) -> dict[str, str]:
        """Return Rego path (relative to the pack) to source, for every policy file that is no test."""
        return {
            path.relative_to(self.root).as_posix(): path.read_text("utf-8")
            for path in self.files("policies", "*.rego")
            if not path.name.endswith("_test.rego")
        }

    @functools.cached_property
    def schemas(self) -> Mapping[str, dict[str, Any]]:
        """The JSON Schema of every kind of the pack."""
        found = {}
        for path in sorted((self.root / "policies" / "schemas").glob("*.json")):
            if not path.name.endswith(".input.json"):
                found[path.stem] = json.loads(path.read_text("utf-8"))
        return found

    def module(self, name: str) -> ModuleType:
        """Import `collectors.x` or `reports.x` of this pack, whatever else is called by that name.

        Raises `PackError` where the pack has no such module.
        """
        folder, _, rest = name.partition(".")
        package = _package(self.root / folder)
        if not rest:
            return package
        if not self.has(name):
            raise PackError(f"{self.root}: has no module {name}")
        return importlib.import_module(f"{package.__name__}.{rest}")

    def has(self, name: str) -> bool:
        """Say whether the pack has the module `collectors.x`, without importing it."""
        path = self.root.joinpath(*name.split("."))
        return path.with_suffix(".py").is_file() or (path / "__init__.py").is_file()

    def names(self, folder: str) -> list[str]:
        """Return what the folder's `__init__` lists as `NAMES`: its collectors or formats."""
        if not (self.root / folder / "__init__.py").is_file():
            return []
        return list(_package(self.root / folder).NAMES)

    def _content(self) -> Iterator[str]:
        """Yield the paths of all content below the root; plain texts, as this is part of every start."""
        for folder in FOLDERS:
            for place, folders, names in os.walk(self.root / folder):
                folders[:] = [name for name in folders if name != "__pycache__"]
                below = Path(place).relative_to(self.root).as_posix()
                kept = (name for name in names if not name.endswith("_test.rego"))
                # An editor's lock is a link to nothing.
                yield from (f"{below}/{name}" for name in kept if os.path.isfile(f"{place}/{name}"))  # noqa: PTH113 - as in `digest`


def _package(folder: Path) -> ModuleType:
    """Import a folder as a package under a name of its own."""
    name = f"assay_pack_{hashlib.sha256(str(folder).encode()).hexdigest()[:12]}_{folder.name}"
    if name in sys.modules:
        return sys.modules[name]
    init = folder / "__init__.py"
    spec: ModuleSpec | None = None
    if init.is_file():
        spec = spec_from_file_location(name, init, submodule_search_locations=[str(folder)])
    if spec is None or spec.loader is None:
        raise PackError(f"{folder}: is no package; it needs an __init__.py")
    module = sys.modules[name] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
