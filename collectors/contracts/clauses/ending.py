"""What becomes of the data when the contract is over."""

from __future__ import annotations

from ..words import Words
from .cue import FAINT, SURE, Cue
from .family import Family

_SAY = Words("ending")
_NOT_OWED = _SAY("not_owed")

RETURN = Family(
    "return_or_deletion",
    (
        Cue([_SAY("delete"), _SAY("data"), _SAY("end")], denied=_NOT_OWED, sure=SURE),
        Cue([_SAY("delete"), _SAY("all"), _SAY("end")], denied=_NOT_OWED),
        Cue([_SAY("delete"), _SAY("data")], denied=_NOT_OWED, sure=FAINT),
    ),
    labels=_SAY("return_labels"),
    resembles=_SAY("not_return"),
)
FAMILIES = (RETURN,)
