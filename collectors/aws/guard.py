"""The guard: a client refuses every operation that is not on the list, before anything is sent."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .operations import Operation


class OperationRefused(Exception):
    """An operation was called that is not on the list of reads."""


def restrict(client: Any, operations: Iterable[Operation]) -> None:
    """Let a client carry out the listed operations only.

    `before-parameter-build` also stops a presigned URL, which makes no call of its own; `before-call` stops
    whatever builds its parameters another way.
    """
    allowed = {(operation.service, operation.name) for operation in operations}

    def refuse(model: Any, **_: object) -> None:
        name = (model.service_model.service_name, model.name)
        if name not in allowed:
            raise OperationRefused(":".join(name))

    for event in ("before-parameter-build", "before-call"):
        client.meta.events.register_first(event, refuse)
