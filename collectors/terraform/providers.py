"""Credentials that stand in the configuration of a provider."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..iac.block import Block
from ..iac.declared import Declared
from ..iac.value import Hidden
from .configuration import Configuration
from .origins import Origins
from .plan_file import Given

_SECRETS = ("access_key", "secret_key", "token")


def with_secrets(configuration: Configuration | None, variables: Mapping[str, Given], shown: str) -> Iterator[Declared]:
    """Return the providers that are given credentials, as `provider.aws`; all else of a provider is no resource."""
    if configuration is None:
        return
    origins = Origins(configuration, variables)
    for key, provider in configuration.providers.items():
        module, _, _ = key.rpartition(":")
        found = {
            name: origins.origin(module, expression, None)
            for name, expression in provider.expressions.items()
            if name in _SECRETS
        }
        if found:
            yield _declared(f"provider.{key}", found, shown)


def _declared(address: str, origins: Mapping[str, str], shown: str) -> Declared:
    values: Mapping[str, Any] = {name: Hidden(origin) for name, origin in origins.items()}
    place = {"path": shown, "address": address}
    return Declared("provider", address, Block(values), place, "no-op", {}, dict(origins))
