"""Joins: what a policy sees of other records, found by the steps that its check declares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from support.audits import judging
from support.engines import SetEngine
from support.widgets import SmallPack, resource, snapshot

from assay.collector import Resource


def _document(
    pack: SmallPack,
    related: Sequence[Mapping[str, str]],
    resources: Mapping[str, Iterable[Resource]],
    incomplete: Sequence[str] = (),
) -> dict[str, Any]:
    """Return what an engine is given about widgets whose check declares these steps."""
    pack.check("WID-01.1", related=list(related))
    content = pack.content()
    taken = snapshot(pack.root.parent / "s", content, resources, incomplete)
    with judging(taken, content, SetEngine({})) as (judge, places):
        ((start, end),) = places["widget"]
        return judge.document("widget", start, end, list(content.catalogue.checks.values()))[2]


def test_by_finds_whom_a_field_names_one_or_many(pack: SmallPack) -> None:
    given = {
        "widget": [resource("w", owner_id="p", part_ids=["x", "w", "gone"]), resource("x", owner_id="nobody")],
        "person": [resource("p", level=1), resource("q")],
    }
    steps = [{"kind": "person", "by": "owner_id"}, {"kind": "widget", "by": "part_ids"}]
    document = _document(pack, steps, given)
    assert document["links"] == {"person": {"w": ["p"], "x": []}, "widget": {"w": ["w", "x"], "x": []}}
    assert list(document["related"]["person"]) == ["p"]
    assert document["related"]["person"]["p"]["level"] == 1
    assert set(document["related"]["widget"]) == {"w", "x"}


def test_of_finds_who_names_us(pack: SmallPack) -> None:
    given = {
        "widget": [resource("w"), resource("x")],
        "person": [resource("p", widget_ids=["w", "x"]), resource("q", widget_ids=["w"]), resource("r")],
    }
    document = _document(pack, [{"kind": "person", "of": "widget_ids"}], given)
    assert document["links"] == {"person": {"w": ["p", "q"], "x": ["p"]}}
    assert set(document["related"]["person"]) == {"p", "q"}


def test_of_with_value_finds_who_holds_a_value_of_ours(pack: SmallPack) -> None:
    given = {
        "widget": [resource("w", email="a@b"), resource("x", email="c@d"), resource("y")],
        "person": [resource("p", email="a@b"), resource("q", email="a@b"), resource("r")],
    }
    document = _document(pack, [{"kind": "person", "of": "email", "value": "email"}], given)
    assert document["links"] == {"person": {"w": ["p", "q"], "x": [], "y": []}}


def test_a_step_from_a_kind_reached_before_stands_there(pack: SmallPack) -> None:
    given = {
        "widget": [resource("w", owner_id="p")],
        "person": [resource("p", boss_id="b"), resource("b", boss_id="top"), resource("top")],
    }
    steps = [{"kind": "person", "by": "owner_id"}, {"kind": "person", "from": "person", "by": "boss_id"}]
    document = _document(pack, steps, given)
    assert document["links"] == {"person": {"w": ["p"], "p": ["b"]}}
    assert set(document["related"]["person"]) == {"p", "b"}


def test_a_step_without_field_brings_every_record_to_everybody(pack: SmallPack) -> None:
    given = {"widget": [resource("w"), resource("x")], "person": [resource("p"), resource("q")]}
    document = _document(pack, [{"kind": "person"}], given)
    assert document["links"] == {"person": {"w": ["p", "q"], "x": ["p", "q"]}}


def test_aliases_are_resolved_wherever_they_stand(pack: SmallPack) -> None:
    given = {
        "widget": [resource("w", ["arn:w"], owner_id="P. Erson"), resource("x", part_ids=["arn:w"])],
        "person": [resource("p", ["P. Erson"], widget_ids=["arn:w"])],
    }
    steps = [
        {"kind": "person", "by": "owner_id"},
        {"kind": "person", "of": "widget_ids"},
        {"kind": "widget", "by": "part_ids"},
    ]
    document = _document(pack, steps, given)
    assert document["links"]["person"]["w"] == ["p"]
    assert document["links"]["widget"]["x"] == ["w"]
    resources = {item["id"]: item for item in document["resources"]}
    assert (resources["w"]["owner_id"], resources["x"]["part_ids"]) == ("p", ["w"])
    assert document["related"]["person"]["p"]["widget_ids"] == ["w"]


def test_an_alias_of_two_things_stays_as_it_is_and_reaches_neither(pack: SmallPack) -> None:
    given = {
        "widget": [resource("w", owner_id="boss")],
        "person": [resource("p", ["boss"]), resource("q", ["boss"])],
    }
    document = _document(pack, [{"kind": "person", "by": "owner_id"}], given)
    assert document["links"] == {"person": {"w": []}}
    assert document["resources"][0]["owner_id"] == "boss"


def test_an_id_goes_before_an_alias_of_another(pack: SmallPack) -> None:
    given = {"widget": [resource("w", owner_id="p")], "person": [resource("p"), resource("q", ["p"])]}
    document = _document(pack, [{"kind": "person", "by": "owner_id"}], given)
    assert document["links"] == {"person": {"w": ["p"]}}


def test_an_alias_of_another_kind_does_not_stand_for_ours(pack: SmallPack) -> None:
    given = {"widget": [resource("w", owner_id="x"), resource("v", ["x"])], "person": [resource("p")]}
    document = _document(pack, [{"kind": "person", "by": "owner_id"}], given)
    assert document["links"]["person"]["w"] == []


def test_an_absent_or_unread_field_reaches_nobody_and_still_has_its_entry(pack: SmallPack) -> None:
    given = {"widget": [resource("w", unread={"owner_id": "denied"}), resource("x")], "person": [resource("p")]}
    document = _document(pack, [{"kind": "person", "by": "owner_id"}], given)
    assert document["links"] == {"person": {"w": [], "x": []}}
    assert document["related"] == {"person": {}}


def test_a_kind_is_complete_only_where_it_was_read_wholly(pack: SmallPack) -> None:
    given = {"widget": [resource("w")], "person": [resource("p")]}
    assert _document(pack, [{"kind": "person"}], given)["complete"] == {"person": True}


def test_a_kind_that_was_read_in_part_or_not_at_all_is_not_complete(pack: SmallPack) -> None:
    steps = [{"kind": "person"}]
    assert _document(pack, steps, {"widget": [resource("w")]})["complete"] == {"person": False}
    given = {"widget": [resource("w")], "person": [resource("p")]}
    assert _document(pack, steps, given, ["person"])["complete"] == {"person": False}


def test_joins_of_several_checks_meet_in_one_document(pack: SmallPack) -> None:
    given = {"widget": [resource("w", owner_id="p")], "person": [resource("p"), resource("q", widget_ids=["w"])]}
    pack.check("WID-01.2", related=[{"kind": "person", "of": "widget_ids"}])
    document = _document(pack, [{"kind": "person", "by": "owner_id"}], given)
    assert document["links"] == {"person": {"w": ["p", "q"]}}


def test_records_are_found_across_batches(tmp_path: Path, pack: SmallPack) -> None:
    names = [f"w{number:04}" for number in range(600)]
    given = {"widget": [resource(name, part_ids=[names[-1 - place]]) for place, name in enumerate(names)]}
    pack.check("WID-01.1", related=[{"kind": "widget", "by": "part_ids"}])
    content = pack.content()
    taken = snapshot(tmp_path / "s", content, given)
    found: dict[str, list[str]] = {}
    with judging(taken, content, SetEngine({})) as (judge, places):
        assert len(places["widget"]) == 3
        for start, end in places["widget"]:
            checks = list(content.catalogue.checks.values())
            found |= judge.document("widget", start, end, checks)[2]["links"]["widget"]
    assert found == {name: [names[-1 - place]] for place, name in enumerate(names)}


def test_who_names_us_by_our_id_is_found_though_something_else_has_that_alias(pack: SmallPack) -> None:
    given = {
        "widget": [resource("w"), resource("v", ["w"])],
        "person": [resource("p", widget_ids=["w"])],
    }
    document = _document(pack, [{"kind": "person", "of": "widget_ids"}], given)
    assert document["links"] == {"person": {"v": [], "w": ["p"]}}


def test_an_ambiguous_alias_names_neither(pack: SmallPack) -> None:
    given = {
        "widget": [resource("v", ["it"]), resource("w", ["it"])],
        "person": [resource("p", widget_ids=["it"])],
    }
    document = _document(pack, [{"kind": "person", "of": "widget_ids"}], given)
    assert document["links"] == {"person": {"v": [], "w": []}}


def test_a_value_that_is_no_reference_is_not_taken_for_an_alias(pack: SmallPack) -> None:
    given = {"widget": [resource("w", email="a@b")], "person": [resource("p", ["a@b"], email="a@b")]}
    document = _document(pack, [{"kind": "person", "of": "email", "value": "email"}], given)
    assert document["links"] == {"person": {"w": ["p"]}}


def test_a_reference_to_any_kind_is_an_id_before_it_is_an_alias(pack: SmallPack) -> None:
    fields = {"thing_id": {"type": "string", "x-ref": ["*"]}, "email": {"type": "string"}}
    pack.kind("widget", fields | {"size": {"type": "integer"}})
    given = {
        "widget": [resource("w", thing_id="p"), resource("v", ["p"]), resource("u", thing_id="arn:q")],
        "person": [resource("p"), resource("q", ["arn:q"])],
    }
    document = _document(pack, [{"kind": "person", "by": "thing_id"}], given)
    assert document["links"] == {"person": {"u": ["q"], "v": [], "w": ["p"]}}


def test_who_names_us_is_found_by_what_a_derived_reference_is_chosen_from(pack: SmallPack) -> None:
    pack.derive(
        "widget",
        "from assay.derive import Derivation\n\n\n"
        "def owner(record, view):\n    return view.get('person', record['email'])['id']\n\n\n"
        "DERIVED = {'owner_id': Derivation(owner, chosen_from='email')}\n",
    )
    given = {
        "widget": [resource("w", owner_id="p"), resource("x", email="p@b"), resource("y", email="q@b")],
        "person": [resource("p", ["p@b"]), resource("q", ["q@b"])],
    }
    steps = [{"kind": "person", "by": "owner_id"}, {"kind": "widget", "from": "person", "of": "owner_id"}]
    document = _document(pack, steps, given)
    assert document["links"]["widget"] == {"p": ["w", "x"], "q": ["y"]}
    assert document["complete"]["widget"] is True
    unnamed = {**given, "widget": [*given["widget"], resource("z")]}
    pack.root.parent.joinpath("s").rename(pack.root.parent / "first")
    assert _document(pack, steps, unnamed)["complete"]["widget"] is False
