"""The vocabulary: every name that a module asks for is there, and every name is asked for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import collectors.contracts
from assay import yaml_reader
from collectors.contracts.words import Several, Words
from collectors.contracts.words.wording import wording

_FOLDER = Path(collectors.contracts.__file__).parent
_CODE = "\n".join(path.read_text("utf-8") for path in _FOLDER.rglob("*.py") if "extraction" not in path.parts)
_VOCABULARY = "\n".join(path.read_text("utf-8") for path in (_FOLDER / "words").glob("*.yaml"))
_TOPICS = sorted(path.stem for path in (_FOLDER / "words").glob("*.yaml"))


@pytest.mark.parametrize("topic", _TOPICS)
def test_every_name_is_asked_for_and_makes_a_pattern(topic: str) -> None:
    asked = set(re.findall(r"""["']([a-z_]+)["']""", _CODE))
    named = yaml_reader.load(_FOLDER / "words" / f"{topic}.yaml")
    referred = set(re.findall(r"\{([a-z_]+)\}", _VOCABULARY))
    assert sorted(named.keys() - asked - referred) == []
    for name in named:
        assert Words(topic)(name).pattern != "(?:)"


def test_an_english_word_begins_where_a_word_begins_and_a_chinese_one_anywhere() -> None:
    notify = Words()("notify")
    assert notify.search("it renotifies us") is None
    assert notify.search("It NOTIFIES us") is not None
    assert notify.search("应书面通知甲方") is not None


def test_several_means_in_several_ways() -> None:
    two = Several(wording("", "a|b"), 2)
    assert two.search("a a a") is None
    match = two.search("x a b")
    assert match is not None
    assert match.start() == 2


def test_a_name_in_braces_stands_for_its_alternatives() -> None:
    secret = Words("secrecy")("secret")
    assert secret.search("接收方不得向任何人透露") is not None
    assert secret.search("The Recipient shall never reveal it") is not None
    assert "{" not in re.sub(r"\{\d+,?\d*\}", "", secret.pattern)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("RETURN of Data", "RETURN"),
        ("应删除或 Return", "删除"),
        ("应当 return 或者删除", "return"),
        ("İİ return", "return"),
        ("nothing", None),
    ],
)
def test_the_first_match_of_either_script_counts_as_it_is_written(text: str, found: str | None) -> None:
    match = wording("删除|销毁", "(?<![a-z])(?:return|erase)").search(text)
    assert (match and match[0]) == found


def test_what_asks_for_a_capital_sees_it() -> None:
    place = wording("", "(?<![a-z])(?:in (?-i:[A-Z]))")
    assert place.search("it is stored in Laputa") is not None
    assert place.search("it is stored in boxes") is None
