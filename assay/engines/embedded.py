"""The default engine: Rego inside the process, through regorus. The only module that imports it.

regorus holds the GIL, may not cross threads and cannot be interrupted, so this runs in worker processes.
Results are taken as JSON only: its Python values fail on sets of objects.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from typing import Any

import msgspec

from assay.engines.protocol import Answer, Answers, Failure, Question
from assay.errors import PackError

PARAMETERS = "assay_parameters"
"""Where the parameters of each check lie in `data`, so that the input is set once for all checks of a batch."""


_PLACED = re.compile(r"--> (.+?:\d+):\d+ .*? error: (.*)")
"""How regorus tells of a mistake: the place, the line itself, a pointer, the message."""


class _Row(msgspec.Struct):
    bindings: dict[str, dict[str, Answer]]


class _Result(msgspec.Struct):
    result: list[_Row] = []


_decoder = msgspec.json.Decoder(_Result)


class EmbeddedEngine:
    """regorus' interpreter; its VM stays off until the whole differential suite is equal on it."""

    name = "embedded"

    def __init__(self, modules: Mapping[str, str], parameters: Mapping[str, Mapping[str, Any]]) -> None:
        self.version = version("gordon-to-regorus")
        self._engine = _load(modules)
        self._engine.add_data_json(json.dumps({PARAMETERS: parameters}))

    def judge(self, document: Mapping[str, Any], questions: Sequence[Question]) -> dict[str, Answers]:
        """Answer every question; the input is set once and each check brings its parameters by `with`."""
        self._engine.set_input_json(msgspec.json.encode(document).decode())
        return {question.check: self._ask(question) for question in questions}

    def close(self) -> None:
        """Let go of the engine, on the thread that made it."""
        self._engine = None

    def _ask(self, question: Question) -> Answers:
        query = (
            f'answer := data.{question.package}.verdicts with input.parameters as data.{PARAMETERS}["{question.check}"]'
        )
        try:
            rows = _decoder.decode(self._engine.eval_query_as_json(query)).result
        except RuntimeError as error:
            return Failure(_plain(error))
        except msgspec.DecodeError as error:
            return Failure(f"answers out of form: {error}")
        if len(rows) != 1:
            return Failure("verdicts is undefined")
        return rows[0].bindings["answer"]


def warm() -> None:
    """Import the library ahead, where it is installed."""
    with contextlib.suppress(ImportError):
        import regorus  # noqa: F401 - held by the interpreter until an engine asks for it


class Runner:
    """Asks single rules for `true`: what a Rego test is."""

    def __init__(self, modules: Mapping[str, str]) -> None:
        self._engine = _load(modules)

    def holds(self, rule: str) -> tuple[bool, str]:
        """Say whether a rule is true, and what the engine says where it is not."""
        try:
            value = self._engine.eval_rule_as_json(rule)
        except RuntimeError as error:
            return False, _plain(error)
        return value == "true", "" if value == "true" else f"is {value[:200]}"


def compiles(modules: Mapping[str, str]) -> None:
    """Have all modules analysed together; raises `PackError` with file and line of the first mistake."""
    refused = _refusal(_load(modules))
    if refused is not None:
        raise PackError(refused)


def syntax(path: str, source: str) -> Any:
    """Return the syntax tree of one Rego module; raises `PackError` with file and line where it is none."""
    return json.loads(_load({path: source}).get_ast_as_json())[0]["ast"]


def _load(modules: Mapping[str, str]) -> Any:
    import regorus

    engine = regorus.Engine()
    for path, source in modules.items():
        try:
            engine.add_policy(path, source)
        except RuntimeError as error:
            refused = _plain(error, path)
            break
    else:
        return engine
    # The traceback must not keep the engine: Python might drop it on another thread, which regorus forbids.
    del engine
    raise PackError(refused)


def _refusal(engine: Any) -> str | None:
    try:
        engine.eval_query_as_json("true")
    except RuntimeError as error:
        return _plain(error)
    return None


def _plain(error: Exception, place: str = "") -> str:
    """One line of an engine's error with its place, without the backtrace that some machines switch on."""
    text = " ".join(str(error).split("Stack backtrace")[0].split())
    found = _PLACED.search(text)
    told = f"{found[1]}: {found[2]}" if found else f"{place}: {text}" if place else text
    return told[:500]
