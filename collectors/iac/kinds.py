"""The builders, one per kind: a further kind is a module under `facts/` and one line here."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import Protocol

from assay.collector import Output

from .code import Code

_FACTS = (
    "storage_bucket database_instance encryption_key credential backup network_rule application tls_endpoint "
    "log_source identity_account access_grant"
).split()


class Facts(Protocol):
    """One module under `facts/`."""

    KINDS: Sequence[str]
    """The kinds that it feeds, its own first."""

    def build(self, code: Code, out: Output) -> None:
        """State the facts of every resource of its kinds."""


def builders() -> list[Facts]:
    """Return the builders that are there, in the order in which they write."""
    return [importlib.import_module(f".facts.{name}", __package__) for name in _FACTS]
