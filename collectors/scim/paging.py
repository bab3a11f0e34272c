"""Goes through a list page by page, and ends: however a server counts, a page must bring something new."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from .server import Endpoint, Refused, Server
from .values import Deviations, lowered, number, several, text

MOST_PAGES = 100_000
_NO_INDEX = frozenset({"400", "501"})
_LIST = "urn:ietf:params:scim:api:messages:2.0:listresponse"


@dataclass
class Listing:
    """One list on its way in; when it has ended, `broken` says why it may not be whole."""

    server: Server
    endpoint: Endpoint
    count: int
    deviations: Deviations
    broken: tuple[str, str] | None = None
    """Reason and code."""
    total: int | None = None
    """How many there are, by what the server says."""
    advice: str = ""
    _seen: set[str] = field(default_factory=set)

    def items(self) -> Iterator[Mapping[str, Any]]:
        """Yield every resource once, with its names in lower case."""
        position: dict[str, str | int] = {"startIndex": 1}
        for _ in range(MOST_PAGES):
            page = self._page(position)
            if page is None:
                return
            new = [item for item in several(page.get("resources")) if self._is_new(item)]
            yield from new
            following = self._next(page, new, position)
            if following is None:
                break
            position = following
        if self.broken is None and self.total is not None and self.total != len(self._seen):
            self.broken = ("partial", f"{len(self._seen)} of {self.total} {self.endpoint}")

    def _page(self, position: Mapping[str, str | int]) -> dict[str, Any] | None:
        try:
            answer = self.server.list(self.endpoint, {**position, "count": self.count})
        except Refused as refused:
            if refused.code in _NO_INDEX and position == {"startIndex": 1}:
                # A server that pages by cursor alone refuses an index.
                return self._page({"cursor": ""})
            if not self._all_came():  # else this was a page too many, which some servers refuse
                self.broken, self.advice = (refused.reason, refused.code), refused.advice
            return None
        try:
            page: dict[str, Any] = lowered(answer, self.deviations)
        except RecursionError:
            self.broken = ("corrupt", "nested too deeply")
            return None
        if _LIST not in [text(name).lower() for name in several(page.get("schemas"))]:
            self.deviations.add("leaves out the schemas of a list")
        return page

    def _is_new(self, item: object) -> bool:
        """Say whether a resource is one that has not come yet; some servers repeat the last of a page."""
        if not isinstance(item, dict) or not text(item.get("id")):
            self.deviations.add("lists what has no id")
            self.broken = self.broken or ("corrupt", "a resource without id")
            return False
        if item["id"] in self._seen:
            self.deviations.add("lists a resource twice")
            return False
        self._seen.add(text(item["id"]))
        return True

    def _next(
        self, page: Mapping[str, Any], new: list[Any], position: Mapping[str, str | int]
    ) -> dict[str, str | int] | None:
        """Return where the next page begins, or None after the last."""
        total = number(page.get("totalresults"))
        if total is None:
            self.deviations.add("leaves out totalResults")
        cursor = text(page.get("nextcursor"))
        if cursor:
            self.total = total
            if cursor == position.get("cursor") or not new:
                self.deviations.add("gives a cursor that leads nowhere")
                self.broken = ("partial", "cursor without end")
                return None
            return {"cursor": cursor}
        return None if "cursor" in position else self._by_index(page, new, total)

    def _by_index(self, page: Mapping[str, Any], new: list[Any], total: int | None) -> dict[str, str | int] | None:
        held = len(several(page.get("resources")))
        if self.total is not None and len(self._seen) > self.total:
            self.deviations.add("gives the size of a page as totalResults")
        if total is not None:
            # What is there for certain counts, where the total of a page is less.
            self.total = max(total, self.total or 0, len(self._seen))
        if not new:
            return None
        # A total that is no more than what the page holds may be that of the page, whatever number was asked for.
        doubtful = total is not None and total <= held
        return None if self._all_came() and not doubtful else {"startIndex": len(self._seen) + 1}

    def _all_came(self) -> bool:
        return self.total is not None and len(self._seen) >= self.total
