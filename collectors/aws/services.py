"""The services that can be read; a further one is a package with a `SERVICE` and one line here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from .cloud import Cloud
from .operations import CALLER, Operation
from .s3 import SERVICE as S3


class Service(Protocol):
    """One service of AWS: what it feeds, what it calls, and how it is read."""

    @property
    def kinds(self) -> Sequence[str]:
        """The kinds that it feeds."""

    @property
    def operations(self) -> Sequence[Operation]:
        """Every operation that it may call."""

    def read(self, cloud: Cloud) -> None:
        """Read it; raises `CollectorFailed` where nothing could be read."""


SERVICES: Mapping[str, Service] = {"s3": S3}


def operations_of(names: Sequence[str]) -> list[Operation]:
    """Return what the named services may call, with the question who is calling."""
    return [CALLER, *(operation for name in names for operation in SERVICES[name].operations)]
