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


def test_a_roster_as_systems_of_human_resources_write_it(tmp_path: Path) -> None:
    text = (
        "人员编号,员工姓名,员工状态,入职时间,离职时间,工作邮箱,部门名称\n"
        '００１２３,"张\n三",待离职,２０２０／３／１,20261231,Zhang@Example.cn,客服部\n'
        "E2,李四,退休,2020-03-01,2026年11月18日,,客服部\n"
        ",,,,,,\n,,,,,,\n"
    )
    out = roster(tmp_path, f"\ufeff{text}")
    zhang = out.one("staff_member", "staff:00123")
    assert (zhang["status"], zhang["hire_date"], zhang["end_date"]) == ("active", "2020-03-01", "2026-12-31")
    assert {"hr:00123", "hr:００１２３", "zhang@example.cn"} <= {*zhang["aliases"]}
    li = out.one("staff_member", "staff:E2")
    assert (li["status"], li["end_date"], li["place"]["line"]) == ("left", "2026-11-18", 4)
    assert (out.notes, out.incomplete_kinds) == ([], {})


def test_a_heading_above_the_titles_is_told_and_can_be_left_out(tmp_path: Path) -> None:
    rows: list[list[object]] = [["某公司员工花名册", None, None], ["工号", "状态", "离职日期"], ["E1", "离职", 46_344]]
    path = tables.xlsx(tmp_path / "staff.xlsx", {"花名册": rows})
    with pytest.raises(CollectorFailed, match=r"has no column of staff_member in row 1; .*see `header:`"):
        tables.collect(COLLECTOR, path)
    assert tables.collect(COLLECTOR, path, header=2).one("staff_member", "staff:E1")["end_date"] == "2026-11-18"


def test_of_two_last_days_one_has_to_be_left_out(tmp_path: Path) -> None:
    text = "工号,状态,离职日期,最后工作日\nE1,离职,2026-11-30,2026-11-18\n"
    with pytest.raises(CollectorFailed, match="has two columns for end_date"):
        roster(tmp_path, text)
    out = roster(tmp_path, text, columns={"离职日期": "ignore"})
    assert out.one("staff_member", "staff:E1")["end_date"] == "2026-11-18"


def test_what_does_not_count_in_names_is_left_out_where_the_user_says_so(tmp_path: Path) -> None:
    text = "工号,邮箱\n00123,l.i+hr@example.cn\n"
    assert not any("~" in alias for alias in roster(tmp_path, text).one("staff_member", "staff:00123")["aliases"])
    out = roster(tmp_path, text, loose=["leading_zeros", "plus_tags"])
    loose = {alias for alias in out.one("staff_member", "staff:00123")["aliases"] if "~" in alias}
    assert loose == {"staff~123", "staff~l.i@example.cn"}


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


def test_a_row_that_says_the_same_again_is_told_and_loses_nothing(tmp_path: Path) -> None:
    out = roster(tmp_path, "工号,姓名\nE1,张三\nE1,张三\n")
    assert out.notes == ["staff.csv:3: says again what row 2 says; take one out"]
    assert (len(out.every("staff_member")), out.incomplete_kinds) == (1, {})
