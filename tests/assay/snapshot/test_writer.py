"""Writing a snapshot: what the schema forbids is unread, what is written is sorted, whole and private."""

from __future__ import annotations

import itertools
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from support.widgets import TAKEN_AT, resource

from assay import codec
from assay.collector import Resource
from assay.errors import UsageError
from assay.loading import Content
from assay.snapshot.reader import Snapshot
from assay.snapshot.writer import SnapshotWriter

HEADER = {"estate": "A shop", "taken_at": TAKEN_AT, "settings": {"timezone": "Asia/Shanghai"}}


def _records(folder: Path, kind: str = "widget") -> list[dict[str, Any]]:
    return [codec.decode(line) for line in (folder / "resources" / f"{kind}.ndjson").read_bytes().splitlines()]


def _ledger(folder: Path) -> list[dict[str, Any]]:
    return [codec.decode(line) for line in (folder / "ledger.ndjson").read_bytes().splitlines()]


def _write(folder: Path, content: Content, *given: Resource) -> tuple[list[dict[str, Any]], list[str]]:
    """Write widgets of one source; returns the records and the notes."""
    with SnapshotWriter(folder, HEADER, content.schemas) as writer:
        source = writer.source("shop", "shelf", "observed")
        for item in given:
            source.resource("widget", item)
        writer.commit()
    return _records(folder), source.notes


def test_a_field_that_the_schema_refuses_is_unread_and_told(tmp_path: Path, widgets: Content) -> None:
    (record,), notes = _write(tmp_path / "s", widgets, resource("a", size="large", color="red"))
    assert record["color"] == "red"
    assert [(item["field"], item["reason"]) for item in record["unread"]] == [("size", "unsupported")]
    assert notes == ["widget a: size: must be integer; kept as unread"]


def test_a_field_that_no_kind_has_is_unread_with_the_nearest_name(tmp_path: Path, widgets: Content) -> None:
    (record,), notes = _write(tmp_path / "s", widgets, resource("a", colour="red"))
    assert "colour" not in record
    assert notes == ["widget a: colour: unknown key 'colour'; did you mean 'color'?; kept as unread"]


def test_a_refused_value_is_quoted_nowhere(tmp_path: Path, widgets: Content) -> None:
    _, notes = _write(tmp_path / "s", widgets, resource("a", size="hunter2-hunter2", color="hunter2-hunter2"))
    written = b"".join(path.read_bytes() for path in (tmp_path / "s").rglob("*") if path.is_file())
    assert b"hunter2" not in written
    assert "hunter2" not in "".join(notes)


@pytest.mark.parametrize("id", ["", 7])
def test_a_resource_without_a_usable_id_is_refused(tmp_path: Path, widgets: Content, id: Any) -> None:
    with SnapshotWriter(tmp_path / "s", HEADER, widgets.schemas) as writer:
        source = writer.source("shop", "shelf", "observed")
        with pytest.raises((ValueError, AttributeError)):
            source.resource("widget", Resource(id, "a"))


def test_a_place_that_the_schema_refuses_is_refused_before_it_is_written(tmp_path: Path, widgets: Content) -> None:
    given = Resource("a", "a", location={"path": 7})
    with SnapshotWriter(tmp_path / "s", HEADER, widgets.schemas) as writer:
        source = writer.source("shop", "shelf", "observed")
        with pytest.raises(ValueError, match="not usable"):
            source.resource("widget", given)


def test_a_kind_that_no_pack_describes_is_refused(tmp_path: Path, widgets: Content) -> None:
    with SnapshotWriter(tmp_path / "s", HEADER, widgets.schemas) as writer:
        source = writer.source("shop", "shelf", "observed")
        with pytest.raises(ValueError, match="'gadget', which no pack describes"):
            source.resource("gadget", resource("a"))


def test_records_are_the_same_bytes_whatever_the_order_they_come_in(tmp_path: Path, widgets: Content) -> None:
    given = [resource("b", size=1), resource("a", color="red"), resource("张", size=2), resource("b", size=3)]
    for number, order in enumerate(itertools.permutations(given)):
        _write(tmp_path / str(number), widgets, *order)
    written = {(path / "resources/widget.ndjson").read_bytes() for path in tmp_path.iterdir()}
    assert len(written) == 1
    assert [(record["id"], record.get("size")) for record in _records(tmp_path / "0")] == [
        ("a", None),
        ("b", None),
        ("张", 2),
    ]


def test_two_sources_of_one_resource_make_one_record_and_contradictions_are_noted(
    tmp_path: Path, widgets: Content
) -> None:
    with SnapshotWriter(tmp_path / "s", HEADER, widgets.schemas) as writer:
        for name, basis, facts in (
            ("paper", "declared", {"size": 9, "color": "red"}),
            ("one", "observed", {"size": 1}),
            ("two", "observed", {"size": 2, "email": "a@b"}),
        ):
            writer.source(name, "shelf", basis).resource("widget", resource("a", **facts))
        writer.commit()
    (record,) = _records(tmp_path / "s")
    assert ("size" in record, record["color"], record["source"]) == (False, "red", "one")
    assert record["basis_of"] == {"color": "declared"}
    assert [line for source in writer.sources for line in source.notes] == [
        "widget a: size is stated differently by two descriptions of it; unread until they agree"
    ]


def test_the_manifest_says_of_every_source_what_it_fed_and_how(tmp_path: Path, widgets: Content) -> None:
    with SnapshotWriter(tmp_path / "s", HEADER, widgets.schemas) as writer:
        whole, part, lost = (writer.source(name, "shelf", "observed") for name in ("whole", "part", "lost"))
        whole.feeds(["person"])
        whole.data_as_of(date(2026, 11, 20))
        part.resource("widget", resource("a"))
        part.incomplete("widget", "denied", "a:List")
        lost.feeds(["widget"])
        lost.fail("timeout", "no answer; check the address")
        manifest = writer.commit()
    by_name = {source["name"]: source for source in manifest["sources"]}
    assert by_name["whole"]["outcome"] == "complete"
    assert by_name["whole"]["data_as_of"] == "2026-11-20"
    assert by_name["whole"]["kinds"] == {"person": {"count": 0, "complete": True}}
    assert by_name["part"]["outcome"] == "partial"
    assert by_name["part"]["kinds"]["widget"] == {
        "count": 1,
        "complete": False,
        "reason": "denied",
        "operation": "a:List",
    }
    assert (by_name["lost"]["outcome"], by_name["lost"]["message"]) == ("failed", "no answer; check the address")
    assert _ledger(tmp_path / "s")[0]["outcome"] == "error"


def test_secrets_and_lone_surrogates_reach_neither_ledger_nor_manifest(tmp_path: Path, widgets: Content) -> None:
    def scrub(text: str) -> str:
        return text.replace("hunter2", "***")

    with SnapshotWriter(tmp_path / "s", HEADER, widgets.schemas, scrub) as writer:
        source = writer.source("shop", "shelf", "observed")
        source.read("open hunter2", "file hunter2 \udce9", "error", "code hunter2")
        source.incomplete("widget", "partial", "page hunter2")
        source.note("hunter2 \udce9")
        source.fail("error", "hunter2 \udce9")
        writer.commit()
    written = b"".join(path.read_bytes() for path in (tmp_path / "s").rglob("*") if path.is_file())
    assert b"hunter2" not in written
    assert source.notes == ["*** \\udce9"]
    assert _ledger(tmp_path / "s")[0]["target"] == "file *** \\udce9"


def test_a_snapshot_is_open_to_its_owner_alone(tmp_path: Path, widgets: Content) -> None:
    _write(tmp_path / "s", widgets, resource("a"))
    assert (tmp_path / "s").stat().st_mode & 0o077 == 0


def test_a_folder_that_is_no_snapshot_is_not_written_over(tmp_path: Path, widgets: Content) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(UsageError, match="is no snapshot; name another folder"):
        SnapshotWriter(tmp_path, HEADER, widgets.schemas)


def test_a_file_is_not_written_over(tmp_path: Path, widgets: Content) -> None:
    (tmp_path / "s").write_text("years of work")
    with pytest.raises(UsageError, match="is no snapshot; name another folder"):
        SnapshotWriter(tmp_path / "s", HEADER, widgets.schemas)


def test_a_new_snapshot_replaces_the_old_one_and_leaves_nothing_beside_it(tmp_path: Path, widgets: Content) -> None:
    _write(tmp_path / "s", widgets, resource("old", size=1))
    _write(tmp_path / "s", widgets, resource("new", size=2))
    assert [record["id"] for record in _records(tmp_path / "s")] == ["new"]
    assert [path.name for path in tmp_path.iterdir()] == ["s"]
    assert Snapshot.open(tmp_path / "s").kinds == ["widget"]


def test_a_writer_that_is_left_by_an_error_leaves_the_old_snapshot(tmp_path: Path, widgets: Content) -> None:
    _write(tmp_path / "s", widgets, resource("old"))

    def interrupted() -> None:
        with SnapshotWriter(tmp_path / "s", HEADER, widgets.schemas) as writer:
            writer.source("shop", "shelf", "observed").resource("widget", resource("new"))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert [record["id"] for record in _records(tmp_path / "s")] == ["old"]
    assert [path.name for path in tmp_path.iterdir()] == ["s"]
