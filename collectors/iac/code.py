"""All that one plan, directory or template declares, and the links inside it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from .declared import Declared
from .value import Reference, Unknown, references_in

#: By which attributes others may name a resource.
NAMED_BY = (
    "id arn name bucket identifier cluster_identifier key_id alias_arn target_key_id db_snapshot_identifier "
    "db_cluster_snapshot_identifier dns_name namespace_name"
).split()

_INDEX = re.compile(r"\[[^\]]*\]$")


class Code:
    """Declared resources with their links; `account` and `region` are those of the default provider."""

    def __init__(
        self,
        resources: Iterable[Declared],
        account: str | None = None,
        region: str | None = None,
        complete: bool = True,
        notes: Sequence[str] = (),
        prefix: str = "tf",
        removed: Iterable[Declared] = (),
    ) -> None:
        self.resources = list(resources)
        self.account = account
        self.region = region
        self.complete = complete
        """Whether every resource of the code is here; false where a part could not be read."""
        self.notes = list(notes)
        """Lines for the user: modules that could not be read, files left out."""
        self.prefix = prefix
        """What ids of resources begin with whose name is not known: `tf` or `cfn`."""
        self.removed = list(removed)
        """What was there and is deleted now, as it was; a setting of a resource that stays may be among it."""
        self._by_type: dict[str, list[Declared]] = defaultdict(list)
        self._by_address: dict[str, list[Declared]] = defaultdict(list)
        self._by_name: dict[str, list[Declared]] = defaultdict(list)
        self._links: dict[tuple[str, str, str], dict[str | None, list[Declared]]] = {}
        for resource in self.resources:
            self._add(resource)

    def of(self, *types: str) -> list[Declared]:
        """Return the resources of the given types, in the order of the code."""
        return [resource for type_ in types for resource in self._by_type.get(type_, ())]

    def account_of(self, resource: Declared) -> str | None:
        """Return the account that a resource will lie in, where it is known."""
        return resource.account or self.account

    def region_of(self, resource: Declared) -> str | None:
        """Return the region that a resource will lie in, where it is known."""
        return resource.region or self.region

    def arn_of(self, resource: Declared) -> str:
        """Return the ARN, or what stands for it inside texts where it is not known."""
        arn = resource.values.get("arn")
        if isinstance(arn, str) and arn:
            return arn
        name = resource.values.get("bucket")
        if resource.type == "aws_s3_bucket" and isinstance(name, str) and name:
            return f"arn:{self.partition_of(resource)}:s3:::{name}"
        return resource.token("arn")

    def partition_of(self, resource: Declared) -> str:
        """Return `aws`, `aws-cn` or `aws-us-gov`, by the region."""
        region = self.region_of(resource) or ""
        return "aws-cn" if region.startswith("cn-") else "aws-us-gov" if region.startswith("us-gov-") else "aws"

    def targets(self, resource: Declared, argument: str, *types: str) -> list[Declared] | Unknown:
        """Return the resources of the given types that an argument of a resource names.

        An empty list: it names none of this code (a literal of somewhere else, or nothing). `Unknown`: its value is
        not known and its expression names none of these types.
        """
        return self.named(resource.values.get(argument), resource, types, resource.references.get(argument, ()))

    def named(
        self, value: Any, user: Declared, types: Sequence[str], also: Sequence[Reference] = ()
    ) -> list[Declared] | Unknown:
        """Return the resources of the given types that a value means; `also` are references of its expression."""
        found = [r for text in _texts(value) for r in self._by_name.get(text, ()) if r.type in types]
        unknown = _unknown_in(value)
        if unknown is not None or (not found and value is not None):
            references = (*references_in(value), *also)
            found += [r for reference in references for r in self.resolve(reference, user) if r.type in types]
        if not found and unknown is not None:
            return unknown
        return list({r.address: r for r in found}.values())

    def resolve(self, reference: Reference, user: Declared) -> list[Declared]:
        """Return the instances that a reference may mean: the one of the same index, else all."""
        index = _INDEX.search(user.address)
        same = self._by_address.get(reference.address + index[0]) if index else None
        return same or self._by_address.get(reference.address, [])

    def users(self, target: Declared, argument: str, *types: str) -> list[Declared]:
        """Return the resources of the given types whose argument names the target: its separate settings."""
        return [user for type_ in types for user in self._used(argument, type_, target.type).get(target.address, ())]

    def unplaced(self, argument: str, target_type: str, *types: str) -> list[Declared]:
        """Return the resources of the given types of which it is not known to whom they belong."""
        return [user for type_ in types for user in self._used(argument, type_, target_type).get(None, ())]

    def _used(self, argument: str, type_: str, target_type: str) -> dict[str | None, list[Declared]]:
        """Return who uses whom, target address to users; made once, or large plans take quadratic time."""
        key = (argument, type_, target_type)
        if key not in self._links:
            links: dict[str | None, list[Declared]] = defaultdict(list)
            for user in self.of(type_):
                meant = self.targets(user, argument, target_type)
                for address in [None] if isinstance(meant, Unknown) else [m.address for m in meant]:
                    links[address].append(user)
            self._links[key] = links
        return self._links[key]

    def _add(self, resource: Declared) -> None:
        self._by_type[resource.type].append(resource)
        self._by_address[resource.address].append(resource)
        bare = _INDEX.sub("", resource.address)
        if bare != resource.address:
            self._by_address[bare].append(resource)
        names = {resource.values.get(name) for name in NAMED_BY if isinstance(resource.values.get(name), str)}
        names |= {self.arn_of(resource), *(resource.token(name) for name in ("id", "arn", "name"))}
        for name in names:
            if name:
                self._by_name[str(name)].append(resource)


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [text for item in value for text in _texts(item)] if isinstance(value, list) else []


def _unknown_in(value: Any) -> Unknown | None:
    if isinstance(value, Unknown):
        return value
    if isinstance(value, list):
        return next((item for item in value if isinstance(item, Unknown)), None)
    return None
