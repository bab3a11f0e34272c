"""JUnit XML: what fails, what is skipped and what is an error; any name can stand in it."""

from __future__ import annotations

import importlib
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped, TestSuite
from support import hostile
from support import sample_run as sample

from assay.errors import UsageError
from assay.run import Run
from assay.text import one_line
from reports.junit import FORMAT, outcomes


def suites(run: Run, language: str = "en") -> dict[str, TestSuite]:
    """Return the suites by the check, read again as Jenkins would."""
    text = sample.rendered(FORMAT, run, language)
    return {str(suite.name).split(" ")[0]: suite for suite in JUnitXml.fromstring(text.encode())}


def counts(suite: TestSuite) -> tuple[int, int, int, int]:
    return suite.tests, suite.failures, suite.errors, suite.skipped


def test_each_check_is_a_suite_with_a_case_for_each_resource(tmp_path: Path) -> None:
    found = suites(sample.run(tmp_path))
    assert {name: counts(suite) for name, suite in found.items()} == {
        "AUT-02.1": (6, 0, 1, 4),
        "ENC-02.1": (35, 11, 0, 0),
        "ENC-02.2": (1, 0, 0, 1),
        "ENC-02.3": (25, 0, 0, 1),
        "RET-01.1": (1, 0, 0, 1),
        "VEN-02.1": (1, 1, 0, 0),
    }


def test_a_gap_is_a_failure_with_its_place_facts_and_remedy(tmp_path: Path) -> None:
    case = next(iter(suites(sample.run(tmp_path))["ENC-02.1"]))
    (failure,) = case.result
    assert isinstance(failure, Failure)
    assert (case.name, case.classname) == ("aws:s3:bucket/client-exports", "ENC-02.1")
    assert (failure.message, failure.type) == ("default encryption is off", "critical")
    assert failure.text.splitlines() == [
        "default encryption is off",
        "infra/buckets.tf:12 (aws_s3_bucket.client_exports)",
        "default_encryption: none → sse_s3, sse_kms_managed, sse_kms_customer (declared)",
        "How to fix: Turn on default encryption; objects that are there have to be copied over themselves once.",
    ]


def test_a_case_with_a_file_says_so(tmp_path: Path) -> None:
    root = ElementTree.fromstring(sample.rendered(FORMAT, sample.run(tmp_path)))  # noqa: S314 (written by us)
    places = {(case.get("file"), case.get("line")) for case in root.iter("testcase")}
    assert places == {("infra/buckets.tf", "12"), ("registers/vendors.xlsx", "7"), (None, None)}


def test_what_was_not_decided_is_never_green(tmp_path: Path) -> None:
    cases = {case.name: case for case in suites(sample.run(tmp_path))["AUT-02.1"]}
    (skipped,) = cases["aws:210987654321:iam:user/zhang.san"].result
    assert isinstance(skipped, Skipped)
    assert skipped.message == "Unknown: whether the account has a second factor was not read"
    (attested,) = cases["aws:210987654321:iam:user/break-glass"].result
    assert attested.message.startswith("attested: ")
    assert cases["aws:210987654321:iam:user/root"].is_passed


def test_a_policy_that_failed_is_an_error(tmp_path: Path) -> None:
    cases = {case.name: case for case in suites(sample.run(tmp_path))["AUT-02.1"]}
    (error,) = cases["directory:people:account/chen"].result
    assert isinstance(error, Error)


@pytest.mark.parametrize("reason", ["policy_error", "engine_lost", "worker_lost"])
def test_a_lost_engine_is_an_error(tmp_path: Path, reason: str) -> None:
    evidence = [{"field": "/policy", "unread": reason}]
    found = [sample.finding("ENC-02.1", "storage_bucket", "b", "unknown", "high", evidence=evidence)]
    assert counts(suites(sample.run(tmp_path, found))["ENC-02.1"]) == (1, 0, 1, 0)


def test_an_accepted_gap_is_skipped_and_says_why(tmp_path: Path) -> None:
    found = suites(sample.run(tmp_path))
    messages = [next(iter(found[name])).result[0].message for name in ("ENC-02.2", "RET-01.1")]
    assert messages == ["waived: default encryption is off", "in the baseline: fail"]


def test_what_does_not_bind_is_no_case(tmp_path: Path) -> None:
    found = [sample.finding("ENC-02.1", "storage_bucket", "b", "not_applicable", "high")]
    assert suites(sample.run(tmp_path, found)) == {}


def test_a_suite_keeps_the_worst_and_counts_the_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outcomes, "CASES", 2)
    suite = suites(sample.run(tmp_path))["ENC-02.1"]
    assert [case.is_failure for case in suite] == [True, True, False, False]
    assert next(iter(suite)).result[0].type == "critical"
    found = suite.properties()  # type: ignore[no-untyped-call]  # junitparser gives types to a part of itself
    assert {each.name: each.value for each in found} == {"left_out": "31"}


def test_any_name_can_stand_in_it(tmp_path: Path) -> None:
    found = suites(hostile.run(tmp_path))
    names = [case.name for case in found["ENC-02.1"]]
    assert names == [one_line(name).replace("\ufffe\uffff", "") for name in hostile.NAMES]
    assert counts(found["ENC-02.1"]) == (len(names), len(names), 0, 0)


def test_it_speaks_chinese(tmp_path: Path) -> None:
    case = next(iter(suites(sample.run(tmp_path), "zh-CN")["ENC-02.1"]))
    assert case.result[0].message == "未开启默认加密"


def test_without_its_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("reports.junit")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "junitparser", None)
    with pytest.raises(UsageError, match=r"pip install 'assay\[ci\]'"):
        importlib.import_module("reports.junit")
