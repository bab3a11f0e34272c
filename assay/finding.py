"""A finding in the form of `assay.run/1`: written by the engine, and what a recorded run is held to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Literal

import msgspec

from assay.check import Words


class Finding(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One check's verdict on one resource."""

    check: str
    control: str
    kind: str
    resource: str
    source: str
    verdict: Literal["pass", "fail", "unknown", "not_applicable"]
    disposition: Literal["open", "waived", "waiver_expired", "attested", "baseline"]
    severity: Annotated[str, msgspec.Meta(pattern="^(critical|high|medium|low)$")]
    reason: Words
    evidence: Sequence[dict[str, Any]]
    location: dict[str, Any] | None
    fingerprint: str
    first_seen: str | None
    collected_at: str
