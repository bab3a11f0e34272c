"""What the reader may see: a server leaves out what it withholds, so silence alone proves nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from assay.derive import Missing

from .moments import generalized
from .reader import Reader


@dataclass
class Sight:
    """Answers for the accounts of one source."""

    reader: Reader
    accounts: str
    """Filter that accounts fit."""
    _shown: dict[str, bool] = field(default_factory=dict)

    def shown(self, *attributes: str) -> bool:
        """Say whether some account shows one of the attributes, so that an account without has none."""
        return any(self._is_shown(name) for name in attributes)

    def on_all(self, attributes: Sequence[str]) -> bool:
        """Say whether every account shows one of the attributes."""
        lacking = "".join(f"(!({name}=*))" for name in attributes)
        name = f"accounts without {', '.join(attributes)}"
        found = list(self.reader.find(name, f"(&{self.accounts}{lacking})", at_most=1))
        return not found and name not in self.reader.cuts and self.shown(*attributes)

    def unseen(self, *attributes: str) -> Missing:
        """Say why a field is unread of which no account shows anything."""
        return Missing("not_in_source", f"no account shows {', '.join(attributes)}: not kept, or not to this reader")

    def fitting(self, name: str, what: str) -> set[str]:
        """Return the names of the accounts that fit a filter.

        A server that withholds an attribute the filter asks for, or does not know it, finds neither the accounts
        that fit nor, by the negated filter, those that do not: what is in neither set is not known.
        """
        return {entry.dn for entry in self.reader.find(name, f"(&{self.accounts}{what})")}

    def earliest(self, attributes: Sequence[str]) -> datetime | None:
        """Return the earliest time that some account shows: at least since then it is kept."""
        anyone = "".join(f"({name}=*)" for name in attributes)
        found = self.reader.find("log-ons", f"(&{self.accounts}(|{anyone}))", attributes)
        times = (generalized(text) for entry in found for name in attributes for text in entry.texts(name))
        return min((moment for moment in times if isinstance(moment, datetime)), default=None)

    def _is_shown(self, attribute: str) -> bool:
        if attribute not in self._shown:
            found = self.reader.find(f"accounts with {attribute}", f"(&{self.accounts}({attribute}=*))", at_most=1)
            self._shown[attribute] = bool(list(found))
        return self._shown[attribute]
