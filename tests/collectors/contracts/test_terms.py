"""Numbers, lengths of time and days are read as a person reads them, or not at all."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectors.contracts.reading.folding import plain
from collectors.contracts.terms import days
from collectors.contracts.terms.durations import durations
from collectors.contracts.terms.numerals import whole

_DIGITS = "零一二三四五六七八九"


def _chinese(number: int) -> str:
    """Write a number below a thousand as contracts do."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_DIGITS[hundreds]}百" if hundreds else ""
    text += f"{_DIGITS[tens]}十" if tens else "零" if hundreds and ones else ""
    return (text + (_DIGITS[ones] if ones else "")).removeprefix("一" if 10 <= number < 20 else " ")


@given(st.integers(1, 999))
def test_chinese_numerals_are_read_back(number: int) -> None:
    assert whole(_chinese(number)) == number


@given(st.integers(1, 999), st.sampled_from(["日", "天", "个工作日", "小时", "个月", "年"]))
def test_a_length_is_the_same_in_figures_and_in_numerals(number: int, unit: str) -> None:
    figures, numerals = (durations(plain(f"应当在{text}{unit}内完成")) for text in (str(number), _chinese(number)))
    assert list(map(str, figures)) == [str(numerals[0])]


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("应当在三十日内删除", ["30 days"]),
        ("不少于六个月", ["6 months"]),
        ("５个工作日", ["5 working_days"]),
        ("贰拾肆小时", ["24 hours"]),
        ("叁拾（30）日", ["30 days"]),
        ("第十五日内删除", ["15 days"]),
        ("半年", ["6 months"]),
        ("两周", ["14 days"]),
        ("thirty (30) days' notice", ["30 days"]),
        ("within forty-eight hours", ["48 hours"]),
        ("one hundred and twenty days", ["120 days"]),
        ("three months' prior notice", ["3 months"]),
        ("one (1) Business Day", ["1 working_day"]),
        ("a 72-hour limit", ["72 hours"]),
        ("半个工作日内", ["12 hours"]),
        ("一年半", ["18 months"]),
        ("一个半月内", ["45 days"]),
        ("六个半小时", ["7 hours"]),
        ("within a fortnight", ["14 days"]),
        ("within half a year", ["6 months"]),
        ("one and a half days", ["36 hours"]),
        ("not later than the thirtieth day after the end", ["30 days"]),
        ("by the 5th business day following the end", ["5 working_days"]),
        ("on the first day after a holiday", []),
        ("24/48 hours", ["48 hours"]),
        ("每年检查一次", []),
        ("寄出后第三日视为送达", []),
        ("自2026年3月1日起", []),
        ("2024年度报告", []),
    ],
)
def test_lengths_of_time(text: str, lengths: list[str]) -> None:
    assert [str(found) for found in durations(plain(text))] == lengths


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_a_day_is_read_back_however_it_is_written(day: date) -> None:
    month = day.strftime("%B")
    forms = [
        f"{day.year}年{day.month}月{day.day}日",
        f"{''.join(_DIGITS[int(digit)] for digit in str(day.year))}年{_chinese(day.month)}月{_chinese(day.day)}日",
        day.isoformat(),
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"the {day.day}th day of {month}, {day.year}",
        f"{day.day}-{month[:3]}-{day.year}",
    ]
    assert [[found.day for found in days.named(f"自{form}起")] for form in map(plain, forms)] == [[day]] * len(forms)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("the Nineteenth day of May Two thousand and twenty-five", date(2025, 5, 19)),
        ("twenty-second day of June, 2026", date(2026, 6, 22)),
        ("the first of March 2026", date(2026, 3, 1)),
        ("March the 3rd, 2025", date(2025, 3, 3)),
        ("21/03/2025", date(2025, 3, 21)),
        ("3/26/2025", date(2025, 3, 26)),
        ("26.03.2025", date(2025, 3, 26)),
        ("二○二五年三月二十日", date(2025, 3, 20)),
    ],
)
def test_a_day_in_words_or_of_one_possible_order_is_read(text: str, day: date) -> None:
    assert [found.day for found in days.named(plain(text))] == [day]


@pytest.mark.parametrize("text", ["03/04/2025", "13/14/2025", "2026-02-30", "31 June 2026", "2026年3月"])
def test_a_day_that_is_none_or_could_be_two_is_not_read(text: str) -> None:
    assert days.named(text) == []


@pytest.mark.parametrize(
    ("start", "number", "unit", "last"),
    [
        (date(2026, 3, 1), 3, "years", date(2029, 2, 28)),
        (date(2024, 12, 30), 2, "years", date(2026, 12, 29)),
        (date(2026, 1, 31), 1, "months", date(2026, 2, 28)),
        (date(2025, 12, 31), 2, "months", date(2026, 2, 28)),
        (date(2026, 1, 1), 30, "days", date(2026, 1, 30)),
    ],
)
def test_a_term_ends_the_day_before_its_day_comes_again(start: date, number: int, unit: str, last: date) -> None:
    assert days.after(start, number, unit) == last


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(1, 60))
def test_a_term_of_months_is_never_longer_than_they_can_be(start: date, months: int) -> None:
    assert timedelta(27 * months) <= days.after(start, months, "months") - start <= timedelta(31 * months)
