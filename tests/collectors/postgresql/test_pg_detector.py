"""What the name and type of a column suggest."""

from __future__ import annotations

import pytest

from collectors.postgresql.categories import PHRASES
from collectors.postgresql.detector import detect

CATEGORIES = {
    *("name", "phone", "email", "address", "id_number", "bank_account", "card_pan", "card_sad", "password"),
    *(
        "biometric",
        "health",
        "marital",
        "location_track",
        "credit_report",
        "transaction",
        "other_personal",
        "none",
    ),
}


def test_every_phrase_names_a_category_of_the_model() -> None:
    assert set(PHRASES.values()) == CATEGORIES


@pytest.mark.parametrize(
    ("column", "category"),
    [
        ("mobile_phone", "phone"),
        ("shoujihao", "phone"),
        ("客户手机号", "phone"),
        ("idCardNo", "id_number"),
        ("sfzh", "id_number"),
        ("身份证号码", "id_number"),
        ("E_MAIL", "email"),
        ("homeAddress", "address"),
        ("client_ip_address", "other_personal"),
        ("IP地址", "other_personal"),
        ("password_hash", "password"),
        ("pwd", "password"),
        ("登录密码", "password"),
        ("bank_card_no", "bank_account"),
        ("card_no", "card_pan"),
        ("cvv2", "card_sad"),
        ("device_fingerprint", "other_personal"),
        ("fingerprint", "biometric"),
        ("marital_status", "marital"),
        ("hunyin", "marital"),
        ("诊断结果", "health"),
        ("last_location", "location_track"),
        ("征信报告", "credit_report"),
        ("account_balance", "transaction"),
        ("birth_date", "other_personal"),
        ("openid", "other_personal"),
        ("姓名", "name"),
        ("file_name", "none"),
        ("product_name", "none"),
        ("key_fingerprint", "none"),
        ("address_id", "none"),
        ("phone_verified_at", "none"),
        ("email_count", "none"),
        ("phonetic", "none"),
        ("id", "none"),
        ("remark", "none"),
        ("", "none"),
    ],
)
def test_a_column_is_what_its_name_says(column: str, category: str) -> None:
    assert detect("t", column, "text", "S") == category


@pytest.mark.parametrize(
    ("table", "category"),
    [("customers", "name"), ("客户", "name"), ("products", "none"), ("vip_member", "name")],
)
def test_a_bare_name_is_a_persons_in_a_table_of_persons(table: str, category: str) -> None:
    assert detect(table, "name", "text", "S") == category


@pytest.mark.parametrize(
    ("column", "data_type", "type_category", "category"),
    [
        ("phone", "bigint", "N", "phone"),
        ("address", "integer", "N", "none"),
        ("password", "integer", "N", "none"),
        ("email", "boolean", "B", "none"),
        ("id_card", "date", "D", "none"),
        ("birthday", "date", "D", "other_personal"),
        ("source_net", "inet", "I", "other_personal"),
        ("source_net", "text", "S", "none"),
        ("fingerprint", "bytea", "U", "biometric"),
    ],
)
def test_a_type_that_cannot_hold_it_speaks_against_a_category(
    column: str, data_type: str, type_category: str, category: str
) -> None:
    assert detect("t", column, data_type, type_category) == category
