"""Reads what is to be judged, and what is known beside it, into a snapshot."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assay import dates
from assay.collect import about, read, source
from assay.collector import Resource
from assay.config import Config, SourceEntry, check_sources
from assay.gate.inputs import Input
from assay.loading import Content
from assay.snapshot.writer import SnapshotWriter

ORDER = ("code", "facts")


@dataclass
class Gathered:
    """What was read."""

    manifest: Mapping[str, Any]
    notes: list[str]
    code: list[str]
    """Names of the sources that are code: theirs are the resources that are judged."""


def gather(
    config: Config,
    content: Content,
    inputs: Mapping[str, Sequence[Input]],
    options: Mapping[str, Any],
    target: Path,
    now: str | None = None,
) -> Gathered:
    """Read code first, then facts, of which those about the same things give way; raises `AssayError`.

    `inputs` is by role; `options` are for every reader of code that knows them (account).
    """
    entries = _entries(config, content, inputs, options)
    config.sources = [entry for role in ORDER for entry in entries[role]]
    collectors = check_sources(config, content)
    zone = dates.zone(config.values["timezone"])
    moment = dates.instant(now, zone) if now else dates.now()
    header = {"estate": config.values["estate"], "taken_at": dates.stamp(moment), "settings": config.settings()}
    known = Known()
    with SnapshotWriter(target, header, content.schemas, config.secrets.scrub) as writer:
        about(config, writer)
        for entry in config.sources:
            collector = collectors[entry.name]
            takes = known.add if entry in entries["code"] else known.lacks
            out = writer.source(entry.name, entry.collector, collector.basis, takes)
            read(collector, source(config, content, entry, moment), out)
        manifest = writer.commit()
        notes = [placed(out.name, line) for out in writer.sources for line in out.notes]
    return Gathered(manifest, notes, [entry.name for entry in entries["code"]])


def placed(name: str, line: str) -> str:
    """Say of which source a line is, where it does not begin with the file itself."""
    return line if line.startswith(name) else f"{name}: {line}"


class Known:
    """What the code declares: a snapshot's word on the same thing is of the past and gives way."""

    def __init__(self) -> None:
        self._names: set[tuple[str, str]] = set()

    def add(self, kind: str, resource: Resource) -> bool:
        """Take a resource of the code."""
        self._names.update((kind, name) for name in (resource.id, *resource.aliases))
        return True

    def lacks(self, kind: str, resource: Resource) -> bool:
        """Say whether no resource of the code is meant by the same id or alias."""
        return not any((kind, name) in self._names for name in (resource.id, *resource.aliases))


def _entries(
    config: Config, content: Content, inputs: Mapping[str, Sequence[Input]], options: Mapping[str, Any]
) -> dict[str, list[SourceEntry]]:
    """Return the inputs as sources, each with a name of its own and the options that its reader knows."""
    found: dict[str, list[SourceEntry]] = {}
    names: set[str] = set()
    for role in ORDER:
        found[role] = []
        for given in inputs.get(role, ()):
            readers = content.find("collectors", given.collector).COLLECTOR.options
            own = {name: value for name, value in options.items() if name in readers and value is not None}
            if "shown" in readers:
                own["shown"] = given.shown
            if "within" in readers and len(inputs[role]) > 1:
                own["within"] = given.shown
            name = next(n for n in _names(given.shown) if n not in names)
            names.add(name)
            found[role].append(SourceEntry(name, given.collector, {"path": str(given.path.resolve()), **own}, 1))
    return found


def _names(shown: str) -> Iterator[str]:
    """Yield names for a source that is called so: the path, then with numbers."""
    yield shown
    yield from (f"{shown} ({number})" for number in itertools.count(2))
