"""One rule of a security group, from the block or the resource that writes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..block import Block
from ..code import Code
from ..declared import Declared
from ..value import Hidden, Unknown

OWN = "none"
"""In place of a range: the source is a group or a list of own addresses."""

_PROTOCOLS = {"-1": "any", "all": "any", "6": "tcp", "tcp": "tcp", "17": "udp", "udp": "udp"}
_PROTOCOLS |= dict.fromkeys(("1", "icmp", "58", "icmpv6"), "icmp")
_RANGES = ("cidr_blocks", "ipv6_cidr_blocks", "cidr_ipv4", "cidr_ipv6")
_LISTS = ("prefix_list_ids", "prefix_list_id")
_GROUPS = ("security_groups", "source_security_group_id", "referenced_security_group_id")
_LIST = "aws_ec2_managed_prefix_list"
LAST_PORT = 65535


@dataclass(frozen=True)
class Rule:
    """One source or target of one rule; what the code leaves open is `Unknown`."""

    declared: Declared
    """The resource that says it: the group, where it stands inside."""
    direction: str | Unknown
    """`in` or `out`."""
    protocol: str | Unknown
    """`tcp`, `udp`, `icmp`, `any`, or `other` where it has no ports."""
    first: int | Unknown
    last: int | Unknown
    cidr: str | Unknown
    """A range, or `OWN`."""

    def reaches(self, port: int | Unknown) -> bool | None:
        """Say whether it lets in at a port of TCP; None where the code leaves that open."""
        if self.direction == "out" or self.protocol in ("udp", "icmp", "other"):
            return False
        if not isinstance(port, Unknown) and self._misses(port):
            return False
        is_whole = (self.first, self.last) == (0, LAST_PORT)
        deciding = [self.direction, self.protocol, *(() if is_whole else (port, self.first, self.last))]
        return None if any(isinstance(one, Unknown) for one in deciding) else True

    def _misses(self, port: int) -> bool:
        below = not isinstance(self.first, Unknown) and port < self.first
        return below or (not isinstance(self.last, Unknown) and port > self.last)


def rules_in(code: Code, declared: Declared, block: Block | Unknown, direction: str | Unknown) -> Iterator[Rule]:
    """Yield what one block of a resource says, one rule for each source."""
    if isinstance(block, Unknown):
        yield Rule(declared, direction, block, block, block, block)
        return
    protocol = _protocol(block)
    first, last = _ports(block, protocol)
    for cidr in dict.fromkeys(_sources(code, declared, block)):
        yield Rule(declared, direction, protocol, first, last, cidr)


def blocks_of(declared: Declared, name: str) -> list[Block | Unknown]:
    """Return each block of a name; one that is not known does not hide the others."""
    return [_block(item, name) for item in _items(declared.values.get(name))]


def _block(item: Any, name: str) -> Block | Unknown:
    if isinstance(item, Unknown):
        return item
    return Block(item) if isinstance(item, Mapping) else Unknown("corrupt", operation=name)


def _protocol(block: Block) -> str | Unknown:
    name = "protocol" if block.value("ip_protocol") is None else "ip_protocol"
    written = block.text(name)
    if written is None:
        return Unknown("not_in_source", operation=name)
    return written if isinstance(written, Unknown) else _PROTOCOLS.get(written.lower(), "other")


def _ports(block: Block, protocol: str | Unknown) -> tuple[int | Unknown, int | Unknown]:
    """Return the first and the last port; all traffic is every port, and so is -1."""
    first, last = block.number("from_port"), block.number("to_port")
    if protocol == "any" or (first == -1 and last == -1):
        return 0, LAST_PORT
    missing = Unknown("not_in_source", operation="from_port, to_port")
    return missing if first is None else first, missing if last is None else last


def _sources(code: Code, declared: Declared, block: Block) -> Iterator[str | Unknown]:
    for name in _RANGES:
        for item in _items(block.value(name)):
            yield item if isinstance(item, Unknown) else str(item)
    for name in _LISTS:
        for item in _items(block.value(name)):
            yield from _listed(code, declared, item)
    if any(_items(block.value(name)) for name in _GROUPS) or block.flag("self") is True:
        yield OWN


def _listed(code: Code, declared: Declared, item: Any) -> Iterator[str | Unknown]:
    """Yield the ranges of a prefix list that the code declares; any other list is one of own addresses."""
    lists = code.named(item, declared, [_LIST])
    if isinstance(lists, Unknown) or not lists:
        yield OWN
        return
    for one in lists:
        entries = [*blocks_of(one, "entry")]
        entries += [user.arguments for user in code.users(one, "prefix_list_id", f"{_LIST}_entry")]
        for entry in entries:
            cidr = entry if isinstance(entry, Unknown) else entry.text("cidr")
            yield OWN if cidr is None else cidr


def _items(value: Any) -> list[Any]:
    """Return what a list holds, secrets as not known; a single value is a list of one."""
    items = value if isinstance(value, list) else [value]
    return [Unknown("not_in_source") if isinstance(item, Hidden) else item for item in items if item not in (None, "")]
