"""What the customer keeps a hand on: audits, and whether others may be called in."""

from __future__ import annotations

from ..words import Words
from .cue import FAINT, SURE, Cue
from .family import Family

_SAY = Words("oversight")
_DENIED = _SAY("no_audit")

SUPERVISION = Family(
    "supervision_audit",
    (
        Cue([_SAY("audit"), _SAY("granted"), _SAY("surely_of_data")], who="customer", denied=_DENIED, sure=SURE),
        Cue(
            [_SAY("audit"), _SAY("granted"), _SAY("of_data")],
            who="customer",
            denied=_DENIED,
            but=_SAY("of_else"),
            sure=SURE,
        ),
        Cue([_SAY("audit"), _SAY("granted")], who="customer", denied=_DENIED, but=_SAY("of_else")),
        Cue([_SAY("opens"), _SAY("audit"), _SAY("of_data")], denied=_DENIED, but=_SAY("of_else")),
        Cue([_SAY("opens"), _SAY("audit"), _SAY("surely_of_data")], denied=_DENIED),
    ),
    labels=_SAY("audit_labels"),
    resembles=_DENIED,
    denied=_DENIED,
)
SUB_PROCESSING = Family(
    "sub_processing_consent",
    (
        Cue([_SAY("called_in"), _SAY("consent", "object"), _SAY("ahead")], who=None, but=_SAY("free"), sure=SURE),
        Cue([_SAY("called_in"), _SAY("forbidden")], but=_SAY("free")),
        Cue([_SAY("object"), _SAY("entitled")], who="customer", after=_SAY("called_in")),
        Cue([_SAY("called_in"), _SAY("bounds")], who=None, but=_SAY("free", "answering"), sure=FAINT),
    ),
    labels=_SAY("sub_labels"),
    resembles=_SAY("not_sub"),
    denied=_SAY("free"),
)
FAMILIES = (SUPERVISION, SUB_PROCESSING)


def is_about_data(text: str) -> bool:
    """Say whether an audit is about data, not about something else such as fire safety or invoices."""
    return not _SAY("of_else").search(text) or _SAY("surely_of_data").search(text) is not None
