"""Every option, once: the same verdict, severity and reason as plan, as HCL and as template."""

from __future__ import annotations

import pytest
from equivalence.formats import HCL, PLAN, TEMPLATE, by_hcl, by_plan, by_template
from equivalence.permitted import differences
from equivalence.table import TABLE, named
from equivalence.terraform.terms import Style

SPLIT = Style()
INLINE = Style(inline=True, policies="encoded")


@pytest.mark.parametrize("sort", TABLE)
def test_all_formats_give_the_same_verdicts(sort: str) -> None:
    estate = named(TABLE[sort])
    first = by_hcl(estate, SPLIT)
    assert {name for _, name in first} == set(estate)
    assert not list(differences(estate, first, by_plan(estate, SPLIT), PLAN, SPLIT))
    assert not list(differences(estate, first, by_plan(estate, INLINE), PLAN, INLINE))
    assert not list(differences(estate, first, by_hcl(estate, INLINE), HCL, INLINE))
    if sort != "snapshots":  # of which templates know nothing
        assert not list(differences(estate, first, by_template(estate, "yml"), TEMPLATE))
