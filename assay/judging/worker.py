"""A worker process: one engine, batches in by standard input, findings out by standard output.

Started with an empty environment; only JSON crosses the border. regorus cannot be interrupted, so the parent
ends the whole process when a batch takes too long.
"""

from __future__ import annotations

import gc
import os
import resource
import sys
from typing import Any

import msgspec

from assay.engines import embedded
from assay.errors import AssayError
from assay.judging import frames
from assay.judging.judge import Judge, Judged
from assay.judging.plan import Plan

MEMORY = 2 * 2**30
"""Bytes of address space: a policy that asks for more is lost, and its check unknown."""


def main() -> None:
    """Judge batches until the parent closes its end."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    inward, outward = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not mix with the messages
    embedded.warm()  # while the parent is still reading what is to be judged
    first = frames.receive(inward)
    if first is None:
        return
    try:
        judge = Judge(msgspec.convert(first[0], Plan))
        # Batches make many small objects and no circles: looking for some costs a tenth of the time.
        gc.freeze()
        gc.set_threshold(200_000, 20, 20)
        frames.send(outward, {"engine": {"name": judge.engine.name, "version": judge.engine.version}})
        while (message := frames.receive(inward)) is not None:
            judged = _judge(judge, message[0])
            frames.send(outward, _head(judged), judged.lines)
    except AssayError as error:
        frames.send(outward, {"error": str(error), "exit_code": error.exit_code})


def _judge(judge: Judge, asked: dict[str, Any]) -> Judged:
    if asked.get("give_up"):
        return judge.give_up(asked["kind"], asked["start"], asked["end"], asked["give_up"])
    return judge.judge(asked["kind"], asked["start"], asked["end"], asked.get("only"))


def _head(judged: Judged) -> dict[str, Any]:
    return {"tally": [[*key, count] for key, count in judged.tally.items()], "problems": judged.problems}
