"""What a run means for the exit code: the table of the contract."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from assay.outcome import of

NONE = {"critical": 0, "high": 0, "medium": 0, "low": 0}


def _head(
    gaps: Mapping[str, int], unknowns: Mapping[str, int], assessed: int = 3, sources: tuple[str, ...] = ("complete",)
) -> dict[str, Any]:
    return {
        "run": {"sources": [{"name": f"s{place}", "outcome": outcome} for place, outcome in enumerate(sources)]},
        "summary": {
            "gaps": NONE | dict(gaps),
            "unknowns": NONE | dict(unknowns),
            "checks": {"assessed": assessed, "not_assessed": 0},
        },
    }


CLEAN, GAPS, INCOMPLETE = 0, 1, 3
TABLE: list[tuple[str, dict[str, Any], str, bool, bool, int]] = [
    ("all pass", _head({}, {}), "high", False, False, CLEAN),
    ("a gap at the level", _head({"high": 1}, {}), "high", False, False, GAPS),
    ("a gap above the level", _head({"critical": 1}, {}), "high", False, False, GAPS),
    ("a gap below the level", _head({"medium": 9}, {}), "high", False, False, CLEAN),
    ("a low gap at the lowest level", _head({"low": 1}, {}), "low", False, False, GAPS),
    ("a high gap at the highest level", _head({"high": 1}, {}), "critical", False, False, CLEAN),
    ("an unknown at the level", _head({}, {"high": 1}), "high", False, False, INCOMPLETE),
    ("an unknown above the level", _head({}, {"critical": 1}), "high", False, False, INCOMPLETE),
    ("an unknown below the level", _head({}, {"medium": 9}), "high", False, False, CLEAN),
    ("an unknown that is allowed", _head({}, {"critical": 1}), "high", True, False, CLEAN),
    ("a low unknown, strictly", _head({}, {"low": 1}), "high", False, True, INCOMPLETE),
    ("no unknown, strictly", _head({}, {}), "high", False, True, CLEAN),
    ("a gap goes before an unknown", _head({"high": 1}, {"critical": 9}), "high", False, False, GAPS),
    ("a gap is a gap though unknowns are allowed", _head({"high": 1}, {}), "high", True, False, GAPS),
    ("a failed source", _head({}, {}, 3, ("complete", "failed")), "high", False, False, INCOMPLETE),
    ("a failed source that is allowed", _head({}, {}, 3, ("failed",)), "high", True, False, CLEAN),
    ("a source read in part", _head({}, {}, 3, ("partial",)), "high", False, False, CLEAN),
    ("a gap though a source failed", _head({"high": 1}, {}, 3, ("failed",)), "high", False, False, GAPS),
    ("nothing assessed", _head({}, {}, 0), "high", False, False, INCOMPLETE),
    ("nothing assessed though unknowns are allowed", _head({}, {}, 0), "high", True, False, INCOMPLETE),
    ("nothing assessed and every source lost", _head({}, {}, 0, ("failed",)), "low", True, False, INCOMPLETE),
]


@pytest.mark.parametrize(
    ("head", "fail_on", "allow", "strict", "code"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_the_exit_code(head: dict[str, Any], fail_on: str, allow: bool, strict: bool, code: int) -> None:
    assert of(head, fail_on, allow, strict).code == code


def test_the_line_names_what_counts() -> None:
    assert of(_head({"high": 2, "low": 5}, {"critical": 1}), "high", False).line == (
        "2 gaps and 1 unknown at or above high"
    )
    lost = of(_head({}, {}, 3, ("complete", "failed")), "high", False)
    assert lost.line == "incomplete: 0 gaps and 0 unknown at or above high; not read at all: s1"
    assert of(_head({}, {}, 0), "high", False).line == "nothing was there to judge: no check was assessed"
