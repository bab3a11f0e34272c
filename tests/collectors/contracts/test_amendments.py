"""An amendment says what is new; what it only quotes of the earlier text, or strikes, it does not say."""

from __future__ import annotations

from datetime import date

import pytest
from support.contract_texts import document

from collectors.contracts.amendments import Base
from collectors.contracts.detect import Contract, detect
from collectors.contracts.linking import base_id

_HEAD = [
    "记账服务合同补充协议",
    "合同编号：BC-2026-1",
    "甲方：青山有限公司",
    "乙方：绿水有限公司",
    "双方于2024年3月1日签订《记账服务合同》（合同编号：JZ-2024-7，下称“主合同”），现变更如下：",
]


def _amendment(*lines: str) -> Contract:
    return detect(document([*_HEAD, *lines]))


def test_it_names_the_contract_that_it_changes() -> None:
    assert _amendment().base == Base("JZ-2024-7", date(2024, 3, 1))
    assert detect(document(["记账服务合同", "甲方：青山有限公司", "乙方：绿水有限公司"])).base is None


@pytest.mark.parametrize(
    "line",
    [
        "1.1 主合同“乙方应在72小时内将泄露事件通知甲方”修改为“乙方应在8小时内将泄露事件通知甲方”。",
        "1.1 主合同“发生泄露的，应在72小时内通知甲方”一句删除，以下句代替：“发生泄露的，乙方应在8小时内通知甲方。”",
        "1.1 乙方通知甲方数据泄露的时限由72小时调整为8小时。",
        "1.1 乙方 shall report every data breach to 甲方 within eight (8) hours instead of seventy-two (72) hours.",
    ],
)
def test_the_new_value_counts(line: str) -> None:
    assert _amendment(line).fields["breach_notice_hours"].value == 8


def test_a_clause_that_is_struck_is_not_present_but_removed() -> None:
    contract = _amendment("1.1 主合同第九条（乙方泄露资料的，应赔偿甲方的直接损失）自本协议生效之日起删除，不再适用。")
    assert list(contract.struck) == ["breach_liability"]
    assert "breach_liability" not in contract.clauses


def test_a_new_duty_to_delete_data_strikes_nothing() -> None:
    contract = _amendment("1.1 主合同增加一款：“合同终止后三十日内，乙方应删除全部数据。”")
    assert (list(contract.struck), contract.fields["deletion_period"].value) == ([], "30 days")


def test_silence_on_renewal_leaves_it_as_it_was() -> None:
    assert "auto_renew" not in _amendment().fields


def _base(number: str, day: str) -> Contract:
    lines = [
        *([f"合同编号：{number}"] if number else []),
        "甲方：青山有限公司",
        "乙方：绿水有限公司",
        "一、x",
        "1.1 x。",
        "1.2 x。",
    ]
    return detect(document(["记账服务合同", *lines, f"甲方（盖章） 日期：{day}", f"乙方（盖章） 日期：{day}"]))


def test_the_base_is_found_by_number_else_by_day_and_vendor_and_only_if_it_is_one() -> None:
    amendment = _amendment()
    numbered, dated = _base("JZ-2024-7", "2023年1月1日"), _base("", "2024年3月1日")
    assert base_id(amendment, {"a": numbered, "b": dated, "c": amendment}) == "a"
    assert base_id(amendment, {"b": dated, "c": amendment}) == "b"
    assert base_id(amendment, {"b": dated, "d": dated}) is None
    assert base_id(amendment, {"b": _base("X-1", "2024年3月1日")}) is None  # it has another number
    assert base_id(numbered, {"a": numbered}) is None
