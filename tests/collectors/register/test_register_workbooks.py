"""A register in a workbook: a sheet for each kind, and cells that a sheet cannot give."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from support import tables

from assay.collector import CollectorFailed
from assay.pack import Pack, bundled
from collectors.register import COLLECTOR

VENDORS: list[list[object]] = [
    ["编号", "名称", "准入审查日期", "云账户"],
    ["v1", "甲", date(2026, 3, 1), 210987654321],
]


def test_sheets_are_kinds_by_name_title_or_mapping(tmp_path: Path) -> None:
    sheets: dict[str, list[list[object]]] = {
        "供应商": VENDORS,
        "Training Course": [["id"], ["c1"]],
        "drill": [["id"], ["d1"]],
        "底稿": [["编号"], ["a1"]],
        "说明": [["how to fill this in"]],
        "Sheet9": [],
    }
    path = tables.xlsx(tmp_path / "r.xlsx", sheets)
    out = tables.collect(COLLECTOR, path, sheets={"底稿": "data_asset", "说明": "ignore"})
    assert out.records.keys() == {"vendor", "training_course", "drill", "data_asset"}
    found = out.one("vendor", "v1")
    assert (found["due_diligence_at"], found["cloud_account_ids"]) == ("2026-03-01", ["210987654321"])
    assert found["place"] == {"path": "r.xlsx", "line": 2}
    assert (out.notes, out.incomplete_kinds) == ([], {})


def test_a_sheet_of_no_kind_is_told_and_the_kind_that_was_meant_is_incomplete(tmp_path: Path) -> None:
    path = tables.xlsx(tmp_path / "r.xlsx", {"供应商": VENDORS, "vendors": [["id"], ["v9"]], "说明": [["x"]]})
    out = tables.collect(COLLECTOR, path)
    assert out.notes == [
        "r.xlsx[vendors]: 'vendors' is no kind; did you mean 'vendor'?; map the sheet under `sheets:`",
        "r.xlsx[说明]: '说明' is no kind; map the sheet under `sheets:`",
    ]
    assert out.incomplete_kinds == {"vendor": ("corrupt", "r.xlsx")}
    assert list(out.records["vendor"]) == ["v1"]


def test_a_workbook_of_one_sheet_may_take_its_kind_from_the_source(tmp_path: Path) -> None:
    path = tables.xlsx(tmp_path / "r.xlsx", {"Sheet1": VENDORS, "Sheet2": []})
    assert list(tables.collect(COLLECTOR, path, kind="vendor").records) == ["vendor"]
    assert COLLECTOR.kinds(tables.source(path, kind="vendor")) == ["vendor"]
    out = tables.collect(COLLECTOR, path)
    assert (out.records, len(out.notes)) == ({}, 1)


def test_a_cell_that_the_sheet_cannot_give_is_unread_and_not_empty(tmp_path: Path) -> None:
    path = tmp_path / "r.xlsx"
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "vendor"
    for row in (
        ["id", "状态", "准入审查日期", "应急联系人"],
        ["v1", "=A1", date(2026, 3, 1), "x"],
        ["v2", "active", "46082", "y"],
        ["=A1", "active", "从未", "z"],
    ):
        sheet.append(row)
    sheet.merge_cells("D2:D3")
    book.save(path)
    out = tables.collect(COLLECTOR, path)
    assert out.unread("vendor", "v1") == {"status": ("corrupt", "r.xlsx:2")}
    assert out.unread("vendor", "v2").keys() == {"due_diligence_at", "incident_contact"}
    assert [note.split(";")[0] for note in out.notes] == [
        "r.xlsx[vendor]:2:状态: holds a formula without a stored value",
        "r.xlsx[vendor]:3:准入审查日期: is no day",
        "r.xlsx[vendor]:3:应急联系人: holds part of a merged cell",
        "r.xlsx[vendor]:4:id: holds a formula without a stored value",
        "r.xlsx[vendor]:4: has no id",
    ]
    assert out.incomplete_kinds == {"vendor": ("corrupt", "r.xlsx")}


def test_a_sheet_that_cannot_be_read_leaves_the_others(tmp_path: Path) -> None:
    sheets = {"vendor": [["id", "ID"], ["v1", "v2"]], "drill": [["id"], ["d1"]]}
    out = tables.collect(COLLECTOR, tables.xlsx(tmp_path / "r.xlsx", sheets))
    assert list(out.records) == ["drill"]
    assert out.notes == ["r.xlsx[vendor]: has two columns for id; keep one of each, or `ignore` one under `columns:`"]
    assert out.incomplete_kinds == {"vendor": ("corrupt", "r.xlsx")}


def test_a_second_row_of_one_id_is_told_with_sheet_and_row(tmp_path: Path) -> None:
    sheets = {"vendor": [["id", "status"], ["v1", "active"], ["v1", "ended"]], "drill": [["id"], ["v1"]]}
    out = tables.collect(COLLECTOR, tables.xlsx(tmp_path / "r.xlsx", sheets))
    assert out.notes == ["r.xlsx[vendor]:3: has the id of row 2; give each row an id of its own"]
    assert out.incomplete_kinds == {"vendor": ("corrupt", "r.xlsx")}


def test_cells_of_an_ods_that_cannot_be_given_are_unread_and_not_empty(tmp_path: Path) -> None:
    formula = '<table:table-cell table:formula="of:=A1"/>'
    error = '<table:table-cell office:value-type="string"><text:p>#N/A</text:p></table:table-cell>'
    rows = tables.ods_row("id", "状态", "应急联系人") + tables.ods_row("v1", formula, error)
    out = tables.collect(COLLECTOR, tables.ods(tmp_path / "r.ods", {"供应商": rows}))
    assert {name: reason for name, (reason, _) in out.unread("vendor", "v1").items()} == {
        "status": "corrupt",
        "incident_contact": "corrupt",
    }


def test_ods_is_a_register_too(tmp_path: Path) -> None:
    rows = tables.ods_row("编号", "名称") + tables.ods_row("v1", "甲")
    out = tables.collect(COLLECTOR, tables.ods(tmp_path / "r.ods", {"供应商": rows}))
    assert out.one("vendor", "v1")["name"] == "甲"


def test_a_workbook_is_read_however_the_pack_was_loaded(tmp_path: Path) -> None:
    path = tables.xlsx(tmp_path / "r.xlsx", {"供应商": VENDORS})
    loaded = Pack.open(bundled()).module("collectors.register").COLLECTOR
    assert loaded is not COLLECTOR
    assert tables.collect(loaded, path).records == tables.collect(COLLECTOR, path).records


def test_a_secret_in_an_unknown_column_goes_nowhere(tmp_path: Path) -> None:
    sheets = {"vendor": [["id", "password"], ["v1", "secret-4711"]], "password": [["secret-4711"]]}
    out = tables.collect(COLLECTOR, tables.xlsx(tmp_path / "r.xlsx", sheets))
    assert list(out.records["vendor"]) == ["v1"]
    assert "4711" not in out.text()


def test_a_broken_workbook_fails_with_its_reason_and_may_have_held_any_kind(tmp_path: Path) -> None:
    path = tmp_path / "r.xlsx"
    path.write_bytes(b"PK\x03\x04 no zip")
    with pytest.raises(CollectorFailed, match=r"r\.xlsx: is no whole XLSX file; save it anew") as caught:
        tables.collect(COLLECTOR, path)
    assert caught.value.reason == "corrupt"
    assert COLLECTOR.kinds(tables.source(path)) == sorted(tables.schemas())
