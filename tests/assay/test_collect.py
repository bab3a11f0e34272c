"""Collecting: one source that fails is in the ledger and hides no other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from support.judging import content
from support.widgets import resource

from assay import codec, config
from assay.collect import collect, failed
from assay.collector import CollectorFailed, Output, Probe, Source
from assay.errors import AssayError, StorageError, UsageError
from assay.loading import Content
from assay.snapshot.reader import Snapshot


class Shelf:
    """A collector that does what a test says."""

    name = "shelf"
    basis = "observed"
    options: Mapping[str, Any] = {}
    permissions: Sequence[str] = ()

    def __init__(self, read: Callable[[Source, Output], object]) -> None:
        self._read = read

    def kinds(self, source: Source) -> Sequence[str]:
        """Feed widgets."""
        return ["widget"]

    def collect(self, source: Source, out: Output) -> None:
        """Read as told."""
        self._read(source, out)

    def probe(self, source: Source) -> Sequence[Probe]:
        """Try nothing."""
        return []


def _good(source: Source, out: Output) -> None:
    out.read("a:List", "shop", "ok")
    out.resource("widget", resource(f"of {source.name}", size=1))


def _raise(error: Exception) -> Callable[[Source, Output], object]:
    def read(source: Source, out: Output) -> None:
        _good(source, out)
        raise error

    return read


class Estate:
    """An estate whose sources are read by such collectors."""

    def __init__(self, folder: Path, content: Content) -> None:
        self.folder, self._content = folder, content

    def collect(self, text: str = "", **reads: Callable[[Source, Output], object]) -> tuple[dict[str, Any], list[str]]:
        """Collect the sources named; returns the manifest and the notes."""
        lines = "".join(f"  - {{name: {name}, collector: shelf}}\n" for name in reads)
        (self.folder / "assay.yaml").write_text(f"estate: A shop\n{text}sources:\n{lines}")
        read = config.load(self.folder / "assay.yaml")
        collectors = {name: Shelf(how) for name, how in reads.items()}
        return collect(read, self._content, collectors, self.folder / "s", "2026-11-21")

    def ids(self) -> list[str]:
        """Return the widgets of the snapshot, once every digest of it is right."""
        path = Snapshot.open(self.folder / "s").path("widget")
        return [codec.decode(line)["id"] for line in path.read_bytes().splitlines()]

    def ledger(self) -> list[dict[str, Any]]:
        """Return the lines of the ledger."""
        return [codec.decode(line) for line in (self.folder / "s/ledger.ndjson").read_bytes().splitlines()]


@pytest.fixture
def estate(tmp_path: Path, widgets: Content) -> Estate:
    return Estate(tmp_path, widgets)


FAILURES: dict[str, tuple[Exception, str, str]] = {
    "denied": (CollectorFailed("denied", "no right to list; grant a:List"), "denied", "no right to list; grant a:List"),
    "timeout": (CollectorFailed("timeout", "no answer"), "timeout", "no answer"),
    "an error of ours": (UsageError("v.csv: is not there"), "error", "v.csv: is not there"),
    "a bug": (KeyError("hunter2"), "error", "the collector failed (KeyError); this is a bug in it"),
    "no memory": (MemoryError(), "error", "the collector failed (MemoryError); this is a bug in it"),
}


@pytest.mark.parametrize(("error", "reason", "message"), FAILURES.values(), ids=FAILURES.keys())
def test_a_source_that_fails_is_told_and_hides_no_other(
    estate: Estate, error: Exception, reason: str, message: str
) -> None:
    manifest, _ = estate.collect(bad=_raise(error), good=_good)
    assert estate.ids() == ["of bad", "of good"]
    bad, good = manifest["sources"]
    assert (bad["outcome"], bad["reason"], bad["message"]) == ("failed", reason, message)
    assert bad["kinds"]["widget"] == {"count": 1, "complete": False, "reason": reason}
    assert good["outcome"] == "complete"
    assert failed(manifest) == [("bad", message)]
    assert [line["code"] for line in estate.ledger() if line["operation"] == "collect"] == [message]


def test_a_source_that_cannot_say_its_kinds_leaves_every_kind_incomplete(tmp_path: Path, widgets: Content) -> None:
    class Blind(Shelf):
        def kinds(self, source: Source) -> Sequence[str]:
            raise ValueError("hunter2")

    (tmp_path / "assay.yaml").write_text("estate: A\nsources: [{name: blind, collector: shelf}]\n")
    read = config.load(tmp_path / "assay.yaml")
    manifest, _ = collect(read, widgets, {"blind": Blind(_good)}, tmp_path / "s")
    assert manifest["sources"][0]["outcome"] == "failed"
    kinds = manifest["sources"][0]["kinds"]
    assert {kind: state["complete"] for kind, state in kinds.items()} == {"person": False, "widget": False}


def test_a_disk_that_refuses_ends_the_run_and_leaves_no_snapshot(estate: Estate) -> None:
    with pytest.raises(StorageError) as found:
        estate.collect(bad=_raise(StorageError("s: cannot be written: No space left on device")), good=_good)
    assert found.value.exit_code == 4
    assert sorted(path.name for path in estate.folder.iterdir()) == ["assay.yaml"]


def test_sources_read_side_by_side_make_the_same_snapshot(
    estate: Estate, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795233600")
    seen = set()
    for _ in range(5):
        estate.collect("", **{f"s{number}": _good for number in range(9)})
        seen.add((tmp_path / "s/resources/widget.ndjson").read_bytes())
    assert len(seen) == 1
    assert len(estate.ids()) == 9


def test_facts_about_the_organisation_come_from_the_configuration(tmp_path: Path) -> None:
    estate = Estate(tmp_path, content())
    estate.collect("organization:\n  no_such_fact: 1\n", shop=lambda source, out: None)
    record = codec.decode((tmp_path / "s/resources/organization.ndjson").read_bytes())
    assert (record["id"], record["name"], record["source"]) == ("organization", "A shop", "assay.yaml")
    assert record["place"] == {"path": "assay.yaml", "line": 3}
    assert [(item["field"], item["reason"]) for item in record["unread"]] == [("no_such_fact", "unsupported")]


def test_a_collector_is_told_of_its_source_only(estate: Estate) -> None:
    told: list[Source] = []
    estate.collect("timezone: Europe/Berlin\n", shop=lambda source, out: told.append(source))
    assert (told[0].name, told[0].folder) == ("shop", estate.folder)
    assert told[0].at.isoformat() == "2026-11-21T12:00:00+01:00"


def test_notes_name_their_source(estate: Estate) -> None:
    _, notes = estate.collect(shop=lambda source, out: out.note("v.csv:3: bad row"))
    assert notes == ["shop: v.csv:3: bad row"]


def test_a_time_that_is_none_is_refused_before_anything_is_read(estate: Estate) -> None:
    (estate.folder / "assay.yaml").write_text("estate: A\n")
    read = config.load(estate.folder / "assay.yaml")
    with pytest.raises(AssayError, match="time 'soon' is not one"):
        collect(read, estate._content, {}, estate.folder / "s", "soon")
    assert not (estate.folder / "s").exists()
