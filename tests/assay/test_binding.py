"""A slip in a pack: told in one line with its place and the name that was meant, before anything is judged."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.widgets import SIZED, SmallPack

from assay.errors import UsageError

SLIPS: dict[str, tuple[Callable[[SmallPack], object], str]] = {
    "a policy that does not parse": (
        lambda pack: pack.policy("widgets.size", "\n_verdict(w, _) := := 3\n"),
        "^pack/policies/widgets/size/size.rego:7: expecting expression$",
    ),
    "a policy that calls what is not there": (
        lambda pack: pack.policy("widgets.size", SIZED.replace("verdict.unknown", "verdict.unknwon")),
        "pack/policies/widgets/size/size.rego:15: the chain must end in",
    ),
    "a helper that is not there": (
        lambda pack: pack.policy("widgets.size", SIZED.replace("verdict.fail", "verdict.fial")),
        "pack/policies/widgets/size/size.rego:7: lib.verdict: unknown name 'fial'; did you mean 'fail'",
    ),
    "a library that is not there": (
        lambda pack: pack.policy("widgets.size", imports=("data.lib.verdict", "data.lib.verdcit")),
        "pack/policies/widgets/size/size.rego:1: unknown library 'lib.verdcit'; did you mean 'lib.verdict'",
    ),
    "a check that is no YAML": (
        lambda pack: pack.write("checks/widgets/WID-01.2.yaml", "id: [\n"),
        "checks/widgets/WID-01.2.yaml:2:1: ",
    ),
    "a check with an unknown key": (
        lambda pack: pack.check("WID-01.2", severty="low"),
        "checks/widgets/WID-01.2.yaml: severty: unknown key 'severty'; did you mean 'severity'",
    ),
    "a check in a file of another name": (
        lambda pack: pack.check("WID-01.2").rename(pack.root / "checks/widgets/other.yaml"),
        "holds the check WID-01.2; name the file WID-01.2.yaml",
    ),
    "a check of an unknown policy": (
        lambda pack: pack.check("WID-01.2", "widgets.sise"),
        "check WID-01.2: unknown policy 'widgets.sise'; did you mean 'widgets.size'",
    ),
    "a check of a library": (
        lambda pack: pack.check("WID-01.2", "lib.verdict"),
        "check WID-01.2: unknown policy 'lib.verdict'",
    ),
    "a check of an unknown kind": (
        lambda pack: pack.check("WID-01.2", kind="wigdet"),
        "check WID-01.2: unknown kind 'wigdet'; did you mean 'widget'",
    ),
    "a check of an unknown control": (
        lambda pack: pack.check("WID-01.2", control="WID-1"),
        "check WID-01.2: unknown control 'WID-1'; did you mean 'WID-01'",
    ),
    "a join to an unknown kind": (
        lambda pack: pack.check("WID-01.2", related=[{"kind": "persn", "by": "owner_id"}]),
        "check WID-01.2: unknown kind 'persn'; did you mean 'person'",
    ),
    "a join by an unknown field": (
        lambda pack: pack.check("WID-01.2", related=[{"kind": "person", "by": "owner"}]),
        "check WID-01.2: related person: unknown field of widget 'owner'; did you mean 'owner_id'",
    ),
    "a join of an unknown field": (
        lambda pack: pack.check("WID-01.2", related=[{"kind": "person", "of": "widget_id"}]),
        "check WID-01.2: related person: unknown field of person 'widget_id'; did you mean 'widget_ids'",
    ),
    "a join of an unknown value": (
        lambda pack: pack.check("WID-01.2", related=[{"kind": "person", "of": "email", "value": "mail"}]),
        "check WID-01.2: related person: unknown field of widget 'mail'; did you mean 'email'",
    ),
    "a join from a kind that no step reached": (
        lambda pack: pack.check("WID-01.2", related=[{"kind": "widget", "from": "person", "of": "owner_id"}]),
        "check WID-01.2: related widget: from: unknown kind reached before 'person'",
    ),
    "a severity by an unknown field": (
        lambda pack: pack.check("WID-01.2", severity_when=[{"field": "colr", "in": ["red"], "severity": "low"}]),
        "check WID-01.2: severity_when: unknown field 'colr'; did you mean 'color'",
    ),
    "a policy without words": (
        lambda pack: (pack.root / "policies/widgets/size/messages.yaml").unlink(),
        "check WID-01.1: the policy widgets.size has no messages.yaml",
    ),
    "words in one language": (
        lambda pack: pack.write("policies/widgets/size/messages.yaml", '{"pass": {"en": "x"}}'),
        "size/messages.yaml: pass: 'zh-CN' is a required property",
    ),
    "a profile with an unknown parameter": (
        lambda pack: pack.write("checks/profiles/p.yaml", '{"parameters": {"WID-01.1": {"mots": 1}}}'),
        "profile p: WID-01.1: unknown parameter 'mots'; did you mean 'most'",
    ),
}


@pytest.mark.parametrize(("slip", "told"), SLIPS.values(), ids=SLIPS.keys())
def test_a_slip_is_told_in_one_line_with_its_place(
    pack: SmallPack, slip: Callable[[SmallPack], object], told: str
) -> None:
    slip(pack)
    with pytest.raises(UsageError, match=told) as found:
        pack.content()
    assert found.value.exit_code == 2
    assert len(str(found.value).splitlines()) == 1


def test_a_profile_may_speak_of_checks_of_another_pack(pack: SmallPack) -> None:
    pack.write("checks/profiles/p.yaml", '{"parameters": {"OTH-01.1": {"days": 1}}}')
    assert pack.content().catalogue.profiles["p"] == {"OTH-01.1": {"days": 1}}
