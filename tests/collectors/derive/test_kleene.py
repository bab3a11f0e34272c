"""Three-valued logic."""

from __future__ import annotations

import pytest

from collectors.derive.kleene import all_of, any_of


@pytest.mark.parametrize(
    ("values", "found"),
    [((), True), ((True, True), True), ((True, None), None), ((None, False), False), ((True, False), False)],
)
def test_one_that_does_not_hold_decides_all(values: tuple[bool | None, ...], found: bool | None) -> None:
    assert all_of(*values) is found


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ((), False),
        ((False, False), False),
        ((False, None), None),
        ((None, True), True),
        ((False, True), True),
    ],
)
def test_one_that_holds_decides_any(values: tuple[bool | None, ...], found: bool | None) -> None:
    assert any_of(*values) is found
