"""What a policy may not say: read from its syntax tree when a pack is loaded, for users' packs too.

Every shape refused here gave a false pass in some engine, or answers differently from engine to engine.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from assay.engines import chain
from assay.engines.tree import is_record, keys, name, nodes, package_of, path, rule_names
from assay.suggest import unknown

BUILTINS = frozenset(
    "abs array.concat array.reverse array.slice concat contains count endswith format_int indexof intersection "
    "is_array is_boolean is_null is_number is_object is_set is_string lower max min numbers.range object.keys "
    "object.union replace round sort split sprintf startswith strings.any_prefix_match substring sum to_number "
    "trim trim_left trim_prefix trim_right trim_space trim_suffix union upper".split()
)
"""The built-ins on which every engine agrees for plain values; names of the language's operators are not here."""

NAMESPACES = frozenset(
    "array base64 base64url bits crypto glob graph graphql hex http input io json net numbers object opa providers "
    "rand regex rego semver strings time units urlquery uuid yaml".split()
)
"""The first words of engines' built-ins: a library of such a name would open all of them to its importers."""

LIBRARIES = "lib."
"""Packages of helpers: they hold no chain, and the objects that policies hand them may have any key."""

RESERVED = frozenset({"assay_canary", "assay_parameters", "system"})
"""The first words of packages that are the engines' own."""


def problems(file: str, tree: Mapping[str, Any], fields: frozenset[str]) -> Iterator[str]:
    """Yield one line for each thing that the module may not say; `file` starts with the name of its pack.

    `fields` are the names that any kind's record may have; a misspelt one is an eternal unknown.
    """
    package = package_of(tree)
    local = {name(rule) for rule in tree["rules"]}
    imported = {path(item["refr"])[-1] for item in tree["imports"]}
    known = fields | keys(tree)
    for line, said in (*_package(file, tree, package), *_imports(tree)):
        yield f"{file}:{line}: {said}"
    for node, line in nodes(tree["rules"], 0):
        forbidden = _forbidden(node, local, imported)
        if forbidden:
            yield f"{file}:{line}: {forbidden}"
        odd = _misspelt(node, imported, known)
        if odd and not package.startswith(LIBRARIES):
            yield f"{file}:{line}: no kind has a field {odd!r}"
    if not package.startswith(LIBRARIES):
        for line, said in chain.problems(tree):
            yield f"{file}:{line}: {said}"


def problems_across(trees: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """Yield one line for each thing that modules, by their files, get wrong about each other."""
    owner: dict[str, str] = {}
    names = {package_of(tree): rule_names(tree) for tree in trees.values()}
    for file, tree in trees.items():
        package = package_of(tree)
        if package in owner:
            # Engines would merge them into one policy.
            line = tree["package"]["span"]["line"]
            yield f"{file}:{line}: the package {package} is that of {owner[package]}"
        owner.setdefault(package, file)
        for line, said in _library_calls(tree, names):
            yield f"{file}:{line}: {said}"


def _library_calls(tree: Mapping[str, Any], names: Mapping[str, list[str]]) -> Iterator[tuple[int, str]]:
    """A name that a library does not have is undefined when it is asked, which may be never."""
    libraries = {path(item["refr"])[-1]: ".".join(path(item["refr"])[1:]) for item in tree["imports"]}
    for package in libraries.values():
        if package not in names:
            yield tree["package"]["span"]["line"], unknown("library", package, names)
    for node, line in nodes(tree["rules"], 0):
        parts = path(node["Call"]["fcn"] if "Call" in node else node)
        known = names.get(libraries.get(parts[0], ""), []) if len(parts) > 1 else []
        if known and parts[1] not in known:
            yield line, f"{libraries[parts[0]]}: {unknown('name', parts[1], known)}"


def _package(file: str, tree: Mapping[str, Any], package: str) -> Iterator[tuple[int, str]]:
    line = tree["package"]["span"]["line"]
    folder = ".".join(file.split("/")[2:-1])
    if package.split(".")[0] in RESERVED:
        yield line, f"the package {package} is the engine's own"
    elif package != folder:
        yield line, f"the package is {package}, its folder says {folder}"


def _imports(tree: Mapping[str, Any]) -> Iterator[tuple[int, str]]:
    for item in tree["imports"]:
        parts = path(item["refr"])
        if parts[:2] != ["data", "lib"] or len(parts) < 3 or item.get("as"):
            yield item["span"]["line"], "import libraries only, as `data.lib.NAME` and under no other name"
        elif parts[-1] in NAMESPACES:
            yield item["span"]["line"], f"{parts[-1]} is a name of built-ins; call the library something else"


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
        called = ".".join(path(node["Call"]["fcn"]))
        if called not in BUILTINS and called not in local and called.split(".")[0] not in imported:
            return f"{called} is not among the built-ins on which the engines agree"
    return None


def _misspelt(node: Mapping[str, Any], imported: set[str], fields: frozenset[str]) -> str | None:
    if "RefDot" not in node:
        return None
    parts = path(node)
    if len(parts) < 2 or parts[0] in imported or not is_record(parts[0]):
        return None
    return None if parts[1] in fields else parts[1]
