"""Whole contracts, invented, in both languages and of many kinds: what they say is found, each with its proof."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from support.contract_texts import read

from benchmarks.contracts import compare
from collectors.contracts.detect import SECRECY_FAMILIES, VENDOR_FAMILIES, detect
from collectors.contracts.fields import SECRECY

_FOLDER = Path(__file__).with_name("invented")
_TABLE = yaml.safe_load((_FOLDER / "truth.yaml").read_text("utf-8"))["files"]


def _entry(told: dict[str, Any]) -> dict[str, Any]:
    """Return an entry as benchmarks have it: with a line for every clause."""
    families = SECRECY_FAMILIES if told["resource_type"] == SECRECY else VENDOR_FAMILIES
    said = {family.name: "present" if family.name in told["present"] else "absent" for family in families}
    clauses: dict[str, Any] = {name: {"value": value} for name, value in said.items()}
    for name in told.get("either", ()):
        clauses[name]["accept"] = ["present", "absent"]
    return {"fields": told["fields"], "details": told["details"], "clauses_present": clauses}


def test_precision_and_recall_and_nothing_wrong_that_is_sure() -> None:
    table = {name: _entry(told) for name, told in _TABLE.items()}
    result = compare(table, {name: read(_FOLDER / name) for name in table})
    assert result.sure_and_wrong == []
    assert result.total.precision >= 0.97, result.mistakes
    assert result.total.recall >= 0.97, result.mistakes


@pytest.mark.parametrize("name", _TABLE)
def test_the_kind_is_told_and_every_quotation_stands_in_the_text(name: str) -> None:
    document = read(_FOLDER / name)
    contract = detect(document)
    assert contract.kind == _TABLE[name]["resource_type"]
    for found in [*contract.fields.values(), *contract.clauses.values(), *contract.struck.values()]:
        assert 0 < found.confidence < 1
        if found.quote:
            assert any(found.quote in item.raw and found.where == item.place for item in document.passages)
