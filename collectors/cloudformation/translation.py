"""Makes declared resources of one resource of a template, by the tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..iac import secrets
from ..iac.block import Block
from ..iac.declared import Declared
from ..iac.value import Hidden, Reference, Unknown, references_in
from .references import snake
from .translate import TYPES
from .translate.forms import listed
from .translate.shape import From, Item, Part, Properties, take
from .translate.words import in_snake
from .values import NOTHING, Attribute, Given, origin_of

if TYPE_CHECKING:
    from .stack import Stack


class Owned:
    """The properties of one resource of a stack."""

    def __init__(self, stack: Stack, name: str, resource: Mapping[str, Any], in_doubt: bool) -> None:
        self.stack = stack
        self.name = name
        self.type = str(resource.get("Type", ""))
        self.written: Mapping[str, Any] = resource.get("Properties") or {}
        self._in_doubt = in_doubt

    def get(self, name: str, inside: bool = False) -> Any:
        """Return the value of a property; None where it is not written."""
        if self._in_doubt:
            return Unknown(operation="condition")
        if name not in self.written:
            # What a macro, or a loop over what is not known, adds is not in the template.
            added = next((key for key in self.written if key.startswith("Fn::")), None)
            return Unknown(operation=added) if added is not None else None
        value = self.stack.evaluator.value(self.written[name], inside)
        return None if value is NOTHING else value

    def own(self, attribute: str = "id") -> Any:
        """Return what names the resource itself."""
        return Attribute(references=(Reference(self.address, attribute),), operation=self.name)

    @property
    def address(self) -> str:
        """Its address."""
        return self.stack.address(self.name)

    @property
    def place(self) -> Mapping[str, object]:
        """Where the user finds it."""
        template = self.stack.template
        return {"path": template.path, "line": template.line("Resources", self.name), "address": self.address}


def declared_by(owned: Owned) -> list[Declared]:
    """Return all that a resource amounts to; the first of it has its address."""
    found = [made for part in TYPES.get(owned.type, ()) for made in _declared(owned, part)]
    if not found:
        return [_as_it_is(owned)]
    if all(made.address != owned.address for made in found):
        found[0] = replace(found[0], address=owned.address)
    return found


def _as_it_is(owned: Owned) -> Declared:
    """Return a resource of a type without a table, in its own words: it may name others, or hold a secret."""
    arguments = {snake(name): From(name, in_snake) for name in owned.written if not name.startswith("Fn::")}
    return _made(owned, Part(owned.type, arguments), owned, owned.address)


def _declared(owned: Owned, part: Part) -> Iterator[Declared]:
    """Yield what one part of a resource amounts to."""
    if part.when is not None and not part.when(owned):
        return
    if not part.of:
        yield _made(owned, part, owned, owned.address)
        return
    value = owned.get(part.of, part.inside)
    if value is None:
        return
    items = listed(value) if part.each else [value]
    for index, item in enumerate(items):
        number = f"[{index}]" if part.each else ""
        yield _made(owned, part, _item(item, owned), f"{owned.address}.{part.of}{number}")


def _item(item: Any, owned: Owned) -> Item:
    if isinstance(item, Unknown):
        return Item({}, owned, item)
    return Item({"": item, **(item if isinstance(item, dict) else {})}, owned)


def _made(owned: Owned, part: Part, properties: Properties, address: str) -> Declared:
    values, linked = {}, {}
    origins: dict[str, str] = {}
    seen = owned.stack.evaluator.seen
    for name, how in part.arguments.items():
        seen.clear()
        value = take(properties, how)
        if value is not None:
            values[name] = _settled(part.type, (name,), value, {}, origins)
            linked[name] = tuple(dict.fromkeys((*seen, *references_in(value))))
    return Declared(
        type=part.type,
        address=address,
        arguments=Block(values),
        place=owned.place,
        references={name: found for name, found in linked.items() if found},
        origins=origins,
        region=values["region"] if isinstance(values.get("region"), str) else None,
    )


def _settled(type_: str, path: tuple[str, ...], value: Any, beside: Mapping[str, Any], origins: dict[str, str]) -> Any:
    """Return a value without what is secret in it, and without the marks of where texts come from."""
    if isinstance(value, Mapping):
        return {name: _settled(type_, (*path, name), item, value, origins) for name, item in value.items()}
    if isinstance(value, list):
        return [_settled(type_, (*path, str(index)), item, beside, origins) for index, item in enumerate(value)]
    secrecy = secrets.secrecy(type_, path, value, beside)
    if isinstance(value, Hidden) or secrecy != "open":
        if secrecy == "secret":
            origins[".".join(path)] = origin_of(value)
        return Hidden(origin_of(value))
    return str(value) if isinstance(value, Given) else value
