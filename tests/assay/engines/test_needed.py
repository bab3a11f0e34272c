"""Which modules an engine is given: those of the checks at hand and all that these rest on."""

from __future__ import annotations

import pytest
from support.judging import content

from assay.engines.needed import needed

MODULES = {
    "a.rego": 'package topic.a\n\nimport data.lib.verdict\n\n# like data[x]\nx := verdict.y if input.text == "data"',
    "b.rego": "package topic.b\n\nx := data.lib.lists.deep.first(input)",
    "verdict.rego": "package lib.verdict\n\nimport data.lib.words",
    "words.rego": "package lib.words",
    "more_words.rego": "package lib.words",
    "lists.rego": "package lib.lists",
    "whole.rego": "package topic.whole\n\nx := data.lib",
    "computed.rego": "package topic.computed\n\nx := data.lib[input.name]",
    "every.rego": "package topic.every\n\nx := [y | some y in data]",
}
LIBRARY = {"verdict.rego", "words.rego", "more_words.rego", "lists.rego"}


@pytest.mark.parametrize(
    ("package", "files"),
    [
        ("topic.a", {"a.rego", "verdict.rego", "words.rego", "more_words.rego"}),
        ("topic.b", {"b.rego", "lists.rego"}),
        ("topic.whole", {"whole.rego", *LIBRARY}),
        ("topic.computed", set(MODULES)),
        ("topic.every", set(MODULES)),
        ("topic.unknown", set()),
    ],
)
def test_a_package_brings_all_that_it_names(package: str, files: set[str]) -> None:
    assert needed(MODULES, [package]).keys() == files


def test_every_policy_of_the_pack_brings_what_it_imports() -> None:
    modules = content().modules
    for package in {check.policy for check in content().catalogue.checks.values()}:
        kept = needed(modules, [package])
        packages = {
            line.split()[1] for source in kept.values() for line in source.splitlines() if line.startswith("package ")
        }
        imported = {
            line.split()[1].removeprefix("data.")
            for source in kept.values()
            for line in source.splitlines()
            if line.startswith("import data.")
        }
        assert imported <= packages
        assert len(kept) < len(modules) / 2
