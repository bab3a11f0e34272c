"""The vocabulary: every name that a module asks for is there, and every name is asked for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import collectors.contracts
from assay import yaml_reader
from collectors.contracts.words import Several, Words

_FOLDER = Path(collectors.contracts.__file__).parent
_CODE = "\n".join(path.read_text("utf-8") for path in _FOLDER.rglob("*.py") if "extraction" not in path.parts)
_TOPICS = sorted(path.stem for path in (_FOLDER / "words").glob("*.yaml"))


@pytest.mark.parametrize("topic", _TOPICS)
def test_every_name_is_asked_for_and_makes_a_pattern(topic: str) -> None:
    asked = set(re.findall(r"""["']([a-z_]+)["']""", _CODE))
    named = yaml_reader.load(_FOLDER / "words" / f"{topic}.yaml")
    assert sorted(named.keys() - asked) == []
    for name in named:
        assert Words(topic)(name).pattern != "(?:)"


def test_an_english_word_begins_where_a_word_begins_and_a_chinese_one_anywhere() -> None:
    notify = Words()("notify")
    assert notify.search("it renotifies us") is None
    assert notify.search("It NOTIFIES us") is not None
    assert notify.search("应书面通知甲方") is not None


def test_several_means_in_several_ways() -> None:
    two = Several(re.compile("a|b"), 2)
    assert two.search("a a a") is None
    match = two.search("x a b")
    assert match is not None
    assert match.start() == 2
