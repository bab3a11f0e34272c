"""Who is customer and who vendor, and whom a sentence binds."""

from __future__ import annotations

import pytest
from support.contract_texts import document

from collectors.contracts.reading.sentences import sentences
from collectors.contracts.sides import parties
from collectors.contracts.sides.binding import bound
from collectors.contracts.sides.speaking import spoken_plainly


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
        (["本协议由您（青山有限公司）与我们（绿水有限公司，简称“绿水”）订立。"], "青山有限公司", "绿水有限公司"),
        (["客戶：青山有限公司", "服務商：綠水有限公司"], "青山有限公司", "綠水有限公司"),
        (["买方（甲方）：青山有限公司", "卖方（乙方）：绿水有限公司"], "青山有限公司", "绿水有限公司"),
        (["Customer: Hat Pte. Ltd. Supplier: Cat Systems Pte. Ltd."], "Hat Pte. Ltd.", "Cat Systems Pte. Ltd."),
        (["Hat Ltd (Customer)", "and", "Cat Ltd (Processor)"], "Hat Ltd", "Cat Ltd"),
        (["Customer name: Hat Ltd", "Supplier name: Cat Ltd"], "Hat Ltd", "Cat Ltd"),
        (["[table 1, row 1] Client | Hat Ltd", "[table 1, row 2] Vendor | Cat Ltd"], "Hat Ltd", "Cat Ltd"),
        (
            ['We\'re Cat, Inc. ("Cat", "we"). You\'re Hat Ltd ("you").', "We keep what you give."],
            "Hat Ltd",
            "Cat, Inc.",
        ),
        (
            ["(1) Hat Ltd of 1 Low Row (the Controller)", "(2) Cat Ltd of 2 Low Row (the Processor)"],
            "Hat Ltd",
            "Cat Ltd",
        ),
        (
            ["BETWEEN HAT PLC (hereinafter called “the Bank”) AND CAT LTD, of Lea (hereinafter called “the Clerks”)"],
            "HAT PLC",
            "CAT LTD",
        ),
        (["由青山有限公司（以下简称“甲方”）与绿水有限公司（以下简称“乙方”）订立。"], "青山有限公司", "绿水有限公司"),
        (["维保单位：青山有限公司", "业主方：绿水有限公司"], "绿水有限公司", "青山有限公司"),
        (
            ["青山有限公司（下称“贵司”）", "绿水有限公司（下称“本公司”）", "本公司将核验交由贵司承办。"],
            "绿水有限公司",
            "青山有限公司",
        ),
        (
            ["提供服务的是青山有限公司，下文称“我们”；", "订购服务的是绿水有限公司，下文称“您”。"],
            "绿水有限公司",
            "青山有限公司",
        ),
        (
            ["本备忘由青山有限公司（获悉人）与绿水有限公司（提供人）订立。", *["获悉人不得外传提供人的资料。"] * 4],
            "绿水有限公司",
            "青山有限公司",
        ),
        (
            [
                'between Hat Ltd ("we", "us") and Cat Ltd ("you")',
                "We process your data as you tell us. Our staff help you.",
            ],
            "Cat Ltd",
            "Hat Ltd",
        ),
        (
            [
                "between HAT BANK (“the Bank”) of the one part and CAT LIMITED (“the Binders”) of the other",
                "The Binders shall process the records of the Bank.",
            ],
            "HAT BANK",
            "CAT LIMITED",
        ),
        (["Assessor: Hat Ltd", "User: Cat Ltd"], "Cat Ltd", "Hat Ltd"),
        (
            [
                "Hat Matchmakers LLC",
                "Ms. Orla Byrne, Cat Labs, Inc.",
                "We disclose data to you. You shall keep our secrets.",
            ],
            "Hat Matchmakers LLC",
            "Cat Labs, Inc.",
        ),
        (["用人方：青山有限公司", "实习学员：苏小禾", *["学员应保密。"] * 5], "青山有限公司", "苏小禾"),
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
        ("Upon expiry the Provider shall, as the Customer chooses, delete them.", "delete", "vendor"),
        ("It shall be lawful for the Customer to enter and to inspect the works.", "inspect", "customer"),
        ("甲方注销账号后，乙方应当清除资料。", "清除", "vendor"),
        ("甲方要求乙方支付合同价款20%的违约金。", "违约金", "vendor"),
        ("The Customer's staff and the Provider's premises are safe.", "safe", None),
    ],
)
def test_a_sentence_binds_its_subject(text: str, verb: str, side: str | None) -> None:
    read = sentences(document([*_INTRODUCED, text]))
    assert bound(read[-1], read[-1].text.index(verb), parties.find(read)) == side


def test_it_is_clear_who_serves_where_words_say_so_and_not_where_only_the_order_does() -> None:
    told = parties.find(sentences(document(["合同", "委托方：青山有限公司", "受托方：绿水有限公司"])))
    ordered = parties.find(sentences(document(["between Hat Ltd and Cat Ltd"])))
    assert (told.clear, ordered.clear) == (True, False)


@pytest.mark.parametrize(
    ("lines", "plain"),
    [
        (
            ["贵方：青山有限公司", "我方：绿水有限公司", "贵方应告知我方，并配合其他公司。"],
            "乙方应告知甲方,并配合其他公司。",
        ),
        (
            ['between Hat Ltd ("we") and Cat Ltd ("you")', "Our staff keep your data safe and we tell you at once."],
            "the Vendor's staff keep the Customer's data safe and the Vendor shall tell the Customer at once.",
        ),
        (
            ["服务商：青山有限公司", "客户：绿水有限公司", "服务商更换云服务商的，应告知客户。"],
            "乙方更换云服务商的,应告知甲方。",
        ),
    ],
)
def test_every_word_for_a_party_is_written_alike(lines: list[str], plain: str) -> None:
    read = sentences(document(["服务合同 Agreement", *lines]))
    assert spoken_plainly(read, parties.find(read))[-1].text == plain


def test_a_pronoun_stands_for_the_subject_of_the_sentence_before() -> None:
    read = sentences(document([*_INTRODUCED, "The Provider follows orders of the Customer. It deletes the data."]))
    assert bound(read[-1], read[-1].text.index("deletes"), parties.find(read)) == "vendor"
