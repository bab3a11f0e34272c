"""Which conditions keep `Principal: "*"` from meaning everybody.

A condition narrows when its key cannot be absent or freely chosen by the caller and every value is fixed: an
organisation, account, VPC or VPC endpoint, a source or principal ARN of one account, or a range of addresses
no wider than /8 (IPv4) or /32 (IPv6). Negations, `...IfExists` and `ForAllValues:` do not narrow: a request
without the key passes them.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Iterable

from .document import Condition

_EQUALS = ("stringequals", "stringequalsignorecase", "stringlike", "arnequals", "arnlike")
_WIDEST = {4: 8, 6: 32}


def narrows(conditions: Iterable[Condition]) -> bool:
    """Whether one of the conditions, which all have to hold, limits who is meant."""
    return any(_narrows(condition) for condition in conditions)


def principals_named(conditions: Iterable[Condition]) -> set[str]:
    """Return the accounts and principals that the conditions let in, as far as they name them."""
    keys = ("aws:principalaccount", "aws:principalarn", "kms:calleraccount")
    return {value for c in conditions if c.key in keys and _narrows(c) for value in c.values}


def _narrows(condition: Condition) -> bool:
    operator = condition.operator.removeprefix("foranyvalue:")
    if condition.key == "aws:principalisawsservice":
        return operator == "bool" and condition.values == ("true",)
    if condition.key == "aws:sourceip":
        return operator == "ipaddress" and _all(_is_small_range, condition)
    return operator in _EQUALS and condition.key in _KEYS and _all(_KEYS[condition.key], condition)


def _all(is_fixed: Callable[[str], bool], condition: Condition) -> bool:
    return bool(condition.values) and all(map(is_fixed, condition.values))


def _is_fixed(value: str) -> bool:
    return not re.search(r"[*?]|\$\{", value)


def _is_arn_of_one_account(value: str) -> bool:
    parts = value.split(":", 5)
    return _is_fixed(value) or (len(parts) > 5 and re.fullmatch("[0-9]{12}", parts[4]) is not None)


def _is_path_of_one_organisation(value: str) -> bool:
    return re.match("o-[a-z0-9]+/", value) is not None


def _is_small_range(value: str) -> bool:
    try:
        network = ipaddress.ip_network(value, strict=False)
    except ValueError:
        return False
    return network.prefixlen >= _WIDEST[network.version]


_KEYS = dict.fromkeys(
    (
        "aws:principalaccount",
        "aws:principalorgid",
        "aws:sourceaccount",
        "aws:sourceorgid",
        "aws:sourceowner",
        "aws:sourcevpc",
        "aws:sourcevpce",
        "kms:calleraccount",
        "s3:dataaccesspointaccount",
    ),
    _is_fixed,
)
_KEYS |= dict.fromkeys(("aws:principalarn", "aws:sourcearn", "s3:dataaccesspointarn"), _is_arn_of_one_account)
_KEYS |= dict.fromkeys(("aws:principalorgpaths", "aws:sourceorgpaths"), _is_path_of_one_organisation)
