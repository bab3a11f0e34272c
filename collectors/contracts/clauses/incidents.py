"""What happens after an incident: who is told, and who helps."""

from __future__ import annotations

from ..words import Words
from .cue import FAINT, SURE, Cue
from .family import Family

_SAY = Words("incidents")
_NOT_OWED = _SAY("not_owed")

NOTIFICATION = Family(
    "breach_notification",
    (
        Cue([_SAY("notify"), _SAY("incident"), _SAY("speed")], told=True, denied=_NOT_OWED, sure=SURE),
        Cue([_SAY("notify"), _SAY("incident")], told=True, denied=_NOT_OWED),
        Cue([_SAY("notify"), _SAY("bad_things"), _SAY("speed")], told=True, denied=_NOT_OWED),
        Cue([_SAY("notify"), _SAY("hours")], told=True, denied=_NOT_OWED, sure=FAINT),
        Cue([_SAY("notify"), _SAY("speed")], told=True, denied=_NOT_OWED, after=_SAY("incident"), sure=FAINT),
    ),
    labels=_SAY("notice_labels"),
    resembles=_SAY("not_notice", "force_majeure"),
)
HELP = Family(
    "incident_assistance",
    (
        Cue([_SAY("assist"), _SAY("repair"), _SAY("incident", "authority")], denied=_NOT_OWED, sure=SURE),
        Cue([_SAY("assist"), _SAY("tell"), _SAY("authority")], denied=_NOT_OWED, sure=SURE),
        Cue([_SAY("assist"), _SAY("incident")], denied=_NOT_OWED),
        Cue([_SAY("assist"), _SAY("legal_help")], denied=_NOT_OWED),
        Cue([_SAY("assist"), _SAY("repair")], denied=_NOT_OWED, after=_SAY("incident"), sure=FAINT),
    ),
    labels=_SAY("help_labels"),
    resembles=_SAY("not_help", "force_majeure"),
)
FAMILIES = (NOTIFICATION, HELP)
