"""Packs side by side: a second one adds, replaces only what it says it replaces, and every slip has its place."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.widgets import SIZED, SmallPack, small_pack, words

from assay.errors import PackError
from assay.judging.view import derivations
from assay.loading import Content, assemble, load
from assay.pack import Pack, bundled

COLLECTOR = '''"""A test."""


class _Shelf:
    name = "shelf"


COLLECTOR = _Shelf()
'''


@pytest.fixture
def second(tmp_path: Path) -> SmallPack:
    """A pack beside `pack`, as yet without anything that clashes."""
    return SmallPack(tmp_path / "second")


def _both(pack: SmallPack, second: SmallPack) -> Content:
    return assemble([Pack.open(pack.root), Pack.open(second.root)])


def test_a_second_pack_adds_check_policy_kind_collector_and_format(pack: SmallPack, second: SmallPack) -> None:
    second.kind("gadget", {"size": {"type": "integer"}})
    second.policy("gadgets.size")
    second.check("GAD-01.1", "gadgets.size", "gadget", control="WID-01")
    (second.root / "checks/controls/WID-01.yaml").unlink()
    second.write("collectors/__init__.py", 'NAMES = ("shelf",)\n')
    second.write("collectors/shelf.py", COLLECTOR)
    second.write("reports/__init__.py", 'NAMES = ("fancy",)\n')
    second.write("reports/fancy.py", 'FORMAT = "fancy"\n')
    content = _both(pack, second)
    assert set(content.catalogue.checks) == {"WID-01.1", "GAD-01.1"}
    assert content.catalogue.checks["GAD-01.1"].pack == "second"
    assert content.reads["gadgets.size"] == ["id", "size"]
    assert content.find("collectors", "shelf").COLLECTOR.name == "shelf"
    assert content.find("reports", "fancy").FORMAT == "fancy"


def test_a_check_is_replaced_only_by_one_that_says_so(pack: SmallPack, second: SmallPack) -> None:
    (second.root / "checks").mkdir(parents=True)
    path = second.check("WID-01.1", severity="low")
    (second.root / "checks/controls/WID-01.yaml").unlink()
    with pytest.raises(PackError) as found:
        _both(pack, second)
    assert str(found.value) == f"{path}: the check WID-01.1 exists already; say `overrides: true` to replace it"
    second.check("WID-01.1", severity="low", overrides=True)
    (second.root / "checks/controls/WID-01.yaml").unlink()
    assert _both(pack, second).catalogue.checks["WID-01.1"].severity == "low"


FRAMEWORK = {"id": "LAW", "name": "Law", "version": "1", "source": "s", "verification": "none"}
DOCUMENTS: dict[str, tuple[str, dict[str, Any]]] = {
    "control": ("controls/WID-01.yaml", {"id": "WID-01", "title": words("new"), "objective": words("new")}),
    "framework": ("frameworks/LAW.yaml", FRAMEWORK | {"name": "New law"}),
    "profile": ("profiles/strict.yaml", {"parameters": {"WID-01.1": {"most": 1}}}),
}


@pytest.mark.parametrize("what", DOCUMENTS)
def test_what_a_pack_says_of_duties_is_replaced_only_by_what_says_so(
    pack: SmallPack, second: SmallPack, what: str
) -> None:
    pack.write("checks/frameworks/LAW.yaml", json.dumps(FRAMEWORK))
    pack.write("checks/profiles/strict.yaml", json.dumps({"parameters": {"WID-01.1": {"most": 5}}}))
    name, document = DOCUMENTS[what]
    second.write(f"checks/{name}", json.dumps(document))
    with pytest.raises(PackError, match=f"the {what} .* exists already; say `overrides: true`"):
        _both(pack, second)
    second.write(f"checks/{name}", json.dumps(document | {"overrides": True}))
    catalogue = _both(pack, second).catalogue
    now = {
        "control": lambda: catalogue.controls["WID-01"].title == words("new"),
        "framework": lambda: catalogue.frameworks["LAW"].name == "New law",
        "profile": lambda: catalogue.profiles["strict"] == {"WID-01.1": {"most": 1}},
    }
    assert now[what]()


CLASHES: dict[str, tuple[Callable[[SmallPack], object], str]] = {
    "policy": (lambda pack: pack.policy("widgets.size"), "the package widgets.size is that of"),
    "kind": (lambda pack: pack.kind("widget"), "the kind widget is that of"),
    "collector": (
        lambda pack: pack.write("collectors/__init__.py", "NAMES = ('own',)"),
        "the collector own is that of",
    ),
    "format": (lambda pack: pack.write("reports/__init__.py", "NAMES = ('own',)"), "the format own is that of"),
}


@pytest.mark.parametrize(("clash", "told"), CLASHES.values(), ids=CLASHES.keys())
def test_what_cannot_be_replaced_by_word_is_not_replaced_unseen(
    pack: SmallPack, second: SmallPack, clash: Callable[[SmallPack], object], told: str
) -> None:
    clash(pack)
    clash(second)
    with pytest.raises(PackError, match=told):
        _both(pack, second)


def test_two_packs_of_one_name_are_refused(tmp_path: Path) -> None:
    one, other = small_pack(tmp_path / "a/ours"), SmallPack(tmp_path / "b/ours")
    other.write("checks/README", "")
    with pytest.raises(PackError, match="the pack name ours is that of"):
        _both(one, other)


def test_a_pack_that_calls_itself_assay_does_not_take_the_place_of_the_bundled_one(tmp_path: Path) -> None:
    SmallPack(tmp_path / "assay").write("policies/lib/verdict/verdict.rego", "package lib.verdict\n")
    with pytest.raises(PackError, match="the pack name assay is that of"):
        load([tmp_path / "assay"])


def test_derived_facts_of_a_kind_are_added_and_never_replaced(pack: SmallPack, second: SmallPack) -> None:
    made = "from assay.derive import Derivation\n\nDERIVED = {{{name!r}: Derivation(lambda record, view: 1)}}\n"
    pack.derive("widget", made.format(name="half"))
    second.derive("widget", made.format(name="double"))
    roots = [str(pack.root), str(second.root)]
    assert set(derivations(roots, {"widget": {}})["widget"]) == {"half", "double"}
    third = SmallPack(pack.root.parent / "third")
    third.derive("widget", made.format(name="half"))
    with pytest.raises(PackError, match=r"the derived fact widget\.half is that of an earlier pack"):
        derivations([*roots, str(third.root)], {"widget": {}})


def test_what_a_policy_reads_includes_its_libraries_and_theirs(pack: SmallPack) -> None:
    pack.write("policies/lib/deep/deep.rego", "package lib.deep\n\nowned(w) if is_string(w.owner_id)\n")
    shallow = "package lib.shallow\n\nimport data.lib.deep\n\nfit(w) if {\n\tdeep.owned(w)\n\tw.price > 1\n}\n"
    pack.write("policies/lib/shallow/shallow.rego", shallow)
    body = SIZED.replace("widget.size > input", "shallow.fit(widget)\n\twidget.size > input")
    pack.policy("widgets.size", body, imports=("data.lib.shallow", "data.lib.verdict"))
    assert pack.content().reads["widgets.size"] == ["id", "owner_id", "price", "size"]


def test_an_unknown_collector_or_format_is_told_with_the_nearest(pack: SmallPack) -> None:
    pack.write("reports/__init__.py", "NAMES = ('html', 'json')\n")
    with pytest.raises(PackError, match="unknown format 'htm'; did you mean 'html'"):
        pack.content().find("reports", "htm")


def test_a_folder_without_content_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="is no pack; it holds none of policies, checks, collectors, reports"):
        load([tmp_path])


def test_the_bundled_pack_lies_beside_the_engine() -> None:
    assert bundled() == Path(__file__).parents[2]
    assert Pack.open(bundled()).name == "assay"


def test_the_digest_of_a_pack_follows_every_file_but_tests_and_leftovers(pack: SmallPack) -> None:
    before = Pack.open(pack.root).digest
    pack.write("policies/widgets/size/size_test.rego", "package widgets.size_test\n")
    pack.write("collectors/__pycache__/x.pyc", "")
    pack.write("README", "")
    assert Pack.open(pack.root).digest == before
    seen = {before}
    for path in ("policies/a.rego", "checks/a.yaml", "collectors/a.py", "reports/a.html"):
        pack.write(path, "x")
        seen.add(Pack.open(pack.root).digest)
    pack.write("policies/a.rego", "y")
    seen.add(Pack.open(pack.root).digest)
    assert len(seen) == 6
