"""One check as a suite, one finding as a case, by way of junitparser."""

from __future__ import annotations

import re
from collections.abc import Iterator

from junitparser import Attr, Error, Failure, IntAttr, Skipped, TestCase, TestSuite

from assay.run import Finding
from assay.text import one_line, sanitize

from .. import placing
from ..evidence import place, rows, sentence
from ..pipeline import title
from ..view import View
from .outcomes import Outcomes

# Two characters that show nothing and that XML cannot hold.
_NO_XML = re.compile("[\ufffe\uffff]")


class Case(TestCase):
    """A case with its place, which GitLab links to."""

    file = Attr()
    line = IntAttr()


def suite(view: View, check: str, found: Outcomes) -> bytes:
    """Return a suite as XML: what failed first, passes last."""
    made = TestSuite(_text(f"{check} {title(view, check)}"))
    if found.more:
        made.add_property("left_out", str(found.more))
    for case in _cases(view, found):
        made.append(case)  # type: ignore[no-untyped-call]  # junitparser gives types to a part of itself
    made.update_statistics()  # type: ignore[no-untyped-call]
    xml: bytes = made.tostring()  # type: ignore[no-untyped-call]
    # Where lxml is installed it writes a declaration before every element.
    return xml[xml.index(b"<testsuite") :] + b"\n"


def _cases(view: View, found: Outcomes) -> Iterator[Case]:
    for kept, outcome in ((found.gaps, Failure), (found.errors, Error), (found.skipped, Skipped)):
        for finding in kept.worst:
            yield _case(finding, outcome(*_outcome(view, finding)), _long(view, finding))
    for finding in found.passed.worst:
        yield _case(finding)


def _case(finding: Finding, outcome: Failure | Error | Skipped | None = None, text: str = "") -> Case:
    made = Case(_text(finding["resource"]), classname=_text(finding["check"]), time=0)
    if placing.has_path(finding):
        made.file, made.line = _text(placing.path(finding)), placing.line(finding)
    if outcome is not None:
        outcome.text = text
        made.result = [outcome]
    return made


def _outcome(view: View, finding: Finding) -> tuple[str, str]:
    """Return message and type; skipped cases say first why they are neither a pass nor a failure."""
    words = view.words(finding["reason"])
    state = "verdict.unknown" if finding["verdict"] == "unknown" else ""
    if finding["disposition"] != "open":
        state = f"disposition.{finding['disposition']}"
    return _text(view.say("pair", name=view.say(state), value=words) if state else words), finding["severity"]


def _long(view: View, finding: Finding) -> str:
    """Return what is known of a finding, a fact on a line, and what mends it."""
    facts = [one_line(sentence(row, view.say)) for row in rows(finding["evidence"], view.say)]
    remedy = view.check(finding["check"], "remedy")
    mended = [view.say("pair", name=view.say("remedy"), value=remedy)] if remedy else []
    parts = [one_line(view.words(finding["reason"])), place(finding["location"]), *facts, *mended]
    return _NO_XML.sub("", sanitize("\n".join(filter(None, parts))))


def _text(text: str) -> str:
    return _NO_XML.sub("", one_line(text))
