"""Every case of `cases/` through normaliser, joins and both engines: the catalogue's boundary cases and traps."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from support.judging import AS_OF, content, judge

from assay import yaml_reader
from assay.engines.protocol import PolicyEngine

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))


def _all() -> list[Any]:
    found = []
    for path in CASES:
        document = yaml_reader.load(path)
        for case in document["cases"]:
            label = f"{document['check']}: {case['name']}"
            found.append(pytest.param(document["check"], {"as_of": document.get("as_of", AS_OF), **case}, id=label))
    return found


@pytest.mark.parametrize(("check", "case"), _all())
def test_case(check: str, case: dict[str, Any], both: PolicyEngine) -> None:
    about = {name: case[name] for name in ("incomplete", "as_of", "data_as_of") if name in case}
    findings = judge(both, case["resources"], [check], **about)
    for id, expected in case["expect"].items():
        wanted = expected if isinstance(expected, dict) else {"verdict": expected}
        found = [finding for finding in findings if finding["resource"] == id]
        assert len(found) == 1, f"{id} has {len(found)} findings"
        reason = found[0]["reason"]["en"]
        seen = {"verdict": found[0]["verdict"], "severity": found[0]["severity"]}
        for name in wanted.keys() & seen.keys():
            assert seen[name] == wanted[name], f"{id}: {name} is {seen[name]}: {reason} {found[0]['evidence']}"
        if "reason" in wanted:
            messages = content().catalogue.messages[content().catalogue.check(check).policy]
            assert wanted["reason"] in messages, f"{wanted['reason']} is no reason code of {check}"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_cases_cover_pass_fail_and_unknown(path: Path) -> None:
    expected = [value for case in yaml_reader.load(path)["cases"] for value in case["expect"].values()]
    verdicts = {item["verdict"] if isinstance(item, dict) else item for item in expected}
    assert {"pass", "fail", "unknown"} <= verdicts
