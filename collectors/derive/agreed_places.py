"""The places that a contract agrees on, as codes, by the shipped table `agreed_places.yaml`.

A text is understood wholly or not at all: "United Kingdom of Utopia" is no promise of the United Kingdom.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from assay import yaml_reader
from assay.derive import Derivation, Missing, Record, View

from .reading import fact

_BETWEEN = re.compile(r"^(?:\b(?:and|or|the|in|within|only)\b|以及|[及和或与、在的仅]|境内|[\s,;.,;()/&+])+")
_SELECTED = re.compile(
    r"(?=.*(?:customer|client|controller|客户|甲方|委托方)).*(?:select|cho[os]|pick|designat|选|指定)"
)
_CUSTOMER_SELECTED = "customer_selected"


def _codes(contract: Record, _: View) -> object:
    written = fact(contract, "data_location")
    if isinstance(written, Missing):
        return written
    text = unicodedata.normalize("NFKC", str(written)).casefold().strip()
    if text == "absent":
        return []
    if _SELECTED.match(text):
        return [_CUSTOMER_SELECTED]
    return _read(text) or Missing("unsupported")


def _read(text: str) -> list[str]:
    """Return the codes of all places in a text, none where something in it is not known."""
    if text in _names():  # 境内 alone is a place, after another name it says "inside of"
        return _names()[text]
    codes: set[str] = set()
    while text := _BETWEEN.sub("", text):
        name = next((name for name in _names() if _starts_with(text, name)), None)
        if name is None:
            return []
        codes.update(_names()[name])
        text = text[len(name) :]
    return sorted(codes)


def _starts_with(text: str, name: str) -> bool:
    rest = text[len(name) :]
    return text.startswith(name) and not (name.isascii() and rest[:1].isalnum())


@functools.cache
def _names() -> Mapping[str, list[str]]:
    """Return name to codes, the longest name first."""
    table = yaml_reader.load(Path(__file__).with_suffix(".yaml"))
    union = table.pop("EU")
    known = {name: [code] for code, names in table.items() for name in names}
    known |= dict.fromkeys(union["names"], union["members"])
    return dict(sorted(known.items(), key=lambda item: (-len(item[0]), item[0])))


data_location_codes = Derivation(_codes)
