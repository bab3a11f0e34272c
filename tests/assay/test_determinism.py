"""The same snapshot, policies and day make the same bytes: on any engine, with any workers, in any order."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.estate import estate
from support.judging import content

from assay import audit as auditing
from assay.audit import Options, audit
from assay.judging.plan import EngineChoice
from assay.snapshot.reader import Snapshot


@pytest.fixture(scope="module", autouse=True)
def still_clock() -> Iterator[None]:
    """The ledger says when each read was made, so two snapshots are equal only where the clock stands still."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1795233600")
        yield


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return estate(tmp_path_factory.mktemp("estate") / "s")


def _run(taken: Snapshot, folder: Path, **options: Any) -> bytes:
    path = folder / "run.json"
    with audit(taken, content(), Options(**options)) as run:
        run.save(path)
    return path.read_bytes()


@pytest.fixture(scope="module")
def expected(taken: Snapshot, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return _run(taken, tmp_path_factory.mktemp("expected"))


def test_the_estate_has_every_verdict_and_many_findings(expected: bytes) -> None:
    summary = json.loads(expected)["summary"]
    assert min(summary["verdicts"].values()) > 10
    assert summary["checks"]["not_assessed"] == 0


@pytest.mark.parametrize(("jobs", "batch"), [(2, 250), (3, 7), (1, 100)])
def test_workers_and_batches_do_not_show(
    taken: Snapshot, expected: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int, batch: int
) -> None:
    monkeypatch.setattr(auditing, "BATCH", batch)
    assert _run(taken, tmp_path, jobs=jobs) == expected


def test_the_order_in_which_resources_were_written_does_not_show(expected: bytes, tmp_path: Path) -> None:
    assert _run(estate(tmp_path / "s", seed=1), tmp_path) == expected


ENVIRONMENTS = [
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "1", "TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
    {"PYTHONHASHSEED": "random", "TZ": "Asia/Kolkata", "LC_ALL": "zh_CN.GBK"},
]


@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_hash_seed_zone_and_locale_do_not_show(
    taken: Snapshot, expected: bytes, tmp_path: Path, own_cache: Path, environment: dict[str, str]
) -> None:
    command = [sys.executable, "-m", "assay", "audit", str(taken.folder), "-o", str(tmp_path / "run.json")]
    where = {"PATH": "", "XDG_CACHE_HOME": str(own_cache), "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(
        [*command, "-f", f"json={tmp_path / 'again.json'}", "--lang", "en"],
        env=where | environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1, done.stderr
    assert (tmp_path / "run.json").read_bytes() == expected
    assert (tmp_path / "again.json").read_bytes() == expected


def test_the_engine_shows_nowhere_but_in_its_name(
    taken: Snapshot, expected: bytes, tmp_path: Path, opa_server: tuple[str, str]
) -> None:
    url, token = opa_server
    for name in ("opa", "both"):
        made = json.loads(_run(taken, tmp_path, engine=EngineChoice(name, url, token)))
        wanted = json.loads(expected)
        assert made["run"].pop("engine")["name"] == name
        assert wanted["run"].pop("engine")["name"] == "embedded"
        # The id of a run is made of all that is said of it, the engine included.
        assert made["run"].pop("id") != wanted["run"].pop("id")
        assert made == wanted
