"""What data a person or an account reaches: directly, through groups, and through database roles."""

from __future__ import annotations

from collections.abc import Sequence

from assay.derive import Derivation, Missing, Record, View

from .levels import JUDGED_AS, LEVELS
from .registers import all_named

_PERSONAL = LEVELS[LEVELS.index(JUDGED_AS) :]
_USES = [("database_role", "account_id"), ("access_grant", "principal_id")]


def _principals(accounts: Sequence[Record], view: View) -> list[Record]:
    """Return accounts and their database roles."""
    roles = [role for account in accounts for role in view.where("database_role", "account_id", account["id"])]
    return [*accounts, *roles]


def _names(principal: Record) -> list[str]:
    """Return the names under which grants reach a principal; "*" stands for everybody who can log in."""
    return [principal["id"], "*", *principal.get("group_ids", ()), *principal.get("member_of", ())]


def _all_in_sight(principals: list[Record], view: View) -> bool:
    return (
        all_named(view, "database_role", "account_id")
        and all_named(view, "access_grant", "principal_id")
        and all("group_ids" in principal or "member_of" in principal for principal in principals)
    )


def _reach(principals: list[Record], accounts_in_sight: bool, view: View) -> object:
    """A grant on personal data proves it; that there is none is proved where every grant is in sight."""
    names = sorted({name for principal in principals for name in _names(principal)})
    levels = {grant.get("data_level") for name in names for grant in view.where("access_grant", "principal_id", name)}
    if levels.intersection(_PERSONAL):
        return True
    whole = accounts_in_sight and None not in levels and _all_in_sight(principals, view)
    return False if whole else Missing("partial")


def _handles_pi(person: Record, view: View) -> object:
    accounts = view.where("identity_account", "staff_id", person["id"])
    return _reach(_principals(accounts, view), all_named(view, "identity_account", "staff_id"), view)


def _reaches_pi(account: Record, view: View) -> object:
    return _reach(_principals([account], view), True, view)


handles_pi = Derivation(_handles_pi, uses=[("identity_account", "staff_id"), *_USES])
reaches_pi = Derivation(_reaches_pi, uses=_USES)
