"""A hostile workbook costs its own child process little, the audit nothing, and says why it is not read."""

from __future__ import annotations

import resource
import socket
import struct
import threading
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from support import tables

from collectors.tables import reading
from collectors.tables.table import TableFailed

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"


def sheet(rows: str, head: str = "") -> str:
    return f'{head}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def with_sheet(path: Path, content: str | bytes) -> Path:
    return tables.rezip(tables.xlsx(path, {"vendor": [["id"], ["v1"]]}), {SHEET: content})


def sparse(path: Path) -> Path:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    return with_sheet(path, sheet(rows))


def sparse_formula(path: Path) -> Path:
    return with_sheet(path, sheet('<row r="1048576"><c r="XFD1048576"><f>1</f></c></row>'))


def white_space(path: Path) -> Path:
    return with_sheet(path, sheet(" " * 300_000_000))


def dense(path: Path) -> Path:
    return with_sheet(path, sheet('<row r="1"><c r="A1"><v>1</v></c></row>' * 500_000))


def two_million_rows(path: Path) -> Path:
    rows = "".join(f"<row><c><v>{n * 7919 % 1000003}</v></c></row>" for n in range(2_000_000))
    return with_sheet(path, sheet(rows))


def laughs(path: Path) -> Path:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<!DOCTYPE x [<!ENTITY l0 "lol">{entities}]>'
    return with_sheet(path, sheet('<row r="1"><c r="A1" t="str"><v>&l9;</v></c></row>', head))


def far_doctype(path: Path) -> Path:
    return with_sheet(path, "<!-- " + "".join(f"{n:x}" for n in range(300_000)) + " -->" + sheet("", "<!DOCTYPE x>"))


def hidden_doctype(path: Path) -> Path:
    return with_sheet(path, sheet("", '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x>').encode("utf-16"))


def other_encoding(path: Path) -> Path:
    return with_sheet(path, sheet("", '<?xml version="1.0" encoding="utf-7"?>'))


def external_file(path: Path) -> Path:
    head = '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return with_sheet(path, sheet('<row r="1"><c r="A1" t="str"><v>&x;</v></c></row>', head))


def many_parts(path: Path) -> Path:
    return tables.rezip(tables.xlsx(path, {"vendor": []}), {f"xl/media/{n}": "" for n in range(2_500)})


def same_name_twice(path: Path) -> Path:
    tables.xlsx(path, {"vendor": [["id"]]})
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(path, "a") as archive:
        archive.writestr(SHEET, sheet(""))
    return path


def truncated(path: Path) -> Path:
    data = tables.xlsx(path, {"vendor": [["id"], ["v1"]]}).read_bytes()
    path.write_bytes(data[: len(data) // 2])
    return path


def damaged(path: Path) -> Path:
    tables.xlsx(path, {"vendor": [["id"], *([f"v{n}"] for n in range(1000))]})
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo(SHEET)
    data = bytearray(path.read_bytes())
    names, extra = struct.unpack_from("<HH", data, info.header_offset + 26)
    data[info.header_offset + 30 + names + extra + info.compress_size // 2] ^= 0xFF
    path.write_bytes(data)
    return path


def understated(path: Path) -> Path:
    """A part that unpacks to far more than the directory of the zip says."""
    with_sheet(path, sheet('<row r="1"><c r="A1"><v>1</v></c></row>' * 100_000))
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo(SHEET).file_size
    path.write_bytes(path.read_bytes().replace(struct.pack("<I", size), struct.pack("<I", 1000)))
    return path


def without_workbook(path: Path) -> Path:
    return tables.rezip(tables.xlsx(path, {"vendor": []}), {"xl/workbook.xml": None})


def no_zip(path: Path) -> Path:
    path.write_bytes(b"id,name\nv1,x\n")
    return path


def broken_xml(path: Path) -> Path:
    return with_sheet(path, '<worksheet><sheetData><row r="1">')


def negative_row(path: Path) -> Path:
    return with_sheet(path, sheet('<row r="0x10"><c r="A1"><v>1</v></c></row>'))


def ods_of_repetition(path: Path) -> Path:
    cell = '<table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/>'
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    return tables.ods(path.with_suffix(".ods"), {"vendor": row})


HOSTILE: dict[Callable[[Path], Path], str] = {
    sparse: "limit",
    sparse_formula: "limit",
    white_space: "limit",
    dense: "limit",
    two_million_rows: "limit",
    many_parts: "limit",
    ods_of_repetition: "limit",
    laughs: "corrupt",
    far_doctype: "corrupt",
    hidden_doctype: "corrupt",
    other_encoding: "corrupt",
    external_file: "corrupt",
    same_name_twice: "corrupt",
    truncated: "corrupt",
    damaged: "corrupt",
    understated: "corrupt",
    without_workbook: "corrupt",
    no_zip: "corrupt",
    broken_xml: "corrupt",
    negative_row: "corrupt",
}


@pytest.mark.parametrize(("build", "reason"), HOSTILE.items(), ids=lambda value: getattr(value, "__name__", value))
def test_a_hostile_workbook_is_refused_within_bounds(
    tmp_path: Path, build: Callable[[Path], Path], reason: str
) -> None:
    path = build(tmp_path / "a.xlsx")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.monotonic()
    with pytest.raises(TableFailed) as caught:
        reading.read(path)
    assert caught.value.reason == reason
    assert "\n" not in str(caught.value)
    assert time.monotonic() - started < 30
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100 * 1024


def test_no_external_part_is_fetched(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        heard: list[object] = []
        listener.settimeout(1)
        thread = threading.Thread(target=_hear, args=(listener, heard))
        thread.start()
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/x"
        relations = (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId9" Type="x/externalLinkPath" Target="{url}" TargetMode="External"/>'
            "</Relationships>"
        )
        path = tables.xlsx(tmp_path / "a.xlsx", {"vendor": [["id"], ["v1"]]})
        tables.rezip(path, {"xl/worksheets/_rels/sheet1.xml.rels": relations})
        (table,) = reading.read(path)
        thread.join()
    assert len(table.rows) == 2
    assert heard == []


def _hear(listener: socket.socket, heard: list[object]) -> None:
    try:
        heard.append(listener.accept())
    except TimeoutError:
        return


def test_harmless_oddities_of_real_workbooks_are_read(tmp_path: Path) -> None:
    path = tables.xlsx(tmp_path / "a.xlsx", {"vendor": [["id"], ["v1"]]})
    query = '<?xml version="1.0" encoding="utf-16"?><DataMashup/>'.encode("utf-16")
    styled = sheet(
        '<row r="1"><c r="A1" t="str"><v>id</v></c></row><row r="2"><c r="A2" t="str"><v>v1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    )
    (table,) = reading.read(tables.rezip(path, {"customXml/item1.xml": query, SHEET: styled}))
    assert [row.line for row in table.rows] == [1, 2]
