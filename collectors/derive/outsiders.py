"""The accounts behind the principals that a record lets in from outside."""

from __future__ import annotations

import re

from assay.derive import Derivation, Derivations, Missing, Record, View

from .holders import cloud_account
from .reading import fact
from .vendor_accounts import all_in_sight

_ACCOUNT = re.compile(r"[0-9]{12}")


def _principal_accounts(record: Record, _: View) -> object:
    """Principal to its account; one that names no account (`*`, a service) is left out."""
    principals = fact(record, "external_principals")
    if not isinstance(principals, list):
        return principals
    accounts = {principal: cloud_account(principal) for principal in principals}
    return {principal: account for principal, account in accounts.items() if _ACCOUNT.fullmatch(account)}


def _external_account_ids(record: Record, view: View) -> object:
    accounts = _principal_accounts(record, view)
    return sorted(set(accounts.values())) if isinstance(accounts, dict) else accounts


def _vendor_accounts_read(record: Record, view: View) -> object:
    """Say that a vendor that uses one of the accounts let in cannot have been missed."""
    accounts = _external_account_ids(record, view)
    if isinstance(accounts, Missing):
        return accounts
    return not accounts or all_in_sight(view) or Missing("partial")


OUTSIDERS: Derivations = {
    "principal_accounts": Derivation(_principal_accounts),
    "external_account_ids": Derivation(_external_account_ids),
    "vendor_accounts_read": Derivation(_vendor_accounts_read),
}
