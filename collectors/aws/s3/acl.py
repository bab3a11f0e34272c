"""Whom the access control list of a bucket lets in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assay.collector import Resource

from ..answers import Answer, Found, Unread
from .operations import ACL, OWNERSHIP
from .site import Bucket

_GROUPS = "http://acs.amazonaws.com/groups/global/"
_EVERYBODY = (f"{_GROUPS}AllUsers", f"{_GROUPS}AuthenticatedUsers")


def state_acl(resource: Resource, bucket: Bucket) -> set[str] | Unread:
    """State `acl_public` and return whom the list names beside the owner; everybody has no name.

    Where the owner of the bucket owns every object (BucketOwnerEnforced), lists have no effect.
    """
    ownership, acl = bucket.ask(OWNERSHIP), bucket.ask(ACL)
    match ownership, acl:
        case Found({"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}, *_]}), _:
            let_in = set()
        case _, Found({"Owner": {"ID": owner}} as body):
            let_in = {_grantee(grant.get("Grantee", {})) for grant in body.get("Grants", ())} - {owner, ""}
        case _:
            unread = _why(acl)
            unread.miss(resource, ["acl_public"])
            return unread
    resource.state("acl_public", "*" in let_in)
    return let_in - {"*"}


def _grantee(grantee: Mapping[str, Any]) -> str:
    """Return `*`, a canonical id or an address; empty for the service that delivers logs."""
    if grantee.get("Type") == "Group":
        return "*" if grantee.get("URI") in _EVERYBODY else ""
    return str(grantee.get("ID") or grantee.get("EmailAddress") or "")


def _why(acl: Answer) -> Unread:
    return acl if isinstance(acl, Unread) else Unread("corrupt", ACL.label)
