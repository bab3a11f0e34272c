"""JSON Schema at the borders: two validators, one opinion, one line per mistake that quotes no value."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from support.judging import content

from assay import schema
from assay.suggest import nearest, unknown

SCHEMA = {
    "type": "object",
    "required": ["id"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "string", "minLength": 1},
        "color": {"enum": ["red", "green"]},
        "size": {"type": ["integer", "string"], "maximum": 9},
        "day": {"type": "string", "pattern": "^[0-9]+$"},
        "either": {"anyOf": [{"type": "integer"}, {"type": "boolean"}]},
        "deep": {
            "type": "object",
            "additionalProperties": False,
            "properties": {"list": {"items": {"type": "string"}}},
        },
    },
}
MISTAKES: list[tuple[Any, list[tuple[tuple[str | int, ...], str]]]] = [
    ({"id": "a"}, []),
    ({"id": "a", "size": 3, "color": "red", "either": True, "deep": {"list": ["x"]}}, []),
    ({}, [((), "'id' is a required property")]),
    ({"id": "a", "colour": 1}, [(("colour",), "unknown key 'colour'; did you mean 'color'?")]),
    ({"id": "a", "zzz": 1}, [(("zzz",), "unknown key 'zzz'; known: color, day, deep, either, id, size")]),
    ({"id": "a", "color": "hunter2"}, [(("color",), "must be one of red, green")]),
    ({"id": "a", "size": None}, [(("size",), "must be integer or string")]),
    ({"id": "a", "size": 99}, [(("size",), "must be at most 9")]),
    ({"id": "a", "day": "hunter2"}, [(("day",), "does not have the form ^[0-9]+$")]),
    ({"id": "a", "either": "hunter2"}, [(("either",), "has none of the forms that are allowed here")]),
    ({"id": "a", "deep": {"list": ["x", 7]}}, [(("deep", "list", 1), "must be string")]),
    ({"id": "a", "deep": {"lst": 1}}, [(("deep", "lst"), "unknown key 'lst'; did you mean 'list'?")]),
    ([], [((), "must be object")]),
    (None, [((), "must be object")]),
]


@pytest.mark.parametrize(("value", "told"), MISTAKES)
def test_a_mistake_is_told_with_its_path_and_without_the_value(value: Any, told: list[Any]) -> None:
    found = list(schema.mistakes(SCHEMA, value))
    assert found == told
    assert "hunter2" not in str(found)


@pytest.fixture(params=["with the fast validator", "without it"])
def validator(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both validators that may be installed."""
    if request.param == "without it":
        monkeypatch.setitem(sys.modules, "jsonschema_rs", None)
    else:
        pytest.importorskip("jsonschema_rs")


@pytest.mark.usefixtures("validator")
def test_yes_or_no_is_the_same_opinion() -> None:
    valid = schema.checker(SCHEMA)
    assert [valid(value) for value, _ in MISTAKES] == [not told for _, told in MISTAKES]


@pytest.mark.usefixtures("validator")
@pytest.mark.parametrize("value", [None, {"a": None}, [None]])
def test_no_kind_takes_a_null(value: Any) -> None:
    for kind, described in content().schemas.items():
        valid = schema.checker(described)
        record = {"id": "a", "name": "a", "source": "s", "collected_at": "t"}
        assert valid(record), kind
        for name in described["properties"]:
            if value is None:
                assert not valid({**record, name: None}), f"{kind}.{name} takes null"


@pytest.mark.parametrize("name", ["run", "snapshot", "config", "check", "control", "framework", "messages", "profile"])
def test_the_engines_own_schemas_are_schemas(name: str) -> None:
    from jsonschema import Draft7Validator

    Draft7Validator.check_schema(schema.own(name))


@pytest.mark.parametrize(
    ("name", "near"),
    [("encrypton", "encryption"), ("GDPR", "gdpr"), ("Enc-02.1", "ENC-02.1"), ("zzz", None), ("", None)],
)
def test_the_nearest_name_is_found_whatever_its_case(name: str, near: str | None) -> None:
    assert nearest(name, ["encryption", "gdpr", "ENC-02.1"]) == near


def test_an_unknown_name_is_told_with_the_known_ones_where_none_is_near() -> None:
    assert unknown("kind", "zzz", ["b", "a"]) == "unknown kind 'zzz'; known: a, b"
    assert unknown("kind", "zzz", []) == "unknown kind 'zzz'; known: none"
    assert unknown("kind", "zzz", map(str, range(20))).endswith("18, 19, ...")
