"""The text of a policy that code writes, with tokens for what is not known in it.

A plan leaves the whole text unknown as soon as one principal is made with it; the document that it comes from
(`data.aws_iam_policy_document`) tells the rest.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from .block import Block
from .code import Code
from .declared import Declared
from .value import Hidden, Unknown

NOT_KNOWN = "<?>"
"""Stands for a value that refers to nothing, or to several things."""

_DOCUMENT = "data.aws_iam_policy_document"


def policy_text(code: Code, user: Declared, argument: str) -> str | Unknown | None:
    """Return the policy that an argument holds as JSON; what is not known inside stands as a token."""
    return text_of(code, user, user.values.get(argument), argument)


def text_of(code: Code, user: Declared, value: Any, argument: str) -> str | Unknown | None:
    """Return the policy that a value holds, as `policy_text` does; `argument` is where it stands."""
    return _text(code, user, value, argument, frozenset())


def _text(code: Code, user: Declared, value: Any, argument: str, seen: frozenset[str]) -> str | Unknown | None:
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return json.dumps(_with_tokens(value))
    if isinstance(value, Hidden):
        return Unknown("not_in_source", operation=argument)
    if isinstance(value, Unknown) and value.parts > 1:
        return Unknown(operation=argument)
    documents = code.named(value, user, (_DOCUMENT,))
    if isinstance(documents, Unknown) or len(documents) != 1 or documents[0].address in seen:
        return Unknown(operation=argument)
    return _rendered(code, documents[0], seen | {documents[0].address})


def _rendered(code: Code, document: Declared, seen: frozenset[str]) -> str | Unknown:
    """Return the text of a document that is read only when the code is applied."""
    own = document.arguments.blocks("statement")
    statements = own if isinstance(own, Unknown) else [_statement(block) for block in own]
    sources = _merged(code, document, "source_policy_documents", seen)
    overrides = _merged(code, document, "override_policy_documents", seen)
    found: dict[object, Any] = {}
    for part in (sources, statements, overrides):
        if isinstance(part, Unknown):
            return part
        for statement in part:
            # Of two statements of one Sid the later one stands.
            found[statement.get("Sid") or len(found)] = statement
    return json.dumps({"Statement": list(found.values())})


def _merged(code: Code, document: Declared, argument: str, seen: frozenset[str]) -> list[dict[str, Any]] | Unknown:
    """Return the statements of the documents that an argument lists."""
    statements: list[dict[str, Any]] = []
    value = document.values.get(argument)
    for item in value if isinstance(value, list) else [] if value is None else [value]:
        text = _text(code, document, item, argument, seen)
        if not isinstance(text, str):
            return Unknown(operation=argument)
        try:
            listed = json.loads(text)["Statement"]
        except (ValueError, KeyError, TypeError):
            return Unknown("corrupt", operation=argument)
        statements += listed if isinstance(listed, list) else [listed]
    return statements


def _statement(block: Block) -> dict[str, Any]:
    """Return one `statement` block as a policy writes it."""
    lists = {
        "actions": "Action",
        "not_actions": "NotAction",
        "resources": "Resource",
        "not_resources": "NotResource",
    }
    written: dict[str, Any] = {
        member: _listed(block.value(name)) for name, member in lists.items() if block.value(name)
    }
    written["Effect"] = _with_tokens(block.value("effect") or "Allow")
    if block.value("sid"):
        written["Sid"] = _with_tokens(block.value("sid"))
    for name, member in (("principals", "Principal"), ("not_principals", "NotPrincipal")):
        if block.value(name):
            written[member] = _principals(block.blocks(name))
    if block.value("condition"):
        written["Condition"] = _conditions(block.blocks("condition"))
    return written


def _principals(blocks: list[Block] | Unknown) -> object:
    if isinstance(blocks, Unknown):
        return {"AWS": NOT_KNOWN}
    named: dict[str, list[object]] = {}
    for block in blocks:
        type_ = block.text("type")
        kind = "AWS" if type_ == "*" or not isinstance(type_, str) else type_
        named.setdefault(kind, []).extend(_listed(block.value("identifiers")))
    return named


def _conditions(blocks: list[Block] | Unknown) -> object:
    if isinstance(blocks, Unknown):
        return {NOT_KNOWN: {NOT_KNOWN: NOT_KNOWN}}
    lines: dict[str, dict[str, object]] = {}
    for block in blocks:
        test, variable = (_with_tokens(block.value(name)) for name in ("test", "variable"))
        lines.setdefault(str(test), {})[str(variable)] = _listed(block.value("values"))
    return lines


def _listed(value: Any) -> list[Any]:
    """Return a set as a list; of one that is not known, what it refers to may be a part only."""
    return [NOT_KNOWN] if isinstance(value, Unknown) else _with_tokens(value if isinstance(value, list) else [value])


def _with_tokens(value: Any) -> Any:
    """Return a value with a token in place of each part that is not known."""
    match value:
        case Unknown(references=(reference,)):
            return f"<{reference.address}.{reference.attribute}>"
        case Unknown() | Hidden():
            return NOT_KNOWN
        case Mapping():
            return {name: _with_tokens(item) for name, item in value.items()}
        case list():
            return [_with_tokens(item) for item in value]
        case str():
            return value.replace("&{", "${")
        case _:
            return value
