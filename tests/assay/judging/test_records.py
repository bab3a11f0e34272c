"""Records of another program that are none end the run in one line; they are never judged in part."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.audits import findings_of
from support.widgets import resource, snapshot

from assay.codec import decode
from assay.errors import AssayError, SnapshotError
from assay.loading import Content
from assay.snapshot.reader import Snapshot


@pytest.fixture
def foreign(tmp_path: Path, widgets: Content) -> Path:
    """The records of a snapshot that another program writes."""
    taken = snapshot(tmp_path / "s", widgets, {"widget": [resource("a", size=1)]})
    return taken.path("widget")


RECORD = b'{"id":"a","name":"A","source":"shop","collected_at":"t"}'


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (b"{}\n", "widget.ndjson:1: is no record: "),
        (b"[]\n", "widget.ndjson:1: is no record: "),
        (b'{"id":7}\n', "widget.ndjson:1: is no record: "),
        (b'{"id":"a","aliases":3}\n', "widget.ndjson:1: is no record: "),
        (b"\n", "widget.ndjson:1: is no record: "),
        (b"[" * 100_000 + b"\n", "widget.ndjson:1: is no record: "),
        (RECORD + b"\n" + RECORD + b"\n", "widget.ndjson: holds an id twice"),
        (RECORD.replace(b"}", b',"size":null}') + b"\n", "widget.ndjson: a: size: must be integer"),
        (RECORD.replace(b"}", b',"size":"1"}') + b"\n", "widget.ndjson: a: size: must be integer"),
        (RECORD.replace(b"}", b',"sise":1}') + b"\n", "widget.ndjson: a: sise: unknown key 'sise'"),
        (b'{"id":"a","name":"A"}\n', "widget.ndjson: a: the record: 'source' is a required property"),
        (RECORD.replace(b"}", b',"free":' + b"[" * 5000 + b"]" * 5000 + b"}") + b"\n", "is no record"),
    ],
)
def test_records_that_are_none_end_the_run_in_one_line(
    foreign: Path, widgets: Content, lines: bytes, told: str
) -> None:
    foreign.write_bytes(lines)
    folder = foreign.parents[1]
    taken = Snapshot(folder, decode((folder / "manifest.json").read_bytes()), "sha256:" + "0" * 64)
    with pytest.raises(AssayError, match=r"\.ndjson") as found:
        findings_of(taken, widgets)
    assert told in str(found.value)
    assert found.value.exit_code == SnapshotError.exit_code
    assert len(str(found.value).splitlines()) == 1


def test_records_may_end_as_on_windows(foreign: Path, widgets: Content) -> None:
    foreign.write_bytes(RECORD + b"\r\n")
    folder = foreign.parents[1]
    taken = Snapshot(folder, decode((folder / "manifest.json").read_bytes()), "sha256:" + "0" * 64)
    assert [finding["verdict"] for finding in findings_of(taken, widgets)] == ["unknown"]
