"""Workbooks give typed cells, and a cell that cannot be read is told from an empty one."""

from __future__ import annotations

import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell import Cell as SheetCell
from support import tables

from collectors.tables import marks, reading
from collectors.tables.table import ERROR, Row, Table, TableFailed, Unreadable


def cells(table: Table) -> dict[int, list[object]]:
    return {row.line: [c.what if isinstance(c, Unreadable) else c for c in row.cells] for row in table.rows}


def test_cells_keep_their_types(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["编号", "b", "c", "d", "e"],
        ["v1", date(2026, 3, 1), datetime(2026, 3, 1, 10, 30), True, 210987654321],
        ["012", 1.5, 5.0, 1234567890123456789, "x"],
    ]
    (table,) = reading.read(tables.xlsx(tmp_path / "a.xlsx", {"供应商": rows}))
    assert table.sheet == "供应商"
    assert cells(table) == {
        1: ["编号", "b", "c", "d", "e"],
        2: ["v1", date(2026, 3, 1), datetime(2026, 3, 1, 10, 30), True, 210987654321],
        3: ["012", 1.5, 5, 1.234567890123457e18, "x"],
    }
    assert type(table.rows[2].cells[2]) is int


def test_every_sheet_is_read_and_blank_rows_keep_the_numbers_of_the_others(tmp_path: Path) -> None:
    path = tables.xlsx(tmp_path / "a.xlsx", {"a": [["id"], [None], ["v2"]], "empty": [], "b": [["id"]]})
    first, empty, second = reading.read(path)
    assert [row.line for row in first.rows] == [1, 3]
    assert (empty.rows, second.rows) == ([], [Row(1, ["id"])])


def test_formulas_errors_and_merged_cells_are_unreadable_and_not_empty(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["a", "b", "c"])
    sheet.append(["=1+1", "#N/A", "x"])
    sheet.append(["top", "y", time(10, 30)])
    sheet.append([None, None, timedelta(hours=30)])
    error = sheet["B2"]
    assert isinstance(error, SheetCell)
    error.data_type = "e"
    sheet.merge_cells("A3:A4")
    sheet["D5"] = "=A1"
    book.save(path)
    (table,) = reading.read(path)
    found = cells(table)
    assert found[2] == [marks.FORMULA, ERROR, "x", None]
    assert found[3][:2] == ["top", "y"]
    assert str(found[3][2]).startswith("a time of day")
    assert found[4][0] == marks.MERGED
    assert found[5] == [None, None, None, marks.FORMULA]


def test_an_error_that_was_stored_as_text_is_unreadable_too(tmp_path: Path) -> None:
    rows: list[list[object]] = [["a", "b"], ["#REF!", "#12"]]
    (table,) = reading.read(tables.xlsx(tmp_path / "a.xlsx", {"s": rows}))
    pasted = tables.ods_row("a", "b") + tables.ods_row("#REF!", "#12")
    (other,) = reading.read(tables.ods(tmp_path / "a.ods", {"s": pasted}))
    assert cells(table)[2] == cells(other)[2] == [ERROR, "#12"]


def test_a_formula_with_its_stored_value_is_that_value(tmp_path: Path) -> None:
    path = tables.xlsx(tmp_path / "a.xlsx", {"s": [["a", "b", "c"], ["x", "y", "z"]]})
    stored = (
        '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="str"><f>""</f><v></v></c>'
        '<c r="C2" t="str"><f>"q"</f><v>q</v></c></row>'
    )
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{TITLES}{stored}</sheetData></worksheet>'
    (table,) = reading.read(tables.rezip(path, {"xl/worksheets/sheet1.xml": sheet}))
    assert cells(table)[2] == [2, None, "q"]


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TITLES = '<row r="1"><c r="A1" t="str"><v>a</v></c><c t="str"><v>b</v></c><c t="str"><v>c</v></c></row>'


def test_cells_and_rows_without_a_place_follow_the_one_before(tmp_path: Path) -> None:
    path = tables.xlsx(tmp_path / "a.xlsx", {"s": [["a"]]})
    rows = TITLES + '<row><c t="str"><v>1</v></c><c t="e"><v>#REF!</v></c><c><f>A1</f></c></row>'
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    (table,) = reading.read(tables.rezip(path, {"xl/worksheets/sheet1.xml": sheet}))
    assert cells(table)[2] == ["1", ERROR, marks.FORMULA]


def cell(attributes: str, words: str = "") -> str:
    return f"<table:table-cell {attributes}>{f'<text:p>{words}</text:p>' if words else ''}</table:table-cell>"


def test_ods_is_read_with_the_same_traps(tmp_path: Path) -> None:
    spanned = cell('office:value-type="string" table:number-rows-spanned="2"', "v1")
    error = 'table:formula="of:=NA()" office:value-type="string" calcext:value-type="error"'
    rows = [
        tables.ods_row("编号", "b", "c", '<table:table-cell table:number-columns-repeated="16381"/>'),
        tables.ods_row(
            spanned,
            cell('office:value-type="date" office:date-value="2026-03-01"', "01.03.26"),
            cell('office:value-type="boolean" office:boolean-value="true"'),
        ),
        tables.ods_row("<table:covered-table-cell/>", cell(error, "#N/A"), cell('table:formula="of:=A1"')),
        tables.ods_row(cell('table:formula="of:=1" office:value-type="float" office:value="2"'), "x", "y"),
        '<table:table-row table:number-rows-repeated="1048571"><table:table-cell/></table:table-row>',
    ]
    (table,) = reading.read(tables.ods(tmp_path / "a.ods", {"供应商": "".join(rows)}))
    assert table.sheet == "供应商"
    assert cells(table) == {
        1: ["编号", "b", "c"],
        2: ["v1", date(2026, 3, 1), True],
        3: [marks.MERGED, ERROR, marks.FORMULA],
        4: [2, "x", "y"],
    }


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
def test_a_file_with_a_password_is_locked(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name == "a.xlsx":
        path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4000)
    else:
        tables.ods(path, {"a": tables.ods_row("id")}, "<manifest:encryption-data/>")
    with pytest.raises(TableFailed, match="password") as caught:
        reading.read(path)
    assert caught.value.reason == "locked"


def test_a_workbook_that_counts_its_days_from_elsewhere_is_refused(tmp_path: Path) -> None:
    path = tables.xlsx(tmp_path / "a.xlsx", {"s": [["工号", 46_344]]})
    with zipfile.ZipFile(path) as archive:
        book = archive.read("xl/workbook.xml").replace(b"<workbookPr", b'<workbookPr date1904="1"')
    other = tables.ods(
        tmp_path / "a.ods", {"s": '<table:null-date table:date-value="1904-01-01"/>' + tables.ods_row("a")}
    )
    for refused in (tables.rezip(path, {"xl/workbook.xml": book}), other):
        with pytest.raises(TableFailed, match="counts its days from another day than 30 December 1899"):
            reading.read(refused)


def test_what_stands_above_the_titles_is_left_out(tmp_path: Path) -> None:
    rows: list[list[object]] = [["花名册", None], [None, None], ["工号", "状态"], ["E1", "在职"]]
    (table,) = reading.read(tables.xlsx(tmp_path / "a.xlsx", {"s": rows}), header=2)
    assert [(row.line, list(row.cells)) for row in table.rows] == [(3, ["工号", "状态"]), (4, ["E1", "在职"])]
