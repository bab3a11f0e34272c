"""Trails that code declares, by the access to the objects of a bucket that they record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ....aws.answers import Unread
from ....aws.selectors import Access, access_recorded
from ....aws.trails import recording
from ...code import Code
from ...declared import Declared
from ...ids import identified
from ...value import Unknown, has_unknown
from .naming import Named
from .selectors import selectors


@dataclass(frozen=True)
class TrailsOf:
    """The trails that may record the access to one bucket."""

    bucket: Named
    trails: Sequence[tuple[Declared, bool]]
    """Each with whether something of it is not known."""

    def recording(self, region: str, _: str) -> list[str] | Unread:
        """Return the ids of the trails that together record every read and write of its objects."""
        covering = [TrailOf(self.bucket, trail, is_open, region) for trail, is_open in self.trails]
        found = recording(covering, self.bucket.arn)
        if not found and not self.bucket.code.complete:
            return Unread("partial", "aws_cloudtrail")
        return found


@dataclass(frozen=True)
class TrailOf:
    """One trail, as it concerns one bucket in a region."""

    bucket: Named
    declared: Declared
    is_open: bool
    region: str

    @property
    def arn(self) -> str:
        """The id of its record, which is what its ARN makes too."""
        return trail_id(self.bucket.code, self.declared)

    def records(self, bucket: str) -> Access | Unread:
        """Return the access that it records, unless what is not known decides."""
        least = self._recorded(bucket, False)
        if not self.is_open or least == self._recorded(bucket, True):
            return least
        return Unread("known_after_apply", self.declared.address)

    def _recorded(self, bucket: str, hopeful: bool) -> Access:
        arguments, code = self.declared.arguments, self.bucket.code
        is_on, everywhere = arguments.flag("enable_logging"), arguments.flag("is_multi_region_trail")
        on = hopeful if isinstance(is_on, Unknown) else is_on is not False
        here = (code.region_of(self.declared) or "") == self.region
        here = here or (hopeful if isinstance(everywhere, Unknown) else everywhere is True)
        return access_recorded(selectors(self.declared, self.bucket, hopeful), bucket) if on and here else frozenset()


def trails_of(code: Code, account: str | None) -> tuple[tuple[Declared, bool], ...]:
    """Return the trails that record the events of an account: its own, and those of its organisation."""
    return tuple(
        (trail, has_unknown(dict(trail.values)))
        for trail in code.of("aws_cloudtrail")
        if code.account_of(trail) == account or trail.arguments.flag("is_organization_trail") is True
    )


def trail_id(code: Code, trail: Declared) -> str:
    """Return the id of the record of a declared trail."""
    name = trail.arguments.text("name")
    return identified(code, trail, "cloudtrail", "trail", name if isinstance(name, str) else None).id
