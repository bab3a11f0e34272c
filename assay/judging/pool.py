"""A small pool of worker processes with a time limit for each batch and a second chance for each loss.

A worker that dies or runs out of time costs a retry, check by check; a check that takes its worker down again
is answered `unknown` for that batch, and everything else stands.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

import assay
from assay.errors import AssayError, EngineError
from assay.judging import frames
from assay.judging.plan import Plan

_START = "import sys; sys.path.insert(0, sys.argv[1]); from assay.judging.worker import main; main()"
AHEAD = 4
"""Batches per worker that may be finished before an earlier one is; bounds memory."""


@dataclass(frozen=True)
class Batch:
    """The resources of one kind between two places of its file."""

    kind: str
    start: int
    end: int


@dataclass
class Result:
    """What came back of one batch."""

    lines: bytes
    tally: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    problems: dict[str, str] = field(default_factory=dict)


class WorkerLost(Exception):
    """The worker died or was ended for taking too long."""


class Worker:
    """One worker process, as its parent sees it; it may start before there is a plan."""

    def __init__(self) -> None:
        root = str(Path(assay.__file__).parent.parent)
        self._process = subprocess.Popen(  # noqa: S603 - this very interpreter on our own module
            [sys.executable, "-I", "-c", _START, root],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"RUST_BACKTRACE": "0", "PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"},
        )
        self.engine: dict[str, str] = {}

    def brief(self, plan: bytes) -> None:
        """Give the worker its plan and wait until its engine is ready; raises `EngineError` where it is lost."""
        try:
            frames.send(self._in, msgspec.Raw(plan))
            self.engine = self._receive(60.0)[0]["engine"]
        except (WorkerLost, BrokenPipeError):
            self.end()
            raise EngineError("a worker did not start; run `assay engine list` to see what is wrong") from None
        except AssayError:
            self.end()
            raise

    def ask(self, head: dict[str, Any], seconds: float) -> tuple[dict[str, Any], bytes]:
        """Ask for one batch; raises `WorkerLost` after that many seconds or where the process has gone."""
        try:
            frames.send(self._in, head)
        except BrokenPipeError:
            raise WorkerLost from None
        return self._receive(seconds)

    def end(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()
        with contextlib.suppress(BrokenPipeError):  # what was on its way to a worker that died
            self._in.close()
        self._out.close()

    @property
    def _in(self) -> Any:
        return self._process.stdin

    @property
    def _out(self) -> Any:
        return self._process.stdout

    def _receive(self, seconds: float) -> tuple[dict[str, Any], bytes]:
        timer = threading.Timer(seconds, self._process.kill)
        timer.start()
        try:
            message = frames.receive(self._out)
        except ValueError:
            message = None
        finally:
            timer.cancel()
        if message is None:
            raise WorkerLost
        if "error" in message[0]:
            raise _raised(message[0])
        return message


class Pool:
    """Judges batches on several workers and hands the results out in the order of the batches."""

    def __init__(self, plan: Plan, workers: int, seconds: float = 60.0, first: Worker | None = None) -> None:
        self._plan = plan
        self._first = first
        self._encoded = msgspec.json.encode(plan)
        self._seconds = seconds
        self._count = max(1, workers)
        self._own = threading.local()
        self._workers: list[Worker] = []
        self._closing = False
        self.engine: dict[str, str] = {}
        """Name and version of the engine, once a worker has started."""

    def judge(self, batches: Sequence[Batch]) -> Iterator[Result]:
        """Yield one result for each batch, in order; an error of a worker ends the run."""
        ahead: deque[Future[Result]] = deque()
        threads = ThreadPoolExecutor(min(self._count, max(1, len(batches))))
        try:
            for batch in batches:
                ahead.append(threads.submit(self._work, batch))
                if len(ahead) >= self._count * AHEAD:
                    yield ahead.popleft().result()
            while ahead:
                yield ahead.popleft().result()
        finally:
            self._closing = True
            self._end()
            threads.shutdown(cancel_futures=True)
            self._end()  # one may have started meanwhile

    def _work(self, batch: Batch) -> Result:
        """Judge one batch on the worker of this thread."""
        worker = getattr(self._own, "worker", None) or self._start()
        self._own.worker, result = self._one(worker, batch)
        return result

    def _start(self) -> Worker:
        if self._closing:
            raise WorkerLost
        worker, self._first = self._first or Worker(), None
        self._workers.append(worker)
        worker.brief(self._encoded)
        if self._closing:  # while it started
            worker.end()
            raise WorkerLost
        self.engine = worker.engine
        return worker

    def _one(self, worker: Worker, batch: Batch) -> tuple[Worker, Result]:
        """Judge one batch; where the worker is lost, again check by check on new ones."""
        asked = {"kind": batch.kind, "start": batch.start, "end": batch.end}
        try:
            return worker, _result(*worker.ask(asked, self._seconds))
        except WorkerLost:
            worker.end()
        worker = self._start()
        parts = []
        for check in self._plan.of_kind(batch.kind):
            try:
                parts.append(_result(*worker.ask({**asked, "only": [check.id]}, self._seconds)))
            except WorkerLost:
                worker.end()
                worker = self._start()
                lost = self._give_up(worker, batch, {**asked, "give_up": check.id})
                lost.problems[check.id] = f"the engine was lost or took longer than {self._seconds:.0f} s"
                parts.append(lost)
        return worker, _interleave(parts)

    def _end(self) -> None:
        for worker in self._workers:
            worker.end()

    def _give_up(self, worker: Worker, batch: Batch, asked: dict[str, Any]) -> Result:
        """Have a check answered unknown; a worker that is lost even then cannot read the batch at all."""
        try:
            return _result(*worker.ask(asked, self._seconds))
        except WorkerLost:
            place = f"{batch.kind}.ndjson, bytes {batch.start} to {batch.end}"
            raise EngineError(f"workers are lost as soon as they read {place}: nothing was judged") from None


def _result(head: dict[str, Any], lines: bytes) -> Result:
    tally = Counter({(check, verdict, severity): count for check, verdict, severity, count in head["tally"]})
    return Result(lines, tally, head["problems"])


def _interleave(parts: Sequence[Result]) -> Result:
    """Make one result of those of single checks: resource by resource, as a whole batch would be."""
    rows = zip(*(part.lines.splitlines(keepends=True) for part in parts), strict=True)
    whole = Result(b"".join(line for row in rows for line in row))
    for part in parts:
        whole.tally += part.tally
        whole.problems |= part.problems
    return whole


def _raised(head: dict[str, Any]) -> AssayError:
    error = AssayError(head["error"])
    error.exit_code = head["exit_code"]
    return error
