"""The fields of a kind as a register may give them, and the titles under which it may."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from assay import schema as schemas
from assay.snapshot.record import ENGINE_KEYS

from . import fold, titles

Shape = Literal["boolean", "integer", "number", "date", "datetime", "choice", "text", "list", "map"]
Schema = Mapping[str, Any]

#: What the engine writes itself.
_ENGINE = ENGINE_KEYS - {"id", "name", "aliases"}
#: Names of a person beside the fields of the model: they make the id and the aliases.
_PERSON = ("employee_number", "email")


@dataclass(frozen=True)
class Field:
    """One field: what its values look like, and the words that stand for some of them."""

    name: str
    shape: Shape
    words: Mapping[str, str]
    """Folded word to the value that it stands for."""
    choices: Sequence[str]
    """The values that the words may stand for, as the schema writes them."""
    fits: Callable[[object], bool]
    """The schema's own word on a value."""
    closed: bool
    """Whether the items of a list are an enumeration."""
    empty: frozenset[str]
    """Folded words that say of a list that it is empty."""

    @property
    def percent(self) -> bool:
        """Whether a number is one of a hundred."""
        return self.name.endswith("_percent")


def of(kind: str, schema: Schema) -> dict[str, Field]:
    """Return the fields that a register may give for a kind."""
    found = {name: _field(kind, name, spec) for name, spec in schema["properties"].items() if _is_given(name, spec)}
    if kind == "staff_member":
        found |= {name: _field(kind, name, {"type": "string"}) for name in _PERSON}
    return found


def derived(schema: Schema) -> set[str]:
    """Return the fields of a kind that Assay derives and no register gives."""
    properties = schema["properties"].items()
    return {name for name, spec in properties if spec.get("x-derived") and not _is_given(name, spec)}


def headers(kind: str, schema: Schema, names: Mapping[str, Field]) -> dict[str, str]:
    """Return folded title to field: names, titles in both languages, and those made from the kind's."""
    found = {}
    # Where no column gives ids, as in a roster, what is titled as one is the number of the person.
    identity = "id" if "id" in names else _PERSON[0]
    for field, english, chinese in ((identity, "id", "编号"), ("name", "name", "名称")):
        if field in names:
            found[fold.title(kind + english)] = field
            found[fold.title(schema.get("x-title", {}).get("zh-CN", kind) + chinese)] = field
    for name in names:
        own = schema["properties"].get(name, {}).get("x-title", {}).values()
        found |= {fold.title(title): name for title in (name, *own, *titles.load().of(kind, name))}
    return found


def _is_given(name: str, spec: Schema) -> bool:
    by_detector = spec.get("x-detected", False)
    return name not in _ENGINE and not by_detector and (not spec.get("x-derived") or name in titles.load().stated)


def _field(kind: str, name: str, spec: Schema) -> Field:
    known, shape, choices = titles.load(), _shape(spec), _choices(spec)
    closed = "enum" in spec.get("items", {})
    offered = list(choices)
    if shape == "text" or (shape == "list" and not closed):
        offered += known.offered(kind, name)
    spellings = known.spellings(kind, name, offered)
    words = {fold.word(word): value for value in offered for word in (value, *spellings[value])}
    empty = frozenset(fold.word(word) for word in ("none", *known.words["none"])) - words.keys()
    return Field(name, shape, words, choices, schemas.checker(spec), closed, empty)


def _shape(spec: Schema) -> Shape:
    if "anyOf" in spec:
        return _shape(spec["anyOf"][0])
    match spec.get("type"):
        case "boolean" | "integer" | "number" as shape:
            return shape  # type: ignore[no-any-return]  # one of the three words above
        case "array":
            return "list"
        case "object":
            return "map"
    if "enum" in spec:
        return "choice"
    stamp: Literal["date", "datetime", "text"] = spec.get("x-format", "text")
    return stamp


def _choices(spec: Schema) -> list[str]:
    """Return the words that a field takes: its enumeration, or those beside its dates, numbers and ids."""
    if spec.get("type") == "array":
        items = spec.get("items", {})
        return list(items.get("enum", ["all"] if spec.get("x-ref") == ["*"] else []))
    if "anyOf" in spec:
        return [word for branch in spec["anyOf"] for word in branch.get("enum", ())]
    if "enum" in spec:
        return [str(value) for value in spec["enum"]]
    free = spec.get("type") == "string" and not {"x-ref", "x-format", "pattern"} & spec.keys()
    return list(spec.get("x-words", ["none"] if free else []))
