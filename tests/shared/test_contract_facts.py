"""The facts of the sample contracts against their table of truth."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from benchmarks.contracts import measure
from collectors.contracts.detect import Contract, detect
from collectors.contracts.extraction import extract_all
from collectors.contracts.linking import base_id
from collectors.contracts.text import Document

SAMPLES = Path(__file__).parents[3] / "shared" / "data" / "contracts"
pytestmark = [pytest.mark.shared, pytest.mark.skipif(not SAMPLES.is_dir(), reason="the shared data are not here")]


def test_precision_and_recall_over_all_fields_and_nothing_wrong_that_is_sure() -> None:
    result = measure(SAMPLES)
    assert result.sure_and_wrong == []
    assert result.total.precision >= 0.95, result.mistakes
    assert result.total.recall >= 0.90, result.mistakes


def test_an_amendment_applies_to_its_base() -> None:
    table = yaml.safe_load((SAMPLES / "truth.yaml").read_text("utf-8"))["files"]
    read = extract_all([SAMPLES / name for name in table])
    contracts = {path.name: detect(found) for path, found in read.items() if isinstance(found, Document)}
    amended = {name: entry["amends"] for name, entry in table.items() if "amends" in entry}
    assert amended
    for name, told in amended.items():
        assert base_id(contracts[name], contracts) == told["file"]
        assert [_after(contracts[name], change["field"]) for change in told["combined"]] == [
            change["after"] for change in told["combined"]
        ]


def _after(amendment: Contract, field: str) -> object:
    """Return what holds after an amendment, of a field or a clause that it changes."""
    if field in amendment.fields:
        return amendment.fields[field].value
    assert (field in amendment.clauses) != (field in amendment.struck)
    return "present" if field in amendment.clauses else "absent"
