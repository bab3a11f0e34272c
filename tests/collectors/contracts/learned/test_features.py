"""What the learned reader sees of a sentence."""

from __future__ import annotations

import pytest

from collectors.contracts.learned.features import features


@pytest.mark.parametrize(
    ("marked", "seen"),
    [
        ("{V}应在三十日内删除", {"{V}", "{V} 应", "#", "在 #", "# 日", "删", "删 除"}),
        ("{V} shall delete it within 30 days", {"{V} shall", "delete", "within #", "# days"}),
        ("The Personal Information", {"person", "inform", "person inform"}),
    ],
)
def test_words_stand_alone_and_in_pairs_with_parties_and_numbers_alike(marked: str, seen: set[str]) -> None:
    assert seen <= features(marked, marked)


def test_a_numeral_that_is_part_of_a_word_stays_a_word() -> None:
    seen = features("第三方一律不得", "第三方一律不得")
    assert {"三", "一", "第 三"} <= seen
    assert "#" not in seen


def test_notions_of_the_vocabulary_are_seen_in_either_language() -> None:
    english = features("The Provider shall notify the Client", "The {V} shall notify the {C}")
    chinese = features("服务商应通知客户", "{V}应通知{C}")
    assert "@common.notify" in english & chinese
    assert not [name for name in english | chinese if name.startswith("@sides.")]
