"""What a cell says becomes a fact of its field, or nothing, or a refusal; never a guess."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.tables import ZONE, schemas

from collectors.register import facts, fields
from collectors.register.texts import BadCell
from collectors.tables.table import Unreadable

KINDS = {kind: fields.of(kind, schema) for kind, schema in schemas().items()}


def fact(name: str, cell: object, zone: ZoneInfo = ZONE) -> object:
    kind, _, field = name.partition(".")
    return facts.read(KINDS[kind][field], cell, zone)


def refusal(name: str, cell: object, zone: ZoneInfo = ZONE) -> str:
    with pytest.raises(BadCell) as caught:
        fact(name, cell, zone)
    return str(caught.value)


EVERY_SHAPE = (
    *("vendor.processes_pi", "vendor.open_findings_overdue", "security_tool.coverage_percent"),
    *("vendor.due_diligence_at", "incident.detected_at", "vendor.kind", "vendor.incident_contact"),
    *("vendor.data_levels", "vendor.tags", "vendor_contract.breach_notice_hours"),
)


@pytest.mark.parametrize("name", EVERY_SHAPE)
@pytest.mark.parametrize("cell", [None, "", "  ", "-", "n/a", "N/A", "－", "\u3000"])
def test_an_empty_cell_a_dash_and_not_applicable_are_not_given(name: str, cell: object) -> None:
    assert fact(name, cell) is None


@pytest.mark.parametrize("name", EVERY_SHAPE)
def test_a_cell_that_the_sheet_could_not_give_is_refused(name: str) -> None:
    assert refusal(name, Unreadable("an error of a formula")) == "holds an error of a formula"


@pytest.mark.parametrize("cell", ["yes", "YES", "true", "1", "是", "ｙｅｓ", True, 1])
def test_the_words_for_yes(cell: object) -> None:
    assert fact("vendor.processes_pi", cell) is True


@pytest.mark.parametrize("cell", ["no", "No", "false", "0", "否", False, 0])
def test_the_words_for_no(cell: object) -> None:
    assert fact("vendor.processes_pi", cell) is False


@pytest.mark.parametrize("cell", ["y", "none", "无", "maybe", "2", 2, 0.5, ["yes"], date(2026, 3, 1)])
def test_nothing_else_is_a_boolean(cell: object) -> None:
    refusal("vendor.processes_pi", cell)


DAYS = (
    *("2026-03-01", "2026/3/1", "2026/03/01", "2026年3月1日", "２０２６/３/１", " 2026-03-01 ", "20260301", 20260301),
    *(46_082, 46_082.75),  # what a spreadsheet counts, where the cell was never made a date
    *(date(2026, 3, 1), datetime(2026, 3, 1, 10, 30), "2026-03-01 10:30", "2026-02-28T17:00:00Z"),
)
NO_DAYS = (
    *("03/04/2026", "1/3/2026", "2026-3-1", "20261301", "46082", 19_999, 80_000, 2026, "2026-02-30", "2026/13/1"),
    *("March 2026", "2026.3.1", "26/3/1", "none", "无", "never", "2026-03-01 25:00", True, ["2026-03-01"]),
    "9999-12-31T23:00:00Z",
)


@pytest.mark.parametrize("cell", DAYS)
def test_days_are_read_in_the_four_forms(cell: object) -> None:
    assert fact("access_review.performed_at", cell) == "2026-03-01"


@pytest.mark.parametrize("cell", NO_DAYS)
def test_any_other_day_is_refused_and_not_guessed(cell: object) -> None:
    assert refusal("access_review.performed_at", cell).startswith("is no day; write 2026-03-01")


@given(st.dates(min_value=date(1900, 1, 1)))
def test_the_three_forms_of_a_day_are_one_day(day: date) -> None:
    forms = (
        day.isoformat(),
        f"{day.year}/{day.month}/{day.day}",
        f"{day.year}年{day.month}月{day.day}日",
        day,
    )
    assert {fact("access_review.performed_at", form) for form in forms} == {day.isoformat()}


@pytest.mark.parametrize(
    ("cell", "moment"),
    [
        ("2026-03-01 10:30", "2026-03-01T10:30:00+08:00"),
        ("2026/3/1 9:05", "2026-03-01T09:05:00+08:00"),
        ("2026年3月1日 9:05:30", "2026-03-01T09:05:30+08:00"),
        ("2026-03-01T10:30:00Z", "2026-03-01T10:30:00+00:00"),
        ("2026-03-01T10:30:00.5+0200", "2026-03-01T10:30:00+02:00"),
        (datetime(2026, 3, 1, 10, 30), "2026-03-01T10:30:00+08:00"),
        (date(2026, 3, 1), "2026-03-01"),
    ],
)
def test_a_moment_without_offset_is_one_of_the_estate(cell: object, moment: str) -> None:
    assert fact("incident.detected_at", cell) == moment


def test_an_hour_that_the_clock_has_twice_is_refused() -> None:
    message = refusal("incident.detected_at", "2026-11-01 01:30", ZoneInfo("America/New_York"))
    assert message.startswith("is an hour that America/New_York has twice")


@pytest.mark.parametrize(
    ("name", "cell", "word"),
    [
        ("vendor.relationship_end_date", "无", "none"),
        ("vendor.relationship_end_date", "None", "none"),
        ("vendor.due_diligence_at", "从未", "never"),
        ("vendor_contract.effective_to", "长期", "open_ended"),
        ("vendor_contract.effective_to", "Open-ended", "open_ended"),
        ("data_share.ends_at", "一次性", "one_off"),
        ("incident.occurred_at", "不详", "unknown"),
        ("audit.auditor_staff_id", "外部", "external"),
        ("vendor.owner_staff_id", "无", "none"),
        ("vendor.incident_contact", "没有", "none"),
        ("retention_rule.max_days", "无", "none"),
        ("vendor_contract.breach_notice_hours", "未约定", "unstated"),
    ],
)
def test_the_words_that_are_facts_of_their_own(name: str, cell: str, word: str) -> None:
    assert fact(name, cell) == word


@pytest.mark.parametrize(
    ("name", "cell", "known"),
    [
        ("vendor.due_diligence_at", "无", "(never)"),
        ("vendor.relationship_end_date", "从未", "(none)"),
        ("vendor.open_findings_overdue", "none", "is no whole number"),
        ("vendor_contract.breach_notice_hours", "soon", "(none, unstated)"),
    ],
)
def test_a_word_that_the_field_does_not_take_is_refused_with_those_it_takes(name: str, cell: str, known: str) -> None:
    assert known in refusal(name, cell)


@pytest.mark.parametrize("cell", ["72", "+72", "７２", 72])
def test_whole_numbers_are_digits(cell: object) -> None:
    assert fact("vendor_contract.breach_notice_hours", cell) == 72


@pytest.mark.parametrize("cell", ["1,000", "1 000", "72h", "72小时", "5.0", 5.5, "1e3", "9" * 16, True, "0x10"])
def test_separators_units_and_fractions_are_no_whole_number(cell: object) -> None:
    refusal("vendor.open_findings_overdue", cell)


@pytest.mark.parametrize(("cell", "number"), [("95", 95), ("95.5%", 95.5), ("0.5%", 0.5), (0, 0), (99.5, 99.5)])
def test_percentages_are_of_a_hundred(cell: object, number: float) -> None:
    assert fact("security_tool.coverage_percent", cell) == number


@pytest.mark.parametrize("cell", [0.95, "0.95", 1, "1"])
def test_what_may_be_a_share_or_a_percentage_is_refused(cell: object) -> None:
    assert refusal("security_tool.coverage_percent", cell).startswith("may be a share")


@pytest.mark.parametrize(
    ("name", "cell", "value"),
    [
        ("vendor.kind", "Outsourced staff", "outsourced_staff"),
        ("vendor.kind", "人员外包", "outsourced_staff"),
        ("vendor.status", "合作中", "active"),
        ("staff_member.status", "休假", "leave"),
        ("incident.severity", "特别重大", "extra_major"),
        ("vulnerability.severity", "高", "high"),
        ("regulatory_item.applies", "是", "yes"),
        ("database_instance.tls_min_version", 1, "1.0"),
        ("database_instance.tls_min_version", 1.2, "1.2"),
        ("database_role.password_method", "SCRAM-SHA-256", "scram-sha-256"),
        ("data_asset.level", "无", "none"),
    ],
)
def test_enumerations_take_their_values_and_their_chinese_words(name: str, cell: object, value: str) -> None:
    assert fact(name, cell) == value


def test_a_value_outside_its_enumeration_is_refused_without_being_repeated() -> None:
    message = refusal("vendor.status", "hunter2")
    assert message == "is none of the values that the field takes (active, offboarding, ended)"


@pytest.mark.parametrize(
    ("name", "cell", "items"),
    [
        (
            "vendor.data_levels",
            "个人信息；敏感个人信息、personal; important",
            ["personal", "sensitive", "important"],
        ),
        ("vendor.data_levels", ["personal", "重要数据"], ["personal", "important"]),
        ("vendor.data_levels", "无", ["none"]),
        ("vendor.cloud_account_ids", "无", []),
        ("vendor.cloud_account_ids", "none", []),
        ("vendor.cloud_account_ids", [], []),
        ("vendor.cloud_account_ids", 210987654321, ["210987654321"]),
        ("vendor.cloud_account_ids", [210987654321, "012345678901"], ["210987654321", "012345678901"]),
        ("access_review.scope_ids", "全部", ["all"]),
        ("log_source.account_ids", "全部", ["all"]),
        ("vendor.cloud_account_ids", "a,b; c ;", ["a,b", "c"]),
    ],
)
def test_lists_are_split_at_semicolons_and_the_chinese_comma_alone(name: str, cell: object, items: list[str]) -> None:
    assert fact(name, cell) == items


@pytest.mark.parametrize(
    "cell", ["personal; secret-4711", "personal\nsensitive", ["personal", ["x"]], ["personal", None]]
)
def test_one_bad_item_costs_the_whole_list(cell: object) -> None:
    assert "4711" not in refusal("vendor.data_levels", cell)


def test_pairs_are_written_with_equals_signs() -> None:
    assert fact("data_asset.bucket_prefixes", "b1=crm/; b2=") == {"b1": "crm/", "b2": ""}
    assert fact("data_asset.bucket_prefixes", {"b1": "crm/"}) == {"b1": "crm/"}
    refusal("data_asset.bucket_prefixes", "b1")
    refusal("data_asset.bucket_prefixes", "b1=x; b1=y")


@pytest.mark.parametrize(
    ("cell", "text"),
    [(" 张三 ", "张三"), (13800138000, "13800138000"), (1.5, "1.5"), ("１２", "１２"), ("a\nb", "a\nb")],
)
def test_text_is_kept_as_it_stands(cell: object, text: str) -> None:
    assert fact("vendor.incident_contact", cell) == text


@pytest.mark.parametrize(
    "cell",
    [
        True,
        date(2026, 3, 1),
        1.2345678901234568e18,
        ["a"],
        {"a": 1},
        "a\x00b",
        "a\x1bb",
        "\ud800",
        "x" * 10_001,
    ],
)
def test_what_is_not_certainly_text_is_refused(cell: object) -> None:
    refusal("vendor.incident_contact", cell)


CELLS = st.one_of(
    st.text(),
    st.text(alphabet="0123456789-/年月日:TZ+.,;；、%=是否无从未 ", max_size=30),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.none(),
    st.lists(st.text(max_size=5), max_size=4),
    st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=3),
)
FIELDS = [(kind, name) for kind, found in KINDS.items() for name in found]


def outcome(field: fields.Field, cell: object) -> tuple[object, str]:
    """Return the fact, or the words of the refusal."""
    try:
        return facts.read(field, cell, ZONE), ""
    except BadCell as refused:
        return None, str(refused)


@given(st.sampled_from(FIELDS), CELLS)
def test_every_fact_fits_its_schema_and_every_refusal_is_one_line(where: tuple[str, str], cell: object) -> None:
    field = KINDS[where[0]][where[1]]
    found, line = outcome(field, cell)
    assert found is None or field.fits(found)
    assert "\n" not in line
    assert len(line) < 400


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=12))
def test_no_refusal_repeats_the_cell(text: str) -> None:
    _, line = outcome(KINDS["vendor"]["status"], text)
    assert text not in line
