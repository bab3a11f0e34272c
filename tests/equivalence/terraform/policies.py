"""Policy documents in Terraform's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .terms import Blocks, Encoded, Ref, Root

_LISTS = {"Action": "actions", "NotAction": "not_actions", "Resource": "resources"}


def policy(root: Root, name: str, document: Mapping[str, Any]) -> Encoded | Ref:
    """Return a document as the style has it."""
    if root.style.policies != "document":
        return Encoded(document)
    statements = Blocks([_statement(statement) for statement in document["Statement"]])
    made = root.add("data.aws_iam_policy_document", name, statement=statements)
    root.documents[made.address] = document
    return made.ref("json")


def _statement(statement: Mapping[str, Any]) -> dict[str, Any]:
    written: dict[str, Any] = {"effect": statement["Effect"]}
    for member, argument in _LISTS.items():
        if member in statement:
            written[argument] = _listed(statement[member])
    if "Principal" in statement:
        named = statement["Principal"]
        pairs = {"*": "*"} if named == "*" else named
        written["principals"] = Blocks([{"type": type_, "identifiers": _listed(ids)} for type_, ids in pairs.items()])
    if "Condition" in statement:
        written["condition"] = Blocks(
            [
                {"test": test, "variable": variable, "values": _listed(values)}
                for test, lines in statement["Condition"].items()
                for variable, values in lines.items()
            ]
        )
    return written


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
