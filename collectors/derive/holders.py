"""Who holds a grant: an account, directly or through a database role, or a vendor from outside."""

from __future__ import annotations

import re

from assay.derive import Missing, Record, View

from .parties import UNREGISTERED, referred
from .reading import fact
from .registers import all_named

_ACCOUNT_OF_ARN = re.compile(r"arn:[^:]*:[^:]*:[^:]*:(?P<account>[0-9]{12}):")

Party = Record | str | Missing
"""A record, "none" where there is none by nature, or why it is not known."""


def account_of(grant: Record, view: View) -> Party:
    """Return the account that uses the grant; principals that are no account have none."""
    match fact(grant, "principal_type"):
        case "account":
            return _found(referred(grant, "principal_id", "identity_account", view))
        case "database_role":
            role = referred(grant, "principal_id", "database_role", view)
            if isinstance(role, str | Missing):
                return _found(role)
            return _found(referred(role, "account_id", "identity_account", view))
        case Missing() as why:
            return why
        case _:
            return "none"


def vendor_of(grant: Record, view: View) -> Party:
    """Return the vendor whose account, or whose principal from outside, holds the grant."""
    if grant.get("principal_type") == "external":
        return _vendor_outside(grant, view)
    account = account_of(grant, view)
    if isinstance(account, str | Missing):
        return account
    return _found(referred(account, "vendor_id", "vendor", view))


def cloud_account(principal: str) -> str:
    """Return the account number in an ARN, else the principal as it is written."""
    found = _ACCOUNT_OF_ARN.match(principal)
    return found["account"] if found else principal


def _vendor_outside(grant: Record, view: View) -> Party:
    principal = fact(grant, "principal_id")
    if isinstance(principal, Missing):
        return principal
    holders = view.where("vendor", "cloud_account_ids", cloud_account(str(principal)))
    if len(holders) == 1:
        return holders[0]
    whole = all_named(view, "vendor", "cloud_account_ids")
    return "none" if whole and not holders else Missing("partial")


def _found(party: Party) -> Party:
    return Missing() if party == UNREGISTERED else party
