"""Which buckets the trails of CloudTrail record the object access of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from .answers import Answer, Found, NotSet, Unread
from .operations import Operation
from .reader import Reader
from .selectors import Access, access_recorded

_FIELDS = ("storage_bucket.access_logging", "storage_bucket.log_source_id")
DESCRIBE = Operation("cloudtrail", "DescribeTrails", "cloudtrail:DescribeTrails", "trailList", fields=_FIELDS)
STATUS = Operation("cloudtrail", "GetTrailStatus", "cloudtrail:GetTrailStatus", fields=_FIELDS)
SELECTORS = Operation("cloudtrail", "GetEventSelectors", "cloudtrail:GetEventSelectors", fields=_FIELDS)
OPERATIONS = (DESCRIBE, STATUS, SELECTORS)


class Records(Protocol):
    """What tells which access it records: one trail."""

    @property
    def arn(self) -> str:
        """The ARN of the trail."""

    def records(self, bucket: str) -> Access | Unread:
        """Return the access to a bucket's objects that it records; the bucket is given by its ARN."""


@dataclass(frozen=True)
class Trail:
    """One trail: whether it is on, and what it selects."""

    arn: str
    status: Answer
    selectors: Answer

    def records(self, bucket: str) -> Access | Unread:
        """Return the access to a bucket's objects that it records; the bucket is given by its ARN."""
        if isinstance(self.status, Found) and not self.status.value.get("IsLogging"):
            return frozenset()
        if not isinstance(self.selectors, Found):
            return _unread(self.selectors)
        recorded = access_recorded(self.selectors.value, bucket)
        return recorded if not recorded or isinstance(self.status, Found) else _unread(self.status)


class Trails:
    """The trails of an account, each read once although every region lists it."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self._known: dict[str, Trail] = {}
        self._of_region: dict[str, Sequence[Trail] | Unread] = {}

    def load(self, region: str) -> None:
        """Read the trails that record the events of a region, wherever they were made."""
        answer = self.reader.ask(DESCRIBE, region)
        match answer:
            case Found(trails):
                self._of_region[region] = [self._trail(trail) for trail in trails]
            case NotSet():
                self._of_region[region] = []
            case Unread():
                self._of_region[region] = answer

    def recording(self, region: str, bucket: str) -> list[str] | Unread:
        """Return the ARNs of the trails that together record every read and write of a bucket's objects."""
        trails = self._of_region[region]
        return trails if isinstance(trails, Unread) else recording(trails, bucket)

    def _trail(self, described: Mapping[str, Any]) -> Trail:
        arn, home = described["TrailARN"], described.get("HomeRegion", "")
        if arn not in self._known:
            status = self.reader.ask(STATUS, home, Name=arn)
            self._known[arn] = Trail(arn, status, self.reader.ask(SELECTORS, home, TrailName=arn))
        return self._known[arn]


def recording(trails: Iterable[Records], bucket: str) -> list[str] | Unread:
    """Return the ARNs of those trails that together record every read and write of a bucket's objects."""
    recorded: Access = frozenset()
    arns, doubts = [], []
    for trail in trails:
        answer = trail.records(bucket)
        if isinstance(answer, Unread):
            doubts.append(answer)
        elif answer - recorded:
            recorded |= answer
            arns.append(trail.arn)
    if recorded == {"read", "write"}:
        return arns
    return doubts[0] if doubts else []


def _unread(answer: Answer) -> Unread:
    return answer if isinstance(answer, Unread) else Unread("corrupt", SELECTORS.label)
