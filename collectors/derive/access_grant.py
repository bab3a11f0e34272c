"""Derived facts of a grant: who holds and uses it, the end of the vendor that does, level, age and use."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

from assay.derive import Derivation, Derivations, Missing, Record, View

from .holders import Party, account_of, cloud_account, vendor_of
from .levels import JUDGED_AS
from .moments import days_since, end_of_day, hours_from
from .parties import referred
from .people import PEOPLE
from .reading import age_of, day_number_of, fact, is_date, moment, unread
from .terms import since

_ACCOUNT = re.compile("[0-9]{12}")
_USES = [("vendor", "cloud_account_ids")]


def _id_of(party: Callable[[Record, View], Party]) -> Derivation:
    def make(grant: Record, view: View) -> object:
        found = party(grant, view)
        return found if isinstance(found, str | Missing) else found["id"]

    return Derivation(make, uses=_USES)


def _of_vendor(make: Callable[[Record, View], object], without: object) -> Derivation:
    """Make a fact of the vendor that holds the grant; `without` is the fact where no vendor does."""

    def derived(grant: Record, view: View) -> object:
        vendor = vendor_of(grant, view)
        if isinstance(vendor, Missing):
            return vendor
        return without if isinstance(vendor, str) else make(vendor, view)

    return Derivation(derived, uses=_USES)


def _over(vendor: Record, view: View) -> object:
    status, end = fact(vendor, "status"), moment(vendor, "relationship_end_date")
    if status == "ended" or (is_date(end) and days_since(end, view) > 0):
        return True
    unknown = [why for why in (status, end) if isinstance(why, Missing)]
    return unknown[0] if unknown else False


def _end_at(vendor: Record, view: View) -> object:
    end = _end(vendor, view)
    return end.isoformat() if isinstance(end, datetime) else end


def _hours_since_end(vendor: Record, view: View) -> object:
    end = _end(vendor, view)
    return hours_from(end, view.as_of) if isinstance(end, datetime) else end


def _end(vendor: Record, view: View) -> object:
    end = moment(vendor, "relationship_end_date")
    return end_of_day(end, view.zone) if is_date(end) else end


def _data_level(grant: Record, view: View) -> object:
    """Return the level of the one thing that the grant reaches."""
    kind = fact(grant, "resource_type")
    if isinstance(kind, Missing):
        return kind
    target = referred(grant, "resource_id", str(kind), view)
    if isinstance(target, str):
        return Missing()
    return target if isinstance(target, Missing) else fact(target, "data_level")


def _days_since_given(grant: Record, view: View) -> object:
    """Return the days since the grant was given, or first seen where the system keeps no date."""
    days = since(grant, "granted_at", view)
    return since(grant, "first_seen_at", view) if days == "unknown" else days


def _days_to_expiry(grant: Record, view: View) -> object:
    days = since(grant, "expires_at", view)
    return -days if isinstance(days, int) else days


def _trust_relation(grant: Record, view: View) -> object:
    """Compare the account that a role trusts with one's own; what is no account has been told by the collector."""
    account, own = cloud_account(str(grant.get("principal_id"))), grant.get("resource_account_id")
    if grant.get("is_role_trust") is not True or not _ACCOUNT.fullmatch(account):
        return unread(grant, "trust_relation")
    if account == own:
        return "same_account"
    accounts = {one for record in view.every("organization") for one in record.get("cloud_account_ids", ())}
    if account in accounts:
        return "same_organization"
    return "external" if own is not None or accounts else Missing()


def _principal_type(grant: Record, view: View) -> object:
    """A role that trusts an account which is not one's own is assumed from outside."""
    relation = fact(grant, "trust_relation")
    return relation if relation == "external" else unread(grant, "principal_type")


DERIVED: Derivations = {
    "trust_relation": Derivation(_trust_relation),
    "principal_type": Derivation(_principal_type),
    "holder_account_id": _id_of(account_of),
    "holder_vendor_id": _id_of(vendor_of),
    "vendor_over": _of_vendor(_over, without=False),
    "vendor_end_at": _of_vendor(_end_at, without="none"),
    "vendor_end_day": _of_vendor(day_number_of("relationship_end_date").make, without="none"),
    "hours_since_vendor_end": _of_vendor(_hours_since_end, without="none"),
    "days_since_last_used": age_of("last_used_at"),
    "days_since_granted": age_of("granted_at"),
    "days_since_first_seen": age_of("first_seen_at"),
    "days_since_given": Derivation(_days_since_given),
    "days_since_approved": age_of("approved_at"),
    "days_to_expiry": Derivation(_days_to_expiry),
    "data_level": Derivation(_data_level),
    "judged_level": Derivation(lambda grant, _: grant.get("data_level", JUDGED_AS)),
    **PEOPLE,
}
