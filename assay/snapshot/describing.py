"""Several descriptions of one thing as one record, with what the user has to know of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from assay.snapshot.merging import Described, Vouching, differences, merge

DIFFERS = "differs"
"""The field of a kind that keeps what a source says and what does not count."""


def described(
    kind: str, records: Sequence[Described], vouched: Vouching, schema: Mapping[str, Any]
) -> tuple[Mapping[str, Any], list[str]]:
    """Return the record and the lines for the user: what is contradicted, and whose word counts."""
    if len(records) == 1:
        return records[0][1], []
    made, contradictions = merge(records, vouched)
    about = f"{kind} {made['id']}"
    lines = [
        f"{about}: {name} is stated differently by two descriptions of it; unread until they agree"
        for name in contradictions
    ]
    differing = dict(differences(records, made, vouched))
    for name, other in differing.items():
        stands = made.get("source_of", {}).get(name, made["source"])
        one, two = _apart(made[name], other[name])
        lines.append(f"{about}: {name}: {one} by {stands}, {two} by {other['source']}; {stands} counts")
    if differing and DIFFERS in schema["properties"]:
        made[DIFFERS] = {name: {"value": other[name], "source": other["source"]} for name, other in differing.items()}
    return made, lines


def _apart(one: object, two: object) -> tuple[str, str]:
    """Return two values as text; of two lists what each has that the other has not."""
    if not (isinstance(one, list) and isinstance(two, list)):
        return str(one), str(two)
    only = ([str(item) for item in these if item not in those] for these, those in ((one, two), (two, one)))
    first, second = (f"only {', '.join(items)}" if items else "nothing more" for items in only)
    return first, second
