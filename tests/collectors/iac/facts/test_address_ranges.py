"""Which ranges of addresses let everybody in."""

from __future__ import annotations

import pytest

from collectors.iac.facts.address_ranges import is_everybody


@pytest.mark.parametrize(
    "ranges",
    [
        ["0.0.0.0/0"],
        ["::/0"],
        ["::0/0"],
        ["2000::/3"],
        ["0.0.0.0/1", "128.0.0.0/1"],
        ["0.0.0.0/1", "128.0.0.0/2", "192.0.0.0/3"],
        ["::/1", "8000::/1"],
        ["10.0.0.0/8", "0.0.0.0/0"],
    ],
)
def test_ranges_that_together_hold_all_public_addresses_are_everybody(ranges: list[str]) -> None:
    assert is_everybody(ranges)


@pytest.mark.parametrize("ranges", [[], ["10.0.0.0/8"], ["0.0.0.0/1"], ["128.0.0.0/1"], ["2001:db8::/32"], ["office"]])
def test_other_ranges_are_not(ranges: list[str]) -> None:
    assert not is_everybody(ranges)
