"""Every field and every value that people keep has its Chinese words, and no two of a kind are the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from support.tables import schemas

from collectors.register import fields, fold, titles

KINDS = sorted(schemas())
#: Values that are names of products or methods, the same in every language.
PROPER_NAMES = {"engine", "engine_family", "password_method"}


def enumerated(kind: str) -> Iterator[tuple[str, list[str]]]:
    properties: Mapping[str, Any] = schemas()[kind]["properties"]
    for name in fields.of(kind, schemas()[kind]):
        spec = properties.get(name, {})
        values = spec.get("enum") or spec.get("items", {}).get("enum")
        if values:
            yield name, values


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_title(kind: str) -> None:
    untitled = [name for name in fields.of(kind, schemas()[kind]) if not titles.load().of(kind, name)]
    assert untitled == [], "give them a title in collectors/register/titles.yaml"


@pytest.mark.parametrize("kind", KINDS)
def test_no_title_of_a_kind_stands_for_two_fields(kind: str) -> None:
    names = fields.of(kind, schemas()[kind])
    found = Counter(fold.title(title) for name in names for title in {name, *titles.load().of(kind, name)})
    chinese = schemas()[kind]["x-title"]["zh-CN"]
    made = {fold.title(made) for made in (kind + "id", kind + "name", chinese + "编号", chinese + "名称")}
    assert [title for title, count in found.items() if count > 1] == []
    assert made & found.keys() == set()


@pytest.mark.parametrize("kind", KINDS)
def test_every_value_of_an_enumeration_has_a_word_of_its_own(kind: str) -> None:
    known = titles.load()
    for name, values in enumerated(kind):
        words = known.spellings(kind, name, values)
        missing = [value for value in values if not words[value]]
        assert missing == [] or name in PROPER_NAMES, f"{kind}.{name}: {missing}"
        folded = Counter(folded for value in values for folded in {fold.word(word) for word in (value, *words[value])})
        assert [word for word, count in folded.items() if count > 1] == [], f"{kind}.{name}"


def test_nothing_in_the_file_is_left_over() -> None:
    known = titles.load()
    fields_of = {kind: {*fields.of(kind, schemas()[kind]), *schemas()[kind]["properties"]} for kind in KINDS}
    names = {name for kind in KINDS for field in fields_of[kind] for name in (field, f"{kind}.{field}")}
    assert known.titles.keys() - names == set()
    assert known.values.keys() - names == set()
    assert set(known.stated) - names == set()


@pytest.mark.parametrize("kind", KINDS)
def test_a_field_that_is_derived_is_no_column_unless_the_model_lets_people_state_it(kind: str) -> None:
    schema = schemas()[kind]
    derived = {name for name, spec in schema["properties"].items() if spec.get("x-derived")}
    stated = set(titles.load().stated)
    assert derived & fields.of(kind, schema).keys() <= stated
    assert fields.derived(schema) == derived - stated
