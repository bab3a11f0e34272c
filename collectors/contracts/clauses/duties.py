"""What the vendor owes about the data while it holds them: security, instructions, people, secrecy."""

from __future__ import annotations

from ..words import Words
from .cue import FAINT, SURE, Cue
from .family import Family

_SAY = Words("duties")
_NOT_OWED = _SAY("not_owed")

SECURITY = Family(
    "security_measures",
    (
        Cue([_SAY("apply"), _SAY("secured")], denied=_NOT_OWED, sure=SURE),
        Cue([_SAY("apply"), _SAY.several("measure", 2)], denied=_NOT_OWED, sure=SURE),
        Cue([_SAY("apply"), _SAY("kept_safe"), _SAY("data")], denied=_NOT_OWED),
        Cue([_SAY("apply"), _SAY("measure"), _SAY("data")], denied=_NOT_OWED),
        Cue([_SAY("apply"), _SAY("measure")], denied=_NOT_OWED, sure=FAINT),
    ),
    labels=_SAY("security_labels"),
    resembles=_SAY("not_security"),
)
RIGHTS = Family(
    "rights_obligations",
    (
        Cue([_SAY("instructed")], denied=_NOT_OWED, but=_SAY("not_instructed")),
        Cue([_SAY("customer_decides")], who=None, denied=_NOT_OWED, but=_SAY("not_instructed")),
        Cue(
            [_SAY("entitled"), _SAY("asked"), _SAY("data")], who="customer", denied=_NOT_OWED, but=_SAY("not_entitled")
        ),
        Cue([_SAY("answer")], denied=_NOT_OWED),
        Cue([_SAY("own"), _SAY("data")], who=None, sure=FAINT),
    ),
    labels=_SAY("rights_labels"),
    resembles=_SAY("not_rights"),
)
PERSONNEL = Family(
    "personnel_control",
    (
        # People are vetted by either party; what counts is whose people they are.
        Cue(
            [_SAY("staff"), _SAY("clear_control"), _SAY("shall")],
            who=None,
            denied=_NOT_OWED,
            but=_SAY("others_staff"),
            sure=SURE,
        ),
        Cue([_SAY("staff"), _SAY("control"), _SAY("touching")], denied=_NOT_OWED, but=_SAY("others_staff")),
    ),
    labels=_SAY("personnel_labels"),
    resembles=_SAY("not_personnel"),
)
CONFIDENTIALITY = Family(
    "confidentiality",
    (
        Cue([_SAY("secret"), _SAY("data")], denied=_NOT_OWED, but=_SAY("not_secret"), sure=SURE),
        Cue([_SAY("secret"), _SAY("learnt")], denied=_NOT_OWED, but=_SAY("not_secret")),
        Cue([_SAY("bound_to_secrecy")], denied=_NOT_OWED, but=_SAY("not_secret"), sure=FAINT),
        Cue([_SAY("staff"), _SAY("sworn")], sure=FAINT),
    ),
    labels=_SAY("confidentiality_labels"),
    resembles=_SAY("not_confidentiality"),
)
FAMILIES = (SECURITY, RIGHTS, PERSONNEL, CONFIDENTIALITY)
