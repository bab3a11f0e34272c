"""What the providers of a folder of HCL settle for their resources: region, account, default tags."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..iac.value import Unknown
from .computed import Computed
from .expressions import Expression
from .hcl_folder import Folder
from .hcl_known import Known
from .hcl_values import Values

_SETTLED = ("region", "allowed_account_ids", "assume_role")
_Made = Mapping[tuple[str, str], Sequence[Mapping[str, Any]]]


def settle(folder: Folder, made: _Made, known: Known) -> dict[str, Any]:
    """Write the constants of each provider into its configuration; return the default tags by provider."""
    tags = {}
    for key, written in folder.providers.items():
        module, _, name = key.rpartition(":")
        type_, _, alias = name.partition(".")
        found = made.get((module, f"provider.{type_}"), ())
        own = next((block for block in found if block.get("alias", "") == alias), {})
        computed = Values(known.within(module, None), bool(own)).resource(written.body, own)
        expressions = folder.root.provider_config[key].expressions
        expressions |= {n: _constant(computed.after[n]) for n in _SETTLED if computed.after.get(n) is not None}
        if "default_tags" in computed.after:
            tags[key] = _default_tags(computed)
    return tags


def add_default_tags(values: dict[str, Any], default: Any) -> None:
    """Add what a plan shows as `tags_all`: the tags of a resource and of its provider together."""
    own = values.get("tags")
    if default is None or isinstance(own, Unknown):
        found = own
    elif isinstance(default, Unknown):
        found = default
    else:
        found = {**default, **(own if isinstance(own, dict) else {})}
    if found is not None:
        values["tags_all"] = found


def _default_tags(computed: Computed) -> Any:
    blocks, unknown = computed.after["default_tags"], computed.unknown.get("default_tags")
    tags = blocks[0].get("tags") if blocks else None
    if unknown is True or (unknown and unknown[0].get("tags")):
        return Unknown(operation="default_tags")
    return tags or {}


def _constant(value: Any) -> Expression:
    """Return a value as the expression that a plan tells of a constant, block by block."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [{name: _constant(item) for name, item in block.items()} for block in value]
    return {"constant_value": value}
