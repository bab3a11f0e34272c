"""What AWS's named security policies accept, by the shipped table `security_policies.yaml`."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assay import yaml_reader
from assay.collector import Resource

from ...declared import Declared
from ...value import Unknown
from ..telling import DEFAULT


@dataclass(frozen=True)
class Accepted:
    """The lowest TLS version, and the weak suites, or None where they were not read."""

    min_version: str
    weak_suites: Sequence[str] | None


def find(service: str, name: str) -> Accepted | None:
    """Return what a policy of a service accepts, or None where the table does not have it."""
    return _table().get((service, name))


def state_policy(
    resource: Resource, declared: Declared, service: str, name: str | Unknown | None, default: str | None = None
) -> None:
    """State what a named policy accepts; without a name, what the service's own default for new resources does."""
    basis = None
    if name is None and declared.is_new:
        name, basis = default, DEFAULT
    if isinstance(name, str):
        state_accepted(resource, find(service, name), name, basis)
    else:
        miss_tls(resource, name.reason if name else "not_in_source", "security policy")


def state_accepted(resource: Resource, accepted: Accepted | None, name: str, basis: str | None = None) -> None:
    """State `tls_min_version` and `tls_weak_ciphers`."""
    if accepted is None:
        miss_tls(resource, "unsupported", name)
        return
    resource.state("tls_min_version", accepted.min_version, basis)
    if accepted.weak_suites is None:
        resource.miss("tls_weak_ciphers", "unsupported", name)
    else:
        resource.state("tls_weak_ciphers", list(accepted.weak_suites), basis)


def miss_tls(resource: Resource, reason: str, operation: str) -> None:
    """Say why versions and suites are not known."""
    resource.miss("tls_min_version", reason, operation)
    resource.miss("tls_weak_ciphers", reason, operation)


@functools.cache
def _table() -> dict[tuple[str, str], Accepted]:
    return {
        (entry["service"], name): Accepted(
            version, None if name in entry["suites_unread"] else tuple(entry["weak"].get(name, ()))
        )
        for entry in yaml_reader.load(Path(__file__).with_suffix(".yaml"))
        for version, names in entry["versions"].items()
        for name in names
    }
