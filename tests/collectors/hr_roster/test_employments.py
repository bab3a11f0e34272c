"""People who came back: rows that follow each other are one person, rows that contradict each other are not settled."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import tables
from support.output import MemoryOutput

from collectors.hr_roster import COLLECTOR

HEADER = "工号,姓名,状态,入职日期,离职日期\n"
FIRST, SECOND = "E1,张三,离职,2015/3/1,2021/5/6\n", "Ｅ１,张三,在职,2025/3/1,\n"


def roster(folder: Path, *rows: str) -> MemoryOutput:
    return tables.collect(COLLECTOR, tables.write(folder / "staff.csv", HEADER + "".join(rows)))


@pytest.mark.parametrize("rows", [(FIRST, SECOND), (SECOND, FIRST)], ids=["in order", "the other way round"])
def test_of_employments_that_follow_each_other_the_last_counts(tmp_path: Path, rows: tuple[str, ...]) -> None:
    out = roster(tmp_path, *rows)
    (person,) = out.every("staff_member")
    assert (person["id"], person["status"], person["hire_date"], person["end_date"]) == (
        "staff:E1",
        "active",
        "2025-03-01",
        "none",
    )
    assert out.notes == ["staff.csv: rows of people who came back later, of whom the last row holds: 1"]
    assert out.incomplete_kinds == {}


@pytest.mark.parametrize(
    "other",
    [
        "E1,张三,在职,2021/1/1,\n",
        "E1,张三,在职,,\n",
        "E1,张三,在职,2027/1/1,\n",
        "E1,李四,离职,2014/1/1,\n",
        "E1,李四,离职,2014/1/1,soon\n",
    ],
    ids=["overlapping", "without a first day", "still to come", "without a last day", "with a last day that is none"],
)
def test_rows_that_do_not_follow_each_other_are_told_and_both_kept(tmp_path: Path, other: str) -> None:
    out = roster(tmp_path, FIRST, other)
    assert any("has the id of row 2" in note for note in out.notes)
    assert out.incomplete_kinds == {"staff_member": ("corrupt", "staff.csv")}


def test_people_without_a_number_are_no_employments_of_one(tmp_path: Path) -> None:
    out = roster(tmp_path, ",张三,离职,2015/3/1,2021/5/6\n", ",李四,在职,2025/3/1,\n")
    assert [note.partition(": ")[2] for note in out.notes] == ["has no id; fill in id, or employee_number"] * 2
