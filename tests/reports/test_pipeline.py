"""Which findings pipelines are told of, in what order, and where they are said to stand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from support import hostile
from support import sample_run as sample

from reports import placing
from reports.pipeline import ACCEPTED, GAPS, UNDECIDED, Sort, worst_first


def told(folder: Path, sorts: Sequence[Sort]) -> list[tuple[str, str, str]]:
    found = worst_first(sample.run(folder), *sorts)
    return [(each["severity"], each["verdict"], each["disposition"]) for each in found]


def placed(**location: Any) -> tuple[str, int]:
    finding = sample.finding("ENC-02.1", "storage_bucket", "b", "fail", "high", location=location or None)
    return placing.path(finding), placing.line(finding)


def test_gaps_come_by_severity_and_an_expired_waiver_is_one(tmp_path: Path) -> None:
    expected = [("critical", "fail", "open"), *[("high", "fail", "open")] * 10, ("high", "fail", "waiver_expired")]
    assert told(tmp_path, [GAPS]) == expected


def test_accepted_gaps_are_those_of_waivers_and_the_baseline(tmp_path: Path) -> None:
    assert told(tmp_path, [ACCEPTED]) == [("high", "fail", "baseline"), ("medium", "fail", "waived")]


def test_an_attested_unknown_is_not_among_the_undecided(tmp_path: Path) -> None:
    assert told(tmp_path, [UNDECIDED]) == [("critical", "unknown", "open")] * 4 + [("medium", "unknown", "open")]


def test_one_sort_comes_after_another(tmp_path: Path) -> None:
    assert [verdict for _, verdict, _ in told(tmp_path, [UNDECIDED, GAPS])] == ["unknown"] * 5 + ["fail"] * 12


def test_words_inside_of_a_finding_do_not_make_it_another_sort(tmp_path: Path) -> None:
    names = [{"fail": "critical"}, "fail", "critical"]
    found = [
        sample.finding("ENC-02.1", "storage_bucket", "b", "pass", "low", evidence=[{"field": "/x", "actual": names}])
    ]
    assert list(worst_first(sample.run(tmp_path, found), GAPS, UNDECIDED)) == []


def test_a_place_is_told_as_it_is() -> None:
    assert placed(path="infra/main.tf", line=7) == ("infra/main.tf", 7)
    assert placed(path="./infra//main.tf", line=7) == ("infra/main.tf", 7)


@pytest.mark.parametrize("line", [None, 0, -1, "7"])
def test_the_first_line_stands_for_one_that_is_not_known(line: object) -> None:
    assert placed(path="plan.json", line=line) == ("plan.json", 1)


def test_a_live_resource_stands_in_the_configuration() -> None:
    assert placed() == placed(address="aws_s3_bucket.b") == ("assay.yaml", 1)


@pytest.mark.parametrize("path", hostile.PLACES[:2])
def test_a_path_that_leads_out_is_told_by_its_name_alone(path: str) -> None:
    assert placed(path=path) == ("main.tf", 1)
