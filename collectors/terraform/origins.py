"""Where the value of a secret argument comes from, by its expression in the configuration."""

from __future__ import annotations

from collections.abc import Mapping

from ..iac import secrets
from . import addresses, within
from .configuration import Configuration, End
from .configured import Resource, Variable
from .expressions import Expression, offers_literal
from .plan_file import Given

#: Data sources and ephemeral resources that read from a store of secrets.
_STORES = (
    "data.aws_secretsmanager",
    "data.aws_ssm_parameter",
    "data.aws_kms_secrets",
    "data.vault_",
    "data.onepassword",
    "data.google_secret_manager",
    "data.azurerm_key_vault_secret",
    "data.doppler_",
    "data.sops_",
    "ephemeral.",
)
#: Resources whose id, ARN or name only says where a secret is kept.
_KEPT = ("aws_secretsmanager_secret", "aws_ssm_parameter")
_MADE = ("random_", "tls_", "data.aws_secretsmanager_random_password")
#: One expression may name several; the worst counts.
_WORST_FIRST = ("literal", "default_value", "unknown", "runtime_input", "generated", "secret_store_reference")
_DEEPEST = 8


class Origins:
    """Follows the expressions of secrets to what gives them their value."""

    def __init__(self, configuration: Configuration | None, variables: Mapping[str, Given]) -> None:
        """`variables` are the values of the variables of the root module."""
        self._configuration = configuration
        self.given = variables

    def origin(self, module: str, expression: Expression, user: Resource | None, deep: int = 0) -> str:
        """Return `literal`, `default_value`, `runtime_input`, `generated`, `secret_store_reference` or `unknown`."""
        if self._configuration is None or expression is None or deep > _DEEPEST:
            return "unknown"
        if offers_literal(expression):
            return "literal"
        ends = [end for end in self._configuration.ends(module, expression, user) if _gives_a_value(end)]
        telling = [end for end in ends if _is_about_a_secret(end)]
        found = {self._of(end, deep) for end in telling or ends}
        return next((name for name in _WORST_FIRST if name in found), "literal")

    def may_give(self, module: str, expression: Expression, user: Resource | None, value: object) -> bool:
        """Whether a value may be what its variables give: a plan names them also where one only chooses a literal."""
        if self._configuration is None or not isinstance(value, str):
            return True
        ends = self._configuration.ends(module, expression, user)
        names = [addresses.name(end.text, 1) for end in ends if addresses.head(end.text) == "var" and not end.module]
        given = [self.given.get(name, Given()).value for name in names]
        # The value of an ephemeral variable is not told.
        if not given or None in given:
            return True
        return any(within.holds(value, text) or within.holds(text, value) for text in within.texts(given))

    def _of(self, end: End, deep: int) -> str:
        text = end.text
        head = addresses.head(text)
        if text.startswith(_MADE):
            return "generated"
        if text.startswith(_STORES):
            return "secret_store_reference"
        if head == "var":
            return self._variable(end)
        if head in ("local", "module", "data"):
            return "unknown"
        return self._attribute(end, deep)

    def _variable(self, end: End) -> str:
        assert self._configuration is not None  # noqa: S101 - `origin` returns before
        name = addresses.name(end.text, 1)
        declared = self._configuration.module(end.module).variables.get(name, Variable())
        default = declared.default
        if declared.assigned:
            return "literal"
        given = None if end.module else self.given.get(name)
        if default is None or (given is not None and given.value != default):
            return "runtime_input" if not end.module else "unknown"
        return "default_value"

    def _attribute(self, end: End, deep: int) -> str:
        """Return the origin of an attribute of another resource: of its own argument, or made by the service."""
        assert self._configuration is not None  # noqa: S101 - `origin` returns before
        names = addresses.names(end.text)
        size = 2
        resource = self._configuration.resource(end.module, ".".join(names[:size]))
        if resource is not None and len(names) > size and names[size] in resource.expressions:
            return self.origin(end.module, resource.expressions[names[size]], resource, deep + 1)
        return "secret_store_reference" if names[0].startswith(_KEPT) else "generated"


def _gives_a_value(end: End) -> bool:
    return addresses.head(end.text) not in ("path", "terraform", "count", "self", "each")


def _is_about_a_secret(end: End) -> bool:
    """Whether a reference is to the secret itself, and not to the host or the user that stand beside it in a text."""
    names = addresses.names(end.text)
    return end.text.startswith(_STORES + _MADE + _KEPT) or secrets.secrecy("", names, None) == "secret"
