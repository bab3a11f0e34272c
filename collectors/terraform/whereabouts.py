"""The account and the region that resources will lie in, by their providers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..iac.declared import Declared
from . import addresses
from .configuration import Configuration
from .configured import Resource
from .expressions import references_of
from .plan_file import Given

_ACCOUNT = re.compile(r"^(?:arn:aws[a-z-]*:[^:]*:[^:]*:)?(\d{12})(?::.*)?$")
_REGION = re.compile(r"^[a-z]{2}(?:-[a-z]+)+-\d$")
_DEFAULT = "aws"


class Whereabouts:
    """Reads the providers of a configuration."""

    def __init__(self, configuration: Configuration | None, variables: Mapping[str, Given]) -> None:
        self._providers = configuration.providers if configuration else {}
        self._variables = variables
        self._known: dict[str, tuple[str | None, str | None]] = {}

    def region(self) -> str | None:
        """Return the region of the default provider."""
        return self._of(_DEFAULT)[0]

    def region_of(self, configured: Resource | None, values: Mapping[str, Any]) -> str | None:
        """Return the region of a resource: its own argument, or that of its provider."""
        own = values.get("region")
        return own if _is_region(own) else self._of(self._key(configured))[0]

    def account_of(self, configured: Resource | None) -> str | None:
        """Return the account of the provider of a resource, where its configuration names it."""
        return self._of(self._key(configured))[1]

    def account(self, resources: Sequence[Declared]) -> str | None:
        """Return the account of the default provider.

        Else that of the identity that planned, else the one on which the ARNs of what is there already agree.
        """
        identities = (r.values.get("account_id") for r in resources if r.type == "data.aws_caller_identity")
        return self._of(_DEFAULT)[1] or _only(identities) or _only(_accounts(resources))

    def _of(self, key: str) -> tuple[str | None, str | None]:
        if key not in self._known:
            region = self._value(key, "region")
            self._known[key] = (region if _is_region(region) else None, self._account(key))
        return self._known[key]

    def _key(self, configured: Resource | None) -> str:
        key = (configured.provider_config_key if configured else "") or _DEFAULT
        return key if key in self._providers else key.rpartition(":")[2]

    def _account(self, key: str) -> str | None:
        allowed = self._value(key, "allowed_account_ids")
        if isinstance(allowed, list) and len(allowed) == 1:
            return _account_in(allowed[0])
        roles = self._expressions(key).get("assume_role")
        role = roles[-1] if isinstance(roles, list) and roles else roles
        return _account_in(self._settled(role.get("role_arn"), key)) if isinstance(role, Mapping) else None

    def _value(self, key: str, name: str) -> Any:
        return self._settled(self._expressions(key).get(name), key)

    def _expressions(self, key: str) -> Mapping[str, Any]:
        provider = self._providers.get(key)
        return provider.expressions if provider else {}

    def _settled(self, expression: Any, key: str) -> Any:
        """Return a constant, or the value of the variable of the root module that alone is named."""
        if not isinstance(expression, Mapping):
            return None
        texts = list(references_of(expression))
        if len(texts) == 1 and addresses.head(texts[0]) == "var" and ":" not in key:
            variable = self._variables.get(texts[0].removeprefix("var."))
            return variable.value if variable else None
        return expression.get("constant_value")


def _accounts(resources: Iterable[Declared]) -> Iterable[str | None]:
    return (_account_in(r.values.get("arn")) for r in resources if not r.type.startswith("data."))


def _account_in(text: object) -> str | None:
    match = _ACCOUNT.match(text) if isinstance(text, str) else None
    return match[1] if match else None


def _is_region(text: object) -> bool:
    return isinstance(text, str) and _REGION.match(text) is not None


def _only(found: Iterable[object]) -> str | None:
    known = {item for item in found if isinstance(item, str) and item}
    return known.pop() if len(known) == 1 else None
