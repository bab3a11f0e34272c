"""Text tables are read in the encoding that is declared, strictly, and what is whole is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from collectors.tables import reading
from collectors.tables.table import ERROR, Table, TableFailed, Unreadable

CHINESE = "编号,名称\nv1,张三商行\n"


def read(path: Path, data: bytes, encoding: str = "utf-8") -> Table:
    path.write_bytes(data)
    (table,) = reading.read(path, encoding)
    return table


def lines(table: Table) -> list[tuple[int, list[object]]]:
    return [(row.line, list(row.cells)) for row in table.rows]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (CHINESE.encode(), "utf-8"),
        (CHINESE.encode("utf-8-sig"), "utf-8"),
        (CHINESE.encode("gb18030"), "gb18030"),
        (CHINESE.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + CHINESE.encode("utf-16-be"), "utf-16"),
    ],
)
def test_the_declared_encoding_is_read(tmp_path: Path, data: bytes, encoding: str) -> None:
    assert lines(read(tmp_path / "a.csv", data, encoding)) == [(1, ["编号", "名称"]), (2, ["v1", "张三商行"])]


@pytest.mark.parametrize(
    ("data", "encoding", "hint"),
    [
        (CHINESE.encode("gb18030"), "utf-8", "is not utf-8 (line 1); say `encoding: gb18030`"),
        (b"a,b\n1,\xff\n", "utf-8", "is not utf-8 (line 2)"),
        (CHINESE.encode("utf-16"), "utf-8", "is marked as utf-16, not utf-8; say `encoding: utf-16`"),
        (CHINESE.encode("utf-8-sig"), "gb18030", "is marked as utf-8, not gb18030; say `encoding: utf-8`"),
        (CHINESE.encode(), "utf-16", "has no byte order mark of UTF-16"),
        (b"a,b\n1,\xff", "gb18030", "is not gb18030 (line 2); save it as UTF-8"),
    ],
)
def test_a_wrong_encoding_is_one_line_with_a_hint(tmp_path: Path, data: bytes, encoding: str, hint: str) -> None:
    with pytest.raises(TableFailed) as caught:
        read(tmp_path / "a.csv", data, encoding)
    assert hint in str(caught.value)
    assert caught.value.reason == "corrupt"


def test_tabs_separate_the_cells_of_a_tsv(tmp_path: Path) -> None:
    assert lines(read(tmp_path / "a.tsv", b"a\tb\n1,5\t2\n")) == [(1, ["a", "b"]), (2, ["1,5", "2"])]


def test_lines_are_those_of_the_file_although_cells_break_and_rows_are_blank(tmp_path: Path) -> None:
    table = read(tmp_path / "a.csv", b'a,b\r\n"1\r\n2",x\r\n\r\n,\r\ny,z\r\n')
    assert [line for line, _ in lines(table)] == [1, 2, 6]
    assert table.broken is None


@pytest.mark.parametrize(
    ("data", "line", "what"),
    [
        (b'a,b\n1,2\n"3,4\n5,6\n', 3, "a quotation mark that opens here is never closed"),
        (b'a,b\n1,2\n"3"x,4\n5,6\n', 3, "a quotation mark stands where none may"),
        (b"a,b\n1,2\n3," + b"x" * 200_000 + b"\n5,6\n", 3, "a cell is longer than 131,072 characters"),
    ],
)
def test_what_stands_above_a_broken_place_is_kept(tmp_path: Path, data: bytes, line: int, what: str) -> None:
    table = read(tmp_path / "a.csv", data)
    assert [row.line for row in table.rows] == [1, 2]
    assert table.broken is not None
    assert table.broken.line == line
    assert table.broken.what.startswith(what)


def test_an_error_that_a_spreadsheet_wrote_is_unreadable_and_not_a_text(tmp_path: Path) -> None:
    table = read(tmp_path / "a.csv", b"a,b,c,d\n#N/A, #DIV/0! ,#1,n/a\n")
    assert table.rows[1].cells == [Unreadable(ERROR), Unreadable(ERROR), "#1", "n/a"]


def test_an_empty_file_has_no_rows(tmp_path: Path) -> None:
    assert read(tmp_path / "a.csv", b"").rows == []


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TableFailed, match="is larger than") as caught:
        read(tmp_path / "a.csv", b"x" * (16 * 1024 * 1024 + 1))
    assert caught.value.reason == "limit"


def test_what_is_not_there_or_no_table_says_so(tmp_path: Path) -> None:
    found = {}
    (tmp_path / "folder.csv").mkdir()
    for name in ("absent.csv", "absent.xlsx", "folder.csv", "old.xls"):
        with pytest.raises(TableFailed) as caught:
            reading.read(tmp_path / name)
        found[name] = caught.value.reason
    assert found == {
        "absent.csv": "not_in_source",
        "absent.xlsx": "not_in_source",
        "folder.csv": "unsupported",
        "old.xls": "unsupported",
    }
