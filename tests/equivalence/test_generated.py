"""Estates at random, in ways of writing at random: the same verdict, severity and reason in all formats."""

from __future__ import annotations

from equivalence.formats import HCL, PLAN, TEMPLATE, by_hcl, by_plan, by_template
from equivalence.generated import ENDINGS, ESTATES, STYLES, can_be_written
from equivalence.model import Estate
from equivalence.permitted import differences
from equivalence.terraform.terms import Style
from hypothesis import HealthCheck, Phase, assume, given, settings


# Without shrinking, which would judge hundreds of estates: a failure names the things that differ anyway.
@settings(
    max_examples=8,
    derandomize=True,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(estate=ESTATES, style=STYLES, ending=ENDINGS)
def test_all_formats_give_the_same_verdicts(estate: Estate, style: Style, ending: str) -> None:
    assume(can_be_written(estate, style))
    first = by_template(estate, ending)
    as_hcl = by_hcl(estate, style)
    assert not list(differences(estate, as_hcl, first, TEMPLATE))
    assert not list(differences(estate, as_hcl, by_plan(estate, style), PLAN, style))
    assert not list(differences(estate, as_hcl, by_hcl(estate, Style()), HCL))
