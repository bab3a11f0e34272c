"""Searches with a ledger: what was found, what was withheld and why."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from assay.collector import Outcome
from assay.derive import Missing

from .directory import Cut, Directory, Entry, Query, Referral
from .names import folded
from .refusals import OUTCOMES

Ledger = Callable[[str, str, Outcome, str, int], None]
"""Notes one read, as `Output.read` does: operation, target, outcome, code, milliseconds."""

#: Parts of Active Directory that other servers may hold, and that hold no account.
_NO_ACCOUNTS = ("dc=domaindnszones,", "dc=forestdnszones,", "cn=configuration,")


@dataclass
class Reader:
    """One connection on its way into the snapshot."""

    directory: Directory
    base: str
    ledger: Ledger
    cuts: dict[str, Missing] = field(default_factory=dict)
    """Name of a query to why its answer is not whole."""
    referrals: set[str] = field(default_factory=set)
    """Parts of the tree that other servers hold; they are not followed."""

    def find(
        self, name: str, what: str, attributes: Sequence[str] = (), *, base: str = "", at_most: int = 0
    ) -> Iterator[Entry]:
        """Yield the entries below the base, or the one entry that is named; afterwards `cuts` says what is missing."""
        query = Query(name, base or self.base, what, attributes, "base" if base else "subtree", at_most)
        began, cut = time.monotonic(), Cut("", "")
        for item in self.directory.search(query):
            match item:
                case Entry():
                    yield item
                case Referral(url):
                    self._refer(url)
                case Cut():
                    cut = item
        outcome: Outcome = OUTCOMES.get(cut.reason, "error") if cut.reason else "ok"
        self.ledger(name, query.base, outcome, cut.code, int((time.monotonic() - began) * 1000))
        if cut.reason:
            self.cuts[name] = Missing(cut.reason, f"{name}: {cut.code}")

    def one(self, name: str, dn: str, attributes: Sequence[str]) -> Entry | None:
        """Return the entry of that name, or None where it is not in sight."""
        return next(iter(list(self.find(name, "(objectClass=*)", attributes, base=dn))), None)

    def _refer(self, url: str) -> None:
        """Remember a part of the tree, without what a URL says beyond server and entry."""
        place = url.partition("?")[0]
        if not folded(place.rpartition("/")[2] + ",").startswith(_NO_ACCOUNTS):
            self.referrals.add(place)
