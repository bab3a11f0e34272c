"""Canaries: questions with known answers, put to every engine before it may judge."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from assay.engines.protocol import Answer, Failure, PolicyEngine, Question
from assay.errors import EngineError

EXACT = 2**53 - 1

_GOOD = {"mode": "on", "items": [{"ok": True}], "digits": EXACT}
_RESOURCES: list[dict[str, Any]] = [
    {"id": "good", **_GOOD},
    {"id": "张三", **_GOOD},
    {"id": "public", "level": "public"},
    {"id": "bad", **_GOOD, "mode": "off"},
    {"id": "nothing"},
    {"id": "mode absent", "items": [{"ok": True}], "digits": 1},
    {"id": "mode odd", **_GOOD, "mode": 1},
    {"id": "mode in other case", **_GOOD, "mode": "ON"},
    {"id": "items absent", "mode": "on", "digits": 1},
    {"id": "items empty", **_GOOD, "items": []},
    {"id": "item unread", **_GOOD, "items": [{"ok": True}, {}]},
    {"id": "item bad", **_GOOD, "items": [{"ok": True}, {"ok": False}]},
    {"id": "digits absent", "mode": "on", "items": [{"ok": True}]},
]
_NAMES = {"good": "pass", "张三": "pass", "public": "not_applicable", "bad": "fail"}
_QUESTIONS = [
    Question("CANARY-1", "assay_canary.chain", {"accepted": ["on"]}),
    Question("CANARY-2", "assay_canary.conflict", {}),
    Question("CANARY-3", "assay_canary.division", {"zero": 0}),
]
PARAMETERS = {question.check: question.parameters for question in _QUESTIONS}


def modules() -> dict[str, str]:
    """Return the canaries' Rego, to be loaded beside the policies."""
    return {f"canaries/{path.name}": path.read_text("utf-8") for path in sorted(Path(__file__).parent.glob("*.rego"))}


def sing(engine: PolicyEngine) -> None:
    """Put the canaries to an engine; raises `EngineError` where it answers one wrongly."""
    document: dict[str, Any] = {"kind": "canary", "as_of": "2026-01-01", "resources": _RESOURCES}
    document |= {"related": {}, "complete": {}, "links": {}}
    answers = engine.judge(document, _QUESTIONS)
    if answers.keys() != PARAMETERS.keys():
        raise _wrong(engine, "it answers other questions than it was asked")
    chain = answers["CANARY-1"]
    if isinstance(chain, Failure):
        raise _wrong(engine, chain.message)
    if len(chain) > len(_RESOURCES):
        raise _wrong(engine, "it answers for resources that were not sent")
    for resource in _RESOURCES:
        expected, got = _NAMES.get(resource["id"], "unknown"), chain.get(resource["id"])
        if got is None or got.verdict != expected:
            raise _wrong(engine, f"{resource['id']!r} is {got and got.verdict}, not {expected}")
    seen = [evidence["actual"] for evidence in chain["good"].evidence]
    if msgspec.json.encode(seen) != msgspec.json.encode([[_GOOD["items"], EXACT]]):
        raise _wrong(engine, "a number or a list comes back changed")
    if not isinstance(answers["CANARY-2"], Failure):
        raise _wrong(engine, "two contradicting answers are taken for one")
    _no_answer(engine, answers["CANARY-3"])


def _no_answer(engine: PolicyEngine, given: Any) -> None:
    if not isinstance(given, Failure) and any(isinstance(item, Answer) for item in given.values()):
        raise _wrong(engine, "an error inside a policy is taken for an answer")


def _wrong(engine: PolicyEngine, what: str) -> EngineError:
    return EngineError(f"the engine {engine.name} {engine.version} fails its self-test and may not judge: {what}")
