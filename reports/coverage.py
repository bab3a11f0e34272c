"""What a run covered, in sentences: what was assessed, and what was not, could not be or need not be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .view import View


def shortfalls(view: View) -> list[str]:
    """Say why a run is not complete: sources not read wholly, unknown verdicts, nothing to judge."""
    head, say = view.run.head, view.say
    found = []
    for source in head["run"].get("sources", ()):
        if source["outcome"] != "complete":
            found.append(shortfall(view, source))
    if head["summary"]["verdicts"]["unknown"]:
        found.append(say("could_not", n=head["summary"]["verdicts"]["unknown"]))
        ahead = sum(head["summary"].get("ahead", {}).values())
        if ahead:
            found.append(say("ahead", n=ahead))
    if not head["summary"]["checks"]["assessed"]:
        found.append(say("nothing_judged"))
    return found


def shortfall(view: View, source: Mapping[str, Any]) -> str:
    """Say what became of a source that was not read wholly, and why."""
    text = view.say(f"source_{source['outcome']}", name=source["name"], collector=source["collector"])
    message = source.get("message", "")
    return view.say("pair", name=text, value=message) if message else text


def statements(view: View) -> list[str]:
    """Say what was assessed, what was not for want of a resource, and what need not be."""
    summary, say = view.run.head["summary"], view.say
    resources = say("resources", n=summary["resources"])
    found = [
        say("assessed", n=summary["checks"]["assessed"], resources=resources),
        say("passed_n", n=summary["verdicts"]["pass"]),
    ]
    if summary["verdicts"]["not_applicable"]:
        found.append(say("need_not", n=summary["verdicts"]["not_applicable"]))
    if summary["waived"] or summary["expired"] or summary["attested"]:
        found.append(say("set_aside", **{name: summary[name] for name in ("waived", "expired", "attested")}))
    if summary["checks"]["not_assessed"]:
        found.append(say("was_not", n=summary["checks"]["not_assessed"]))
    return found


def not_assessed(view: View) -> dict[str, list[str]]:
    """Return the checks that judged nothing, by the reason."""
    found: dict[str, list[str]] = {}
    for item in view.run.head["not_assessed"]:
        found.setdefault(item["why"], []).append(item["check"])
    return found
