"""Reads the syntax tree of a Rego module: what it is called, names, looks at and imports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


def package_of(tree: Mapping[str, Any]) -> str:
    """Return the dotted package of a module."""
    return ".".join(path(tree["package"]["refr"]))


def rule_names(tree: Mapping[str, Any]) -> list[str]:
    """Return the names of a module's rules, each once, in order."""
    return list(dict.fromkeys(name(rule) for rule in tree["rules"]))


def reads(tree: Mapping[str, Any], fields: frozenset[str]) -> set[str]:
    """Return the names of record fields that a module looks at."""
    found = set()
    for node, _ in nodes(tree["rules"], 0):
        if "RefDot" in node and node["RefDot"]["field"][1] in fields:
            found.add(node["RefDot"]["field"][1])
        if "RefBrack" in node and "String" in node["RefBrack"]["index"]:
            found |= {node["RefBrack"]["index"]["String"]["value"]} & fields
    return found


def reasons(tree: Mapping[str, Any]) -> set[str]:
    """Return the reason codes that a policy hands to `fail`, `unknown`, `not_applicable` and `not_due`."""
    found = set()
    for node, _ in nodes(tree["rules"], 0):
        if "Call" in node and path(node["Call"]["fcn"])[-1] in ("fail", "unknown", "not_applicable", "not_due"):
            first = node["Call"]["params"][0]
            found |= {first["String"]["value"]} if "String" in first else set()
    return found


def imports(tree: Mapping[str, Any]) -> set[str]:
    """Return the packages that a module imports."""
    return {".".join(path(item["refr"])[1:]) for item in tree["imports"]}


def keys(tree: Mapping[str, Any]) -> set[str]:
    """Return the keys of the objects that a module makes itself."""
    objects = (node["Object"] for node, _ in nodes(tree["rules"], 0) if "Object" in node)
    return {key["String"]["value"] for made in objects for _, key, _ in made["fields"] if "String" in key}


def name(rule: Mapping[str, Any]) -> str:
    """Return the name that a rule defines."""
    if "Default" in rule:
        return path(rule["Default"]["refr"])[0]
    return path(head(rule)["refr"])[0]


def head(rule: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the head of a rule that is no default, whatever sort of rule it is."""
    found: Mapping[str, Any] = next(iter(rule["Spec"]["head"].values()))
    return found


def is_record(root: str) -> bool:
    """Say whether a reference that starts so goes into a record of the snapshot."""
    return root not in ("input", "data", "verdict", "parameters")


def nodes(node: Any, line: int) -> Iterator[tuple[Mapping[str, Any], int]]:
    """Yield every object of the tree, in the order of the text, with the line that it stands on."""
    # A stack and no recursion: a generator in a generator costs the depth of the tree for each object.
    ahead = [(node, line)]
    while ahead:
        node, line = ahead.pop()
        if isinstance(node, list):
            ahead.extend((item, line) for item in reversed(node) if isinstance(item, dict | list))
        elif isinstance(node, dict):
            line = _line(node, line)
            yield node, line
            # The name of a function is no reference into a record.
            inner = [value for name, value in node.items() if name != "fcn" and isinstance(value, dict | list)]
            ahead.extend((value, line) for value in reversed(inner))


def _line(node: Mapping[str, Any], line: int) -> int:
    """Return the line of an object: its own span, or the last of those right below it."""
    for value in (node, *node.values()):
        if isinstance(value, dict) and isinstance(value.get("span"), dict):
            line = value["span"]["line"]
    return line


def path(node: Mapping[str, Any]) -> list[str]:
    """Return a reference as its dotted parts; a part that is no plain name is `*`."""
    if "Var" in node:
        return [str(node["Var"]["value"])]
    if "RefDot" in node:
        return [*path(node["RefDot"]["refr"]), str(node["RefDot"]["field"][1])]
    if "RefBrack" in node:
        index = node["RefBrack"]["index"]
        return [*path(node["RefBrack"]["refr"]), index["String"]["value"] if "String" in index else "*"]
    return ["*"]
