"""Statements of identity policies, written short."""

from __future__ import annotations

import json
from typing import Any

from collectors.aws.policy import Statement, parse, parse_identity


def policy(*statements: dict[str, Any]) -> str:
    """Return a document with these statements."""
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)})


def allow(action: Any = None, resource: Any = "*", **more: Any) -> Statement:
    """Return an Allow; members given by name replace action and resource."""
    return _statement("Allow", action, resource, more)


def deny(action: Any = None, resource: Any = "*", **more: Any) -> Statement:
    """Return a Deny."""
    return _statement("Deny", action, resource, more)


def trust(principal: Any, effect: str = "Allow", action: str = "sts:AssumeRole", **conditions: Any) -> Statement:
    """Return a statement of a trust policy; conditions by operator."""
    raw = {"Effect": effect, "Principal": principal, "Action": action, "Condition": conditions}
    (statement,) = parse(policy(raw))
    return statement


def _statement(effect: str, action: Any, resource: Any, more: dict[str, Any]) -> Statement:
    written = {} if action is None else {"Action": action, "Resource": resource}
    (statement,) = parse_identity(policy({"Effect": effect, **written, **more}))
    return statement
