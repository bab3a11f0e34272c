"""One gap as SARIF's result."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

from assay.run import Finding
from assay.text import one_line

from .. import placing
from ..pipeline import ACCEPTED, named, told
from ..view import View
from .rules import LEVEL, Rules

# In a message `[text](target)` is a link: a name must not make one.
_LINK = re.compile(r"\](?=\()")


def plain(text: str) -> str:
    """Return a text in which nothing is a link."""
    return _LINK.sub("] ", text)


def result(view: View, finding: Finding, rules: Rules) -> dict[str, Any]:
    """Return a result; an accepted gap is suppressed and stays in the file."""
    resource = one_line(finding["resource"])
    made = {
        "ruleId": one_line(finding["check"]),
        "ruleIndex": rules.index[finding["check"]],
        "kind": "fail",
        "level": LEVEL[finding["severity"]],
        "message": {"text": plain(view.say("pair", name=named(view, finding), value=told(view, finding)))},
        "locations": [_location(finding, resource)],
        # By the first of these GitHub knows an alert again, wherever its line moves.
        "partialFingerprints": dict.fromkeys(
            ("primaryLocationLineHash", "assayFinding/v1"), one_line(finding["fingerprint"])
        ),
        "properties": {"severity": finding["severity"], "disposition": finding["disposition"]},
    }
    if ACCEPTED.holds(finding):
        made["suppressions"] = [{"kind": "external", "status": "accepted", "justification": _why(view, finding)}]
    if finding["disposition"] == "baseline":
        made["baselineState"] = "unchanged"
    return made


def _why(view: View, finding: Finding) -> str:
    """Return the reason that the waiver of a gap gives, with who approved it; else what was decided about it."""
    for waiver in view.run.head["run"].get("waivers", ()):
        if (waiver["check"], waiver["resource"]) == (finding["check"], finding["resource"]):
            return plain(f"{waiver['reason']} ({waiver['approver']}, {waiver['expires']})")
    return view.say.code("disposition", finding["disposition"])


def _location(finding: Finding, resource: str) -> dict[str, Any]:
    uri = quote(placing.path(finding), safe="/")
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": uri, "uriBaseId": "%SRCROOT%"},
            "region": {"startLine": placing.line(finding)},
        },
        "logicalLocations": [
            {"name": resource, "fullyQualifiedName": placing.address(finding), "kind": "resource"},
        ],
    }
