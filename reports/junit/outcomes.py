"""The findings of one check by what becomes of them in a test report; of each sort the worst are kept."""

from __future__ import annotations

from assay.run import Finding

from ..kept import Kept
from ..pipeline import ACCEPTED, GAPS, UNDECIDED

CASES = 1000
"""Cases of one sort in a suite: more would only weigh down the pages that show them."""
_BROKEN = frozenset({"policy_error", "engine_lost", "worker_lost"})


class Outcomes:
    """Gaps fail; what could not be judged at all is an error; the undecided and the accepted are skipped."""

    def __init__(self) -> None:
        self.gaps, self.errors, self.skipped, self.passed = (Kept(CASES) for _ in range(4))

    def add(self, finding: Finding) -> None:
        """Put a finding where it belongs; what does not bind its resource is no test."""
        if GAPS.holds(finding):
            self.gaps.add(finding)
        elif UNDECIDED.holds(finding) and _is_broken(finding):
            self.errors.add(finding)
        elif finding["verdict"] == "unknown" or ACCEPTED.holds(finding):
            self.skipped.add(finding)
        elif finding["verdict"] == "pass":
            self.passed.add(finding)

    @property
    def more(self) -> int:
        """How many findings are counted and not kept."""
        return sum(kept.more for kept in (self.gaps, self.errors, self.skipped, self.passed))

    def __len__(self) -> int:
        return sum(map(len, (self.gaps, self.errors, self.skipped, self.passed)))


def _is_broken(finding: Finding) -> bool:
    """Say whether a policy or an engine failed, and not only a fact is missing."""
    return any("problem" in item or item.get("unread") in _BROKEN for item in finding["evidence"])
