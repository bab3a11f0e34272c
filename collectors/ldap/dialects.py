"""What servers call the same things: Active Directory, OpenLDAP, 389 Directory Server and their kin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .directory import Entry

_POSIX_ACCOUNTS = (
    "(|(objectClass=person)(objectClass=account)(objectClass=posixAccount)(objectClass=simpleSecurityObject))"
)
_POSIX_GROUPS = (
    "(|(objectClass=groupOfNames)(objectClass=groupOfUniqueNames)(objectClass=posixGroup)(objectClass=groupOfURLs))"
)
#: Managed accounts of services are computers to Active Directory, and no other computer is an account here.
_AD_ACCOUNTS = (
    "(|(&(objectClass=user)(!(objectClass=computer)))"
    "(objectClass=msDS-GroupManagedServiceAccount)(objectClass=msDS-ManagedServiceAccount)"
    "(objectClass=msDS-DelegatedManagedServiceAccount))"
)

AD_CAPABILITY = "1.2.840.113556.1.4.800"
AD_DISABLED = 0x2
#: The day on which Unix closes an account; a log-on to the directory itself does not look at it.
SHADOW = "shadowExpire"


@dataclass(frozen=True)
class Dialect:
    """One family of servers."""

    key: str
    accounts: str
    """Filter that accounts fit."""
    groups: str
    names: Sequence[str]
    """Attributes that name an account or a group, the first that is there."""
    disabled: str
    """Filter that disabled accounts fit; empty where an attribute says it."""
    created: str
    changed: str
    log_ons: Sequence[str]
    """Attributes with the last log-on; the latest counts."""
    password_set: Sequence[str]
    expiries: Sequence[str]
    """Attributes with the end of an account; the earliest counts."""
    more: Sequence[str] = ()
    """Further attributes of accounts."""
    chains: bool = False
    """Resolves nested membership itself."""

    @property
    def active_directory(self) -> bool:
        """Say whether accounts have the attributes of Active Directory."""
        return self.key == "active_directory"


_AD = Dialect(
    key="active_directory",
    accounts=_AD_ACCOUNTS,
    groups="(objectClass=group)",
    names=("sAMAccountName", "cn"),
    disabled="",
    created="whenCreated",
    changed="whenChanged",
    log_ons=("lastLogonTimestamp", "lastLogon"),
    password_set=("pwdLastSet",),
    expiries=("accountExpires",),
    more=(
        "userPrincipalName",
        "userAccountControl",
        "primaryGroupID",
        "objectSid",
        "msDS-UserPasswordExpiryTimeComputed",
    ),
)
_OPENLDAP = Dialect(
    key="openldap",
    accounts=_POSIX_ACCOUNTS,
    groups=_POSIX_GROUPS,
    names=("uid", "cn"),
    # For good, by an administrator; a lock after failed log-ons has the time at which it was set.
    disabled="(pwdAccountLockedTime=000001010000Z)",
    created="createTimestamp",
    changed="modifyTimestamp",
    log_ons=("authTimestamp", "pwdLastSuccess"),
    password_set=("pwdChangedTime",),
    expiries=("pwdEndTime",),
    more=("gidNumber", "pwdAccountLockedTime", SHADOW),
)
_DS389 = Dialect(
    key="ds389",
    accounts=_POSIX_ACCOUNTS,
    groups=_POSIX_GROUPS,
    names=("uid", "cn"),
    disabled="(nsAccountLock=TRUE)",
    created="createTimestamp",
    changed="modifyTimestamp",
    log_ons=("lastLoginTime", "krbLastSuccessfulAuth"),
    password_set=("krbLastPwdChange", "pwdUpdateTime"),
    expiries=("krbPrincipalExpiration",),
    more=("gidNumber", SHADOW),
)
_KNOWN = {dialect.key: dialect for dialect in (_AD, _OPENLDAP, _DS389)}


def dialect_of(about: Entry, options: Mapping[str, Any]) -> Dialect:
    """Return the dialect that the options name, else the one that the server speaks, with the options' filters."""
    found = _KNOWN[str(options.get("dialect", _spoken(about)))]
    chains = found.active_directory and AD_CAPABILITY in about.texts("supportedCapabilities")
    given = {name: str(options[name]) for name in ("accounts", "groups", "disabled") if name in options}
    names = (str(options["name"]), *found.names) if "name" in options else found.names
    expiries = (*found.expiries, SHADOW) if options.get("shadow_expire") else found.expiries
    return replace(found, **given, names=names, chains=chains, expiries=expiries)


def _spoken(about: Entry) -> str:
    if AD_CAPABILITY in about.texts("supportedCapabilities"):
        return "active_directory"
    vendor = " ".join(about.texts("vendorName")).lower()
    return "ds389" if "389 project" in vendor or "red hat" in vendor else "openldap"
