"""No check makes a pass out of silence: every fact that it reads is taken away, one by one.

On the example, and on cases of each check, so that each has a pass to take apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.judging import AS_OF, collected, content

from assay import codec, yaml_reader
from assay.check import Check
from assay.engines.protocol import PolicyEngine
from assay.examples import recorded
from assay.proof import prove
from assay.silence import broken
from assay.snapshot.reader import Snapshot
from assay.trial import Trial

JUDGED_WITHOUT = ".data_level"
"""The catalogue judges what nobody classified as personal, which asks for less than sensitive does."""
CHECKS = sorted(content().catalogue.checks.values(), key=lambda check: check.id)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return Snapshot.open(recorded())


@pytest.fixture(scope="module")
def records(snapshot: Snapshot) -> dict[str, list[dict[str, Any]]]:
    return {
        kind: [codec.decode(line) for line in snapshot.path(kind).read_bytes().splitlines()] for kind in snapshot.kinds
    }


def test_no_policy_passes_a_resource_of_which_nothing_is_known(both: PolicyEngine) -> None:
    assert list(broken(content(), both)) == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_no_removal_makes_a_pass_in_the_example(
    check: Check, embedded: PolicyEngine, snapshot: Snapshot, records: dict[str, list[dict[str, Any]]]
) -> None:
    if check.kind not in records:
        pytest.skip(f"the example holds no {check.kind}")
    trial = Trial(content(), embedded, snapshot.manifest["settings"])
    manifest = snapshot.manifest
    removals = prove(trial, check, records, manifest["taken_at"], manifest["sources"], most=2)
    assert [removal for removal in removals if removal.broken] == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_no_removal_makes_a_pass_in_the_cases(check: Check, embedded: PolicyEngine) -> None:
    trial = Trial(content(), embedded)
    removals = []
    for case in _cases(check):
        as_of = case.get("as_of", AS_OF)
        records, source = collected(case["resources"], case.get("incomplete", ()), as_of, case.get("data_as_of"))
        removals += list(prove(trial, check, records, as_of, [source], most=1))
    assert [removal for removal in removals if removal.broken and not removal.removed.endswith(JUDGED_WITHOUT)] == []
    assert any(removal.before == "pass" and removal.after == "unknown" for removal in removals)


def _cases(check: Check) -> Iterator[dict[str, Any]]:
    """Yield the first cases of a check in which something passes, and one of each other verdict."""
    document = yaml_reader.load(Path(__file__).parent / "cases" / f"{check.id}.yaml")
    left = {"pass": 3, "fail": 1, "unknown": 1}
    for case in document["cases"]:
        verdicts = {item["verdict"] if isinstance(item, dict) else item for item in case["expect"].values()}
        wanted = [verdict for verdict in verdicts if left.get(verdict)]
        if wanted:
            left[wanted[0]] -= 1
            yield {"as_of": document.get("as_of", AS_OF), **case}
