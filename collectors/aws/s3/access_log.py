"""Whether access to the objects of a bucket is recorded: by the bucket itself, or by a trail."""

from __future__ import annotations

from assay.collector import Resource

from ..answers import Answer, Found, Unread, settle
from ..ids import resource_id
from .operations import LOGGING
from .site import Bucket

_FIELDS = ("access_logging", "log_source_id")


def state_access_log(resource: Resource, bucket: Bucket) -> None:
    """State `access_logging` and `log_source_id`: the trail, or else the bucket that the log goes to.

    Both ways have to be known: data events that could not be read may stand behind a server access log.
    """
    log, trails = _server_log(bucket), _data_events(bucket)
    if isinstance(log, Unread):
        log.miss(resource, _FIELDS)
    elif isinstance(trails, Unread):
        trails.miss(resource, _FIELDS)
    else:
        target = log.value if isinstance(log, Found) else "none"
        resource.state("access_logging", _mode(isinstance(log, Found), bool(trails)))
        settle(resource, "log_source_id", resource_id(trails[0]) if trails else target)


def _mode(server_access: bool, data_events: bool) -> str:
    if server_access and data_events:
        return "both"
    if server_access:
        return "server_access"
    return "data_events" if data_events else "none"


def _server_log(bucket: Bucket) -> Answer:
    """Return the id of the bucket that the server access log goes to, as far as it is known."""
    match bucket.ask(LOGGING):
        case Found({"TargetBucket": target}):
            return Found(target if isinstance(target, Unread) else bucket.site.id_of(target))
        case Found():
            return Unread("corrupt", LOGGING.label)
        case answer:
            return answer


def _data_events(bucket: Bucket) -> list[str] | Unread:
    """Return the trails that record the access; a server that only speaks S3 has none."""
    if not bucket.site.is_aws:
        return []
    if isinstance(bucket.region, Unread):
        return bucket.region
    return bucket.site.trails.recording(bucket.region, bucket.arn)
