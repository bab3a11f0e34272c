"""The principals outside the account that a bucket lets in."""

from __future__ import annotations

from assay.collector import Resource

from ..answers import Unread
from ..policy import account_of
from .site import Site


def state_outsiders(resource: Resource, site: Site, *let_in: set[str] | Unread) -> None:
    """State `external_principals`; a list that could be read only in part is unread."""
    named: set[str] = set()
    for part in let_in:
        if isinstance(part, Unread):
            part.miss(resource, ["external_principals"])
            return
        named |= part
    outside = sorted(name for name in named if not site.is_own(name))
    if isinstance(site.account, Unread) and any(map(account_of, outside)):
        site.account.miss(resource, ["external_principals"])
    else:
        resource.state("external_principals", outside)
