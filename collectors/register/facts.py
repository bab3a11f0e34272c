"""Turns a cell into a fact of its field, into nothing where it is not given, or into a refusal."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from zoneinfo import ZoneInfo

from ..tables.table import Unreadable
from . import days, fold, lists, texts
from .fields import Field
from .texts import BadCell

_NOT_GIVEN = frozenset({"", "-", "n/a"})
_BOOLEANS = {
    "yes": True,
    "true": True,
    "1": True,
    "是": True,
    "no": False,
    "false": False,
    "0": False,
    "否": False,
}
_INTEGER = re.compile(r"[+-]?[0-9]{1,15}")
_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,15})?")


def read(field: Field, cell: object, zone: ZoneInfo) -> object:
    """Return the fact, or None where the cell says that it is not given; raises `BadCell`."""
    if isinstance(cell, Unreadable):
        raise BadCell(f"holds {cell.what}")
    if cell is None or (isinstance(cell, str) and fold.width(cell).casefold() in _NOT_GIVEN):
        return None
    fact = _READERS[field.shape](field, cell, zone)
    if not field.fits(fact):
        raise BadCell("is not what the schema of the field allows")
    return fact


def _boolean(_field: Field, cell: object, _zone: ZoneInfo) -> bool:
    if isinstance(cell, bool):
        return cell
    found = _BOOLEANS.get(fold.word(cell if isinstance(cell, str) else texts.read(cell)))
    if found is None:
        raise BadCell("is neither yes nor no; write yes, no, 是 or 否")
    return found


def _integer(field: Field, cell: object, _zone: ZoneInfo) -> object:
    if type(cell) is int:
        return cell
    text = texts.read(cell)
    if _INTEGER.fullmatch(fold.width(text)):
        return int(fold.width(text))
    return texts.word(field, text, "is no whole number; write digits alone, without unit or separator")


def _number(field: Field, cell: object, _zone: ZoneInfo) -> object:
    text = fold.width(texts.read(cell))
    marked = field.percent and text.endswith("%")
    if not _NUMBER.fullmatch(text.removesuffix("%") if marked else text):
        return texts.word(field, text, "is no number; write digits with a point, without unit or separator")
    found = float(text.rstrip("%"))
    if field.percent and not marked and 0 < found <= 1:
        raise BadCell("may be a share or a percentage; write 95% or 0.95%")
    return int(found) if found.is_integer() else found


def _choice(field: Field, cell: object, _zone: ZoneInfo) -> str:
    return texts.word(field, texts.read(cell), "is none of the values that the field takes")


def _day(field: Field, cell: object, zone: ZoneInfo) -> str:
    return _stamp(field, cell, lambda: days.day(cell, zone))


def _moment(field: Field, cell: object, zone: ZoneInfo) -> str:
    return _stamp(field, cell, lambda: days.moment(cell, zone))


def _stamp(field: Field, cell: object, written: Callable[[], str]) -> str:
    try:
        return written()
    except ValueError as error:
        if isinstance(cell, str):
            return texts.word(field, cell, str(error))
        raise BadCell(str(error)) from None


def _free_text(field: Field, cell: object, _zone: ZoneInfo) -> str:
    text = texts.read(cell)
    return field.words.get(fold.word(text), text)


_READERS: Mapping[str, Callable[[Field, object, ZoneInfo], object]] = {
    "boolean": _boolean,
    "integer": _integer,
    "number": _number,
    "date": _day,
    "datetime": _moment,
    "choice": _choice,
    "text": _free_text,
    "list": lambda field, cell, _zone: lists.items(field, cell),
    "map": lambda _field, cell, _zone: lists.pairs(cell),
}
