"""Every policy is asked about a resource of which nothing is known, and none may pass it."""

from __future__ import annotations

from support.judging import content
from support.widgets import SIZED, SmallPack

from assay.engines.choice import build
from assay.engines.protocol import PolicyEngine
from assay.judging.plan import EngineChoice
from assay.silence import broken

VACUOUS = SIZED.replace(
    "widget.size <= input.parameters.most",
    'count([part | some part in widget.part_ids; part == "bad"]) == 0',
).replace('"actual": widget.size}]) if {\n\tcount', '"expected": "none bad"}]) if {\n\tcount')


def test_no_policy_of_the_bundled_pack_makes_a_pass_out_of_nothing(embedded: PolicyEngine) -> None:
    assert list(broken(content(), embedded)) == []


def test_a_policy_that_does_is_told(pack: SmallPack) -> None:
    pack.policy("widgets.vacuous", VACUOUS)
    pack.check("WID-01.2", "widgets.vacuous")
    own = pack.content()
    parameters = {check.id: check.parameters for check in own.catalogue.checks.values()}
    engine = build(EngineChoice(), own.modules, parameters)
    found = list(broken(own, engine))
    engine.close()
    assert found == ["WID-01.2: widgets.vacuous passes a resource of which nothing is known"]
