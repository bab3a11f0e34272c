"""Who pays for a breach."""

from __future__ import annotations

from ..words import Words
from .cue import SURE, Cue
from .family import Family

_SAY = Words("liability")
_DENIED = _SAY("none")

LIABILITY = Family(
    "breach_liability",
    (
        Cue([_SAY("pays"), _SAY("fault"), _SAY("data")], denied=_DENIED, sure=SURE),
        Cue([_SAY("pays"), _SAY("fault")], denied=_DENIED, but=_SAY("late")),
        Cue([_SAY("pays"), _SAY("limit")], denied=_DENIED, but=_SAY("late")),
    ),
    labels=_SAY("liability_labels"),
    resembles=_SAY("not_liability"),
)
FAMILIES = (LIABILITY,)
