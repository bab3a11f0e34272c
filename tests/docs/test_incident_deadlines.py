"""The worked deadlines of the documentation, judged: each row of the table through the whole path."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from support.judging import content, judge

from assay.engines.protocol import PolicyEngine

PAGE = Path(__file__).parents[2] / "docs" / "incident-deadlines.md"
ROWS = 39
FLAGS = {"CII operator": "is_ciio", "central organ": "is_central_gov_unit"}
DECISION = {"IRR-02.1": "report_required_cn", "IRR-02.2": "report_required_gdpr", "IRN-01.1": "notify_individuals"}
WORDS: dict[str, dict[str, Any]] = {
    "no personal information": {"is_pi_breach": False},
    "client notifies": {"individuals_notified_by": "client"},
    "clients A, B": {"client_vendor_ids": ["A", "B"]},
}


def _table(heading: str) -> list[list[str]]:
    section = PAGE.read_text("utf-8").split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def _moment(text: str) -> str:
    day, hour = text.split()
    return f"{day if len(day) > 5 else '2026-' + day}T{hour}:00+08:00"


def _words(cell: str) -> list[str]:
    return [] if cell == "-" else [word.strip() for word in cell.split(";")]


def _fact(word: str, check: str) -> dict[str, Any]:
    """Return what one word of the incident's cell says."""
    if word in WORDS:
        return WORDS[word]
    if word in ("controller", "processor"):
        return {"role": word}
    if word in ("general", "larger", "major", "extra_major"):
        return {"severity": word}
    if word in ("EU", "UK"):
        return {"governing_laws": [word]}
    if word == "undecided":
        return {DECISION[check]: word, "report_decision_by": "none", "notify_decision_reason": "none"}
    name, _, rest = word.partition(" ")
    if rest == "persons":
        return {"persons_affected": int(name)}
    return _decided(name, rest, check)


def _decided(name: str, rest: str, check: str) -> dict[str, Any]:
    if name == "risk":
        return {"risk_level": rest}
    if name == "assessed":
        return {"assessed_at": _moment(rest)}
    decision, _, by = rest.partition(" ")
    assert name in ("report", "notify"), f"{name} {rest} says nothing"
    who = by.removeprefix("by ") or "none"
    return {DECISION[check]: decision, "report_decision_by": who, "notify_decision_reason": by or "none"}


def _incident(cell: str, check: str, detected: str) -> dict[str, Any]:
    found: dict[str, Any] = {"id": "i", "is_pi_breach": True, "detected_at": _moment(detected), "resolved_at": "none"}
    for word in _words(cell):
        said = _fact(word, check)
        laws = [*found.get("governing_laws", []), *said.get("governing_laws", [])]
        found |= said | ({"governing_laws": laws} if laws else {})
    return found


def _message(number: int, text: str) -> dict[str, Any]:
    match = re.fullmatch(r"(\w+)(?: ([A-Z]))? ((?:\d{4}-)?\d\d-\d\d \d\d:\d\d)( with reasons)?", text)
    assert match, f"{text!r} is no message"
    audience, client, moment, reasons = match.groups()
    found = {"id": f"n{number}", "incident_id": "i", "audience": audience, "sent_at": _moment(moment)}
    return found | ({"recipient_ids": [client]} if client else {}) | ({"delay_reason": "given"} if reasons else {})


def _organization(cell: str) -> dict[str, Any]:
    return {"id": "o", "jurisdictions": ["CN"]} | {flag: word == cell for word, flag in FLAGS.items()}


@pytest.mark.parametrize("row", _table("Worked deadlines"), ids=lambda row: f"row {row[0]}")
def test_a_worked_deadline_is_judged_as_the_page_says(row: list[str], both: PolicyEngine) -> None:
    _, check, we_are, incident, detected, told, judged, verdict = row
    resources = {
        "organization": [_organization(we_are)],
        "incident": [_incident(incident, check, detected)],
        "incident_notification": [_message(number, text) for number, text in enumerate(_words(told))],
    }
    (finding,) = judge(both, resources, [check], as_of=_moment(judged))
    wanted, _, more = verdict.partition(" ")
    if wanted == "due":
        due = [item["actual"] for item in finding["evidence"] if item["field"] == "/due_until"]
        assert (finding["verdict"], due) == ("not_applicable", [f"2026-{more} +08:00"])
    elif wanted == "not":
        assert (finding["verdict"], finding["evidence"]) == ("not_applicable", [])
    else:
        assert finding["verdict"] == wanted
        assert more in ("", f"({finding['severity']})")


def test_every_worked_deadline_stands_on_the_page_once() -> None:
    assert [int(row[0]) for row in _table("Worked deadlines")] == list(range(1, ROWS + 1))


def test_the_hours_on_the_page_are_the_parameters_of_the_checks() -> None:
    checks = content().catalogue.checks
    for check, *_, within, _by in _table("Who has to be told"):
        hours = {value for name, value in checks[check].parameters.items() if name.endswith("_hours")}
        assert {int(number) for number in re.findall(r"(\d+) h", within)} <= hours, check
