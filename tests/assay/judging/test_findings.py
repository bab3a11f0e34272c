"""What a finding says: the reason in words, the facts with their basis, and what could not be read."""

from __future__ import annotations

import json
from pathlib import Path

from support.audits import findings_of
from support.widgets import SIZED, SmallPack, resource, snapshot

from assay.collector import Resource
from assay.loading import Content

GIVEN = [resource("a", size=1), resource("b", size=20, color="red"), resource("c", unread={"size": "denied"})]


def test_a_finding_says_what_it_rests_on(tmp_path: Path, widgets: Content) -> None:
    passed, failed, unknown = findings_of(snapshot(tmp_path / "s", widgets, {"widget": GIVEN}), widgets)
    assert passed["evidence"] == [{"field": "/size", "actual": 1, "basis": "observed"}]
    assert (failed["verdict"], failed["severity"], failed["disposition"]) == ("fail", "high", "open")
    assert (failed["control"], failed["source"], failed["collected_at"]) == ("WID-01", "shop", "2026-11-21T04:00:00Z")
    assert failed["reason"] == {"en": "too_big", "zh-CN": "too_big (中文)"}
    assert unknown["verdict"] == "unknown"
    assert unknown["evidence"] == [{"field": "/size", "unread": "denied", "operation": "a:Read"}]


def test_fingerprints_follow_check_and_resource_alone(tmp_path: Path, pack: SmallPack) -> None:
    content = pack.content()
    first = findings_of(snapshot(tmp_path / "1", content, {"widget": GIVEN}), content)
    changed = [resource("c", size=3), resource("a", size=99), resource("d")]
    pack.check("WID-01.1", severity="low")
    content = pack.content()
    second = findings_of(snapshot(tmp_path / "2", content, {"widget": changed}), content)
    prints = [{item["resource"]: item["fingerprint"] for item in found} for found in (first, second)]
    assert prints[0]["a"] == prints[1]["a"]
    assert prints[0]["c"] == prints[1]["c"]
    assert len({*prints[0].values(), *prints[1].values()}) == 4


def test_the_first_severity_whose_conditions_hold_is_taken(tmp_path: Path, pack: SmallPack) -> None:
    red = {"field": "color", "in": ["red"]}
    big = {"field": "size", "in": [20, 30]}
    rules = [{"all": [red, big], "severity": "critical"}, {**red, "severity": "medium"}]
    pack.check("WID-01.1", severity="low", severity_when=rules)
    given = [*GIVEN, resource("d", color="red"), resource("e", size=20)]
    content = pack.content()
    findings = findings_of(snapshot(tmp_path / "s", content, {"widget": given}), content)
    severities = {finding["resource"]: finding["severity"] for finding in findings}
    assert severities == {"a": "low", "b": "critical", "c": "low", "d": "medium", "e": "low"}


def _reason(pack: SmallPack, text: str, made: Resource) -> str:
    """Return the words of a finding whose policy has these for a widget that is too big."""
    words = {code: {"en": text, "zh-CN": text} for code in ("pass", "size_unread", "too_big")}
    pack.write("policies/widgets/size/messages.yaml", json.dumps(words))
    content = pack.content()
    taken = snapshot(pack.root.parent / "s", content, {"widget": [made]})
    return str(findings_of(taken, content)[0]["reason"]["en"])


def test_words_are_filled_from_the_evidence(pack: SmallPack) -> None:
    pack.policy("widgets.size", SIZED.replace("widget.size}", 'widget.size, "expected": input.parameters.most}'))
    text = "size {size}, at most {size.expected}, {nothing} and {size}"
    assert _reason(pack, text, resource("a", size=20)) == "size 20, at most 10, {nothing} and 20"


def test_a_placeholder_in_a_fact_is_not_filled_again(pack: SmallPack) -> None:
    body = SIZED.replace("/size", "/email").replace("widget.size}", "widget.email}")
    for proof in ("widget.size >", "widget.size <="):
        body = body.replace(proof, f"is_string(widget.email)\n\t{proof}")
    pack.policy("widgets.size", body)
    assert _reason(pack, "of {email}", resource("a", size=20, email="{email.expected}")) == "of {email.expected}"


OWNED = """
_verdict(widget, _) := verdict.fail("too_big", evidence) if {
	person := input.related.person[widget.owner_id]
	person.level > 3
	evidence := [
		{"field": sprintf("/person/%s/level", [person.id]), "actual": person.level},
		{"field": "/owner_id", "actual": widget.owner_id},
		{"field": "/half", "actual": widget.half},
	]
}

else := verdict.unknown("size_unread")
"""


def test_evidence_says_on_what_each_fact_rests(tmp_path: Path, pack: SmallPack) -> None:
    fields = {"owner_id": {"type": "string", "x-ref": ["person"]}, "half": {"type": "integer", "x-derived": True}}
    pack.kind("widget", fields)
    made = "from assay.derive import Derivation\n\nDERIVED = {'half': Derivation(lambda record, view: 2)}\n"
    pack.derive("widget", made)
    pack.policy("widgets.size", OWNED)
    pack.check("WID-01.1", related=[{"kind": "person", "by": "owner_id"}])
    content = pack.content()
    owned = resource("w", owner_id="a/b/p")
    owned.basis["owner_id"] = "provider_default"
    taken = snapshot(tmp_path / "s", content, {"widget": [owned], "person": [resource("a/b/p", level=4)]})
    (finding,) = findings_of(taken, content)
    assert finding["verdict"] == "fail"
    assert [(item["field"], item["basis"]) for item in finding["evidence"]] == [
        ("/person/a/b/p/level", "observed"),
        ("/owner_id", "provider_default"),
        ("/half", "derived"),
    ]


def test_an_unknown_lists_what_was_unread_of_related_records_and_kinds(tmp_path: Path, pack: SmallPack) -> None:
    pack.policy("widgets.size", OWNED.replace("widget.half", "widget.owner_id"))
    pack.check("WID-01.1", related=[{"kind": "person", "by": "owner_id"}])
    content = pack.content()
    people = [resource("p", unread={"level": "timeout"})]
    given = {"widget": [resource("w", owner_id="p")], "person": people}
    (finding,) = findings_of(snapshot(tmp_path / "s", content, given, ["person"]), content)
    assert finding["evidence"] == [
        {"field": "/person/p/level", "unread": "timeout", "operation": "a:Read"},
        {"field": "/person", "unread": "denied", "operation": "a:List"},
    ]


NOTED = """
_verdict(widget, _) := verdict.fail("too_big", []) if {
	widget.size > input.parameters.most
	widget.noted > 1
}

else := verdict.unknown("size_unread")
"""


def test_an_unknown_does_not_list_what_a_program_notes_beside_the_facts(tmp_path: Path, pack: SmallPack) -> None:
    pack.kind("widget", {"size": {"type": "integer"}, "noted": {"type": "integer", "x-detected": True}})
    pack.policy("widgets.size", NOTED)
    pack.check("WID-01.1")
    content = pack.content()
    (finding,) = findings_of(snapshot(tmp_path / "s", content, {"widget": [resource("w")]}), content)
    assert [item["field"] for item in finding["evidence"]] == ["/size"]


LINKED = """
_verdict(widget, _) := verdict.fail("too_big", []) if count(input.links.person[widget.id]) > 9

else := verdict.unknown("size_unread")
"""


def test_an_unknown_names_the_records_that_may_be_anybodys(tmp_path: Path, pack: SmallPack) -> None:
    made = (
        "from assay.derive import Derivation, Missing\n\nDERIVED = {'boss_id': Derivation(lambda p, view: Missing())}\n"
    )
    pack.derive("person", made)
    pack.policy("widgets.size", LINKED)
    pack.check("WID-01.1", related=[{"kind": "person", "of": "boss_id"}])
    content = pack.content()
    given = {"widget": [resource("w")], "person": [resource(name) for name in "abcde"]}
    (finding,) = findings_of(snapshot(tmp_path / "s", content, given), content)
    assert finding["evidence"] == [
        {"field": "/person", "unread": "partial", "operation": "to whom it belongs is not known of a, b, c and 2 more"}
    ]
