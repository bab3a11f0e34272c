"""The pack against the catalogue that it was built from, where the catalogue lies beside the checkout."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from support.judging import content

from assay import yaml_reader

CATALOGUE = Path(__file__).parents[3] / "shared" / "catalogue" / "checks.yaml"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not CATALOGUE.is_file(), reason="the catalogue does not lie beside the checkout"),
]

#: Checks of our own, which the catalogue does not hold, with the reason; they are tagged `own`.
OWN = {
    "VEN-02.10": "contracts of a vendor that nobody registered are judged by no check of vendors",
    "VEN-05.1": "what a contract promises is compared with the configuration: encryption with backups",
    "VEN-05.2": "what a contract promises is compared with the configuration: the right to audit with logs",
    "VEN-05.3": "what a contract promises is compared with the configuration: its end with open access",
    "VEN-05.4": "what a contract promises is compared with the configuration: a key of ours with its administrators",
}

ALL = sorted(content().catalogue.checks.values(), key=lambda check: check.id)
CHECKS = [check for check in ALL if check.id not in OWN]

#: Parameters that differ on purpose, with the reason.
DIFFERENT = {
    ("IRN-01.2", "min_ratio"): "a share in per cent, as every other share of a check: `min_percent`",
    ("DCL-01.1", "tag_keys"): "compared without case, `-` and `_`, so the spellings need not be listed",
    ("DCL-01.2", "tag_keys"): "compared without case, `-` and `_`, so the spellings need not be listed",
}


@pytest.fixture(scope="module")
def catalogue() -> dict[str, Any]:
    document = yaml.load(CATALOGUE.read_text("utf-8"), yaml.CSafeLoader)
    return {check["id"]: check for check in document["checks"]}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_a_check_is_that_of_the_catalogue(check: Any, catalogue: dict[str, Any]) -> None:
    told = catalogue[check.id]
    assert check.kind == told["resource_type"]
    assert check.control == told["control_id"]
    assert check.severity == told["severity"]
    assert ("gate" in check.stages) == ("ci_gate" in told["runs_in"])
    assert dict(check.title) == {"en": told["title_en"], "zh-CN": told["title_zh"]}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_thresholds_are_those_of_the_catalogue(check: Any, catalogue: dict[str, Any]) -> None:
    for name, value in catalogue[check.id].get("parameters", {}).items():
        # Where a value is from stands beside it as its clause.
        if (check.id, name) not in DIFFERENT and not name.endswith("_source"):
            assert check.parameters[name] == value, name


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_a_check_has_at_least_the_boundary_cases_of_the_catalogue(check: Any, catalogue: dict[str, Any]) -> None:
    path = Path(__file__).parents[1] / "pack" / "cases" / f"{check.id}.yaml"
    cases = yaml_reader.load(path)["cases"]
    assert len(cases) >= len(catalogue[check.id]["boundary_cases"])


def test_checks_of_our_own_are_tagged_and_have_names_that_the_catalogue_left_free(catalogue: dict[str, Any]) -> None:
    assert {check.id for check in ALL if "own" in check.tags} == OWN.keys()
    assert OWN.keys().isdisjoint(catalogue)
