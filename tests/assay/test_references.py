"""What a register names and nobody is: told with file and row."""

from __future__ import annotations

from typing import Any

import pytest
from support.widgets import SmallPack, snapshot

from assay.collector import Resource
from assay.references import dangling


def _row(name: str, line: int, **facts: Any) -> Resource:
    return Resource(name, name, facts, location={"path": "r.csv", "line": line})


def _told(pack: SmallPack, *widgets: Resource) -> list[str]:
    content = pack.content()
    people = [Resource("p", "P", {}, aliases=["Pat"]), Resource("q", "Q", {}, aliases=["Pat", "Quinn"])]
    given = {"widget": widgets, "person": people}
    return list(dangling(snapshot(pack.root.parent / "s", content, given), content.schemas))


@pytest.mark.parametrize("value", ["p", "Quinn", "none", "all", "tag:team"])
def test_what_is_there_or_a_word_is_not_told(pack: SmallPack, value: str) -> None:
    assert _told(pack, _row("w", 2, owner_id=value)) == []


def test_what_fits_nothing_is_told_with_file_and_row(pack: SmallPack) -> None:
    assert _told(pack, _row("w", 2, owner_id="nobody")) == [
        "r.csv:2: widget w: owner_id 'nobody' fits nothing; correct it or add what it names"
    ]


def test_what_fits_two_things_is_told(pack: SmallPack) -> None:
    assert _told(pack, _row("w", 3, owner_id="Pat")) == [
        "r.csv:3: widget w: owner_id 'Pat' fits 2 things; correct it or add what it names"
    ]


def test_each_item_of_a_list_counts(pack: SmallPack) -> None:
    told = _told(pack, _row("w", 2, part_ids=["w", "x", "y"]), _row("y", 3))
    assert told == ["r.csv:2: widget w: part_ids 'x' fits nothing; correct it or add what it names"]


def test_what_a_server_says_of_itself_is_not_told(pack: SmallPack) -> None:
    assert _told(pack, Resource("w", "w", {"owner_id": "nobody"})) == []
