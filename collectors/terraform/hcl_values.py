"""Values that tfparse has computed, kept only where everything that they depend on is known.

What tfparse cannot compute it leaves out, makes null, or fills with ids of its own; `merge` forgets what is not known,
and a dynamic block over something not known is gone. So a value counts only where its expression is known throughout.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from . import hcl_choices, hcl_expressions, hcl_made, hcl_repeats
from .computed import Computed, gathered, listed
from .expressions import NOT_TOLD, Expression
from .hcl_bodies import Iterators, Nested, arguments, nested
from .hcl_data import NotKnown
from .hcl_entries import NOWHERE, Entrywise
from .hcl_evaluation import SensitiveValue
from .hcl_made import Item
from .hcl_text import Argument, Body

_LITERAL = re.compile(r'"([^"\\$%]*)"$')
_LOST = object()
_NOTHING: Item = {}
_MASKED = "(sensitive value)"
"""What tfparse gives for `sensitive`."""
Knows = Callable[[Expression], bool]


class Values:
    """Puts together the source of one resource and what tfparse has made of it."""

    def __init__(self, knows: Knows, is_there: bool, entries: Entrywise = NOWHERE) -> None:
        """`is_there` is false where tfparse has made nothing of it; `entries` computes what tfparse has lost."""
        self._knows = knows
        self._is_there = is_there
        self._entries = entries

    def resource(self, body: Body, values: Mapping[str, Any]) -> Computed:
        """Return the arguments and blocks of a resource."""
        return self._body(body, values, {}, top=True)

    def _body(
        self,
        body: Body,
        values: Mapping[str, Any],
        iterators: Iterators,
        top: bool = False,
        is_written: bool = False,
    ) -> Computed:
        found = {
            # The id of a block is made up by tfparse, even where the code gives one.
            name: self._argument(_LOST if name == "id" else values.get(name), argument, iterators)
            for name, argument in arguments(body, top)
        }
        types: dict[str, list[Nested]] = {}
        for type_, block in nested(body, iterators, top):
            types.setdefault(type_, []).append(block)
        lost = hcl_repeats.lost(body, is_written)
        found |= {type_: self._blocks(written, values.get(type_), type_ in lost) for type_, written in types.items()}
        return gathered(found)

    def _argument(self, value: Any, argument: Argument, iterators: Iterators) -> Computed:
        expression = hcl_expressions.leaf(argument.text, iterators)
        return self._value(value, argument.text, expression, iterators)

    def _value(self, value: Any, text: str, expression: Expression, iterators: Iterators) -> Computed:
        literal = _LITERAL.match(text)
        if literal is not None:
            return Computed(literal[1], None, expression)
        if self._is_there and self._knows(expression):
            value = hcl_made.plain(value)
            if value in (_LOST, _MASKED) or (value is None and hcl_expressions.depends_on_surroundings(text)):
                return Computed(None, True, expression)
            return Computed(value, None, expression)
        try:
            return Computed(self._entries.value(text), None, NOT_TOLD)
        except SensitiveValue:
            return Computed(None, True, NOT_TOLD)
        except NotKnown:
            said = {**expression, "or_literal": True} if hcl_choices.offers_text(text) else expression
            return self._parts(value, text, said, iterators)

    def _parts(self, value: Any, text: str, expression: Expression, iterators: Iterators) -> Computed:
        """Return what is known of a list or map as it is written; of anything else nothing is."""
        items = hcl_expressions.items(text)
        if items is not None:
            values = value if isinstance(value, list) and len(value) == len(items) else [None] * len(items)
            return listed([self._part(v, item, iterators) for v, item in zip(values, items, strict=True)])
        entries = hcl_expressions.entries(text)
        if entries is not None:
            known = value if isinstance(value, dict) else {}
            return gathered({name: self._part(known.get(name), item, iterators) for name, item in entries.items()})
        return Computed(None, True, expression)

    def _part(self, value: Any, text: str, iterators: Iterators) -> Computed:
        return self._value(value, text, hcl_expressions.leaf(text, iterators), iterators)

    def _blocks(self, written: list[Nested], value: Any, are_lost: bool) -> Computed:
        """Return the blocks of one type; not known where it is not known how many there will be."""
        found = [item for item in (value if isinstance(value, list) else [value]) if isinstance(item, dict)]
        if any(block.repeats is not None for block in written) or not self._is_there:
            try:
                return self._entrywise(written, found)
            except NotKnown:
                pass
        counted = all(block.repeats is None or self._knows(block.repeats) for block in written)
        pairs = self._pairs(written, found) if counted else None
        whole = hcl_made.written_out(written, found) if pairs is not None and are_lost and self._is_there else pairs
        if whole is not None:
            return listed([self._nested(block, item) for block, item in whole])
        not_known = Computed(None, True, {"references": _all_references(written)})
        made = [self._nested(block, item) for block, item in pairs or ()]
        return not_known if pairs is None else listed([*made, not_known])

    def _entrywise(self, written: list[Nested], found: Sequence[Item]) -> Computed:
        """Return blocks by what they repeat over; raises `NotKnown`."""
        inner = [(block, list(self._entries.repeated(block))) for block in written]
        return listed([made for block, entries in inner for made in self._repeated(block, entries, found)])

    def _repeated(self, block: Nested, entries: Sequence[Entrywise], found: Sequence[Item]) -> Iterator[Computed]:
        """Return what one, perhaps a dynamic block makes; tfparse may have lost some, so it has to have as many."""
        items = [item for item in found if hcl_made.line(item) == block.line]
        is_there = self._is_there and len(items) == len(entries)
        for own, item in zip(entries, items if is_there else [_NOTHING] * len(entries), strict=True):
            yield Values(self._knows, is_there, own)._nested(block, item)

    def _nested(self, block: Nested, item: Item) -> Computed:
        return self._body(block.body, item, block.iterators, is_written=block.repeats is None)

    def _pairs(self, written: list[Nested], found: Sequence[Item]) -> Sequence[tuple[Nested, Item]] | None:
        """Return each block that there will be, as it is written and as it is computed; None where some are lost."""
        if not self._is_there:
            nothing: Item = {}
            return [(block, nothing) for block in written] if all(b.repeats is None for b in written) else None
        by_line = {block.line: block for block in written}
        pairs = [(by_line[line], item) for item in found if (line := hcl_made.line(item)) in by_line]
        fixed = sum(block.repeats is None for block in written)
        return pairs if len(pairs) == len(found) >= fixed else None


def _all_references(written: list[Nested]) -> list[str]:
    found: list[str] = []
    for block in written:
        found += (block.repeats or {}).get("references", [])
        for argument in block.body.arguments.values():
            found += hcl_expressions.leaf(argument.text, block.iterators)["references"]
    return list(dict.fromkeys(found))
