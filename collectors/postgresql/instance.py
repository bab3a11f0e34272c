"""The server as a `database_instance`."""

from __future__ import annotations

from collections.abc import Mapping
from ipaddress import ip_address
from typing import Any

from assay.collector import Output, Resource

from . import auditing, encryption, password_rules
from .access_rules import Rule
from .facts import Unread, UnreadError, attempt, need, state
from .limits import NEVER
from .server import Server

#: Families of settings that only a provider's server has.
PROVIDERS = {"rds": "aws", "cloudsql": "other_cloud", "alloydb": "other_cloud", "azure": "other_cloud"}


def write_instance(server: Server, options: Mapping[str, Any], out: Output) -> None:
    """Write the one instance of the source."""
    ids = server.ids
    aliases = [server.address] if server.address else []
    resource = Resource(ids.instance, ids.source, aliases=aliases)
    state(resource, NEVER["database_instance"])
    state(resource, _identity(server, options))
    state(resource, _connections(server))
    state(resource, _logging(server))
    # PostgreSQL has no account without a name, and no setting that encrypts its log files.
    state(resource, {"anonymous_account_count": 0, "log_files_encrypted": False}, "documented")
    for option, name in (("hosting", "hosting"), ("log_source", "log_source_id")):
        if option in options:
            resource.state(name, str(options[option]), "declared")
    out.resource("database_instance", resource)


def _identity(server: Server, options: Mapping[str, Any]) -> dict[str, object]:
    hosting = attempt(_hosting, server)
    own = options.get("hosting", hosting) == "self_hosted"
    return {
        "engine": attempt(lambda: "aurora" if need(server.about)["aurora"] else "postgresql"),
        "engine_family": "postgresql",
        "engine_version": attempt(lambda: need(server.about)["version"].partition(" ")[0]),
        "hosting": hosting,
        # A server has no tags of its own; the cloud's copy of it may.
        "tags": {} if own else Unread("not_in_source", "tags are kept by the cloud"),
    }


def _hosting(server: Server) -> str:
    for family in sorted(need(server.families) & PROVIDERS.keys()):
        return PROVIDERS[family]
    if server.local:
        return "self_hosted"
    raise UnreadError(Unread("not_in_source", "hosting: say it in assay.yaml"))


def _connections(server: Server) -> dict[str, object]:
    settings, rules = server.settings, server.rules
    remote = attempt(_listens_remotely, server)
    # What listens on loopback alone has no address that a firewall could open.
    reachable = Unread("not_in_source", "firewall and addresses of the host") if remote is True else remote
    return {
        "remote_listener": remote,
        "publicly_accessible": reachable,
        "ingress_any": reachable,
        "tls_required": attempt(encryption.required, settings, rules),
        "tls_min_version": attempt(encryption.minimum_version, settings),
        "tls_weak_ciphers": attempt(encryption.weak_ciphers, settings),
        "plaintext_auth_rules": attempt(encryption.plaintext_rules, settings, rules),
        "open_host_rules": attempt(lambda: [rule.text for rule in need(rules) if rule.any_address]),
        "trust_auth_rules": attempt(lambda: [rule.text for rule in _trusting(server)]),
        "trust_auth_remote": attempt(lambda: any(rule.remote for rule in _trusting(server))),
    }


def _trusting(server: Server) -> list[Rule]:
    return [rule for rule in need(server.rules) if rule.passwordless]


def _listens_remotely(server: Server) -> bool:
    listed = server.settings.get("listen_addresses") or ""
    return not all(_is_loopback(name.strip()) for name in listed.split(",") if name.strip())


def _is_loopback(name: str) -> bool:
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return name == "localhost"


def _logging(server: Server) -> dict[str, object]:
    settings = server.settings
    scope = attempt(auditing.scope, settings, server.overrides)
    return {
        "audit_scope": scope,
        "audit_enabled": scope if isinstance(scope, Unread) else bool(scope),
        "log_source_id": attempt(_log_source, server),
        "password_min_length": attempt(password_rules.minimum_length, settings),
        "password_complexity": attempt(password_rules.complexity, settings),
        "login_lockout_threshold": attempt(password_rules.lockout_threshold, settings),
    }


def _log_source(server: Server) -> str:
    if server.settings.get("log_destination") == "":
        return "none"
    raise UnreadError(Unread("not_in_source", "log_source: say it in assay.yaml"))
