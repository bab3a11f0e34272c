"""Sources of logs as the code declares them: trails, stores of events, log groups."""

from __future__ import annotations

from collections.abc import Sequence

from assay.collector import Output

from ..code import Code
from .log_group import groups
from .log_trail import stores, trails

KINDS: Sequence[str] = ("log_source",)


def build(code: Code, out: Output) -> None:
    """State each source of logs."""
    for resource in (*trails(code), *stores(code), *groups(code)):
        out.resource(KINDS[0], resource)
