"""The run itself, as one JSON document in the format `assay.run/1`."""

from __future__ import annotations

from typing import IO

from assay.report import Context, Format
from assay.run import Run


def render(run: Run, context: Context, out: IO[bytes]) -> None:
    """Write the run; language, colour and width have no part in it."""
    run.write(out)


FORMAT = Format("json", render)
