"""What the audit plugin of MariaDB records; MySQL and Aurora have it too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...code import Code
from ...declared import Declared
from ...value import Unknown
from .parameters import Parameters, group_of, settings

Scope = list[str] | Unknown

_STATEMENTS = ("ddl", "dml", "role", "select")

#: Its events to our classes; `table` adds names of tables to what `query` records.
_EVENTS: Mapping[str, Sequence[str]] = {
    "connect": ("connect",),
    "query": _STATEMENTS,
    "query_ddl": ("ddl",),
    "query_dml": ("dml", "select"),
    "query_dml_no_select": ("dml",),
    "query_dcl": ("role",),
    "table": (),
}
#: Accounts of the service itself, which no customer uses.
_OF_THE_SERVICE = frozenset({"rdsadmin", "rdstopmgr", "rdsrepladmin"})
_OPTION = "MARIADB_AUDIT_PLUGIN"
#: What the option records where it names no events.
_DEFAULT = "CONNECT,QUERY"
_ON = frozenset({"1", "on", "true"})


def option_scope(code: Code, declared: Declared) -> Scope:
    """Return what an instance records by the option of its option group; without the option it records nothing."""
    group = group_of(code, declared, "option_group_name", "aws_db_option_group")
    options = group if isinstance(group, Unknown) else group.arguments.blocks("option")
    if isinstance(options, Unknown):
        return options
    for option in options:
        name = option.text("option_name")
        if isinstance(name, Unknown):
            return name
        if name == _OPTION:
            set_ = settings(option, "option_settings")
            logging = set_.get("server_audit_logging")
            return recorded(set_, "on" if logging is None else logging, _DEFAULT)
    return []


def parameter_scope(parameters: Parameters) -> Scope:
    """Return what a cluster of Aurora records by its parameter group; nothing unless it is switched on."""
    return recorded(parameters, parameters.get("server_audit_logging") or "0", None)


def recorded(settings: Parameters, logging: str | Unknown, default: str | None) -> Scope:
    """Return what the plugin records; `default` are its events where none are named."""
    if isinstance(logging, Unknown):
        return logging
    if logging.lower() not in _ON:
        return []
    events = settings.get("server_audit_events") or default
    if events is None or isinstance(events, Unknown):
        return events or Unknown("not_in_source", operation="server_audit_events: left to the service")
    return _narrowed(settings) or classes(events, _EVENTS, "server_audit_events")


def classes(listed: str, known: Mapping[str, Sequence[str]], name: str) -> Scope:
    """Return our classes for a list of words; a word that we do not know makes all unknown."""
    words = {word for word in listed.lower().replace(" ", "").split(",") if word}
    if not known.keys() >= words:
        return Unknown("unsupported", operation=f"parameter {name}")
    return sorted({class_ for word in words for class_ in known[word]})


def _narrowed(settings: Parameters) -> Unknown | None:
    """Return why the plugin does not record every account, where it does not."""
    included, excluded = (settings.get(f"server_audit_{name}_users") for name in ("incl", "excl"))
    if isinstance(included, Unknown):
        return included
    if isinstance(excluded, Unknown):
        return excluded
    left_out = {name.strip() for name in (excluded or "").lower().split(",") if name.strip()}
    if included or not left_out <= _OF_THE_SERVICE:
        return Unknown("partial", operation="the audit plugin leaves out some accounts")
    return None
