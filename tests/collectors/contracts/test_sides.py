"""Who is customer and who vendor, and whom a sentence binds."""

from __future__ import annotations

import pytest
from support.contract_texts import document

from collectors.contracts.reading.sentences import sentences
from collectors.contracts.sides import parties
from collectors.contracts.sides.binding import bound


@pytest.mark.parametrize(
    ("lines", "customer", "vendor"),
    [
        (["甲方：青山有限公司", "乙方：绿水有限公司（许可证：1）"], "青山有限公司", "绿水有限公司"),
        (["甲方（受托方）：青山有限公司", "乙方（委托方）：绿水有限公司"], "绿水有限公司", "青山有限公司"),
        (["甲方：青山有限公司", "乙方：绿水有限公司", "乙方委托甲方印制账单。"], "绿水有限公司", "青山有限公司"),
        (["服务商：青山有限公司 住所：某地", "客户：绿水有限公司"], "绿水有限公司", "青山有限公司"),
        (["Provider: Cat Inc., 2 Low Row, Laputa", "Customer: Hat Ltd"], "Hat Ltd", "Cat Inc."),
        (
            ['between Hat Ltd (the "Client") and Cat & Sons LLP, whose seat is X (the "Bookkeeper")'],
            "Hat Ltd",
            "Cat & Sons LLP",
        ),
        (["between Bank of Nowhere Plc and Cat Calls Ltd"], "Bank of Nowhere Plc", "Cat Calls Ltd"),
        (['(1) HAT B.V. ("Hat")', '(2) CAT OY, which acts as processor ("Cat")'], "HAT B.V.", "CAT OY"),
        (["致：梧桐有限公司（以下简称“公司”）", "承诺人：苏小禾"], "梧桐有限公司", "苏小禾"),
        (["Organiser: Hat Ltd", "Partner: Cat Ltd"], "Hat Ltd", "Cat Ltd"),
        (["甲 方：青山有限公司", "乙 方：绿水有限公司"], "青山有限公司", "绿水有限公司"),
        (
            ["[table 1, row 1] 客户 | 青山有限公司", "[table 1, row 2] 供应商 | 绿水有限公司"],
            "青山有限公司",
            "绿水有限公司",
        ),
        (["由青山有限公司（以下简称“甲方”）与绿水有限公司（以下简称“乙方”）订立。"], "青山有限公司", "绿水有限公司"),
    ],
)
def test_parties_are_told_apart_by_role_by_service_or_by_order(lines: list[str], customer: str, vendor: str) -> None:
    found = parties.find(sentences(document(["服务合同 Agreement", *lines])))
    assert found.customer is not None
    assert found.vendor is not None
    assert (found.customer.name, found.vendor.name) == (customer, vendor)


_INTRODUCED = ["合同", "甲方：青山有限公司", "乙方：绿水有限公司", "Customer: Hat Ltd", "Provider: Cat Ltd"]


@pytest.mark.parametrize(
    ("text", "verb", "side"),
    [
        ("乙方应当将情况通知甲方。", "通知", "vendor"),
        ("甲方发现账号被盗的，应当通知乙方。", "通知", "customer"),
        ("未经甲方同意，乙方不得转让。", "转让", "vendor"),
        ("乙方发现甲方资料遗失的，应当报告。", "报告", "vendor"),
        ("双方应当保密。", "保密", "both"),
        ("由乙方负责删除。", "删除", "vendor"),
        ("The Provider keeps Customer Data secret.", "secret", "vendor"),
        ("The Provider informs the Customer at once and helps it.", "helps", "vendor"),
        ("Incidents are reported, and the Provider assists.", "assists", "vendor"),
        ("The data are erased by the Provider.", "erased", "vendor"),
        ("If the Customer asks, the Provider shall delete them.", "delete", "vendor"),
        ("The Customer's staff and the Provider's premises are safe.", "safe", None),
    ],
)
def test_a_sentence_binds_its_subject(text: str, verb: str, side: str | None) -> None:
    read = sentences(document([*_INTRODUCED, text]))
    assert bound(read[-1], read[-1].text.index(verb), parties.find(read)) == side


def test_a_pronoun_stands_for_the_subject_of_the_sentence_before() -> None:
    read = sentences(document([*_INTRODUCED, "The Provider follows orders of the Customer. It deletes the data."]))
    assert bound(read[-1], read[-1].text.index("deletes"), parties.find(read)) == "vendor"
