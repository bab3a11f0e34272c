"""Folding changes how a text is written, never where a character came from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectors.contracts.reading.folding import fold, plain


@given(st.text())
def test_every_folded_character_has_its_place_in_the_raw_text(raw: str) -> None:
    folded = fold(raw)
    assert len(folded.at) == len(folded.text)
    assert all(0 <= index < len(raw) for index in folded.at)
    assert list(folded.at) == sorted(folded.at)


@given(st.text(alphabet="abc甲乙 \n\t　，"))
def test_folding_twice_changes_nothing_more(raw: str) -> None:
    assert plain(plain(raw)) == plain(raw)


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("２４小时", "24小时"),
        ("⻓期有效，不⻜", "长期有效,不飞"),
        ("⼆〇⼆六年", "二零二六年"),
        ("non\ufffetransferable", "nontransferable"),
        ("thirty  (30)\tdays", "thirty (30) days"),
        ("受 托 方 应 当", "受托方应当"),
        ("甲方：某公司　住所：某地", "甲方:某公司 住所:某地"),
        ("「数据」", "“数据”"),
        ("a\u00adb\u200bc", "abc"),
    ],
)
def test_ways_of_writing_become_one(raw: str, folded: str) -> None:
    assert plain(raw) == folded
