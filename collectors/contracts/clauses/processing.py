"""What is done with the data: purpose, duration, method and kinds of data."""

from __future__ import annotations

from ..words import Words
from .cue import FAINT, SURE, Cue
from .family import Family

_SAY = Words("processing")

PURPOSE = Family(
    "purpose",
    (
        Cue([_SAY("process"), _SAY("only"), _SAY("data")], who=None, sure=SURE),
        Cue([_SAY("process"), _SAY("purpose"), _SAY("data")], who=None),
        Cue([_SAY("task"), _SAY("data")], who=None),
        Cue([_SAY("nothing_else"), _SAY("data")], who=None),
        Cue([_SAY("nothing_else")], who=None, after=_SAY("data"), sure=FAINT),
        Cue([_SAY("processing_itself"), _SAY("purpose")], who=None, sure=FAINT),
        Cue([_SAY("only"), _SAY("process")], but=_SAY("other_use"), sure=FAINT),
    ),
    labels=_SAY("purpose_labels"),
    resembles=_SAY("not_purpose"),
)
DURATION = Family(
    "duration",
    (
        Cue([_SAY("handling"), _SAY("span_of_handling")], but=_SAY("floor"), who=None, sure=SURE),
        Cue([_SAY("handling"), _SAY("span"), _SAY("data")], but=_SAY("floor"), who=None),
        Cue([_SAY("working"), _SAY("span_of_agreement")], but=_SAY("floor")),
    ),
    labels=_SAY("duration_labels"),
    resembles=_SAY("not_duration"),
)
METHOD = Family(
    "method",
    (
        Cue([_SAY("way_of_processing"), _SAY("operation")], who=None, sure=SURE),
        Cue([_SAY("manner"), _SAY.several("operation", 2)], but=_SAY("not_manner"), who=None),
        Cue([_SAY.several("operation", 3)], who=None),
        Cue([_SAY.several("operation", 2), _SAY("data")], but=_SAY("measures"), sure=FAINT),
    ),
    labels=_SAY("method_labels"),
    resembles=_SAY("not_method"),
)
DATA_TYPES = Family(
    "data_types",
    (
        Cue([_SAY.several("item", 3), _SAY("kinds"), _SAY("data")], who=None, sure=SURE),
        Cue([_SAY.several("item", 3)], who=None),
        Cue([_SAY.several("item", 2), _SAY("kinds"), _SAY("data_proper")], who=None, sure=FAINT),
    ),
    labels=_SAY("types_labels"),
    resembles=_SAY("not_types"),
    elsewhere=_SAY("types_elsewhere"),
)
FAMILIES = (PURPOSE, DURATION, METHOD, DATA_TYPES)
