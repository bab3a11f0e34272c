"""How a store is classified: by the data assets that lie in it, else by its own tag."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from assay.derive import Missing, Record, View

from .levels import JUDGED_AS, LEVELS, highest
from .reading import unread

_TAG_KEYS = ("datalevel", "dataclassification", "数据级别")
_TAG_LEVELS = {level: level for level in LEVELS} | dict(
    zip(("无", "公开", "内部", "个人", "敏感", "重要"), LEVELS, strict=True)
)


def norm(text: str) -> str:
    """Fold width and case and leave out `-`, `_` and blanks, so that Data-Level is data_level."""
    folded = unicodedata.normalize("NFKC", text).lower()
    return "".join(folded.replace("-", "").replace("_", "").split())


def normalised_tags(store: Record, _: View) -> object:
    """Return the tags under their normal names; two names may become one, so each has a list of values."""
    if "tags" not in store:
        return unread(store, "tags")
    made: dict[str, list[str]] = {}
    for name, value in sorted(store["tags"].items()):
        made.setdefault(norm(name), []).append(norm(value))
    return made


#: Why tags that are there were not read.
WITHHELD = frozenset({"denied", "throttled", "timeout", "connection_lost"})


def data_level(store: Record, assets: Sequence[Record], view: View) -> object:
    """Return the highest level of the assets in a store, else that of its tag.

    An asset without a level, or one that a partial register hides, may hold more than the others: then a
    level below personal is not proved.
    """
    known = [asset["data_level"] for asset in assets if "data_level" in asset]
    tag = _tag_level(store)
    level = highest(known) or tag
    if level is None:
        return unread(store, "tags")
    proved = len(known) == len(assets) and (tag is not None or view.complete("data_asset", "location_ids"))
    if not proved and LEVELS.index(level) < LEVELS.index(JUDGED_AS):
        return Missing("partial")
    return level


def judged_level(store: Record, _: View) -> object:
    """Return the level that a store or an asset is judged by: personal while nothing says otherwise.

    Where its tags were withheld they may say that it is higher: then its level is not known.
    """
    if "data_level" in store:
        return store["data_level"]
    why = unread(store, "tags")
    return why if why.reason in WITHHELD else JUDGED_AS


def _tag_level(store: Record) -> str | None:
    tags = store.get("normalised_tags", {})
    values = [value for key in _TAG_KEYS for value in tags.get(key, ())]
    return highest(_TAG_LEVELS[value] for value in values if value in _TAG_LEVELS)
