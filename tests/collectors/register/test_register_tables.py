"""A register in CSV: good rows become resources, a bad cell costs its field, a bad row itself."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from support import tables
from support.output import MemoryOutput

from assay.collector import CollectorFailed
from collectors.register import COLLECTOR

CHINESE = (
    "编号,供应商名称,供应商类型,处理个人信息,数据级别,状态,准入审查日期,最近监督日期\n"
    "v1,甲云,云服务,是,个人信息；敏感个人信息,合作中,2026/3/1,从未\n"
    "v2,乙外包,人员外包,否,,合作中,-,2026年3月1日\n"
)


def csv(folder: Path, text: str, kind: str = "vendor", **options: object) -> MemoryOutput:
    return tables.collect(COLLECTOR, tables.write(folder / "r.csv", text), kind=kind, **options)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_chinese_register_is_read(tmp_path: Path, encoding: str) -> None:
    path = tables.write(tmp_path / "r.csv", CHINESE, encoding)
    out = tables.collect(COLLECTOR, path, kind="vendor", encoding=encoding)
    assert out.one("vendor", "v1") == {
        "id": "v1",
        "name": "甲云",
        "kind": "cloud",
        "processes_pi": True,
        "data_levels": ["personal", "sensitive"],
        "status": "active",
        "due_diligence_at": "2026-03-01",
        "last_monitored_at": "never",
        "source": "book",
        "collected_at": out.at,
        "unread": [],
        "place": {"path": "r.csv", "line": 2},
    }
    assert out.unread("vendor", "v2") == {
        "data_levels": ("not_in_source", "r.csv:3"),
        "due_diligence_at": ("not_in_source", "r.csv:3"),
    }
    assert (out.notes, out.incomplete_kinds) == ([], {})


def test_titles_are_folded_and_columns_map_others(tmp_path: Path) -> None:
    text = "ID, Vendor Name ,Processes PI,DUE-DILIGENCE_AT,全称,Remarks\nv1,A,yes,2026-03-01,甲,secret-4711\n"
    out = csv(tmp_path, text, columns={"全称": "incident_contact", "remarks": "ignore"})
    found = out.one("vendor", "v1")
    assert (found["name"], found["processes_pi"]) == ("A", True)
    assert (found["due_diligence_at"], found["incident_contact"]) == ("2026-03-01", "甲")
    assert out.notes == []


def test_an_unknown_column_is_told_with_the_nearest_one_and_the_kind_stays_whole(tmp_path: Path) -> None:
    out = csv(tmp_path, "id,name,proceses_pi,password\nv1,A,yes,secret-4711\n")
    what = "is no field of vendor and is not read"
    assert out.notes == [
        f"r.csv: column 'proceses_pi': {what}; did you mean 'processes_pi', or map it under `columns:`",
        f"r.csv: column 'password': {what}; map it under `columns:`",
    ]
    assert out.incomplete_kinds == {}
    assert "4711" not in out.text()


def test_a_mapping_to_no_field_and_a_derived_field_say_so(tmp_path: Path) -> None:
    out = csv(tmp_path, "id,x,past_support\nd1,1,no\n", "database_instance", columns={"x": "engin"})
    what = "which is no field of database_instance; did you mean 'engine'?"
    assert out.notes == [
        f"r.csv: column 'x': `columns:` maps it to 'engin', {what}",
        "r.csv: column 'past_support': Assay derives this field itself; leave it out",
    ]
    assert "data_level" not in out.one("database_instance", "d1")


def test_a_bad_cell_costs_its_field_and_keeps_the_row(tmp_path: Path) -> None:
    out = csv(tmp_path, "id,name,状态,准入审查日期\nv1,A,secret-4711,2026-03-01\nv2,B,active,03/04/2026\n")
    assert out.one("vendor", "v1")["due_diligence_at"] == "2026-03-01"
    assert out.unread("vendor", "v1") == {"status": ("corrupt", "r.csv:2")}
    assert out.unread("vendor", "v2") == {"due_diligence_at": ("corrupt", "r.csv:3")}
    assert out.notes == [
        "r.csv:2:状态: is none of the values that the field takes (active, offboarding, ended)",
        "r.csv:3:准入审查日期: is no day; write 2026-03-01, 2026/3/1 or 2026年3月1日 (never)",
    ]
    assert out.incomplete_kinds == {}
    assert "4711" not in out.text()


def test_a_bad_row_is_dropped_told_and_makes_the_kind_incomplete(tmp_path: Path) -> None:
    out = csv(tmp_path, "id,name,status\nv1,A,active\n,,active\nv1,B,active\nv3,C\nv4,D,active\n")
    assert [record["name"] for record in out.every("vendor")] == ["A", "D"]
    assert out.notes == [
        "r.csv:3: has no id; fill in id, or name",
        "r.csv:4: has the id of row 2; give each row an id of its own",
        "r.csv:5: has 2 cells where the header has 3; quote separators and line breaks",
    ]
    assert out.incomplete_kinds == {"vendor": ("corrupt", "r.csv")}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "is empty; its first row has to hold the titles"),
        ("id,name,ID\nv1,A,v2\n", "has two columns for id; keep one of each"),
        ("名称,name\nA,B\n", "has two columns for name; keep one of each"),
        ("id,x,X\nv1,A,v2\n", "has two columns for x; keep one of each"),
        ("v1,A\nv2,B\n", "has no column of vendor in row 1; are the titles there (see `header:`)"),
        ('id,name\n"v1,A\nv2,B\n', "a quotation mark that opens here is never closed"),
        ("id,name\nv1," + "x" * 200_000, "a cell is longer than 131,072 characters"),
    ],
)
def test_a_table_that_cannot_be_trusted_is_one_line(tmp_path: Path, text: str, what: str) -> None:
    out = csv(tmp_path, text)
    assert out.records == {}
    assert len(out.notes) == 1
    assert what in out.notes[0]
    assert out.incomplete_kinds == {"vendor": ("corrupt", "r.csv")}


def test_a_header_without_rows_is_a_register_in_which_there_is_nothing(tmp_path: Path) -> None:
    out = csv(tmp_path, "id,name\n")
    assert (out.records, out.notes, out.incomplete_kinds) == ({}, [], {})


def test_control_characters_and_a_cell_without_a_title_are_told(tmp_path: Path) -> None:
    out = csv(tmp_path, "id,incident_contact,\nv1,a\x00b,\nv2,c,secret-4711\n")
    assert out.notes == [
        "r.csv:2:incident_contact: holds control characters",
        "r.csv: column '(3)': has no title and is not read; give it one",
    ]
    assert "4711" not in out.text()


def test_a_title_in_a_note_is_one_short_printable_line(tmp_path: Path) -> None:
    out = csv(tmp_path, 'id,"状\x1b\n态","' + "x\x1b\n" * 1000 + '"\nv1,y,z\n')
    assert out.notes[0].startswith("r.csv:1003:状 态: is none of the values")
    assert len(out.notes) == 2
    assert all(note.isprintable() and len(note) < 300 for note in out.notes)


@pytest.mark.parametrize("text", ["id," + "x," * 200_000 + "\n", "id\n" + "v\n" * 200_001], ids=["wide", "long"])
def test_a_table_of_no_sensible_size_is_not_read_whole(tmp_path: Path, text: str) -> None:
    out = csv(tmp_path, text)
    assert out.incomplete_kinds == {"vendor": ("corrupt", "r.csv")}


def test_notes_end_with_how_many_more_there_are(tmp_path: Path) -> None:
    out = csv(tmp_path, "id,status\n" + "".join(f"v{n},x\n" for n in range(80)))
    assert len(out.notes) == 51
    assert out.notes[-1] == "r.csv: and 30 more; mend the first ones and read it again"
    assert len(out.every("vendor")) == 80


def test_rows_without_an_id_take_one_from_what_tells_them_apart(tmp_path: Path) -> None:
    out = csv(tmp_path, "name\n甲\n")
    assert out.one("vendor", "vendor:book:甲")["name"] == "甲"
    text = "人员,课程,完成日期,考核通过\nE1,c1,2026/3/1,是\nE1,c1,2025/3/1,是\nE2,c1,,是\n"
    out = csv(tmp_path, text, "training_record")
    assert [record["id"] for record in out.every("training_record")] == [
        "training_record:book:E1/c1/2025-03-01",
        "training_record:book:E1/c1/2026-03-01",
    ]
    assert out.notes == ["r.csv:4: has no id; fill in id, or staff_id and course_id and completed_at"]


def test_the_organisation_is_one_and_needs_no_id(tmp_path: Path) -> None:
    out = csv(tmp_path, "名称,适用法域\n甲公司,CN；EU\n", "organization")
    assert out.one("organization", "organization")["jurisdictions"] == ["CN", "EU"]


def test_people_are_known_by_number_and_mail(tmp_path: Path) -> None:
    out = csv(tmp_path, "工号,姓名,邮箱,接触客户信息\nE1,张三,Zhang@example.cn,是\n", "staff_member")
    found = out.one("staff_member", "staff:E1")
    assert found["aliases"] == ["E1", "hr:E1", "staff:e1", "zhang@example.cn"]
    assert (found["name"], found["handles_pi"]) == ("张三", True)


def test_aliases_are_kept_and_a_field_may_be_called_location(tmp_path: Path) -> None:
    out = csv(tmp_path, "编号,别名,发生地点\ni1,INC-7; 事件7,上海\n", "incident")
    found = out.one("incident", "i1")
    assert (found["aliases"], found["location"]) == (["INC-7", "事件7"], "上海")
    assert found["place"] == {"path": "r.csv", "line": 2}


def test_the_day_of_the_facts_is_that_of_the_file_or_the_one_stated(tmp_path: Path) -> None:
    path = tables.write(tmp_path / "r.csv", "id\nv1\n")
    os.utime(path, (1_761_955_200, 1_761_955_200))  # 2025-11-01T00:00:00Z, 08:00 in Shanghai
    assert tables.collect(COLLECTOR, path, kind="vendor").days == [date(2025, 11, 1)]
    assert tables.collect(COLLECTOR, path, kind="vendor", data_as_of="2025-10-30").days == [date(2025, 10, 30)]


@pytest.mark.parametrize(
    ("options", "reason", "what"),
    [
        ({}, "unsupported", "r.csv: does not say of what kind its rows are; say `kind:`"),
        ({"kind": "vendr"}, "unsupported", "r.csv: unknown kind 'vendr'; did you mean 'vendor'?"),
        ({"kind": "vendor", "encoding": "utf-16"}, "corrupt", "r.csv: has no byte order mark"),
    ],
)
def test_a_file_that_cannot_be_read_at_all_fails_with_one_line(
    tmp_path: Path, options: dict[str, object], reason: str, what: str
) -> None:
    path = tables.write(tmp_path / "r.csv", "id\nv1\n")
    out = MemoryOutput()
    with pytest.raises(CollectorFailed) as caught:
        COLLECTOR.collect(tables.source(path, **options), out)
    assert caught.value.reason == reason
    assert str(caught.value).startswith(what)
    assert [(read.target, read.code) for read in out.ledger] == [("r.csv", reason)]
    assert out.records == {}


def test_a_file_that_is_not_there_is_absent_in_the_ledger(tmp_path: Path) -> None:
    out = MemoryOutput()
    with pytest.raises(CollectorFailed, match=r"gone\.csv: is not there"):
        COLLECTOR.collect(tables.source(tmp_path / "gone.csv", kind="vendor"), out)
    assert [read.outcome for read in out.ledger] == ["absent"]


def test_the_kinds_are_known_before_the_file_is_collected(tmp_path: Path) -> None:
    path = tables.write(tmp_path / "r.csv", CHINESE)
    assert COLLECTOR.kinds(tables.source(path, kind="vendor")) == ["vendor"]
    assert COLLECTOR.kinds(tables.source(tmp_path / "gone.csv", kind="vendor")) == ["vendor"]
    assert COLLECTOR.kinds(tables.source(tmp_path / "gone.csv")) == sorted(tables.schemas())


def test_doctor_tries_to_read_the_file(tmp_path: Path) -> None:
    path = tables.write(tmp_path / "r.csv", CHINESE)
    probes = [*COLLECTOR.probe(tables.source(path, kind="vendor")), *COLLECTOR.probe(tables.source(path))]
    assert [(probe.what, probe.outcome) for probe in probes] == [
        ("read r.csv", "ok"),
        ("read r.csv", "failed"),
    ]
