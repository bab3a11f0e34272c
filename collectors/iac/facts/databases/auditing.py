"""What the audit log of a database records, and where it goes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from assay.collector import Resource

from ....postgresql import auditing
from ....postgresql.facts import Unread, attempt
from ....postgresql.settings import Settings
from ...code import Code
from ...declared import Declared
from ...value import Unknown
from ..telling import tell
from .audit_plugin import Scope, classes, parameter_scope
from .identity import database_id, name_of
from .parameters import Parameters

#: Dialect to the export that holds the audit log.
AUDIT_LOGS = {"postgresql": "postgresql", "mysql": "audit", "docdb": "audit", "neptune": "audit"}

ALL = ("connect", "ddl", "dml", "role", "select")

#: What DocumentDB records; its log-ins and users are events of `ddl`.
_DOCUMENTS: Mapping[str, Sequence[str]] = {
    "disabled": (),
    "none": (),
    "enabled": ("connect", "ddl", "role"),
    "ddl": ("connect", "ddl", "role"),
    "dml_read": ("select",),
    "dml_write": ("dml",),
    "all": ALL,
}


def tell_scope(resource: Resource, scope: Scope) -> None:
    """State what is recorded, and so whether the audit log is on."""
    tell(resource, "audit_scope", scope)
    tell(resource, "audit_enabled", scope if isinstance(scope, Unknown) else bool(scope))


def scope_of(dialect: str, parameters: Parameters) -> Scope:
    """Return what the parameter group has recorded; a class that it leaves out is not recorded."""
    read = _READ.get(dialect)
    if read is None:
        return Unknown("not_in_source", operation="the code does not show what the audit log records")
    return read(parameters)


def common(scopes: Sequence[Scope]) -> Scope:
    """Return what every instance of a cluster records."""
    unknown = next((scope for scope in scopes if isinstance(scope, Unknown)), None)
    if unknown is not None:
        return unknown
    return sorted(set(ALL).intersection(*(scope for scope in scopes if isinstance(scope, list))))


def tell_export(resource: Resource, code: Code, declared: Declared, log: str, group: str) -> None:
    """State the log group that the audit log goes to; a log that is not exported goes nowhere.

    `log` is the export that holds it, `group` what comes before the name of the database in that of the log group.
    """
    exports = declared.arguments.texts("enabled_cloudwatch_logs_exports")
    if isinstance(exports, Unknown):
        tell(resource, "log_source_id", exports)
    elif log in (exports or ()):
        resource.state("log_source_id", log_group_id(code, declared, group, log))
    else:
        resource.state("log_source_id", "none")


def log_group_id(code: Code, declared: Declared, group: str, log: str) -> str:
    """Return the id of the log group that a service makes for a log of a database."""
    name, account, region = name_of(declared), code.account_of(declared), code.region_of(declared)
    if name is None:
        return f"{database_id(code, declared)}:log/{log}"
    place = "" if account is None or region is None else f"{account}:{region}:"
    return f"aws:{place}logs:log-group/{group}/{name.lower()}/{log}"


def _documents(parameters: Parameters) -> Scope:
    value = parameters.get("audit_logs")
    if value is None or isinstance(value, Unknown):
        return value or Unknown("not_in_source", operation="parameter audit_logs: left to the service")
    return classes(value, _DOCUMENTS, "audit_logs")


def _postgresql(parameters: Parameters) -> Scope:
    """Read the parameters as those of a server; pgaudit does nothing unless it is loaded."""
    values = {name: _setting(parameters, name) for name in (*auditing.NAMES, "shared_preload_libraries")}
    values["log_destination"] = values["log_destination"] or "stderr"
    libraries = attempt(Settings(values, None).libraries)
    if values["pgaudit.log"] and isinstance(libraries, Unread):
        values["pgaudit.log"] = libraries
    elif not isinstance(libraries, Unread) and "pgaudit" not in libraries:
        values["pgaudit.log"] = ""
    recorded = attempt(auditing.scope, Settings(values, None), [])
    return Unknown(recorded.reason, operation=recorded.operation) if isinstance(recorded, Unread) else recorded


def _setting(parameters: Parameters, name: str) -> str | Unread:
    value = parameters.get(name)
    return Unread(value.reason, value.operation) if isinstance(value, Unknown) else value or ""


_READ: Mapping[str, Callable[[Parameters], Scope]] = {
    "postgresql": _postgresql,
    "mysql": parameter_scope,
    "docdb": _documents,
}
