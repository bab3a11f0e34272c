"""No check makes a pass out of silence: every fact that it reads is taken away, one by one, on the example."""

from __future__ import annotations

from typing import Any

import pytest
from support.judging import content

from assay import codec
from assay.check import Check
from assay.engines.protocol import PolicyEngine
from assay.examples import recorded
from assay.proof import prove
from assay.silence import broken
from assay.snapshot.reader import Snapshot
from assay.trial import Trial

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
def test_no_removal_makes_a_pass(
    check: Check, embedded: PolicyEngine, snapshot: Snapshot, records: dict[str, list[dict[str, Any]]]
) -> None:
    trial = Trial(content(), embedded, snapshot.manifest["settings"])
    manifest = snapshot.manifest
    removals = list(prove(trial, check, records, manifest["taken_at"], manifest["sources"], most=2))
    assert [removal for removal in removals if removal.broken] == []
    assert any(removal.before == "pass" and removal.after == "unknown" for removal in removals)
