"""The values that a contract states, from a sentence of it or from its silence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from support.contract_texts import document

from collectors.contracts.detect import Contract, detect

_VALUES = yaml.safe_load(Path(__file__).with_name("values.yaml").read_text("utf-8"))
_CHINESE = (
    ["服务合同", "甲方：梦蝶有限公司", "乙方：黄粱有限公司", "一、条款", "1.1 乙方应对甲方客户信息保密，不得泄露。"],
    ["甲方（盖章） 日期：2025年1月1日", "乙方（盖章） 日期：2025年1月2日"],
)
_ENGLISH = (
    [
        "Services Agreement",
        "Customer: Alpha Ltd",
        "Provider: Beta Ltd",
        "1. Terms",
        "1.1 The Provider shall keep Customer Data confidential.",
    ],
    ["For the Customer: 1 January 2025", "For the Provider: 2 January 2025"],
)


def _contract(*texts: str) -> Contract:
    head, tail = _ENGLISH if texts[0].isascii() else _CHINESE
    numbered = [f"1.{number} {text}" for number, text in enumerate(texts, 2)]
    return detect(document([*head, *numbered, "2.1 Nothing else.", "2.2 Nothing else.", *tail]))


@pytest.mark.parametrize("case", _VALUES, ids=lambda case: case["text"][:40])
def test_a_sentence_states_values(case: dict[str, Any]) -> None:
    contract = _contract(case["text"])
    found = {name: contract.fields[name].value if name in contract.fields else None for name in case["states"]}
    assert found == case["states"]


@pytest.mark.parametrize(
    ("lines", "signed"),
    [
        (["甲方（盖章） 日期：2025年1月1日", "乙方（盖章） 日期：2025年1月9日"], "2025-01-09"),
        (["甲方（盖章）：某公司", "日期：____年__月__日", "乙方（盖章）：某公司", "日期：2025年1月9日"], "none"),
        (["Signed for A: 3 March 2026", "Signed for B: ______________"], "none"),
        (["For A", "3 March 2026", "For B", "6 March 2026"], "2026-03-06"),
    ],
)
def test_the_later_signature_counts_and_a_blank_is_none(lines: list[str], signed: str) -> None:
    body = ["服务合同 Agreement", "1. x", "1.1 Some text.", "1.2 Some text.", "1.3 Some text.", "1.4 Some text."]
    assert detect(document([*body, *lines])).fields["signed_at"].value == signed


def test_a_time_for_notice_may_stand_in_a_footnote() -> None:
    lines = ["1.2 The Provider notifies the Customer of a data breach within the agreed time."]
    note = "[footnote 1] Time limit for notices of incidents: 12 hours."
    found = detect(document([*_ENGLISH[0], *lines, *_ENGLISH[1], note])).fields["breach_notice_hours"]
    assert (found.value, found.where) == (12, "footnote 1")


def test_a_time_for_deletion_may_stand_in_a_table() -> None:
    lines = ["1.2 After termination the Provider deletes all data within the period in Annex 1.", "Annex 1 Periods"]
    rows = ["[table 1, row 1] Log files | 24 months", "[table 1, row 2] Customer records after the end | 30 days"]
    found = detect(document([*_ENGLISH[0], *lines, *rows, *_ENGLISH[1]])).fields["deletion_period"]
    assert (found.value, found.where) == ("30 days", "table 1, row 2")


def test_of_graded_incidents_the_longest_time_counts() -> None:
    contract = _contract("发生一级安全事件的，乙方应在两小时内通知甲方；其他安全事件应在十二小时内通知甲方。")
    assert contract.fields["breach_notice_hours"].value == 12


def test_silence_is_never_sure() -> None:
    silent = {name: found for name, found in _contract("略。").fields.items() if not found.quote}
    assert {"auto_renew", "deletion_period", "audit_right", "data_location", "liability_cap"} <= silent.keys()
    assert max(found.confidence for found in silent.values()) < 0.9
