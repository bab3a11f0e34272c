"""A directory in memory that answers as a server would, for what no free server can be made to say."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from collectors.ldap.dialects import AD_CAPABILITY
from collectors.ldap.directory import Cut, Entry, Query, Referral

Answer = Sequence[Entry | Referral | Cut]
SUFFIX = "DC=corp,DC=example,DC=cn"


def entry(dn: str, **values: str | bytes | Sequence[str]) -> Entry:
    """Make an entry; a double underscore in a name stands for a hyphen."""
    made = {}
    for name, value in values.items():
        several = [value] if isinstance(value, str | bytes) else value
        made[name.replace("__", "-").lower()] = [one.encode() if isinstance(one, str) else one for one in several]
    return Entry(dn, made)


def sid(rid: int) -> bytes:
    """Return the SID of something in a domain."""
    return bytes([1, 5, 0, 0, 0, 0, 0, 5]) + struct.pack("<5I", 21, 1, 2, 3, rid)


@dataclass
class FakeDirectory:
    """Answers by the name of the query; the accounts also say which attributes are shown."""

    answers: Mapping[str, Answer]
    root: Entry = field(default_factory=lambda: entry("", supportedCapabilities=AD_CAPABILITY))
    asked: list[Query] = field(default_factory=list)
    closed: bool = False

    def about(self) -> Entry:
        """Return what the server says of itself."""
        return self.root

    def whoami(self) -> str:
        """Return the reader."""
        return "u:CORP\\assay"

    def search(self, query: Query) -> Iterator[Entry | Referral | Cut]:
        """Yield the answer to a query of that name, or to one for that entry."""
        self.asked.append(query)
        _, shown, attribute = query.name.partition("accounts with ")
        if shown:
            yield from (one for one in self._accounts() if attribute.lower() in one.values)
        elif query.scope == "base":
            yield from (one for one in self._all() if one.dn.casefold() == query.base.casefold())
        else:
            yield from self.answers.get(query.name, ())

    def close(self) -> None:
        """Remember that it was closed."""
        self.closed = True

    def _accounts(self) -> list[Entry]:
        return [one for one in self.answers.get("accounts", ()) if isinstance(one, Entry)]

    def _all(self) -> list[Entry]:
        return [one for answer in self.answers.values() for one in answer if isinstance(one, Entry)]
