"""Where the data are, and whether they may go abroad."""

from __future__ import annotations

from ..words import Words
from .cue import SURE, Cue
from .family import Family

_SAY = Words("places")

CROSS_BORDER = Family(
    "cross_border",
    (
        Cue([_SAY("border"), _SAY("stay"), _SAY("data")], who=None, sure=SURE),
        Cue([_SAY("border"), _SAY("stay")], who=None),
        Cue([_SAY("named"), _SAY("data")], who=None),
        Cue([_SAY("named"), _SAY("kept")], who=None),
    ),
    labels=_SAY("place_labels"),
    resembles=_SAY("not_place"),
)
FAMILIES = (CROSS_BORDER,)
