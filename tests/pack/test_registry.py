"""Lints the content: nothing is forgotten when a check, policy, kind or format is added."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.judging import content

from assay import input_schemas, yaml_reader
from assay.check import Check
from assay.engines import embedded, tree
from assay.pack import bundled
from assay.rego_tests import Suite

ROOT = bundled()
CHECKS = sorted(content().catalogue.checks.values(), key=lambda check: check.id)
POLICIES = sorted({check.policy for check in CHECKS})
SUITE = Suite(content().modules, content().packs)
TESTS = SUITE.files()


def _folder(policy: str) -> Path:
    return ROOT / "policies" / Path(*policy.split("."))


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_a_check_has_cases_and_a_control_with_clauses(check: Check) -> None:
    assert (Path(__file__).parent / "cases" / f"{check.id}.yaml").is_file()
    assert content().catalogue.clauses(check)
    assert check.title["en"] != check.title["zh-CN"]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_a_check_sets_exactly_the_parameters_that_its_policy_reads(check: Check) -> None:
    sources = [path.read_text("utf-8") for path in _folder(check.policy).glob("*.rego")]
    for name in check.parameters:
        assert any(f"parameters.{name}" in source for source in sources), f"{name} is not read"


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_what_a_check_names_are_fields_of_its_kinds(check: Check) -> None:
    schemas = content().schemas
    names = [name for rule in check.severity_when for name, _ in rule.conditions]
    assert set(names) <= schemas[check.kind]["properties"].keys()
    for step in check.related:
        start = schemas[step.start]["properties"]
        assert (step.by or step.value or "id") in start
        assert (step.of or "id") in schemas[step.kind]["properties"]


def test_a_clause_names_a_framework_of_the_pack() -> None:
    catalogue = content().catalogue
    for control in catalogue.controls.values():
        for clause in control.clauses:
            assert clause.framework in catalogue.frameworks, f"{control.id}: {clause.framework}"


@pytest.mark.parametrize("policy", POLICIES)
def test_a_policy_has_its_test_its_words_and_metadata(policy: str) -> None:
    folder = _folder(policy)
    name = folder.name
    assert {f"{name}.rego", "messages.yaml"} <= {path.name for path in folder.iterdir()}
    assert list(folder.glob("*_test.rego"))
    source = (folder / f"{name}.rego").read_text("utf-8")
    assert source.startswith("# METADATA\n# title: ")
    assert "entrypoint: true" in source


@pytest.mark.parametrize("policy", POLICIES)
def test_a_policy_has_words_for_exactly_the_reasons_that_it_gives(policy: str) -> None:
    folder = _folder(policy)
    module = embedded.syntax(policy, (folder / f"{folder.name}.rego").read_text("utf-8"))
    words = yaml_reader.load(folder / "messages.yaml")
    assert tree.reasons(module) | {"pass"} == words.keys()


@pytest.mark.parametrize("policy", POLICIES)
def test_a_policy_is_tested_for_pass_fail_and_unknown(policy: str) -> None:
    names = [name for path, found in TESTS.items() if path.parent == _folder(policy) for name in found]
    for verdict in ("pass", "fail", "unknown"):
        assert any(name.startswith(f"test_{verdict}") for name in names), verdict


@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.stem)
def test_rego_tests_hold_on_the_embedded_engine(path: Path) -> None:
    results = list(SUITE.run(path))
    assert [f"{result.name}: {result.message}" for result in results if not result.passed] == []
    assert results


def test_input_schemas_are_those_that_the_kinds_and_checks_make() -> None:
    for kind, described in input_schemas.made(content()).items():
        path = ROOT / "policies" / "schemas" / f"{kind}.input.json"
        assert json.loads(path.read_text("utf-8")) == described, "run `make schemas`"


def test_every_kind_says_what_it_is_in_both_languages() -> None:
    for kind, described in content().schemas.items():
        assert described["title"] == kind
        assert set(described["x-title"]) == {"en", "zh-CN"}
        for name, field in described["properties"].items():
            assert field.get("description"), f"{kind}.{name} has no description"
