"""Registers that people keep: rows of a YAML, CSV, TSV, XLSX or ODS file, each a resource of a kind."""

from __future__ import annotations

from assay.collector import Collector


def __getattr__(name: str) -> Collector:
    """Make `COLLECTOR` when it is asked for: other modules of this package are of use without all of it."""
    if name != "COLLECTOR":
        raise AttributeError(name)
    from .collector import RegisterCollector

    return RegisterCollector()
