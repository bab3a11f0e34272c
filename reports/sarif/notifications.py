"""What a run could not decide or say, as notifications: a pass is only what was proved."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from assay.text import one_line

from .. import coverage
from ..grouping import CheckGroup, Grouping
from ..pipeline import title
from ..view import View
from .results import plain
from .rules import Rules

_LEVEL = {"failed": "error", "partial": "warning"}


def invocation(view: View, grouping: Grouping, rules: Rules, left: int) -> dict[str, Any]:
    """Return how the run went: successful where every source could be read and something was judged."""
    sources = view.run.head["run"].get("sources", ())
    lost = any(source["outcome"] == "failed" for source in sources)
    notes = [*_sources(view), *_undecided(view, grouping, rules), *_rest(view, left)]
    return {
        "executionSuccessful": not lost and view.run.head["summary"]["checks"]["assessed"] > 0,
        "toolExecutionNotifications": notes,
    }


def _sources(view: View) -> Iterator[dict[str, Any]]:
    for source in view.run.head["run"].get("sources", ()):
        if source["outcome"] in _LEVEL:
            yield _note(_LEVEL[source["outcome"]], coverage.shortfall(view, source))


def _undecided(view: View, grouping: Grouping, rules: Rules) -> Iterator[dict[str, Any]]:
    """Tell of each check how many resources it could not decide, and of the worst why."""
    for _, checks in grouping.having("unknowns"):
        for check in checks:
            note = _note("warning", _unknowns(view, check))
            yield note | {"associatedRule": {"id": one_line(check.id), "index": rules.index[check.id]}}


def _unknowns(view: View, check: CheckGroup) -> str:
    say = view.say
    named = [
        say("pair", name=finding["resource"], value=view.words(finding["reason"])) for finding in check.unknowns.worst
    ]
    if check.unknowns.more:
        named.append(say("more", n=check.unknowns.more))
    head = f"{check.id} {title(view, check.id)}{say('aside', text=say('n_unknown', n=len(check.unknowns)))}"
    return say("pair", name=head, value=say("semicolon").join(named))


def _rest(view: View, left: int) -> Iterator[dict[str, Any]]:
    head, say = view.run.head, view.say
    if not head["summary"]["checks"]["assessed"]:
        yield _note("error", say("nothing_judged"))
    if head["summary"]["checks"]["not_assessed"]:
        yield _note("note", say("was_not", n=head["summary"]["checks"]["not_assessed"]))
    if left:
        yield _note("warning", say("left_out", n=left))


def _note(level: str, text: str) -> dict[str, Any]:
    return {"level": level, "message": {"text": plain(one_line(text))}}
