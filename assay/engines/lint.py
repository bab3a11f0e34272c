"""What a policy may not say: read from its syntax tree when a pack is loaded, for users' packs too.

Every shape refused here gave a false pass in some engine, or answers differently from engine to engine.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

BUILTINS = frozenset(
    "abs array.concat array.reverse array.slice concat contains count endswith format_int indexof intersection "
    "is_array is_boolean is_null is_number is_object is_set is_string lower max min numbers.range object.keys "
    "object.union replace round sort split sprintf startswith strings.any_prefix_match substring sum to_number "
    "trim trim_left trim_prefix trim_right trim_space trim_suffix union upper".split()
)
"""The built-ins on which every engine agrees for plain values; names of the language's operators are not here."""

LIBRARIES = "lib."
"""Packages of helpers: they hold no chain, and the objects that policies hand them may have any key."""


def problems(path: str, tree: Mapping[str, Any], fields: frozenset[str]) -> Iterator[str]:
    """Yield one line for each thing that the module may not say.

    `fields` are the names that any kind's record may have; a misspelt one is an eternal unknown.
    """
    package = package_of(tree)
    local = {name for rule in tree["rules"] for name in _names(rule)}
    imported = {_imported(item) for item in tree["imports"]}
    known = fields | _keys(tree)
    for node, line in _nodes(tree["rules"], 0):
        said = _forbidden(node, local, imported)
        if said:
            yield f"{path}:{line}: {said}"
        name = _misspelt(node, imported, known)
        if name and not package.startswith(LIBRARIES):
            yield f"{path}:{line}: no kind has a field {name!r}"
    if package == "assay_parameters":
        yield f"{path}: the package assay_parameters is the engine's own"
    if not package.startswith(LIBRARIES):
        yield from _chains(path, tree)


def package_of(tree: Mapping[str, Any]) -> str:
    """Return the dotted package of a module."""
    return ".".join(_path(tree["package"]["refr"]))


def rule_names(tree: Mapping[str, Any]) -> list[str]:
    """Return the names of a module's rules, each once, in order."""
    return list(dict.fromkeys(name for rule in tree["rules"] for name in _names(rule)))


def reads(tree: Mapping[str, Any], fields: frozenset[str]) -> set[str]:
    """Return the names of record fields that a module looks at."""
    found = set()
    for node, _ in _nodes(tree["rules"], 0):
        if "RefDot" in node and node["RefDot"]["field"][1] in fields:
            found.add(node["RefDot"]["field"][1])
        if "RefBrack" in node and "String" in node["RefBrack"]["index"]:
            found |= {node["RefBrack"]["index"]["String"]["value"]} & fields
    return found


def reasons(tree: Mapping[str, Any]) -> set[str]:
    """Return the reason codes that a policy hands to `fail`, `unknown`, `not_applicable` and `not_due`."""
    found = set()
    for node, _ in _nodes(tree["rules"], 0):
        if "Call" in node and _path(node["Call"]["fcn"])[-1] in ("fail", "unknown", "not_applicable", "not_due"):
            first = node["Call"]["params"][0]
            found |= {first["String"]["value"]} if "String" in first else set()
    return found


def imports(tree: Mapping[str, Any]) -> set[str]:
    """Return the packages that a module imports."""
    return {".".join(_path(item["refr"])[1:]) for item in tree["imports"]}


def _forbidden(node: Mapping[str, Any], local: set[str], imported: set[str]) -> str | None:
    if "NotExpr" in node:
        return "`not` reads what is absent as a pass; say which values are good"
    if "Every" in node:
        return "`every` passes on an empty list; compare counts"
    if "Default" in node:
        return "`default` hides what is absent; end the chain in verdict.unknown"
    if "With" in node or node.get("with_mods"):
        return "`with` is for tests"
    if "BoolExpr" in node and node["BoolExpr"].get("op") == "Ne":
        return "`!=` differs from engine to engine on what is absent; say which values are meant"
    if "Call" in node:
        name = ".".join(_path(node["Call"]["fcn"]))
        if name not in BUILTINS and name not in local and name.split(".")[0] not in imported:
            return f"{name} is not among the built-ins on which the engines agree"
    return None


def _misspelt(node: Mapping[str, Any], imported: set[str], fields: frozenset[str]) -> str | None:
    if "RefDot" not in node:
        return None
    path = _path(node)
    if len(path) < 2 or path[0] in imported or not _fact(path[0]):
        return None
    return None if path[1] in fields else path[1]


def _keys(tree: Mapping[str, Any]) -> set[str]:
    """Return the keys of the objects that a module makes itself."""
    objects = (node["Object"] for node, _ in _nodes(tree["rules"], 0) if "Object" in node)
    return {key["String"]["value"] for made in objects for _, key, _ in made["fields"] if "String" in key}


def _chains(path: str, tree: Mapping[str, Any]) -> Iterator[str]:
    """Every policy has `verdicts` and one `_verdict` chain that ends in unknown."""
    heads = [name for rule in tree["rules"] for name in _names(rule)]
    if "verdicts" not in heads:
        yield f"{path}: has no rule `verdicts`"
    if heads.count("_verdict") != 1:
        yield f"{path}: needs exactly one `_verdict` chain, so that two answers cannot meet"
        return
    rule = next(rule for rule in tree["rules"] if "_verdict" in _names(rule))
    for body in rule["Spec"]["bodies"]:
        yield from _unproved(path, rule, body)
    last = rule["Spec"]["bodies"][-1]
    call = last["assign"] and last["assign"]["value"].get("Call")
    if not call or _path(call["fcn"])[-1] != "unknown" or last["query"]["stmts"]:
        yield f"{path}: the chain must end in `else := verdict.unknown(...)`"


def _unproved(path: str, rule: Mapping[str, Any], body: Mapping[str, Any]) -> Iterator[str]:
    """A limb whose answer holds a fact that its body does not look at is undefined where that fact is absent.

    What the body hands to a helper counts as looked at there.
    """
    assign = body["assign"] or next(iter(rule["Spec"]["head"].values()))["assign"]
    proved = {tuple(_path(node)) for node, _ in _nodes(body["query"], 0) if "RefDot" in node}
    handed = {argument["Var"]["value"] for argument in _arguments(body["query"]) if "Var" in argument}
    for node, line in _nodes(assign, 0):
        wanted = _path(node) if "RefDot" in node else []
        if len(wanted) > 1 and wanted[0] not in handed and wanted[1] != "id" and _fact(wanted[0]) and tuple(wanted) not in proved:
            yield f"{path}:{line}: the answer holds {'.'.join(wanted)}, which the limb does not prove to be there"


def _arguments(query: Any) -> Iterator[Mapping[str, Any]]:
    """Yield what a body hands to functions."""
    for node, _ in _nodes(query, 0):
        if "Call" in node:
            yield from node["Call"]["params"]


def _fact(root: str) -> bool:
    return root not in ("input", "data", "verdict", "parameters")


def _nodes(node: Any, line: int) -> Iterator[tuple[Mapping[str, Any], int]]:
    """Yield every object of the tree with the line that it stands on."""
    if isinstance(node, dict):
        line = node["span"]["line"] if isinstance(node.get("span"), dict) else line
        for value in node.values():
            if isinstance(value, dict) and isinstance(value.get("span"), dict):
                line = value["span"]["line"]
        yield node, line
        for name, value in node.items():
            # The name of a function is no reference into a record.
            if name != "fcn":
                yield from _nodes(value, line)
    elif isinstance(node, list):
        for item in node:
            yield from _nodes(item, line)


def _path(node: Mapping[str, Any]) -> list[str]:
    """Return a reference as its dotted parts; a part that is no plain name is `*`."""
    if "Var" in node:
        return [str(node["Var"]["value"])]
    if "RefDot" in node:
        return [*_path(node["RefDot"]["refr"]), str(node["RefDot"]["field"][1])]
    if "RefBrack" in node:
        index = node["RefBrack"]["index"]
        return [*_path(node["RefBrack"]["refr"]), index["String"]["value"] if "String" in index else "*"]
    return ["*"]


def _names(rule: Mapping[str, Any]) -> list[str]:
    """Return the name that a rule defines."""
    if "Default" in rule:
        return [_path(rule["Default"]["refr"])[0]]
    head = rule["Spec"]["head"]
    inner = next(iter(head.values()))
    return [_path(inner["refr"])[0]]


def _imported(item: Mapping[str, Any]) -> str:
    alias = item.get("as")
    return str(alias["value"] if isinstance(alias, dict) else alias or _path(item["refr"])[-1])
