"""Derived facts of a firewall rule: how wide its range is, and whether it is everybody."""

from __future__ import annotations

from ipaddress import IPv4Network, IPv6Network, ip_network

from assay.derive import Derivation, Derivations, Missing, Record, View

from .reading import unread

_NO_RANGE = "none"


def _range(rule: Record) -> IPv4Network | IPv6Network | str | Missing:
    """Return the range of a rule, "none" where its source is a group, or why it is not known."""
    if "cidr" not in rule:
        why = unread(rule, "cidr")
        # A register that says "not any" and keeps silent about a range has none to name.
        return _NO_RANGE if why.reason == "not_in_source" and rule.get("is_any") is False else why
    return _NO_RANGE if rule["cidr"] == _NO_RANGE else ip_network(rule["cidr"].strip(), strict=False)


def _is_any(rule: Record, _: View) -> object:
    found = _range(rule)
    return found if isinstance(found, Missing) else not isinstance(found, str) and found.prefixlen == 0


def _cidr_prefix(rule: Record, _: View) -> object:
    found = _range(rule)
    return found if isinstance(found, str | Missing) else found.prefixlen


def _cidr_version(rule: Record, _: View) -> object:
    found = _range(rule)
    return found if isinstance(found, str | Missing) else found.version


DERIVED: Derivations = {
    "is_any": Derivation(_is_any),
    "cidr_prefix": Derivation(_cidr_prefix),
    "cidr_version": Derivation(_cidr_version),
}
