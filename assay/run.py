"""A run: one audit of one snapshot, in the format `assay.run/1`; findings stream from and to disk."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import msgspec

from assay import codec, files, finding, schema
from assay.errors import IntegrityError, UsageError

FORMAT = "assay.run/1"
_OPEN, _CLOSE = b',"findings":[\n', b"\n]}\n"
Finding = Mapping[str, Any]


@dataclass(frozen=True)
class Run:
    """A recorded run: its head in memory, its findings where they lie."""

    head: Mapping[str, Any]
    """`format`, `run`, `summary`, `not_assessed`."""
    lines: Path
    """The file that holds the findings, one a line."""
    start: int = 0
    """Where in it the first one begins."""

    def findings(self) -> Iterator[Finding]:
        """Yield the findings in order: by kind, resource and check."""
        for line in self.raw():
            yield codec.decode(line)

    def raw(self) -> Iterator[bytes]:
        """Yield the findings as they are written, without the line's end or the comma."""
        with self.lines.open("rb") as file:
            file.seek(self.start)
            for line in file:
                if not line.startswith(b"{"):
                    return
                yield line.rstrip(b",\n")

    def write(self, out: IO[bytes]) -> None:
        """Write the run as one JSON document, one finding a line."""
        head = {name: self.head[name] for name in ("format", "run", "summary", "not_assessed")}
        out.write(codec.encode(head)[:-1] + _OPEN)
        first = True
        for line in self.raw():
            out.write(line if first else b",\n" + line)
            first = False
        out.write(_CLOSE)

    def save(self, path: Path) -> None:
        """Write the run to a file, whole or not at all."""
        with files.whole(path) as out:
            self.write(out)


def load(path: Path, scratch: Path) -> Run:
    """Read a run that was written by `Run.write` or by another program in the same format.

    Raises `UsageError` with file and place where it is none. `scratch` is a folder for what has to be unpacked.
    """
    try:
        with path.open("rb") as file:
            first = file.readline()
            start = file.tell()
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from None
    if first.endswith(_OPEN):
        run = Run(_head(path, first[: -len(_OPEN)] + b"}"), path, start)
        _closed(path)
    else:
        run = _foreign(path, scratch)
    _hold(path, run)
    return run


def _closed(path: Path) -> None:
    with path.open("rb") as file:
        file.seek(-len(_CLOSE), os.SEEK_END)
        if file.read() != _CLOSE:
            raise IntegrityError(f"{path}: is cut off; its end is not there")


def _hold(path: Path, run: Run) -> None:
    """Hold the findings against their form, and their number against the summary."""
    decoder, count = msgspec.json.Decoder(finding.Finding), 0
    for count, line in enumerate(run.raw(), 1):
        try:
            decoder.decode(line)
        except (msgspec.DecodeError, RecursionError) as error:
            raise IntegrityError(f"{path}: finding {count} was changed: {error}") from None
    counted = sum(run.head["summary"]["verdicts"].values())
    if count != counted:
        raise IntegrityError(f"{path}: holds {count} findings and its summary counts {counted}; it was changed")


def _foreign(path: Path, scratch: Path) -> Run:
    """Take a run that another program laid out: read it whole and put its findings on lines."""
    data = path.read_bytes()
    head = _head(path, data)
    lines = scratch / "findings.ndjson"
    with lines.open("wb") as file:
        for finding in head.pop("findings", ()):
            file.write(codec.encode(finding) + b"\n")
    return Run(head, lines)


def _head(path: Path, data: bytes) -> dict[str, Any]:
    try:
        head = codec.decode(data)
    except ValueError as error:
        raise UsageError(f"{path}: is not a run: {error}") from None
    found = head.get("format") if isinstance(head, dict) else None
    if isinstance(found, str) and found.startswith("assay.run/") and found != FORMAT:
        raise UsageError(f"{path}: has the format {found}; this assay reads {FORMAT}: use a newer assay")
    described = {**schema.own("run"), "required": ["format", "run", "summary"]}
    for where, mistake in schema.mistakes(described, head):
        raise UsageError(f"{path}: {'.'.join(map(str, where)) or 'the run'}: {mistake}")
    return dict(head)
