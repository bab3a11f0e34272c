"""What holds of the sample contracts after their amendments, as judging sees it, against the table of truth."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from support.fake_view import FakeView
from support.output import MemoryOutput
from support.tables import source

from collectors.contracts.collector import Contracts
from collectors.derive.vendor_contract import DERIVED

SAMPLES = Path(__file__).parents[3] / "shared" / "data" / "contracts"
pytestmark = [pytest.mark.shared, pytest.mark.skipif(not SAMPLES.is_dir(), reason="the shared data are not here")]


@pytest.fixture(scope="module")
def table() -> dict[str, Any]:
    files: dict[str, Any] = yaml.safe_load((SAMPLES / "truth.yaml").read_text("utf-8"))["files"]
    return files


@pytest.fixture(scope="module")
def view(table: dict[str, Any]) -> FakeView:
    """The documents of the folder beside a register of all the vendors that they name."""
    out = MemoryOutput(source="book")
    Contracts().collect(source(SAMPLES), out)
    contracts = list(out.records["vendor_contract"].values())
    names = sorted({entry["fields"].get("vendor_name", {}).get("value", "") for entry in table.values()})
    vendors = [{"id": f"v{number}", "name": name} for number, name in enumerate(names) if name]
    known = {"vendor_contract": contracts, "vendor": vendors}
    return FakeView({"vendor_contract": DERIVED}, known, complete=["vendor"])


def test_every_contract_that_can_be_read_is_with_the_vendor_that_it_names(
    view: FakeView, table: dict[str, Any]
) -> None:
    for name, entry in table.items():
        if entry["resource_type"] != "vendor_contract":
            continue
        contract = view.whole("vendor_contract", f"contract:book:{name}")
        truth = entry["fields"]["vendor_name"]["value"]
        if truth == "unreadable":
            assert "vendor_id" not in contract
        else:
            found = view.get("vendor", contract["vendor_id"])
            assert found is not None
            assert found["name"] == truth


def test_the_combined_terms_are_those_after_the_amendment(view: FakeView, table: dict[str, Any]) -> None:
    amended = {name: entry["amends"] for name, entry in table.items() if "amends" in entry}
    assert amended
    for name, told in amended.items():
        amendment = view.whole("vendor_contract", f"contract:book:{name}")
        base = view.whole("vendor_contract", f"contract:book:{told['file']}")
        assert base["superseded_by"] == [amendment["id"]]
        for change in told["combined"]:
            assert _combined(base, amendment, change["field"]) == change["after"], change
            assert _stated(base, change["field"]) == change["before"], change


def _combined(base: dict[str, Any], amendment: dict[str, Any], field: str) -> object:
    if field in amendment:
        return amendment[field]
    left = {*base["clauses_present"], *amendment["clauses_present"]} - {*base["clauses_struck"]}
    assert base["clauses_in_doubt"] == []
    return "present" if field in left else "absent"


def _stated(base: dict[str, Any], field: str) -> object:
    return base[field] if field in base else "present" if field in base["clauses_present"] else "absent"
