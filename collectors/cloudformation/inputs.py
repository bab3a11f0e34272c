"""What a template is given: its parameters, by the user or by their defaults, and the pseudo parameters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..iac.value import Hidden, Unknown
from .template import Template
from .values import NOTHING, Asked, Given, origin_of, text_of

ACCOUNT = "AWS::AccountId"
REGION = "AWS::Region"


class Inputs:
    """Values by the names that `Ref` knows; a default is what a deployment without arguments takes."""

    def __init__(self, template: Template, given: Mapping[str, Any], account: str | None, region: str | None) -> None:
        self._declared: dict[str, Mapping[str, Any]] = {
            name: entry if isinstance(entry, dict) else {} for name, entry in template.section("Parameters").items()
        }
        self._given = {name: value for name, value in given.items() if name in self._declared}
        self._pseudo = _pseudo(account, region)

    def __contains__(self, name: object) -> bool:
        return name in self._declared or name in self._pseudo

    @property
    def defaulted(self) -> list[str]:
        """Names of the parameters of which the default is taken."""
        return [name for name, entry in self._declared.items() if name not in self._given and "Default" in entry]

    def allowed(self, name: str) -> list[str]:
        """Return the only values that a parameter may have, where it says so."""
        values = self._declared.get(name, {}).get("AllowedValues")
        return [text_of(value) or "" for value in values] if isinstance(values, list) else []

    def value(self, name: str, reveal: bool = False) -> Any:
        """Return the value; that of a NoEcho parameter only to a condition, which keeps nothing of it."""
        if name in self._pseudo:
            return self._pseudo[name]
        value, origin = self._settled(name)
        if value is None:
            return Asked(operation=f"parameter {name}", parameter=name)
        if not isinstance(value, str | int | float | list):
            # A nested stack may be handed anything that an expression of the outer one gives.
            return value
        if str(self._declared[name].get("NoEcho", "")).lower() == "true" and not reveal:
            return Hidden(origin)
        return _typed(value, str(self._declared[name].get("Type", "")), origin)

    def _settled(self, name: str) -> tuple[Any, str]:
        entry = self._declared[name]
        if name in self._given:
            value = self._given[name]
            return value, origin_of(value)
        if str(entry.get("Type", "")).startswith("AWS::SSM::Parameter::Value"):
            # Its default is the name under which the value is kept, not the value.
            return None, ""
        if "Default" in entry:
            return entry["Default"], "default_value"
        only = self.allowed(name)
        return (only[0], "default_value") if len(only) == 1 else (None, "")


def _typed(value: Any, type_: str, origin: str) -> Any:
    if isinstance(value, list):
        return value
    text = Given(text_of(value) or "", origin)
    if type_ == "CommaDelimitedList" or type_.startswith("List<"):
        return [Given(item.strip(), origin) for item in text.split(",")] if text else []
    return text


def _pseudo(account: str | None, region: str | None) -> dict[str, Any]:
    partition = "aws"
    for prefix in ("cn", "us-gov"):
        if (region or "").startswith(f"{prefix}-"):
            partition = f"aws-{prefix}"
    named = {name: Unknown(operation=name) for name in ("StackName", "StackId", "NotificationARNs")}
    return {
        "AWS::NoValue": NOTHING,
        ACCOUNT: account or Asked(operation=ACCOUNT, parameter=ACCOUNT),
        REGION: region or Asked(operation=REGION, parameter=REGION),
        "AWS::Partition": partition,
        "AWS::URLSuffix": "amazonaws.com.cn" if partition == "aws-cn" else "amazonaws.com",
        **{f"AWS::{name}": value for name, value in named.items()},
    }
