"""Whether the customer may audit, and after what notice."""

from __future__ import annotations

from ..clauses.oversight import is_about_data
from ..reading.sentences import Sentence
from ..terms.durations import Duration, durations
from ..words import Words
from .found import ABSENT, Found, Reading

_SAY = Words("audit", "oversight")
_AUDIT, _NO_AUDIT = _SAY("audit"), _SAY("no_audit")
_LIMITED = _SAY("limited")
_REPORT_ONLY = _SAY("report_only")
_MAY_BE = _SAY("may_be")
_NOTICE = _SAY("notice")
_NEAR = 120
"""Characters before the sentence that may limit what it grants."""
_HOW_OFTEN = _SAY.before("how_often")
_UNITS = ("hours", "days", "working_days", "months")


def right(reading: Reading) -> Found:
    """Return what the customer may do."""
    denied = next((item for item in reading.text if _NO_AUDIT.search(item.text) and is_about_data(item.text)), None)
    if reports := _reports_alone(reading):
        return Found("report_only", reports, 0.8)
    matches = [match for match in reading.matches["supervision_audit"] if not _NO_AUDIT.search(match.sentence.text)]
    if denied is not None and (given := _given_instead(reading, denied)):
        return Found("report_only", given, 0.75)
    if denied is not None and not matches:
        return Found("excluded", denied, 0.88)
    if not matches:
        return Found(ABSENT, None, 0.7)
    if all(_gives_reports(match.sentence) for match in matches):
        return Found("report_only", matches[0].sentence, 0.75)
    best = matches[0]
    others = [item.text for item in reading.following(best.sentence, 2) if is_about_data(item.text)]
    near = " ".join([best.sentence.before[-_NEAR:], best.sentence.text, *others])
    if _LIMITED.search(near):
        return Found("limited", best.sentence, 0.8)
    return Found("full", best.sentence, min(0.88, best.confidence))


def _gives_reports(sentence: Sentence) -> bool:
    """Say whether a sentence gives the customer reports, and nothing to see with its own eyes."""
    given = _SAY("reports_given").search(sentence.text)
    return given is not None and _SAY("own_eyes").search(sentence.text) is None


def _given_instead(reading: Reading, denied: Sentence) -> Sentence | None:
    """Return the sentence that gives reports where an audit is denied."""
    near = [denied, *reading.following(denied, 2)]
    given = (item for item in near if _SAY("reports_given").search(item.text))
    return next((item for item in given if _SAY("report").search(item.text)), None)


def _reports_alone(reading: Reading) -> Sentence | None:
    """Return the sentence that gives the customer reports of others and no audit of its own."""
    for item in reading.text:
        near = " ".join(other.text for other in [item, *reading.following(item)])
        instead = _SAY("instead").search(item.text) and _REPORT_ONLY.search(item.text) and not _MAY_BE.search(item.text)
        relied = _SAY("relies", "reports_given").search(item.text) and _NO_AUDIT.search(near)
        if (instead or relied) and _AUDIT.search(f"{item.label} {near}") and is_about_data(item.text):
            return item
    return None


def notice(reading: Reading, granted: Found) -> Found:
    """Return how long before an audit it has to be announced."""
    if granted.value not in ("full", "limited"):
        return Found(ABSENT, None, 0.8)
    for match in reading.matches["supervision_audit"]:
        for sentence in [match.sentence, *reading.following(match.sentence)]:
            found = next((item for item in durations(sentence.text) if _is_notice(item, sentence.text)), None)
            if found is not None and _NOTICE.search(sentence.text):
                return Found(str(found), sentence, min(0.88, match.confidence))
    return Found(ABSENT, None, 0.7)


def _is_notice(found: Duration, text: str) -> bool:
    """Say whether a length of time may be that of a notice, not how often there is an audit."""
    return found.unit in _UNITS and not _HOW_OFTEN.ends(text, found.start)
