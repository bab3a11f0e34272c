"""What an agreement of confidentiality says about the secret itself."""

from __future__ import annotations

from ..words import Words
from .cue import FAINT, SURE, Cue
from .family import Family

_SAY = Words("secrecy")
_NOT_OWED = _SAY("not_owed")

DUTIES = Family(
    "duties",
    (
        Cue([_SAY("secret"), _SAY("duty"), _SAY("data", "known")], denied=_NOT_OWED, but=_SAY("not_duty"), sure=SURE),
        Cue([_SAY("secret"), _SAY("duty")], denied=_NOT_OWED, but=_SAY("not_faintly"), sure=FAINT),
    ),
    resembles=_SAY("not_duties"),
)
ACCESS = Family(
    "access",
    (
        Cue([_SAY("see"), _SAY("who"), _SAY("seen")], denied=_NOT_OWED),
        Cue([_SAY("only_to")]),
    ),
    labels=_SAY("access_labels"),
    resembles=_SAY("not_access"),
)
STORAGE = Family(
    "storage",
    (Cue([_SAY("keep"), _SAY("kept"), _SAY("kept_where")], denied=_NOT_OWED),),
    labels=_SAY("storage_labels"),
    resembles=_SAY("not_storage"),
)
TRANSMISSION = Family(
    "transmission",
    (Cue([_SAY("send"), _SAY("how_sent"), _SAY("sent")], denied=_NOT_OWED),),
    labels=_SAY("transmission_labels"),
    resembles=_SAY("not_transmission"),
)
USE = Family(
    "use",
    (Cue([_SAY("use"), _SAY("only_used"), _SAY("used")], denied=_NOT_OWED),),
    labels=_SAY("use_labels"),
    resembles=_SAY("not_use"),
)
LIABILITY = Family(
    "liability",
    (
        Cue([_SAY("answer"), _SAY("breach")], who=None, sure=SURE),
        Cue([_SAY("answer"), _SAY("agreement")], who=None, sure=FAINT),
    ),
    labels=_SAY("liability_labels"),
    resembles=_SAY("not_liability"),
)
COMPENSATION = Family(
    "compensation",
    (
        Cue([_SAY("pay"), _SAY("loss")], but=_SAY("unpaid"), sure=SURE),
        Cue([_SAY("pay")], but=_SAY("unpaid"), sure=FAINT),
    ),
    labels=_SAY("compensation_labels"),
    resembles=_SAY("not_compensation"),
)
POST_TERMINATION = Family(
    "post_termination",
    (Cue([_SAY("afterwards"), _SAY("lasts")], who=None, denied=_NOT_OWED, sure=SURE),),
    labels=_SAY("post_labels"),
    resembles=_SAY("not_post"),
)
FAMILIES = (DUTIES, ACCESS, STORAGE, TRANSMISSION, USE, LIABILITY, COMPENSATION, POST_TERMINATION)
