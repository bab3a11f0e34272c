"""Workers that hang, die or never start: what they cost is told, and everything else stands byte for byte."""

from __future__ import annotations

import contextlib
import os
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.fake_opa import fake_opa
from support.widgets import SIZED, SmallPack, resource, snapshot

from assay.audit import Options, audit, prepare
from assay.codec import decode
from assay.errors import AssayError, EngineError
from assay.judging import index
from assay.judging.plan import EngineChoice
from assay.judging.pool import Batch, Pool
from assay.loading import Content
from assay.snapshot.reader import Snapshot

# Ten thousand million turns; nobody waits for their end.
HANGS = SIZED.replace(
    "widget.size >",
    "count([1 | some a in numbers.range(1, 100000); some b in numbers.range(1, 100000); a + b < 0]) == 0\n"
    "\twidget.size >",
)
GIVEN = [resource(f"w{number:03}", size=number) for number in range(30)]


@contextlib.contextmanager
def _pool(
    taken: Snapshot, content: Content, jobs: int = 1, size: int = 10, engine: EngineChoice | None = None
) -> Iterator[tuple[Pool, list[Batch]]]:
    """Yield a pool and the batches of the widgets, which are small here."""
    with tempfile.TemporaryDirectory() as folder:
        options = Options(engine=engine or EngineChoice())
        plan = prepare(taken, content, options, Path(folder) / "index.sqlite")
        places = index.build(taken, Path(plan.index), {}, size)
        yield Pool(plan, jobs), [Batch("widget", *place) for place in places["widget"]]


def _gone(pool: Pool) -> bool:
    return all(worker._process.returncode is not None for worker in pool._workers)


def test_a_policy_that_hangs_is_ended_and_costs_only_its_own_findings(tmp_path: Path, pack: SmallPack) -> None:
    pack.check("WID-01.3")
    content = pack.content()
    taken = snapshot(tmp_path / "s", content, {"widget": GIVEN[:3], "person": [resource("p")]})
    with audit(taken, content, Options()) as run:
        clean = list(run.raw())
    pack.policy("widgets.hangs", HANGS)
    pack.check("WID-01.2", "widgets.hangs")
    content = pack.content()
    with audit(taken, content, Options(seconds=1.0)) as run:
        findings = [decode(line) for line in run.raw()]
        assert [line for line in run.raw() if decode(line)["check"] != "WID-01.2"] == clean
    checks = ["WID-01.1", "WID-01.2", "WID-01.3"]
    assert [(item["resource"], item["check"]) for item in findings] == [
        (name, check) for name in ("w000", "w001", "w002") for check in checks
    ]
    lost = [item for item in findings if item["check"] == "WID-01.2"]
    assert {(item["verdict"], item["reason"]["en"]) for item in lost} == {
        ("unknown", "the engine was lost or ran out of time on this resource's batch")
    }


def test_a_policy_that_asks_for_too_much_memory_costs_only_its_own_findings(tmp_path: Path, pack: SmallPack) -> None:
    doubled = "".join(f'\tx{n + 1} := concat("", [x{n}, x{n}])\n' for n in range(32))
    pack.policy(
        "widgets.greedy", SIZED.replace("\twidget.size >", f'\tx0 := "x"\n{doubled}\tcount(x32) > 0\n\twidget.size >')
    )
    pack.check("WID-01.2", "widgets.greedy")
    content = pack.content()
    taken = snapshot(tmp_path / "s", content, {"widget": GIVEN[:1]})
    with audit(taken, content, Options(seconds=20.0)) as run:
        verdicts = {finding["check"]: finding["verdict"] for finding in run.findings()}
    assert verdicts == {"WID-01.1": "pass", "WID-01.2": "unknown"}


def test_a_worker_that_is_killed_between_batches_is_replaced(tmp_path: Path, widgets: Content) -> None:
    taken = snapshot(tmp_path / "s", widgets, {"widget": GIVEN})
    with _pool(taken, widgets) as (pool, batches):
        clean = [result.lines for result in pool.judge(batches)]
    with _pool(taken, widgets) as (pool, batches):
        lines = []
        for batch in batches:
            lines.append(pool._work(batch).lines)
            os.kill(pool._workers[-1]._process.pid, signal.SIGKILL)
            pool._workers[-1]._process.wait()
        assert lines == clean
        assert len(pool._workers) == 3
        pool._end()
        assert _gone(pool)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV, signal.SIGTERM])
def test_a_worker_that_dies_while_it_judges_is_retried(
    tmp_path: Path, widgets: Content, number: signal.Signals
) -> None:
    taken = snapshot(tmp_path / "s", widgets, {"widget": GIVEN})
    with fake_opa(widgets.modules) as fake:
        choice = EngineChoice("opa", fake.url)
        with _pool(taken, widgets, engine=choice) as (pool, batches):
            clean = [result.lines for result in pool.judge(batches)]
        with _pool(taken, widgets, engine=choice) as (pool, batches):
            killed: list[int] = []

            def kill_once(path: str) -> None:
                if path.endswith("/widgets/size/verdicts") and not killed:
                    killed.append(pool._workers[0]._process.pid)
                    os.kill(killed[0], number)

            fake.answer = kill_once
            results = list(pool.judge(batches))
            assert [result.lines for result in results] == clean
            assert [result.problems for result in results] == [{}, {}, {}]
            assert len(killed) == 1
            assert _gone(pool)


def test_a_worker_that_dies_again_and_again_leaves_its_check_unknown(tmp_path: Path, widgets: Content) -> None:
    taken = snapshot(tmp_path / "s", widgets, {"widget": GIVEN[:2]})
    with (
        fake_opa(widgets.modules) as fake,
        _pool(taken, widgets, engine=EngineChoice("opa", fake.url)) as (pool, batches),
    ):

        def kill(path: str) -> None:
            if path.endswith("/widgets/size/verdicts"):
                os.kill(pool._workers[-1]._process.pid, signal.SIGKILL)

        fake.answer = kill
        (result,) = pool.judge(batches)
    assert dict(result.tally) == {("WID-01.1", "unknown", "high"): 2}
    assert result.problems == {"WID-01.1": "the engine was lost or took longer than 60 s"}


def test_batches_come_in_order_whoever_finishes_first(tmp_path: Path, widgets: Content) -> None:
    taken = snapshot(tmp_path / "s", widgets, {"widget": GIVEN})
    lines = []
    for jobs, size in ((1, 30), (1, 1), (2, 1), (3, 4)):
        with _pool(taken, widgets, jobs, size) as (pool, batches):
            lines.append(b"".join(result.lines for result in pool.judge(batches)))
            assert _gone(pool)
    assert len(set(lines)) == 1


def test_an_error_of_one_worker_ends_all_of_them(tmp_path: Path, widgets: Content) -> None:
    taken = snapshot(tmp_path / "s", widgets, {"widget": GIVEN})
    with _pool(taken, widgets, jobs=2, size=1) as (pool, batches):
        # The middle of a record is none.
        batches[10] = Batch("widget", batches[10].start + 3, batches[10].end)
        with pytest.raises(AssayError, match="holds what is no record") as found:
            list(pool.judge(batches))
        assert found.value.exit_code == 2
        assert _gone(pool)


def test_a_run_that_is_left_early_ends_its_workers(tmp_path: Path, widgets: Content) -> None:
    taken = snapshot(tmp_path / "s", widgets, {"widget": GIVEN})
    with _pool(taken, widgets, jobs=2, size=1) as (pool, batches):
        results = pool.judge(batches)
        next(results)
        results.close()  # type: ignore[attr-defined]
        assert _gone(pool)


def test_a_worker_that_cannot_start_is_told(tmp_path: Path, widgets: Content) -> None:
    taken = snapshot(tmp_path / "s", widgets, {"widget": GIVEN})
    with _pool(taken, widgets, engine=EngineChoice("opa", "http://127.0.0.1:9")) as (pool, batches):
        with pytest.raises(AssayError, match="does not answer"):
            list(pool.judge(batches))
        assert _gone(pool)


def test_a_batch_that_no_worker_survives_is_told_by_name(tmp_path: Path, pack: SmallPack) -> None:
    made = "import os\n\nfrom assay.derive import Derivation\n\n"
    made += "DERIVED = {'size': Derivation(lambda record, view: os._exit(9))}\n"
    pack.derive("widget", made)
    content = pack.content()
    taken = snapshot(tmp_path / "s", content, {"widget": [resource("a")]})
    with _pool(taken, content) as (pool, batches):
        with pytest.raises(EngineError, match=r"workers are lost as soon as they read widget\.ndjson, bytes 0 to"):
            list(pool.judge(batches))
        assert _gone(pool)


def test_a_worker_sees_nothing_of_the_environment(
    tmp_path: Path, pack: SmallPack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "hunter2-hunter2")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    made = "import os, sys\n\nfrom assay.derive import Derivation\n\nDERIVED = {'email': Derivation("
    made += "lambda record, view: ' '.join([*sorted(os.environ), *(['cwd'] if '' in sys.path else [])]))}\n"
    pack.derive("widget", made)
    body = SIZED.replace('"/size", "actual": widget.size', '"/email", "actual": widget.email')
    for proof in ("widget.size >", "widget.size <="):
        body = body.replace(proof, f"is_string(widget.email)\n\t{proof}")
    pack.policy("widgets.size", body)
    content = pack.content()
    taken = snapshot(tmp_path / "s", content, {"widget": [resource("a", size=20)]})
    with audit(taken, content, Options()) as run:
        finding: Any = next(run.findings())
    assert set(finding["evidence"][0]["actual"].split()) <= {"LC_ALL", "LC_CTYPE", "PATH", "RUST_BACKTRACE"}


def test_what_a_derivation_prints_does_not_mix_with_the_messages(tmp_path: Path, pack: SmallPack) -> None:
    made = "import os\n\nfrom assay.derive import Derivation\n\n\ndef loud(record, view):\n"
    made += "    print('x' * 10000, flush=True)\n    os.write(1, b'y' * 10000)\n    return 'a@b'\n\n\n"
    pack.derive("widget", made + "DERIVED = {'email': Derivation(loud)}\n")
    pack.check("WID-01.1", related=[{"kind": "person", "of": "email", "value": "email"}])
    content = pack.content()
    taken = snapshot(tmp_path / "s", content, {"widget": [resource("a", size=20)], "person": []})
    with audit(taken, content, Options()) as run:
        assert [finding["verdict"] for finding in run.findings()] == ["fail"]
