"""Each clause is known by many wordings in both languages, and not taken for what only resembles it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from support.contract_texts import document

from collectors.contracts.clauses.family import Family, Match, ranked
from collectors.contracts.detect import SECRECY_FAMILIES, VENDOR_FAMILIES
from collectors.contracts.reading.sentences import sentences
from collectors.contracts.sides.parties import Parties
from collectors.contracts.sides.roles import Side
from collectors.contracts.sides.speaking import of_plain, spoken_plainly

CUSTOMERS = "甲方 委托方 委托人 平台 披露方 You you Customer Lender Bank Controller Platform Company Discloser".split()
VENDORS = (
    "乙方 受托方 受托人 服务商 承运人 接收方 We we us I Vendor Provider Supplier Contractor Processor Mailer Caller"
    " Agency Scorer Accountant Collector Printer Shredder Host Employee Recipient".split()
)
_WORDS: dict[str, Side] = {**dict.fromkeys(CUSTOMERS, "customer"), **dict.fromkeys(VENDORS, "vendor")}
_FAMILIES = {"vendor_contract": VENDOR_FAMILIES, "confidentiality_agreement": SECRECY_FAMILIES}
_FILES = ("sentences.yaml", "practice.yaml")
_SENTENCES = [yaml.safe_load(Path(__file__).with_name(name).read_text("utf-8")) for name in _FILES]
_PARTIES = Parties(words=_WORDS)
_CASES = [
    pytest.param(family, text, says == "says", id=f"{family.name}-{says}-{number}")
    for kind, families in _FAMILIES.items()
    for family in families
    for says in ("says", "resembles")
    for number, text in enumerate(text for file in _SENTENCES for text in file[kind].get(family.name, {}).get(says, ()))
]


def _found(family: Family, lines: list[str]) -> list[Match]:
    read = spoken_plainly(sentences(document(lines)), _PARTIES)
    who = of_plain(_PARTIES)
    return ranked(match for sentence in read if (match := family.match(sentence, who)))


@pytest.mark.parametrize(("family", "text", "says"), _CASES)
def test_a_sentence_says_the_clause_or_only_resembles_it(family: Family, text: str, says: bool) -> None:
    assert bool(_found(family, ["一、条款", f"1.1 {text}"])) == says


def test_the_same_words_under_a_heading_about_something_else_are_no_clause() -> None:
    (family,) = (family for family in VENDOR_FAMILIES if family.name == "breach_notification")
    text = "1.1 乙方应当在二十四小时内将数据丢失的情况通知甲方。"
    found = {heading: bool(_found(family, [f"一、{heading}", text])) for heading in ("数据安全", "不可抗力")}
    assert found == {"数据安全": True, "不可抗力": False}


def test_a_heading_that_says_the_same_makes_it_surer() -> None:
    (family,) = (family for family in VENDOR_FAMILIES if family.name == "confidentiality")
    text = "1.1 乙方对甲方客户信息负有保密义务。"
    sure = {heading: _found(family, [f"一、{heading}", text])[0].confidence for heading in ("保密", "双方约定")}
    assert sure["双方约定"] < 0.9 < sure["保密"]


def test_a_row_that_says_nothing_is_no_clause() -> None:
    (family,) = (family for family in VENDOR_FAMILIES if family.name == "data_types")
    rows = ["[table 1, row 1] Types of data | none", "[table 1, row 2] Types of data | names and wages"]
    found = _found(family, rows)
    assert [match.sentence.text for match in found] == ["names and wages"]
