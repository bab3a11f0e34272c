"""Every option of logs and backups."""

from __future__ import annotations

from ..documents import PARTNER
from ..model import LogGroup, Plan, Snapshot, Trail

TRAILS = (
    Trail(),
    *(Trail(events=events) for events in ("objects", "writes")),
    *(Trail(everywhere=False, validated=validated) for validated in (True, False)),
    *(Trail(key=key) for key in ("own_key", "elsewhere")),
    *(Trail(group_days=days) for days in (30, 400)),
    *(Trail(bucket_days=days) for days in (30, 400)),
)
LOG_GROUPS = (
    *(LogGroup(days) for days in (None, 30, 180, 365)),
    *(LogGroup(365, key) for key in ("own_key", "elsewhere")),
)
PLANS = (
    *(Plan(days) for days in ((35,), (None,), (7, 400), (4000,))),
    *(Plan(key=key) for key in ("own_key", "elsewhere")),
    Plan(encrypted_source=False),
    Plan(outsider=True),
)
SNAPSHOTS = (Snapshot(), Snapshot(False), *(Snapshot(shared=shared) for shared in ((PARTNER,), ("all",))))
