"""Estates at random: every thing of every combination of the options in the table."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable

from hypothesis import strategies as st

from .model import Bucket, Database, Estate, Snapshot, Thing, Warehouse
from .table import TABLE, named
from .terraform.terms import Style


def _options(things: Iterable[Thing]) -> dict[type[Thing], dict[str, list[object]]]:
    """Return all values that each field has in some things."""
    found: dict[type[Thing], dict[str, list[object]]] = defaultdict(lambda: defaultdict(list))
    for thing in things:
        for field in dataclasses.fields(thing):
            value = getattr(thing, field.name)
            if value not in found[type(thing)][field.name]:
                found[type(thing)][field.name].append(value)
    return found


def _things() -> st.SearchStrategy[Thing]:
    """Return things that every format has."""
    options = _options(thing for things in TABLE.values() for thing in things)
    return st.one_of(
        *(
            st.builds(type_, **{name: st.sampled_from(values) for name, values in fields.items()})
            for type_, fields in options.items()
            if type_ is not Snapshot
        )
    )


def _possible(thing: Thing) -> Thing:
    """Return a thing as services take it: a key for storage in clear is refused."""
    if isinstance(thing, Database | Warehouse) and thing.encrypted is not True:
        return dataclasses.replace(thing, key=None)
    return thing


ESTATES: st.SearchStrategy[Estate] = st.lists(_things().map(_possible), min_size=1, max_size=25).map(named)
STYLES = st.builds(
    Style,
    inline=st.booleans(),
    policies=st.sampled_from(["literal", "encoded", "document"]),
    repeated=st.sampled_from(["", "count", "for_each"]),
    module=st.booleans(),
)
ENDINGS = st.sampled_from(["json", "yaml", "yml"])


def can_be_written(estate: Estate, style: Style) -> bool:
    """Say whether a style can write an estate: a block inside a new bucket cannot suspend what never was."""
    suspended = any(isinstance(thing, Bucket) and thing.versioning == "Suspended" for thing in estate.values())
    return not (style.inline and suspended)
