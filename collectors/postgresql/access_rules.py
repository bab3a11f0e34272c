"""Rules of pg_hba.conf: who may log in from where, and how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

from .facts import Row, Unread, UnreadError

Network = IPv4Network | IPv6Network
LOOPBACK = (IPv4Network("127.0.0.0/8"), IPv6Network("::1/128"))

#: What never leaves the machine: traffic to one's own address takes the loopback interface too.
LOCAL_NAMES = frozenset({"localhost", "samehost"})
CLEAR_TEXT_TYPES = frozenset({"host", "hostnossl", "hostnogssenc"})


@dataclass(frozen=True)
class Rule:
    """One line; its options are left out, they may hold a password."""

    type: str
    databases: Sequence[str]
    users: Sequence[str]
    address: str
    """A network, a host name, `all`, `samehost`, `samenet`, or nothing for the local socket."""
    method: str
    certificate: bool
    """A client certificate is demanded beside the method."""
    clear_text: bool
    """It matches connections without encryption."""

    @property
    def text(self) -> str:
        """Write the rule as it stands in the file."""
        parts = (self.type, ",".join(self.databases), ",".join(self.users), self.address, self.method)
        return " ".join(part for part in parts if part)

    @property
    def network(self) -> Network | None:
        """Return the network that it names, or None where it names none."""
        return ip_network(self.address) if "/" in self.address else None

    @property
    def remote(self) -> bool:
        """Say whether it matches an address outside the local socket and loopback."""
        if self.type == "local" or self.address in LOCAL_NAMES:
            return False
        return self.network is None or not any(_within(self.network, loopback) for loopback in LOOPBACK)

    @property
    def any_address(self) -> bool:
        """Say whether it matches every address."""
        return self.address == "all" or (self.network is not None and self.network.prefixlen == 0)

    @property
    def passwordless(self) -> bool:
        """Say whether it lets in without password or certificate."""
        return self.method == "trust" and not self.certificate


def live_rules(rows: Sequence[Row]) -> list[Rule]:
    """Return the rules that let somebody in: no `reject`, and none that an earlier `reject` covers.

    Raises `UnreadError` where a line is broken: such a file is not in force, the server keeps the rules that
    it loaded before.
    """
    if any(row["broken"] for row in rows):
        raise UnreadError(Unread("partial", "pg_hba.conf has a broken line; see error in pg_hba_file_rules"))
    return list(_live([_rule(row) for row in rows]))


def clear_text_rules(rules: Sequence[Rule]) -> list[Rule]:
    """Return the rules that let a remote client in without encryption."""
    return [rule for rule in rules if rule.remote and rule.clear_text]


def _live(rules: Sequence[Rule]) -> Iterator[Rule]:
    rejecting: list[Rule] = []
    for rule in rules:
        if rule.method == "reject":
            rejecting.append(rule)
            continue
        types = {reject.type for reject in rejecting if _covers(reject, rule)}
        if types.isdisjoint({rule.type, "local" if rule.type == "local" else "host"}):
            # `hostnossl ... reject` before `host ... scram-sha-256` is how clear text is barred.
            yield replace(rule, clear_text=rule.clear_text and "hostnossl" not in types)


def _covers(reject: Rule, rule: Rule) -> bool:
    """Say whether every client, database and user of the rule is one of the reject."""
    return (
        (reject.type == "local") == (rule.type == "local")
        and _names_all(reject.databases, rule.databases, but="replication")
        and _names_all(reject.users, rule.users)
        and _spans(reject, rule)
    )


def _names_all(wide: Sequence[str], narrow: Sequence[str], but: str = "") -> bool:
    """Say whether the names of one rule hold those of another; `all` does not hold `replication`."""
    return all(name in wide or ("all" in wide and name != but) for name in narrow)


def _spans(wide: Rule, narrow: Rule) -> bool:
    if wide.address in ("all", narrow.address):
        return True
    return wide.network is not None and narrow.network is not None and _within(narrow.network, wide.network)


def _within(narrow: Network, wide: Network) -> bool:
    return narrow.version == wide.version and narrow.subnet_of(wide)  # type: ignore[arg-type]  # same version


def _rule(row: Row) -> Rule:
    address = row["address"] or ""
    if row["netmask"]:
        prefix = int(ip_address(row["netmask"])).bit_count()
        address = str(ip_network(f"{address}/{prefix}", strict=False))
    kind = row["type"]
    clear_text = kind in CLEAR_TEXT_TYPES
    return Rule(kind, row["databases"], row["users"], address, row["method"], row["certificate"], clear_text)
