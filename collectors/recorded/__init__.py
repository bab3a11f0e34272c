"""Replays a snapshot that was collected elsewhere: for networks that this machine does not reach."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from assay import codec, dates
from assay.collector import CollectorFailed, Output, Probe, Resource, Source
from assay.errors import AssayError
from assay.snapshot.reader import Snapshot
from assay.snapshot.record import ENGINE_KEYS


class Recorded:
    """Takes the resources of a verified snapshot over, with what was unread and why."""

    name = "recorded"
    basis = "observed"
    options: Mapping[str, Any] = {
        "required": ["path"],
        "path": {"type": "string", "description": "folder of a snapshot"},
    }
    permissions: Sequence[str] = ("read access to the folder",)

    def kinds(self, source: Source) -> Sequence[str]:
        """Return the kinds that the sources of the snapshot fed; all, where it cannot be opened."""
        try:
            manifest = Snapshot.open(source.path()).manifest
        except AssayError:
            return sorted(source.schemas)
        return sorted({kind for item in manifest["sources"] for kind in item["kinds"]} & source.schemas.keys())

    def collect(self, source: Source, out: Output) -> None:
        """Write every resource again; raises `CollectorFailed` where the snapshot is none or was changed."""
        try:
            snapshot = Snapshot.open(source.path())
        except AssayError as error:
            raise CollectorFailed("corrupt", str(error)) from None
        bases = {item["name"]: item["basis"] for item in snapshot.manifest["sources"]}
        out.data_as_of(dates.instant(snapshot.manifest["taken_at"], source.zone).astimezone(source.zone).date())
        for kind in snapshot.kinds:
            with snapshot.path(kind).open("rb") as lines:
                for line in lines:
                    record = codec.decode(line)
                    out.resource(kind, _resource(record, bases.get(record["source"], self.basis)))
            out.read("replay", kind, "ok")
        _carry_over(snapshot, out)

    def probe(self, source: Source) -> Iterable[Probe]:
        """Open the snapshot and check its digests."""
        try:
            snapshot = Snapshot.open(source.path())
        except AssayError as error:
            yield Probe("snapshot", "failed", str(error))
        else:
            yield Probe("snapshot", "ok", f"taken at {snapshot.manifest['taken_at']}, every digest right")


def _resource(record: Mapping[str, Any], basis: str) -> Resource:
    facts = {name: value for name, value in record.items() if name not in ENGINE_KEYS}
    own = dict.fromkeys(facts, basis) | record.get("basis_of", {})
    unread = {item["field"]: (item["reason"], item.get("operation", "")) for item in record["unread"]}
    return Resource(
        id=record["id"],
        name=record["name"],
        facts=facts,
        unread=unread,
        aliases=list(record.get("aliases", ())),
        basis=own,
        location=record.get("place"),
    )


def _carry_over(snapshot: Snapshot, out: Output) -> None:
    """What was incomplete or failed there is so here."""
    for item in snapshot.manifest["sources"]:
        for kind, state in item["kinds"].items():
            if not state["complete"]:
                out.incomplete(kind, state.get("reason", "partial"), state.get("operation", ""))
        if item["outcome"] == "failed":
            out.note(f"{item['name']} failed when this was recorded: {item.get('message', 'no message')}")


COLLECTOR = Recorded()
