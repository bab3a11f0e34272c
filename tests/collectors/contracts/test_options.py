"""Of a form what is ticked is agreed, and nothing else."""

from __future__ import annotations

import pytest
from support.contract_texts import document

from collectors.contracts.reading.options import chosen
from collectors.contracts.reading.sentences import sentences


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("☐自动续期 ☑到期终止", "到期终止"),
        ("☑自动续期 ☐到期终止", "自动续期"),
        ("□是 ■否", "否"),
        ("[x] renews [ ] ends", "renews"),
        ("[ ] renews [x] ends", "ends"),
        ("☐自动续期 ☐到期终止", "☐自动续期 ☐到期终止"),
        ("√自动续期", "√自动续期"),
        ("Nothing to tick.", "Nothing to tick."),
    ],
)
def test_options_that_nobody_ticked_are_left_out(text: str, left: str) -> None:
    assert " ".join(item.text.strip() for item in chosen(sentences(document([text]))) if item.text.strip()) == left
