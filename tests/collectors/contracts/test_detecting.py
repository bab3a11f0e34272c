"""Texts are as untrusted as their files: facts are found in a limited child, which hostile ones do not exhaust."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.contract_texts import document, read

from assay.sandbox import Limits
from collectors.contracts import detecting
from collectors.contracts.detect import Contract, detect
from collectors.contracts.detecting import detect_all
from collectors.contracts.text import Document, Unreadable

_INVENTED = Path(__file__).with_name("invented")
_SHORT = document(["服务合同", "甲方：青山有限公司", "乙方：绿水有限公司", "1.1 乙方应对甲方客户信息保密。"])


def test_the_child_finds_what_the_parent_would_and_passes_on_what_could_not_be_read() -> None:
    names = ["amend-en.txt", "loan-amend-zh.txt", "talks-zh.txt"]
    texts: dict[Path, Document | Unreadable] = {Path(name): read(_INVENTED / name) for name in names}
    locked = Unreadable("", "locked", "has a password")
    found = detect_all({**texts, Path("locked"): locked})
    assert list(found) == [*texts, Path("locked")]
    assert found.pop(Path("locked")) is locked
    assert found == {path: detect(text) for path, text in texts.items() if isinstance(text, Document)}


def test_a_text_that_takes_too_long_is_unread_and_leaves_the_others_as_they_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(detecting, "_LIMITS", Limits(cpu_seconds=2, seconds=30))
    long = document(["the Provider shall not delete data within 30 days after the end " * 50] * 1000)
    found = detect_all({Path("long"): long, Path("short"): _SHORT})
    assert found[Path("long")] == Unreadable(long.sha256, "timeout", "took more processor time than may be spent on it")
    assert found[Path("short")] == detect(_SHORT)


@pytest.mark.parametrize(
    "piece",
    [
        "乙方",
        "not ",
        "甲方: ",
        "“",
        "(",
        "1,",
        "may audit no right to not any claim ",
        ";",
        "甲方:\n",
        "_",
        "the end of ",
    ],
)
def test_a_hostile_paragraph_is_read_within_the_limits_of_a_child(piece: str) -> None:
    text = document(["服务合同", "甲方：青山有限公司", "乙方：绿水有限公司", piece * (100_000 // len(piece))])
    # Patterns that grow faster than the text would not end in the time of a child.
    assert isinstance(detect_all({Path("hostile"): text})[Path("hostile")], Contract)
