import re
from pathlib import Path
from string import Formatter

import pytest

import reports
from assay.check import SEVERITIES
from assay.collector import REASONS
from reports.speech import Speech
from reports.words import WORDS

FAMILIES = {
    "unread": sorted(REASONS),
    "severity": SEVERITIES,
    "basis": ("observed", "provider_default", "documented", "declared", "derived", "attested"),
    "disposition": ("waived", "waiver_expired", "attested", "baseline"),
    "verdict": ("pass", "fail", "unknown", "not_applicable"),
    "outcome": ("complete", "partial", "failed"),
    "confidence": ("high", "medium", "low"),
    "fix": ("sql", "cli", "terraform"),
}


def _placeholders(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("family", FAMILIES)
def test_every_code_of_a_run_has_words(family: str) -> None:
    missing = [code for code in FAMILIES[family] if f"{family}.{code}" not in WORDS]
    assert missing == []


@pytest.mark.parametrize("key", WORDS)
def test_both_languages_say_the_same_things(key: str) -> None:
    english, chinese = WORDS[key]
    assert {frozenset(_placeholders(part)) for part in english.split("|")} == {frozenset(_placeholders(chinese))}
    assert english.count("|") <= 1


def test_every_word_is_said_somewhere() -> None:
    folder = Path(reports.__path__[0])
    files = [path for path in folder.rglob("*") if path.suffix in (".py", ".html") and path.name != "words.py"]
    said = set(re.findall(r'"([a-z_]+)"', "".join(path.read_text("utf-8") for path in files)))
    built = {"source_failed", "source_partial", "accepted_intro", "attested_intro"}
    assert {key for key in WORDS if "." not in key} - said - built == set()


def test_singular_and_plural() -> None:
    say = Speech("en")
    assert say("resources", n=1) == "1 resource"
    assert say("resources", n=1200) == "1,200 resources"


def test_what_is_filled_in_is_no_template() -> None:
    assert Speech("zh-CN")("pair", name="{value}", value="{n}") == "{value}：{n}"


def test_a_code_that_is_not_known_stands_for_itself() -> None:
    assert Speech("en").code("unread", "sunspots") == "sunspots"
