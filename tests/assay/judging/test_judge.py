"""Every pair of check and resource is answered once; a policy that misbehaves costs its own answers, no others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.engines import SetEngine, answer
from support.widgets import SIZED, SmallPack, judging, resource, snapshot

from assay.audit import Options, audit
from assay.codec import decode
from assay.engines.protocol import Answers, Failure
from assay.errors import AssayError, SnapshotError
from assay.loading import Content
from assay.selection import Selection
from assay.snapshot.reader import Snapshot

GIVEN = [resource("a", size=1), resource("b", size=20, color="red"), resource("c", unread={"size": "denied"})]


def _lines(taken: Snapshot, content: Content, **selection: Any) -> list[bytes]:
    with audit(taken, content, Options(Selection(**selection))) as run:
        return list(run.raw())


def _findings(lines: list[bytes], check: str) -> list[dict[str, Any]]:
    return [finding for finding in map(decode, lines) if finding["check"] == check]


def test_every_pair_is_answered_once_and_in_order(tmp_path: Path, pack: SmallPack) -> None:
    for number in (2, 3):
        pack.check(f"WID-01.{number}")
    pack.check("PEO-01.1", kind="person", policy="widgets.size")
    content = pack.content()
    people = [resource(f"p{number:03}") for number in range(260)]
    taken = snapshot(tmp_path / "s", content, {"widget": reversed(GIVEN), "person": people})
    pairs = [(finding["kind"], finding["resource"], finding["check"]) for finding in map(decode, _lines(taken, content))]
    assert pairs == sorted(pairs)
    assert set(Counter(pairs).values()) == {1}
    assert len(pairs) == 3 * 3 + 260


def test_a_finding_says_what_it_rests_on(tmp_path: Path, widgets: Content) -> None:
    passed, failed, unknown = _findings(_lines(snapshot(tmp_path / "s", widgets, {"widget": GIVEN}), widgets), "WID-01.1")
    assert passed["evidence"] == [{"field": "/size", "actual": 1, "basis": "observed"}]
    assert (failed["verdict"], failed["severity"], failed["disposition"]) == ("fail", "high", "open")
    assert (failed["control"], failed["source"], failed["collected_at"]) == ("WID-01", "shop", "2026-11-21T04:00:00Z")
    assert failed["reason"] == {"en": "too_big", "zh-CN": "too_big (中文)"}
    assert unknown["verdict"] == "unknown"
    assert unknown["evidence"] == [{"field": "/size", "unread": "denied", "operation": "a:Read"}]


def test_fingerprints_follow_check_and_resource_alone(tmp_path: Path, pack: SmallPack) -> None:
    content = pack.content()
    first = _lines(snapshot(tmp_path / "1", content, {"widget": GIVEN}), content)
    changed = [resource("c", size=3), resource("a", size=99), resource("d")]
    pack.check("WID-01.1", severity="low")
    content = pack.content()
    second = _lines(snapshot(tmp_path / "2", content, {"widget": changed}), content)
    prints = [{item["resource"]: item["fingerprint"] for item in map(decode, lines)} for lines in (first, second)]
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
    findings = _findings(_lines(snapshot(tmp_path / "s", content, {"widget": given}), content), "WID-01.1")
    severities = {finding["resource"]: finding["severity"] for finding in findings}
    assert severities == {"a": "low", "b": "critical", "c": "low", "d": "medium", "e": "low"}


BAD: dict[str, tuple[str, str]] = {
    "divides by nothing": (SIZED.replace("widget.size >", "1 / (widget.size - widget.size) >"), ""),
    "contradicts itself": (
        SIZED.replace("widget.size >", "_f(widget) >") + "\n_f(w) := w.size\n\n_f(w) := 0 if w.size > 1\n",
        "",
    ),
    "asks a number for its length": (SIZED.replace("widget.size >", "count(widget.size) >"), ""),
    "gives evidence that is no list": (SIZED.replace('[{"field": "/size", "actual": widget.size}]', "widget.size"), ""),
    "gives evidence without field": (SIZED.replace('"field": "/size"', '"place": "/size"'), ""),
    "gives a verdict that is none": (
        SIZED.replace('verdict.fail("too_big", ', "_passed(")
        + '\n_passed(evidence) := {"verdict": "passed", "reason": "x", "evidence": evidence}\n',
        "",
    ),
    "leaves a resource out": (
        SIZED,
        "verdicts[widget.id] := _verdict(widget, input.parameters) if {\n"
        "\tsome widget in input.resources\n\twidget.size > 0\n}\n",
    ),
    "answers for somebody else": (
        SIZED,
        'verdicts[sprintf("%s.", [widget.id])] := _verdict(widget, input.parameters) if '
        "some widget in input.resources\n",
    ),
}


@pytest.mark.parametrize(("body", "verdicts"), BAD.values(), ids=BAD.keys())
def test_a_policy_that_fails_is_unknown_and_leaves_the_others_as_they_are(
    tmp_path: Path, pack: SmallPack, body: str, verdicts: str
) -> None:
    pack.check("WID-01.2")
    content = pack.content()
    taken = snapshot(tmp_path / "s", content, {"widget": GIVEN})
    clean = _lines(taken, content)
    pack.policy("widgets.bad", body, **({"verdicts": verdicts} if verdicts else {}))
    pack.check("WID-01.15", "widgets.bad")
    content = pack.content()
    lines = _lines(taken, content)
    assert [line for line in lines if decode(line)["check"] != "WID-01.15"] == clean
    bad = _findings(lines, "WID-01.15")
    assert [finding["verdict"] for finding in bad] == ["unknown"] * 3
    assert {finding["reason"]["en"] for finding in bad} == {"the policy failed on this batch"}
    assert all(finding["evidence"][0]["field"] == "/policy" for finding in bad)
    assert all(finding["evidence"][0]["problem"] for finding in bad)


ANSWERS: dict[str, Answers] = {
    "a failure": Failure("out of order"),
    "nothing": {},
    "an answer less": {"a": answer(), "b": answer()},
    "an answer more": {"a": answer(), "b": answer(), "c": answer(), "d": answer()},
    "an answer for another": {"a": answer(), "b": answer(), "C": answer()},
}


@pytest.mark.parametrize("answers", ANSWERS.values(), ids=ANSWERS.keys())
def test_what_came_back_is_compared_with_what_was_sent(tmp_path: Path, widgets: Content, answers: Answers) -> None:
    taken = snapshot(tmp_path / "s", widgets, {"widget": GIVEN})
    with judging(taken, widgets, SetEngine({"WID-01.1": answers})) as (judge, places):
        judged = judge.judge("widget", *places["widget"][0])
    assert list(judged.problems) == ["WID-01.1"]
    assert judged.tally == Counter({("WID-01.1", "unknown", "high"): 3})
    assert [decode(line)["resource"] for line in judged.lines.splitlines()] == ["a", "b", "c"]


def test_an_engine_that_forgets_a_question_passes_nobody(tmp_path: Path, widgets: Content) -> None:
    taken = snapshot(tmp_path / "s", widgets, {"widget": GIVEN})
    with judging(taken, widgets, SetEngine({})) as (judge, places):
        judged = judge.judge("widget", *places["widget"][0])
    assert judged.tally == Counter({("WID-01.1", "unknown", "high"): 3})


def test_giving_up_answers_unknown_for_one_check(tmp_path: Path, widgets: Content) -> None:
    taken = snapshot(tmp_path / "s", widgets, {"widget": GIVEN})
    with judging(taken, widgets, SetEngine({})) as (judge, places):
        judged = judge.give_up("widget", *places["widget"][0], check="WID-01.1")
    assert "ran out of time" in decode(judged.lines.splitlines()[0])["reason"]["en"]
    assert judged.tally == Counter({("WID-01.1", "unknown", "high"): 3})


def test_only_resources_of_the_chosen_sources_are_judged(tmp_path: Path, widgets: Content) -> None:
    taken = snapshot(tmp_path / "s", widgets, {"widget": GIVEN})
    sources = frozenset({"shop", "other"})
    assert len(_lines(taken, widgets, only=["shop"], sources=sources)) == 3
    assert _lines(taken, widgets, only=["other"], sources=sources) == []
    assert _lines(taken, widgets, skip=["shop"], sources=sources) == []


@pytest.fixture
def foreign(tmp_path: Path, widgets: Content) -> Iterator[Path]:
    """The records of a snapshot that another program writes."""
    taken = snapshot(tmp_path / "s", widgets, {"widget": [resource("a", size=1)]})
    yield taken.path("widget")


RECORD = b'{"id":"a","name":"A","source":"shop","collected_at":"t"}'


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (b"{}\n", "widget.ndjson:1: is no record: "),
        (b"[]\n", "widget.ndjson:1: is no record: "),
        (b'{"id":7}\n', "widget.ndjson:1: is no record: "),
        (b'{"id":"a","aliases":3}\n', "widget.ndjson:1: is no record: "),
        (b"\n", "widget.ndjson:1: is no record: "),
        (b"[" * 100_000 + b"\n", "widget.ndjson:1: is no record: "),
        (RECORD + b"\n" + RECORD + b"\n", "widget.ndjson: holds an id twice"),
        (RECORD.replace(b"}", b',"size":null}') + b"\n", "widget.ndjson: a: size: must be integer"),
        (RECORD.replace(b"}", b',"size":"1"}') + b"\n", "widget.ndjson: a: size: must be integer"),
        (RECORD.replace(b"}", b',"sise":1}') + b"\n", "widget.ndjson: a: sise: unknown key 'sise'"),
        (b'{"id":"a","name":"A"}\n', "widget.ndjson: a: the record: 'source' is a required property"),
        (RECORD.replace(b"}", b',"free":' + b"[" * 5000 + b"]" * 5000 + b"}") + b"\n", "is no record"),
    ],
)
def test_records_that_are_none_end_the_run_in_one_line(
    foreign: Path, widgets: Content, lines: bytes, told: str
) -> None:
    foreign.write_bytes(lines)
    folder = foreign.parents[1]
    taken = Snapshot(folder, decode((folder / "manifest.json").read_bytes()), "sha256:" + "0" * 64)
    with pytest.raises(AssayError, match="(?s).*") as found:
        _lines(taken, widgets)
    assert told in str(found.value)
    assert found.value.exit_code == SnapshotError.exit_code
    assert len(str(found.value).splitlines()) == 1


def test_records_may_end_as_on_windows(foreign: Path, widgets: Content) -> None:
    foreign.write_bytes(RECORD + b"\r\n")
    folder = foreign.parents[1]
    taken = Snapshot(folder, decode((folder / "manifest.json").read_bytes()), "sha256:" + "0" * 64)
    assert [decode(line)["verdict"] for line in _lines(taken, widgets)] == ["unknown"]


def test_words_are_filled_from_the_evidence(pack: SmallPack) -> None:
    body = SIZED.replace('"actual": widget.size}', '"actual": widget.size, "expected": input.parameters.most}')
    pack.policy("widgets.size", body)
    text = "size {size}, at most {size.expected}, {nothing} and {size}"
    words = '{"pass": {"en": "x", "zh-CN": "x"}, "size_unread": {"en": "x", "zh-CN": "x"}, "too_big": {"en": "%s", "zh-CN": "%s"}}'
    pack.write("policies/widgets/size/messages.yaml", words % (text, text))
    content = pack.content()
    taken = snapshot(pack.root.parent / "s", content, {"widget": [resource("a", size=20)]})
    finding = _findings(_lines(taken, content), "WID-01.1")[0]
    assert finding["reason"]["en"] == "size 20, at most 10, {nothing} and 20"


def test_a_placeholder_in_a_fact_is_not_filled_again(pack: SmallPack) -> None:
    body = SIZED.replace("/size", "/email").replace("widget.size}", "widget.email}").replace("widget.size >", "is_string(widget.email)\n\twidget.size >")
    pack.policy("widgets.size", body.replace("widget.size <=", "is_string(widget.email)\n\twidget.size <="))
    words = '{"pass": {"en": "x", "zh-CN": "x"}, "size_unread": {"en": "x", "zh-CN": "x"}, "too_big": {"en": "of {email}", "zh-CN": "x"}}'
    pack.write("policies/widgets/size/messages.yaml", words)
    content = pack.content()
    taken = snapshot(pack.root.parent / "s", content, {"widget": [resource("a", size=20, email="{email.expected}")]})
    assert _findings(_lines(taken, content), "WID-01.1")[0]["reason"]["en"] == "of {email.expected}"


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
    (finding,) = _findings(_lines(taken, content), "WID-01.1")
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
    (finding,) = _findings(_lines(snapshot(tmp_path / "s", content, given, ["person"]), content), "WID-01.1")
    assert finding["evidence"] == [
        {"field": "/person/p/level", "unread": "timeout", "operation": "a:Read"},
        {"field": "/person", "unread": "denied", "operation": "a:List"},
    ]
