"""Names of entries in one spelling, and times in theirs."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from assay.derive import Missing
from collectors.ldap import moments, names


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("CN=Li Si , OU=Staff,DC=corp", "cn=li si,ou=staff,dc=corp"),
        (r"CN=Li\, Si,DC=corp", r"cn=li\, si,dc=corp"),
        (r"CN=Li\2C Si,DC=corp", r"cn=li\, si,dc=corp"),
        (r"CN=a\\,DC=corp", r"cn=a\\,dc=corp"),
        (r"CN=a\+b\=c,DC=corp", r"cn=a\+b=c,dc=corp"),
        ("CN=a+UID=b,DC=corp", "cn=a+uid=b,dc=corp"),
        (r"CN=\#1,DC=corp", r"cn=\#1,dc=corp"),
        (r"CN=\E5\BC\A0,DC=corp", "cn=张,dc=corp"),
        ("", ""),
    ],
)
def test_a_name_has_one_spelling_that_a_server_reads_too(written: str, folded: str) -> None:
    assert names.folded(written) == folded
    assert names.folded(folded) == folded


@pytest.mark.parametrize(
    ("ticks", "found"),
    [("0", None), (str(2**63 - 1), None), ("116444736000000000", datetime(1970, 1, 1, tzinfo=UTC))],
)
def test_ticks_are_a_time_or_never(ticks: str, found: datetime | None) -> None:
    assert moments.ticks(ticks) == found


@pytest.mark.parametrize("ticks", ["-1", "", "１２", "1e9", str(2**63 - 2), "9" * 30])
def test_ticks_that_are_no_time_are_corrupt(ticks: str) -> None:
    assert moments.ticks(ticks) == Missing("corrupt", "is no time")


def test_a_day_of_unix_is_counted_from_1970_and_a_negative_one_is_never() -> None:
    assert moments.shadow_day("20000") == datetime(2024, 10, 4, tzinfo=UTC)
    assert moments.shadow_day("-1") is None
    assert moments.shadow_day("soon") == moments.shadow_day("9" * 12) == Missing("corrupt", "is no time")
