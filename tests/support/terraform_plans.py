"""Small plans, as `terraform show -json` writes them, made up for one test each."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from collectors.iac.code import Code
from collectors.iac.declared import Declared
from collectors.terraform import plan

Json = dict[str, Any]


def change(
    address: str,
    after: Mapping[str, Any] | None = None,
    *,
    unknown: Mapping[str, Any] | None = None,
    sensitive: Mapping[str, Any] | None = None,
    actions: Sequence[str] = ("create",),
) -> Json:
    """Return an entry of `resource_changes`; of the address the module, mode, type and name are taken."""
    *_, mode, type_, name = re.sub(r"\[[^\]]*\]", "", f"..{address}").split(".")
    return {
        "address": address,
        "mode": "data" if mode == "data" else "managed",
        "type": type_,
        "name": name,
        "change": {
            "actions": list(actions),
            "before": None,
            "after": after if after is not None else {},
            "after_unknown": unknown or {},
            "after_sensitive": sensitive or {},
        },
    }


def refers(*texts: str) -> Json:
    """Return an expression that refers to attributes: as in a plan, each is followed by what it is part of."""
    return {"references": [part for text in texts for part in (text, text.rpartition(".")[0]) if part.count(".") > 0]}


def written(address: str, **expressions: Any) -> Json:
    """Return a resource of a configuration."""
    return {"address": address, "provider_config_key": "aws", "expressions": expressions}


def module(*resources: Json, **others: Any) -> Json:
    """Return a module of a configuration."""
    return {"resources": list(resources), **others}


def document(changes: Sequence[Json], root: Json | None, **others: Any) -> Json:
    """Return a plan; without a root module it has no configuration."""
    configuration = {} if root is None else {"configuration": {"root_module": root, "provider_config": {}}}
    return (
        {"format_version": "1.2", "terraform_version": "1.11.4", "resource_changes": changes} | configuration | others
    )


def read(folder: Path, content: Json | bytes, account: str | None = None) -> Code:
    """Write a plan and read it."""
    path = folder / "plan.json"
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return plan.read(path, "plan.json", account)


def only(code: Code, type_: str) -> Declared:
    """Return the only resource of a type."""
    (found,) = code.of(type_)
    return found
