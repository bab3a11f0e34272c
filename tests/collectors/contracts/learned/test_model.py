"""The model that was taught: what it says of sentences that it has not seen."""

from __future__ import annotations

import json

import pytest

from collectors.contracts.detect import SECRECY_FAMILIES, VENDOR_FAMILIES
from collectors.contracts.learned.features import vocabulary_digest
from collectors.contracts.learned.model import WEIGHTS, Model, model
from collectors.contracts.learned.reader import probabilities
from collectors.contracts.reading.sentences import Sentence
from collectors.contracts.sides.parties import Parties

PARTIES = Parties(words={"Agency": "vendor", "Firm": "customer", "受托方": "vendor", "委托方": "customer"})


def test_weights_of_what_is_seen_add_up_for_their_label() -> None:
    taught = Model({"a": 0.0, "b": -2.0}, {"x": {"a": 3.0}, "y": {"a": 1.0, "b": 4.0}})
    assert taught.read({"never seen"}) == pytest.approx({"a": 0.5, "b": 0.119}, abs=0.001)
    assert taught.read({"x", "y", "z"})["a"] == pytest.approx(0.944, abs=0.001)  # (3 + 1) / sqrt(2)


def test_it_knows_every_clause() -> None:
    clauses = {family.name for family in (*VENDOR_FAMILIES, *SECRECY_FAMILIES)}
    assert {*clauses, "location"} == set(model().bias)


def test_it_was_taught_with_the_vocabulary_as_it_is_now() -> None:
    taught = json.loads(WEIGHTS.read_text("utf-8"))["vocabulary"]
    assert taught == vocabulary_digest(), "the vocabulary has changed: run python -m benchmarks.learn"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("受托方发现委托方会员资料流失的，应于一日之内电告委托方。", "breach_notification"),
        ("The Agency shall tell the Firm within a day when member records have been stolen.", "breach_notification"),
        ("受托方不得把该项工作转给任何其他单位去做。", "sub_processing_consent"),
        ("The Agency wipes all member records within ten days after the engagement ends.", "return_or_deletion"),
        ("委托方可以随时派人到受托方查看资料的处理情况。", "supervision_audit"),
    ],
)
def test_it_reads_sentences_that_it_was_not_taught(text: str, label: str) -> None:
    assert probabilities(Sentence(text, ()), PARTIES)[label] > 0.5


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("委托方遗失登录密码的，应于一日之内电告受托方。", "breach_notification"),
        ("The Firm shall tell the Agency within a day when it has lost its password.", "breach_notification"),
        ("未经委托方书面同意，受托方不得转让本合同。", "return_or_deletion"),
        ("The Agency keeps its own accounts for ten years.", "return_or_deletion"),
    ],
)
def test_what_only_resembles_a_clause_is_less_than_likely(text: str, label: str) -> None:
    assert probabilities(Sentence(text, ()), PARTIES)[label] < 0.5


def test_a_heading_helps_a_sentence_that_says_little() -> None:
    bare = Sentence("At the end of the work, without delay.", ())
    headed = Sentence(bare.text, (), heading="Return and deletion of data")
    assert probabilities(headed, PARTIES)["return_or_deletion"] > probabilities(bare, PARTIES)["return_or_deletion"]
