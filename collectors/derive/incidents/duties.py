"""Whom an incident binds: our role, the laws, the sort of operator and the grade."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from assay.derive import Derivation, Derivations, Missing, Record, View

from ..moments import earliest
from ..reading import fact, is_date, moment

_BEIJING = ZoneInfo("Asia/Shanghai")
_GRADES = ("general", "larger", "major", "extra_major")
# Laws as people write them; CN, EU and UK are the words of the policies.
_LAWS = {"中国": "CN", "CHINA": "CN", "PRC": "CN", "欧盟": "EU", "英国": "UK", "GB": "UK"}
# Persons from which the reporting measures grade an incident so.
_PERSONS = {"extra_major": 100_000_000, "major": 10_000_000, "larger": 1_000_000, "general": 0}


def organization(view: View, field: str) -> object:
    """Return a fact of the one organisation of the estate."""
    found = view.every("organization")
    return fact(found[0], field) if len(found) == 1 else Missing()


def _or(field: str, otherwise: Callable[[Record, View], object]) -> Derivation:
    """Make a field a fact also where it is unread."""
    return Derivation(lambda record, view: record[field] if field in record else otherwise(record, view))


def _given(other: str, otherwise: object) -> Callable[[Record, View], object]:
    """Return a value that stands in for an unread field as long as the other one was read."""
    return lambda record, _: otherwise if other in record else fact(record, other)


def _named(laws: object) -> object:
    """Return laws in the words of the policies; a law by another name would seem to bind nobody."""
    if not isinstance(laws, list):
        return laws
    written = [str(law).strip().upper() for law in laws]
    return sorted({_LAWS.get(law, law) for law in written})


def _binding_laws(record: Record, view: View) -> object:
    found = fact(record, "governing_laws")
    return _named(organization(view, "jurisdictions") if isinstance(found, Missing) else found)


def _organization_laws(_: Record, view: View) -> object:
    return _named(organization(view, "jurisdictions"))


def _operators(record: Record, view: View) -> list[str]:
    """Return the sorts of operator that we may be in this incident; one, where what decides was read."""
    cii = record["involves_cii"] if "involves_cii" in record else organization(view, "is_ciio")
    central = organization(view, "is_central_gov_unit")
    if cii is True:
        return ["cii"]
    sorts = ["cii"] if isinstance(cii, Missing) else []
    sorts += [] if central is False else ["central_gov"]
    return sorts + ([] if central is True else ["other"])


def _grade_by_persons(record: Record, _: View) -> object:
    persons = fact(record, "persons_affected")
    if not isinstance(persons, int):
        return persons
    return next((grade for grade, least in _PERSONS.items() if persons >= least), _GRADES[0])


def _detected_in_beijing(record: Record, view: View) -> object:
    text = moment(record, "detected_at")
    if not is_date(text):
        return text
    return earliest(text, view.zone).astimezone(_BEIJING).isoformat(timespec="seconds")


DERIVED: Derivations = {
    "judged_role": _or("role", lambda *_: "controller"),
    "judged_pi_breach": _or("is_pi_breach", lambda *_: True),
    "judged_severity": _or("severity", _given("persons_affected", _GRADES[0])),
    "judged_persons": _or("persons_affected", _given("severity", 0)),
    "grade_by_persons": Derivation(_grade_by_persons),
    "binding_laws": Derivation(_binding_laws),
    "organization_laws": Derivation(_organization_laws),
    "operators": Derivation(_operators),
    "detected_in_beijing": Derivation(_detected_in_beijing),
}
