from pathlib import Path
from typing import Any

from support import sample_run as sample

from reports.causes import causes
from reports.grouping import group


def _gap(check: str, resource: str, severity: str, **more: Any) -> dict[str, Any]:
    return sample.finding(check, "vendor", resource, "fail", severity, **more)


def test_controls_come_worst_first_and_many_before_few(tmp_path: Path) -> None:
    found = [
        _gap("AAA-01.1", "a", "low"),
        _gap("BBB-01.1", "a", "critical"),
        _gap("CCC-01.1", "a", "critical"),
        _gap("CCC-01.1", "b", "critical"),
        _gap("DDD-01.1", "a", "high"),
        sample.finding("EEE-01.1", "vendor", "a", "unknown", "critical"),
        sample.finding("FFF-01.1", "vendor", "a", "pass", "critical"),
    ]
    grouping = group(sample.run(tmp_path, found), 10)
    assert [control.id[:3] for control in grouping.controls] == ["CCC", "BBB", "DDD", "AAA", "EEE", "FFF"]


def test_checks_of_a_control_come_worst_first(tmp_path: Path) -> None:
    found = [_gap("AAA-01.1", "a", "low"), _gap("AAA-01.2", "a", "high")]
    ((_, checks),) = group(sample.run(tmp_path, found), 10).having("gaps")
    assert [check.id for check in checks] == ["AAA-01.2", "AAA-01.1"]


def test_each_finding_is_counted_and_the_worst_are_kept(tmp_path: Path) -> None:
    found = [_gap("AAA-01.1", f"low-{n}", "low") for n in range(5)] + [_gap("AAA-01.1", "worst", "critical")]
    ((_, (check,)),) = group(sample.run(tmp_path, found), 3).having("gaps")
    assert [finding["resource"] for finding in check.gaps.worst] == ["worst", "low-0", "low-1"]
    assert (len(check.gaps), check.gaps.more) == (6, 3)


def test_a_disposition_decides_where_a_finding_stands_and_no_verdict(tmp_path: Path) -> None:
    found = [
        _gap("AAA-01.1", "waived", "high", disposition="waived"),
        _gap("AAA-01.1", "known", "high", disposition="baseline"),
        _gap("AAA-01.1", "expired", "high", disposition="waiver_expired"),
        sample.finding("AAA-01.1", "vendor", "sworn", "unknown", "high", disposition="attested"),
        sample.finding("AAA-01.1", "vendor", "hidden", "unknown", "high"),
        sample.finding("AAA-01.1", "vendor", "fine", "pass", "high"),
        sample.finding("AAA-01.1", "vendor", "exempt", "not_applicable", "high"),
    ]
    (check,) = group(sample.run(tmp_path, found), 10).controls[0].checks
    kept = {sort: [f["resource"] for f in getattr(check, sort).worst] for sort in ("gaps", "accepted", "unknowns")}
    assert kept == {"gaps": ["expired"], "accepted": ["waived", "known"], "unknowns": ["hidden"]}
    assert [finding["resource"] for finding in check.attested.worst] == ["sworn"]
    assert (check.passed, check.not_applicable, check.judged) == (1, 1, 7)


def test_an_operation_that_was_denied_is_counted_once_a_finding(tmp_path: Path) -> None:
    denied = {"field": "/a", "unread": "denied", "operation": "s3:GetBucketPolicy"}
    late = {"field": "/b", "unread": "timeout", "operation": "s3:GetBucketAcl"}
    found = [
        sample.finding("AAA-01.1", "vendor", name, "unknown", "high", evidence=[denied, denied, late]) for name in "ab"
    ]
    assert group(sample.run(tmp_path, found), 10).denied == {"s3:GetBucketPolicy": 2}


def test_unknowns_with_one_cause_are_told_together() -> None:
    denied = [{"field": "/a", "unread": "denied"}]
    found = [
        sample.finding("AAA-01.1", "vendor", "a", "unknown", "high", evidence=denied),
        sample.finding("AAA-01.1", "vendor", "b", "unknown", "high"),
        sample.finding("AAA-01.1", "vendor", "c", "unknown", "high", evidence=denied),
    ]
    told = [[finding["resource"] for finding in cause.findings] for cause in causes(found)]
    assert told == [["a", "c"], ["b"]]
