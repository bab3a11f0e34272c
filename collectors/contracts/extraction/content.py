"""What the reader of a format gives to the child process."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ..text import Part, Passage
from .limits import Budget


@dataclass
class Content:
    """The passages of a document as they are found."""

    pages: int | None = None
    passages: list[Passage] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    budget: Budget = field(default_factory=Budget)

    def add(self, raw: str, part: Part, place: str, number: str = "") -> None:
        """Take a passage, unless it is blank; raises `SandboxFailed` where there are too many."""
        if raw.strip():
            self.budget.spend(raw)
            self.passages.append(Passage(raw.strip(), part, place, number))

    def answer(self) -> dict[str, Any]:
        """Return what JSON can carry."""
        passages = [[one.raw, one.part, one.place, one.number] for one in self.passages]
        return {"passages": passages, "pages": self.pages, "unread": self.unread}
