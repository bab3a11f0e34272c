"""The bare interpreter on the batches of an audit: encode the input, evaluate every check, decode the result."""

from __future__ import annotations

import gc
import tempfile
import time
from pathlib import Path

from assay.audit import Options, index_of, prepare
from assay.engines.protocol import Question
from assay.judging.judge import Judge
from assay.loading import Content
from assay.snapshot.reader import Snapshot


def seconds(folder: Path, content: Content) -> tuple[float, int]:
    """Return the seconds that evaluation alone takes, and the number of verdicts."""
    gc.disable()  # what is measured is the interpreter, not the collection of the documents around it
    with tempfile.TemporaryDirectory() as scratch:
        snapshot = Snapshot.open(folder)
        plan = prepare(snapshot, content, Options(), Path(scratch) / "index.sqlite")
        places = index_of(snapshot, plan)
        judge = Judge(plan)
        spent, verdicts = 0.0, 0
        for kind in sorted({check.kind for check in plan.checks} & places.keys()):
            checks = plan.of_kind(kind)
            questions = [Question(check.id, check.policy, check.parameters) for check in checks]
            for start, end in places[kind]:
                batch, _, document = judge.document(kind, start, end, checks)
                began = time.perf_counter()
                judge.engine.judge(document, questions)
                spent += time.perf_counter() - began
                verdicts += len(batch) * len(checks)
        judge.close()
    gc.enable()
    return spent, verdicts
