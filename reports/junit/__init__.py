"""The run as JUnit XML: a suite for each check, a case for each resource; for Jenkins, GitLab and others."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import IO

from assay import codec
from assay.errors import UsageError
from assay.report import Context, Format
from assay.run import Run

from ..pipeline import view_of
from .outcomes import Outcomes

try:
    from .suites import suite
except ImportError:
    raise UsageError("junit needs the extra [ci]: pip install 'assay[ci]'") from None


def render(run: Run, context: Context, out: IO[bytes]) -> None:
    """Write the suites one after another; of the findings those of one check at a time are in memory."""
    view = view_of(run, context)
    out.write(b'<?xml version="1.0" encoding="utf-8"?>\n<testsuites name="Assay">\n')
    with tempfile.TemporaryDirectory(prefix="assay-junit-") as folder:
        for check, path in sorted(_by_check(run, Path(folder)).items()):
            found = Outcomes()
            with path.open("rb") as lines:
                for line in lines:
                    found.add(codec.decode(line))
            if len(found):
                out.write(suite(view, check, found))
    out.write(b"</testsuites>\n")


def _by_check(run: Run, folder: Path) -> Mapping[str, Path]:
    """Put the findings of each check into a file of its own: a run has them by resource."""
    paths: dict[str, Path] = {}
    with contextlib.ExitStack() as stack:
        files: dict[str, IO[bytes]] = {}
        for line in run.raw():
            check = codec.decode(line)["check"]
            if check not in files:
                paths[check] = folder / str(len(paths))
                files[check] = stack.enter_context(paths[check].open("wb"))
            files[check].write(line + b"\n")
    return paths


FORMAT = Format("junit", render, file="junit.xml")
