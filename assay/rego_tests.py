"""Runs a pack's Rego tests on the embedded engine: one result for each `test_` rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from assay.engines import embedded, lint
from assay.pack import Pack


@dataclass(frozen=True)
class TestResult:
    """Whether one test held, and what the engine said where it did not."""

    __test__ = False

    path: Path
    name: str
    passed: bool
    message: str = ""


def tests_of(pack: Pack) -> dict[Path, list[str]]:
    """Return the test files of a pack with the names of their tests."""
    found = {}
    for path in pack.files("policies", "*_test.rego"):
        names = lint.rule_names(embedded.syntax(str(path), path.read_text("utf-8")))
        found[path] = [name for name in names if name.startswith("test_")]
    return found


def run(modules: Mapping[str, str], path: Path, names: list[str]) -> Iterator[TestResult]:
    """Run the tests of one file against the modules of the packs."""
    source = path.read_text("utf-8")
    package = lint.package_of(embedded.syntax(str(path), source))
    runner = embedded.Runner({**modules, str(path): source})
    for name in names:
        passed, message = runner.holds(f"data.{package}.{name}")
        yield TestResult(path, name, passed, message)
