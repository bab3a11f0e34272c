"""`assay contract review`: what needs a person is listed, and the answer is kept with name and date."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.judging import content
from support.widgets import resource, snapshot

from assay import reviews
from assay.collector import Resource

from .conftest import Assay

SHA = "ab" * 32
ID = "contract:files/a.pdf"


@pytest.fixture
def read(tmp_path: Path) -> Path:
    """A snapshot of one contract: one fact is sure, one is not, one could not be read; and of one in a register."""
    found = {"confidence": 0.6, "quote": "within a reasonable time", "where": "page 2"}
    made = resource(
        ID,
        document_sha256=SHA,
        signed_at="2026-01-01",
        auto_renew=True,
        extracted={"auto_renew": found, "signed_at": {**found, "confidence": 0.95}},
        unread={"breach_notice_hours": "no_text", "vendor_id": "not_in_source"},
    )
    return snapshot(tmp_path / "s", content(), {"vendor_contract": [made, resource("row")]}).folder


def test_what_is_not_sure_and_what_could_not_be_read_needs_a_person(assay: Assay, read: Path) -> None:
    listed = json.loads(assay("contract", "review", read, "-f", "json").out)
    assert [(item["field"], item["why"], item["value"]) for item in listed] == [
        ("auto_renew", "60% sure", True),
        ("breach_notice_hours", "no_text", None),
        ("vendor_id", "a:Read", None),
    ]
    assert "page 2: within a reasonable time" in assay("contract", "review", read).out


def test_an_answer_is_kept_and_not_asked_again(assay: Assay, read: Path, tmp_path: Path) -> None:
    given = ("auto_renew=false", "breach_notice_hours=24", "vendor_id=vendor:green")
    answer = ("--resource", ID, *(part for text in given for part in ("--answer", text)))
    outcome = assay("contract", "review", read, *answer, "--by", "Ann Li", "--date", "2026-11-21", "--note", "page 2")
    assert outcome.code == 0
    assert reviews.load(tmp_path / "reviews.yaml") == [
        {"document_sha256": SHA, "by": "Ann Li", "date": "2026-11-21", "note": "page 2", "field": name, "value": value}
        for name, value in (("auto_renew", False), ("breach_notice_hours", 24), ("vendor_id", "vendor:green"))
    ]
    assert json.loads(assay("contract", "review", read, "-f", "json").out) == []


def test_a_later_answer_replaces_the_earlier(assay: Assay, read: Path, tmp_path: Path) -> None:
    for value in ("false", "true"):
        assay("contract", "review", read, "--resource", ID, "--answer", f"auto_renew={value}", "--by", "Ann")
    assert [item["value"] for item in reviews.load(tmp_path / "reviews.yaml")] == [True]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--resource", ID, "--answer", "auto_renew=false"), "--by"),
        (("--answer", "auto_renew=false", "--by", "Ann"), "--resource"),
        (("--resource", "contract:files/b.pdf", "--answer", "auto_renew=false", "--by", "Ann"), "did you mean"),
        (("--resource", ID, "--answer", "auto_renew", "--by", "Ann"), "FIELD=VALUE"),
        (("--resource", ID, "--answer", "auto_renewal=true", "--by", "Ann"), "did you mean 'auto_renew'"),
        (("--resource", ID, "--answer", "auto_renew=perhaps", "--by", "Ann"), "auto_renew: must be"),
        (("--resource", ID, "--answer", "auto_renew=true", "--by", "Ann", "--date", "soon"), "soon is no day"),
    ],
)
def test_an_answer_that_cannot_be_meant_is_refused(
    assay: Assay, read: Path, tmp_path: Path, options: tuple[str, ...], told: str
) -> None:
    outcome = assay("contract", "review", read, *options)
    assert outcome.code == 2
    assert told in outcome.err
    assert not (tmp_path / "reviews.yaml").exists()


def test_a_file_of_other_answers_is_refused_with_its_line(assay: Assay, read: Path, tmp_path: Path) -> None:
    (tmp_path / "reviews.yaml").write_text("reviews:\n  - {document_sha256: short}\n")
    outcome = assay("contract", "review", read)
    assert outcome.code == 2
    assert "reviews.yaml:2" in outcome.err


def _listed(assay: Assay, tmp_path: Path, kinds: dict[str, list[Resource]]) -> list[tuple[str, str]]:
    folder = snapshot(tmp_path / "t", content(), kinds).folder
    return [(item["field"], item["why"]) for item in json.loads(assay("contract", "review", folder, "-f", "json").out)]


def test_a_name_that_fits_none_or_two_needs_a_person(assay: Assay, tmp_path: Path) -> None:
    vendors = [resource("v", aliases=["Green Ltd"]), resource("w", aliases=["Green Inc"])]
    contracts = [
        resource(f"contract:{name}", document_sha256=str(number) * 64, vendor_name=name)
        for number, name in enumerate(("Green", "Green Ltd", "Red"))
    ]
    assert _listed(assay, tmp_path, {"vendor": vendors, "vendor_contract": contracts}) == [
        ("vendor_id", "Green may be v or w"),
        ("vendor_id", "no vendor that was read has the name Red"),
    ]


def test_what_the_register_says_otherwise_needs_a_person_and_what_it_vouches_for_does_not(
    assay: Assay, tmp_path: Path
) -> None:
    found = {"confidence": 0.6, "quote": "", "where": ""}
    made = resource(
        ID,
        document_sha256=SHA,
        vendor_id="none",
        auto_renew=True,
        clauses_present=[],
        extracted={"auto_renew": found, "purpose": found},
        differs={"auto_renew": {"value": False, "source": "files"}},
    )
    made.basis.update(auto_renew="declared", clauses_present="declared")
    assert _listed(assay, tmp_path, {"vendor_contract": [made]}) == [("auto_renew", "files says false")]


def test_what_an_unread_document_is_its_answers_say(assay: Assay, tmp_path: Path) -> None:
    folder = snapshot(
        tmp_path / "t", content(), {"vendor_contract": [resource(ID, document_sha256=SHA, text_extracted=False)]}
    ).folder
    answer = ("--resource", ID, "--answer", "party_name=Ann Li", "--by", "Ann")
    assert assay("contract", "review", folder, *answer).code == 0
