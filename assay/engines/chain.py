"""The shape of a policy's answer: one rule that asks one chain, every limb proved, unknown at its end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from assay.engines.tree import head, is_record, name, nodes, path


def problems(tree: Mapping[str, Any]) -> Iterator[tuple[int, str]]:
    """Every policy has one rule `verdicts`, which asks its one `_verdict` chain, which ends in unknown."""
    verdicts, chains = (
        [rule["Spec"] for rule in tree["rules"] if "Spec" in rule and name(rule) == wanted]
        for wanted in ("verdicts", "_verdict")
    )
    first = tree["package"]["span"]["line"]
    if len(verdicts) != 1 or not _asks_chain(verdicts[0]):
        line = verdicts[-1]["span"]["line"] if verdicts else first
        yield line, "needs exactly one rule `verdicts[resource.id] := _verdict(...)`, which asks the chain"
    if len(chains) != 1:
        line = chains[-1]["span"]["line"] if chains else first
        yield line, "needs exactly one `_verdict` chain, so that two answers cannot meet"
        return
    for body in chains[0]["bodies"]:
        yield from _unproved(chains[0], body)
    last = chains[0]["bodies"][-1:]
    answer = last and last[0]["assign"] and last[0]["assign"]["value"]
    if not answer or _called(answer) != "verdict.unknown" or last[0]["query"]["stmts"]:
        line = (last or chains)[0]["span"]["line"]
        yield line, "the chain must end in `else := verdict.unknown(...)`"


def _asks_chain(rule: Mapping[str, Any]) -> bool:
    """Say whether a rule's value is what `_verdict` answers, at once or by a name that its body gives it."""
    value = (head({"Spec": rule}).get("assign") or {"value": {}})["value"]
    if "Var" in value:
        given = [node["AssignExpr"] for node, _ in nodes(rule["bodies"], 0) if "AssignExpr" in node]
        value = next((item["rhs"] for item in given if path(item["lhs"]) == path(value)), value)
    return len(rule["bodies"]) == 1 and _called(value) == "_verdict"


def _called(value: Mapping[str, Any]) -> str | None:
    """Return the function whose answer an expression is."""
    return ".".join(path(value["Call"]["fcn"])) if "Call" in value else None


def _unproved(chain: Mapping[str, Any], body: Mapping[str, Any]) -> Iterator[tuple[int, str]]:
    """A limb whose answer holds a fact that its body does not look at is undefined where that fact is absent.

    What the body hands to a helper counts as looked at there.
    """
    assign = body["assign"] or head({"Spec": chain}).get("assign")
    proved = {tuple(path(node)) for node, _ in nodes(body["query"], 0) if "RefDot" in node}
    handed = {argument["Var"]["value"] for argument in _arguments(body["query"]) if "Var" in argument}
    for node, line in nodes(assign, 0):
        wanted = path(node) if "RefDot" in node else []
        if len(wanted) < 2 or wanted[0] in handed or wanted[1] == "id" or not is_record(wanted[0]):
            continue
        if tuple(wanted) not in proved:
            yield line, f"the answer holds {'.'.join(wanted)}, which the limb does not prove to be there"


def _arguments(query: Any) -> Iterator[Mapping[str, Any]]:
    """Yield what a body hands to functions."""
    for node, _ in nodes(query, 0):
        if "Call" in node:
            yield from node["Call"]["params"]
