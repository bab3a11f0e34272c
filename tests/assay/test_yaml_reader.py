"""YAML is read strictly, within bounds, and with the place of every mistake."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assay import yaml_reader
from assay.errors import ConfigError

KIB = 1024


def read(text: str | bytes) -> object:
    data = text.encode() if isinstance(text, str) else text
    return yaml_reader.parse(data, "f.yaml").value


def refusal(text: str | bytes) -> str:
    with pytest.raises(ConfigError) as caught:
        read(text)
    message = str(caught.value)
    assert "\n" not in message
    return message


AS_WRITTEN = (
    *("NO", "yes", "on", "1.10", "1.50", "010", "12:30", "12:30:45", "2026-03-01", "2026-02-30"),
    *("0x1F", "1_000", "1e3", ".5", "+5", "-0", ".nan", ".inf", "9007199254740993"),
    *("0" * 5000, "9" * 5000, "1." + "9" * 400),
)


@pytest.mark.parametrize("text", AS_WRITTEN)
def test_plain_text_that_other_readers_would_change_stays_as_written(text: str) -> None:
    assert read(f"a: {text}") == {"a": text}


CANONICAL = {
    "true": True,
    "False": False,
    "NULL": None,
    "~": None,
    "": None,
    "0": 0,
    "-7": -7,
    "1.5": 1.5,
    "210987654321": 210987654321,
    "'7'": "7",
    '"true"': "true",
}


@pytest.mark.parametrize(("text", "value"), CANONICAL.items())
def test_canonical_constants_and_numbers_are_read(text: str, value: object) -> None:
    found = read(f"a: {text}")
    assert found == {"a": value}
    assert isinstance(found, dict)
    assert type(found["a"]) is type(value)


@given(st.one_of(st.integers(), st.floats(allow_nan=False, allow_infinity=False)))
def test_a_number_never_loses_its_spelling(number: float) -> None:
    found = read(f"a: {number!r}")
    assert isinstance(found, dict)
    assert str(found["a"]) == repr(number)


def outcome(data: bytes) -> str | None:
    try:
        read(data)
    except ConfigError as error:
        return str(error)
    return None


@given(st.binary(max_size=200))
def test_no_input_gives_anything_but_a_value_or_one_line(data: bytes) -> None:
    message = outcome(data)
    assert message is None or (message.startswith("f.yaml") and "\n" not in message)


def test_keys_are_always_text() -> None:
    assert read("1: a\nno: b\n2026-01-01: c") == {"1": "a", "no": "b", "2026-01-01": "c"}


def test_an_empty_file_is_null_and_a_byte_order_mark_is_no_key() -> None:
    assert read("# nothing\n") is None
    assert read("\ufeffa: 1") == {"a": 1}


def test_a_repeated_key_is_refused_with_its_place() -> None:
    assert refusal("a: 1\nb:\n  c: 1\n  c: 2\n") == "f.yaml:4:3: the key 'c' stands here twice"


def test_a_small_alias_is_read_and_shared_by_nobody() -> None:
    found = read("a: &x {k: [1]}\nb: *x\n")
    assert found == {"a": {"k": [1]}, "b": {"k": [1]}}
    assert isinstance(found, dict)
    assert found["a"]["k"] is not found["b"]["k"]


def levels(form: str, count: int) -> str:
    """Anchors that each stand for the one before; `form` writes an anchor from its aliases."""
    return "\n".join(["a0: &a0 {k: v}", *(f"a{n}: &a{n} " + form.format(f"*a{n - 1}") for n in range(1, count))])


BOMB = levels("[{0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}]", 9)
MERGE_BOMB = levels("{{<<: [{0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}]}}", 9)
LONG_TEXT_BOMB = "a: &a " + "x" * 100 * KIB + "\nb: [" + ", ".join(["*a"] * 1000) + "]"
DEEP_CHAIN = levels("[{0}]", 99)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (BOMB, "the aliases of this file stand for too much"),
        (LONG_TEXT_BOMB, "stand for too much"),
        (DEEP_CHAIN, "stand for too much"),
        (MERGE_BOMB, "merge keys"),
        ("<<: {a: 1}", "merge keys"),
        ("&a [*a]", "stands for nothing above it"),
        ("a: *nowhere", "stands for nothing above it"),
        ("[" * 100_000, "more than 64 levels"),
        ("[" * 200_000, "more than 64 levels"),
        ("- " * 70 + "x", "more than 64 levels"),
        ("{a: " * 65 + "1" + "}" * 65, "more than 64 levels"),
        ("- !!python/object/apply:os.system [id]", "tags"),
        ("a: !!str 5", "tags"),
        ("a: !Sub x", "tags"),
        ("a: 1\n---\nb: 2", "second document"),
        ("? [a]\n: b", "a key has to be text"),
        ("a: &a x\n*a : b", "a key has to be text"),
        ('a: "\\ud800"', "Unicode"),
        ("a: b: c", "mapping values"),
        ("a: [1", ""),
        (b"a: \xff", "is not UTF-8; save the file as UTF-8"),
        ("a: 1".encode("utf-16"), "is not UTF-8"),
        ("客户: 1".encode("gb18030"), "is not UTF-8"),
        (b"a: \x01", "control characters"),
        (b"a: \x00", "control characters"),
    ],
)
def test_what_could_harm_or_mislead_is_refused(text: str | bytes, what: str) -> None:
    assert what in refusal(text)


def test_sixty_four_levels_are_read() -> None:
    assert read("[" * 64 + "]" * 64) is not None


def test_every_node_has_its_line_and_what_has_none_takes_that_above() -> None:
    document = yaml_reader.parse(b"a:\n  - x: 1\n  - {y: 2,\n     z: &z [3]}\nb: *z\n", "f.yaml")
    lines = [document.line("a"), document.line("a", 1), document.line("a", 1, "z", 0), document.line("b", 0)]
    assert lines == [2, 3, 4, 5]
    assert document.line("c") == 1


def test_a_file_is_read_with_its_name_in_every_mistake(tmp_path: Path) -> None:
    path = tmp_path / "assay.yaml"
    path.write_text("a: 1\n", encoding="utf-8")
    assert yaml_reader.load(path) == {"a": 1}
    path.write_text("a: 1\na: 2\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"assay\.yaml:2:1: the key 'a' stands here twice"):
        yaml_reader.load(path)


@pytest.mark.parametrize("what", ["absent", "folder", "large"])
def test_what_is_no_small_file_is_refused(tmp_path: Path, what: str) -> None:
    path = tmp_path / "x.yaml"
    if what == "folder":
        path.mkdir()
    elif what == "large":
        path.write_bytes(b"#" * 101)
    with pytest.raises(ConfigError, match=r"x\.yaml: (cannot be read|is larger than 100 bytes)"):
        yaml_reader.load(path, limit_bytes=100)
