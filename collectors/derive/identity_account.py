"""Derived facts of an account: who stands behind it, how it was closed after they left, when it was used."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from assay.derive import Derivation, Derivations, Missing, Record, View

from .administered import ADMINISTERED
from .in_sight import agreements_in_sight
from .moments import days_since, hours_at_least, hours_at_most
from .parties import UNREGISTERED, referred, standing
from .reach import reaches_pi
from .reading import age_of, fact, is_date, moment, unread
from .registers import completeness
from .staff_member import left_at
from .terms import since

Span = Callable[[datetime, str, ZoneInfo], int]


def _login_name(account: Record, view: View) -> str:
    name = unicodedata.normalize("NFKC", account["name"]).casefold()
    return name.partition("@")[0].strip()


def _chosen(field: str, chosen_from: str) -> Derivation:
    """Make the first of the names for a person that the roster knows, else the first as it is written."""

    def make(account: Record, view: View) -> object:
        keys = account.get(chosen_from, [])
        known = (key for key in keys if view.get("staff_member", key) is not None)
        return next(known, keys[0]) if keys else unread(account, field)

    return Derivation(make, chosen_from=chosen_from)


def _has_person(account: Record, view: View) -> object:
    person = fact(account, "staff_id")
    return person if isinstance(person, Missing) else person != "none"


def _standing(field: str, kind: str) -> Derivation:
    return Derivation(lambda account, view: standing(account, field, kind, view))


def _vendor_days_to_end(account: Record, view: View) -> object:
    vendor = referred(account, "vendor_id", "vendor", view)
    if isinstance(vendor, str | Missing):
        return "none" if isinstance(vendor, str) else vendor
    end = moment(vendor, "relationship_end_date")
    return -days_since(end, view) if is_date(end) else end


def _leaving(account: Record, view: View) -> datetime | str | Missing:
    """Return the end of the person's last working day, or "none"; without a person nobody leaves."""
    person = referred(account, "staff_id", "staff_member", view)
    if isinstance(person, str | Missing):
        return person if person == "none" or isinstance(person, Missing) else Missing()
    return left_at(person, view)


def _hours_to(field: str, span: Span) -> Derivation:
    """Make the hours from leaving to a moment of the account; `span` says how a plain day is read."""

    def make(account: Record, view: View) -> object:
        left, text = _leaving(account, view), moment(account, field)
        if not isinstance(left, datetime) or not is_date(text):
            return "none" if "none" in (left, text) else (left if isinstance(left, Missing) else text)
        return span(left, text, view.zone)

    return Derivation(make)


def _used_after_leaving(account: Record, view: View) -> object:
    left, used = _leaving(account, view), moment(account, "last_login_at")
    if used == "never" or left == "none":
        return False
    if not isinstance(left, datetime) or not is_date(used):
        return left if isinstance(left, Missing) else used
    return hours_at_least(left, used, view.zone) > 0


def _days_since_seen_open(account: Record, view: View) -> object:
    traces = (moment(account, "disabled_after"), moment(account, "last_login_at"))
    return min((days_since(text, view) for text in traces if is_date(text)), default="none")


def _days_to_expiry(account: Record, view: View) -> object:
    days = since(account, "expires_at", view)
    return -days if isinstance(days, int) else days


def _employer_id(account: Record, view: View) -> object:
    """Return the vendor that employs the person, else the one that the account itself names."""
    person = referred(account, "staff_id", "staff_member", view)
    if person == UNREGISTERED:
        return Missing()
    if isinstance(person, Missing):
        return person
    employer = "none" if isinstance(person, str) else fact(person, "vendor_id")
    return fact(account, "vendor_id") if employer == "none" else employer


def _agreements_complete(account: Record, view: View) -> object:
    """Return whether every agreement of the person behind the account is in sight."""
    person = fact(account, "staff_id")
    return person if isinstance(person, Missing) else agreements_in_sight(str(person), "staff", view)


def _expired(account: Record, view: View) -> object:
    expiry = moment(account, "expires_at")
    if isinstance(expiry, Missing):
        return expiry
    return is_date(expiry) and days_since(expiry, view) > 0


DERIVED: Derivations = {
    "staff_id": _chosen("staff_id", "person_keys"),
    "owner_staff_id": _chosen("owner_staff_id", "owner_keys"),
    "login_name": Derivation(_login_name),
    "has_person": Derivation(_has_person),
    "staff_status": _standing("staff_id", "staff_member"),
    "owner_status": _standing("owner_staff_id", "staff_member"),
    "vendor_status": _standing("vendor_id", "vendor"),
    "vendor_days_to_end": Derivation(_vendor_days_to_end),
    "hours_to_disabled_at": _hours_to("disabled_at", hours_at_most),
    "hours_to_disabled_after": _hours_to("disabled_after", hours_at_least),
    "used_after_leaving": Derivation(_used_after_leaving),
    "days_since_disabled_after": age_of("disabled_after"),
    "days_since_last_login": age_of("last_login_at"),
    "days_since_created": age_of("created_at"),
    "days_since_seen_open": Derivation(_days_since_seen_open),
    "expired": Derivation(_expired),
    "days_to_expiry": Derivation(_days_to_expiry),
    "employer_id": Derivation(_employer_id),
    "reaches_pi": reaches_pi,
    **ADMINISTERED,
    "credentials_complete": completeness("credential", "account_id"),
    "agreements_complete": Derivation(_agreements_complete),
    "trainings_complete": completeness("training_record", "staff_id"),
}
