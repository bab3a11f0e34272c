"""The findings alone, one JSON object a line, for log pipelines and `jq`."""

from __future__ import annotations

from typing import IO

from assay.report import Context, Format
from assay.run import Run


def render(run: Run, context: Context, out: IO[bytes]) -> None:
    """Write each finding as it is recorded."""
    for line in run.raw():
        out.write(line + b"\n")


FORMAT = Format("ndjson", render)
