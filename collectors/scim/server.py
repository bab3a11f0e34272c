"""A SCIM server as this collector sees it: a narrow interface, so that the libraries behind it can change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Protocol

Endpoint = Literal["Users", "Groups"]
Payload = dict[str, Any]


class Refused(Exception):
    """No answer that can be used."""

    def __init__(self, reason: str, code: str, advice: str = "") -> None:
        super().__init__(code)
        self.reason = reason
        """One of the reasons of an unread fact."""
        self.code = code
        """The status, or what became of the connection."""
        self.advice = advice


class Server(Protocol):
    """Reads lists of resources and nothing else."""

    def list(self, endpoint: Endpoint, parameters: Mapping[str, str | int]) -> Payload:
        """Return one page as the server sent it; raises `Refused`."""

    def close(self) -> None:
        """End the connection."""
