"""The three audit logs of Redshift: connections, users, and what users do, which a parameter switches on."""

from __future__ import annotations

from assay.collector import Resource

from ...block import Block
from ...code import Code
from ...declared import Declared
from ...value import Unknown
from ..buckets.naming import bucket_id
from ..loose import loose
from ..telling import tell
from .audit_plugin import Scope
from .auditing import log_group_id, tell_scope
from .parameters import Parameters

_SEPARATE = "aws_redshift_logging"
_CLUSTER = "aws_redshift_cluster"
_ACTIVITY = "useractivitylog"
_CLASSES = {"connectionlog": ["connect"], "userlog": ["role"], _ACTIVITY: ["ddl", "dml", "select"]}
_ON = frozenset({"1", "on", "true"})


def tell_logs(resource: Resource, code: Code, cluster: Declared, parameters: Parameters) -> None:
    """State what a cluster records and where that goes."""
    logging = _logging(code, cluster)
    if isinstance(logging, Unknown):
        tell_scope(resource, logging)
        tell(resource, "log_source_id", logging)
    elif logging is None:
        tell_scope(resource, [])
        resource.state("log_source_id", "none")
    else:
        logs = _logs(logging.arguments)
        tell_scope(resource, scope_of_logs(logs, parameters))
        tell(resource, "log_source_id", _destination(code, cluster, logging, logs))


def scope_of_logs(logs: list[str] | Unknown, parameters: Parameters) -> Scope:
    """Return what some of the three logs record."""
    if isinstance(logs, Unknown):
        return logs
    if _ACTIVITY in logs:
        is_on = parameters.get("enable_user_activity_logging")
        if isinstance(is_on, Unknown):
            return is_on
        logs = logs if (is_on or "false").lower() in _ON else [log for log in logs if log != _ACTIVITY]
    return sorted(class_ for log in logs for class_ in _CLASSES.get(log, ()))


def _logging(code: Code, cluster: Declared) -> Declared | Unknown | None:
    """Return what configures the logs, None where they are off, as they are unless somebody switches them on."""
    separate = code.users(cluster, "cluster_identifier", _SEPARATE)
    if separate:
        return separate[0]
    doubtful = loose(code, "cluster_identifier", _CLUSTER, _SEPARATE)
    if doubtful:
        return Unknown(operation=f"{doubtful[0].address} cluster_identifier")
    return _inline(code, cluster)


def _inline(code: Code, cluster: Declared) -> Declared | Unknown | None:
    block = cluster.arguments.block("logging")
    if isinstance(block, Unknown):
        return block
    if block is None:
        is_off = code.complete and (cluster.is_new or cluster.values.get("logging") == [])
        return None if is_off else Unknown("not_in_source", operation=_SEPARATE)
    enabled = block.flag("enable")
    if isinstance(enabled, Unknown):
        return enabled
    written = Declared(_SEPARATE, cluster.address, block, cluster.place, references=cluster.references)
    return written if enabled is not False else None


def _logs(logging: Block) -> list[str] | Unknown:
    """Return the logs that are written: to a bucket all of them, to a log group those that are named."""
    destination = logging.text("log_destination_type")
    if isinstance(destination, Unknown):
        return destination
    exports = logging.texts("log_exports")
    return [*_CLASSES] if destination != "cloudwatch" else [] if exports is None else exports


def _destination(code: Code, cluster: Declared, logging: Declared, logs: list[str] | Unknown) -> str | Unknown:
    """Return the id of the bucket, or of the log group of the fullest log."""
    if isinstance(logs, Unknown):
        return logs
    if logging.arguments.text("log_destination_type") == "cloudwatch":
        fullest = next((log for log in reversed(_CLASSES) if log in logs), None)
        return "none" if fullest is None else log_group_id(code, cluster, "/aws/redshift/cluster", fullest)
    name = logging.arguments.value("bucket_name")
    found = code.named(name, logging, ["aws_s3_bucket"])
    if isinstance(found, Unknown):
        return found
    if len(found) == 1:
        return bucket_id(code, found[0])
    return f"aws:s3:bucket/{name}" if isinstance(name, str) else Unknown("not_in_source", operation="bucket_name")
