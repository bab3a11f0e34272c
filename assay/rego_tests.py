"""Runs the packs' Rego tests on the embedded engine: one result for each `test_` rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assay.engines import embedded, tree
from assay.pack import Pack


@dataclass(frozen=True)
class Result:
    """Whether one test held, and what the engine said where it did not."""

    path: Path
    name: str
    passed: bool
    message: str = ""


class Suite:
    """The policies and tests of the packs, loaded together: a test may lean on another file of its package."""

    def __init__(self, modules: Mapping[str, str], packs: Sequence[Pack]) -> None:
        sources = {path: path.read_text("utf-8") for pack in packs for path in pack.files("policies", "*_test.rego")}
        self._trees = {path: embedded.syntax(str(path), source) for path, source in sources.items()}
        self._runner = embedded.Runner({**modules, **{str(path): source for path, source in sources.items()}})

    def files(self) -> dict[Path, list[str]]:
        """Return the test files with the names of their tests."""
        return {
            path: [name for name in tree.rule_names(module) if name.startswith("test_")]
            for path, module in self._trees.items()
        }

    def run(self, path: Path) -> Iterator[Result]:
        """Run the tests of one file."""
        package = tree.package_of(self._trees[path])
        for name in self.files()[path]:
            passed, message = self._runner.holds(f"data.{package}.{name}")
            yield Result(path, name, passed, message)
