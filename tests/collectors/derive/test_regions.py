"""Where a region lies."""

from __future__ import annotations

from typing import Any

import pytest
from support.fake_view import FakeView

from assay.derive import Missing
from collectors.derive.regions import country

VIEW = FakeView({}, {})


@pytest.mark.parametrize(("region", "code"), [("cn-north-1", "CN"), ("ap-east-1", "HK"), ("eu-west-2", "GB")])
def test_a_region_lies_in_its_country(region: str, code: str) -> None:
    assert country({"region": region}, VIEW) == code


def test_a_region_that_the_table_lacks_is_unread() -> None:
    assert country({"region": "moon-1"}, VIEW) == Missing("unsupported")


def test_no_region_is_unread_for_its_own_reason() -> None:
    store: dict[str, Any] = {"unread": [{"field": "region", "reason": "denied", "operation": "GetBucketLocation"}]}
    assert country(store, VIEW) == Missing("denied", "GetBucketLocation")
