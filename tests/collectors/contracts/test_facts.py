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
        (["甲方（盖章） 签署日期：二〇二五年三月八日", "乙方（盖章） 签署日期：二〇二五年三月十二日"], "2025-03-12"),
        (
            ["[table 1, row 1] 甲方（公章） | 乙方（公章）", "[table 1, row 2] 2025年3月8日 | 2025年3月12日"],
            "2025-03-12",
        ),
        (["Signed for Hill Ltd: A. Hill, 21/03/2025", "Signed for Brook Ltd: B. Brook, 26/03/2025"], "2025-03-26"),
        (["Una Hill, Registered Manager, 7 October 2025", "I agree.", "Ida Brook, 13 October 2025"], "2025-10-13"),
        (["By: /s/ A Hill Date: 5-Mar-2025", "By: /s/ B Brook Date: 9-Mar-2025"], "2025-03-09"),
        (["甲方：某公司（电子签章） 2024年11月4日", "乙方：某公司（电子签章） 2024年11月6日"], "2024-11-06"),
        (["By: ____ Name: ____ Date: ____", "By: /s/ C Date: August 5, 2025"], "none"),
        (["Hill Ltd", "______", "Date: 03/25/2025", "Brook Ltd", "______", "Date: 03/27/2025"], "2025-03-27"),
        (["甲方代表（签字）：王某 2025.3.8", "乙方代表（签字）：李某 2025.3.12"], "2025-03-12"),
        (
            ["It may be executed in two counterparts.", "Signed on the third day of May 2025", "Signed on 4 May 2025"],
            "2025-05-04",
        ),
        (
            [
                " ".join(
                    f"Executed as a deed by {name} Ltd acting by {'Una ' * 9} {name}, director, on {day} September 2025"
                    for name, day in (("Hill", 15), ("Brook", 18))
                )
            ],
            "2025-09-18",
        ),
    ],
)
def test_the_later_signature_counts_and_a_blank_is_none(lines: list[str], signed: str) -> None:
    body = ["服务合同 Agreement", "1. x", "1.1 Some text.", "1.2 Some text.", "1.3 Some text.", "1.4 Some text."]
    assert detect(document([*body, *lines])).fields["signed_at"].value == signed


def test_a_defined_time_or_sum_stands_for_its_term() -> None:
    rows = ["[table 1, row 1] Visit Notice | 15 working days", "[table 1, row 2] Liability Limit | £500,000"]
    clauses = [
        "1.2 After giving the Visit Notice the Customer may audit the Provider's handling of personal data.",
        "1.3 For a data breach the Provider pays damages up to the Liability Limit.",
        "1.4 “Secrecy Tail” means four years.",
        "1.5 The Provider keeps Customer Data confidential for the Secrecy Tail after the end of the Agreement.",
    ]
    fields = detect(document([*_ENGLISH[0], *rows, *clauses, *_ENGLISH[1]])).fields
    assert fields["audit_notice"].value == "15 working_days"
    assert fields["liability_cap"].value == "Liability Limit of £500,000"
    assert fields["confidentiality_survival"].value == "4 years"


def test_a_defined_day_or_fee_is_no_time_and_no_limit() -> None:
    clauses = [
        "1.2 “Business Day” means a day other than a Sunday.",
        "1.3 The Provider tells the Customer of a data breach in two (2) hours, or one Business Day if it is minor.",
        "1.4 For a data breach the Provider pays damages up to three times the Monthly Fee.",
    ]
    rows = ["[table 1, row 1] Monthly Fee | £900"]
    fields = detect(document([*_ENGLISH[0], *rows, *clauses, *_ENGLISH[1]])).fields
    assert fields["liability_cap"].value == "three times the Monthly Fee"
    assert fields["breach_notice_hours"].value == 24


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


@pytest.mark.parametrize(
    ("lines", "kind", "name"),
    [
        (["保密协议", "用人单位：青山有限公司", "员工：林雨（工号：A01）"], "staff", "林雨"),
        (["保密協議", "僱主：青山有限公司", "僱員：陳大文"], "staff", "陳大文"),
        (["保密承诺", "本人张三（身份证号：1），现任青山有限公司会计，承诺保守公司秘密。"], "staff", "张三"),
        (["保密承诺书", "致：青山有限公司", "承诺人：苏小禾"], "staff", "苏小禾"),
        (["保密协议", "披露方：青山有限公司", "接收方：绿水科技有限公司"], "vendor", "绿水科技有限公司"),
        (
            ["Keeping secrets private", "Hill Ltd, 3 Low Row", "To: Ann Brook, nurse", "We ask you to keep them."],
            "staff",
            "Ann Brook",
        ),
        (
            ["Confidentiality undertaking", "I, Ann Brook, employee of Hill Ltd, tell no secret of Hill Ltd."],
            "staff",
            "Ann Brook",
        ),
        (["Non-Disclosure Agreement", "Employer: Hill Ltd", "Employee: Ann Brook"], "staff", "Ann Brook"),
        (
            ["Secrecy Agreement", 'between Hill Ltd ("Discloser") and Brook Labs, LLC, a consultancy ("Recipient")'],
            "vendor",
            "Brook Labs, LLC",
        ),
        (["Deed of Secrecy", "BETWEEN Hill Ltd (the Company) and Ann Brook (the Employee)"], "staff", "Ann Brook"),
    ],
)
def test_who_is_bound_to_secrecy(lines: list[str], kind: str, name: str) -> None:
    fields = detect(document([*lines, "1. 条款", "1.1 不得泄露秘密。", "1.2 略。"])).fields
    assert (fields["party_type"].value, fields["party_name"].value) == (kind, name)


def test_silence_is_never_sure() -> None:
    silent = {name: found for name, found in _contract("略。").fields.items() if not found.quote}
    assert {"auto_renew", "deletion_period", "audit_right", "data_location", "liability_cap"} <= silent.keys()
    assert max(found.confidence for found in silent.values()) < 0.9
