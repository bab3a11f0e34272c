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
    if isinstance(site.account, Unread) and any(map(account_of, named)):
        site.account.miss(resource, ["external_principals"])
        return
    resource.state("external_principals", sorted(name for name in named if not _is_own(name, site)))


def _is_own(principal: str, site: Site) -> bool:
    # A server that speaks S3 may leave the account out of the ARNs of its own users.
    own_user = principal.startswith("arn:") and not account_of(principal) and not site.is_aws
    return own_user or principal in (site.account, site.listing.owner) or account_of(principal) == site.account
