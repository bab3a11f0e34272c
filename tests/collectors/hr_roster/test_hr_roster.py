"""The roster of staff: who is there, who left, and nothing that it does not say."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import tables
from support.output import MemoryOutput

from assay.collector import CollectorFailed
from collectors.hr_roster import COLLECTOR

ROSTER = (
    "工号,姓名,部门,岗位,状态,入职日期,离职日期,用工类型,邮箱\n"
    "E1,张三,技术部,数据库管理员,在职,2020/3/1,,正式,Zhang@example.cn\n"
    "E2,李四,客服部,客服,离职,2021-01-04,2026年10月31日,外包,\n"
    "E3,王五,客服部,客服,休假,2021-01-04,-,实习,\n"
    "E4,赵六,客服部,客服,离职,2021-01-04,,正式,\n"
    "E5,孙七,客服部,客服,,2021-01-04,,正式,\n"
)


def roster(folder: Path, text: str, encoding: str = "utf-8", **options: object) -> MemoryOutput:
    path = tables.write(folder / "staff.csv", text, encoding)
    return tables.collect(COLLECTOR, path, encoding=encoding, **options)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_person_is_known_by_number_and_mail(tmp_path: Path, encoding: str) -> None:
    out = roster(tmp_path, ROSTER, encoding)
    assert out.one("staff_member", "staff:E1") == {
        "id": "staff:E1",
        "name": "张三",
        "aliases": ["E1", "hr:E1", "staff:e1", "zhang@example.cn"],
        "department": "技术部",
        "job_function": "数据库管理员",
        "status": "active",
        "hire_date": "2020-03-01",
        "end_date": "none",
        "employment_type": "employee",
        "source": "book",
        "collected_at": out.at,
        "unread": [],
        "place": {"path": "staff.csv", "line": 2},
    }
    assert len(out.every("staff_member")) == 5
    assert (out.notes, out.incomplete_kinds) == ([], {})


def test_an_empty_last_day_is_none_only_for_those_who_are_there(tmp_path: Path) -> None:
    out = roster(tmp_path, ROSTER)
    ends = {record["id"]: record.get("end_date") for record in out.every("staff_member")}
    assert ends == {
        "staff:E1": "none",
        "staff:E2": "2026-10-31",
        "staff:E3": "none",
        "staff:E4": None,
        "staff:E5": None,
    }
    assert out.unread("staff_member", "staff:E4") == {"end_date": ("not_in_source", "staff.csv:5")}
    assert out.unread("staff_member", "staff:E5").keys() == {"end_date", "status"}


def test_a_last_day_that_is_bad_or_has_no_column_is_not_none(tmp_path: Path) -> None:
    out = roster(tmp_path, "工号,状态,离职日期\nE1,在职,31/10/2026\n")
    assert out.unread("staff_member", "staff:E1") == {"end_date": ("corrupt", "staff.csv:2")}
    out = roster(tmp_path, "工号,状态\nE1,在职\n")
    assert "end_date" not in out.one("staff_member", "staff:E1")


def test_clearance_is_never_guessed(tmp_path: Path) -> None:
    out = roster(tmp_path, ROSTER)
    assert all("clearance_level" not in record for record in out.every("staff_member"))
    out = roster(tmp_path, "工号,可接触信息级别\nE1,敏感个人信息\n")
    assert out.one("staff_member", "staff:E1")["clearance_level"] == "sensitive"


def test_english_titles_are_read(tmp_path: Path) -> None:
    header = "Employee number,Full name,Department,Job title,Status,Hire date,Termination date,E-mail\n"
    found = roster(tmp_path, header + "E1,Ann,IT,DBA,active,2020-03-01,,a@example.com\n").one(
        "staff_member", "staff:E1"
    )
    assert (found["name"], found["job_function"], found["end_date"]) == ("Ann", "DBA", "none")
    assert found["aliases"] == ["E1", "a@example.com", "hr:E1", "staff:e1"]


def test_a_serial_number_is_no_id(tmp_path: Path) -> None:
    out = roster(tmp_path, "编号,工号,姓名\n1,E1,张三\n")
    assert list(out.records["staff_member"]) == ["staff:E1"]
    assert out.notes[0].startswith("staff.csv: column '编号': is no field of staff_member")
    out = roster(tmp_path, "编号,姓名\nE1,张三\n", columns={"编号": "employee_number"})
    assert list(out.records["staff_member"]) == ["staff:E1"]


def test_a_row_without_a_number_and_one_that_comes_twice_are_bad(tmp_path: Path) -> None:
    out = roster(tmp_path, "工号,姓名\n,张三\nE1,李四\nE1,王五\n")
    assert [record["name"] for record in out.every("staff_member")] == ["李四"]
    assert out.notes == [
        "staff.csv:2: has no id; fill in id, or employee_number",
        "staff.csv:4: has the id of row 3; give each row an id of its own",
    ]
    assert out.incomplete_kinds == {"staff_member": ("corrupt", "staff.csv")}


def test_a_workbook_gives_its_one_sheet_or_the_one_named(tmp_path: Path) -> None:
    rows: list[list[object]] = [["工号", "状态", "离职日期"], [1001, "在职", None]]
    path = tables.xlsx(tmp_path / "staff.xlsx", {"花名册": rows, "Sheet2": []})
    assert tables.collect(COLLECTOR, path).one("staff_member", "staff:1001")["end_date"] == "none"
    tables.xlsx(path, {"花名册": rows, "离职": rows})
    assert len(tables.collect(COLLECTOR, path, sheet="花名册").every("staff_member")) == 1
    with pytest.raises(CollectorFailed, match="name one under `sheet:`"):
        tables.collect(COLLECTOR, path)


def test_a_secret_in_an_unknown_column_goes_nowhere(tmp_path: Path) -> None:
    out = roster(tmp_path, "工号,姓名,password,身份证号\nE1,张三,secret-4711,110101199001014711\n")
    assert len(out.notes) == 2
    assert "4711" not in out.text()


def test_the_kind_is_known_although_the_file_is_gone(tmp_path: Path) -> None:
    source = tables.source(tmp_path / "gone.csv")
    assert COLLECTOR.kinds(source) == ["staff_member"]
    assert [probe.outcome for probe in COLLECTOR.probe(source)] == ["failed"]
    with pytest.raises(CollectorFailed, match="is not there"):
        COLLECTOR.collect(source, MemoryOutput())
