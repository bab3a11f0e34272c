"""Keys in Terraform's language, by themselves and for what they encrypt."""

from __future__ import annotations

from typing import Any

from ..documents import ACCOUNT, KEY_STATEMENTS, document
from ..model import Key
from .policies import policy
from .terms import Root, tags

ELSEWHERE = f"arn:aws:kms:eu-west-1:{ACCOUNT}:key/11111111-2222-3333-4444-555555555555"


def key_arn(root: Root, name: str, which: str | None) -> Any:
    """Return the ARN of the key that something uses, None where it names none."""
    if which == "own_key":
        return root.add("aws_kms_key", f"{name}_key", enable_key_rotation=True).ref("arn")
    return ELSEWHERE if which == "elsewhere" else None


def write(root: Root, name: str, key: Key) -> None:
    """Write a key."""
    said = policy(root, name, document(KEY_STATEMENTS, key.policy)) if key.policy else None
    root.add(
        "aws_kms_key",
        name,
        enable_key_rotation=key.rotation,
        rotation_period_in_days=key.period,
        is_enabled=key.enabled,
        customer_master_key_spec=key.spec,
        policy=said,
        tags=tags(key.tags),
    )
