"""Ids that are told apart where the code writes the same thing twice."""

from __future__ import annotations

from collections import Counter

from assay.collector import Resource


class Numbering:
    """Numbers resources of one id, in the order of the code."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def unique(self, resource: Resource) -> Resource:
        """Return the resource, with an id that no other has."""
        self._seen[resource.id] += 1
        if self._seen[resource.id] > 1:
            resource.id += f"#{self._seen[resource.id]}"
            resource.aliases.clear()
        return resource
