"""The public access block of a bucket."""

from __future__ import annotations

from assay.collector import Resource

from ..answers import Found, Unread
from .operations import PUBLIC_ACCESS
from .site import Bucket

_SETTINGS = ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets")


def state_public_access_block(resource: Resource, bucket: Bucket) -> None:
    """State `public_access_block`: a setting is on when the bucket or its account has it on."""
    answers = [bucket.ask(PUBLIC_ACCESS), bucket.site.block]
    found = [answer.value for answer in answers if isinstance(answer, Found)]
    on = [name for name in _SETTINGS if any(value.get(name) for value in found)]
    unread = [answer for answer in answers if isinstance(answer, Unread)]
    if len(on) == len(_SETTINGS):
        resource.state("public_access_block", "full")
    elif unread:
        unread[0].miss(resource, ["public_access_block"])
    else:
        resource.state("public_access_block", "partial" if on else "none")
