"""Whether a managed database demands TLS, and in which versions and ciphers: by its parameter group."""

from __future__ import annotations

from functools import lru_cache

from assay.collector import Resource

from ....postgresql import encryption
from ....postgresql.facts import Unread, attempt
from ....postgresql.settings import Settings
from ...value import Unknown
from ..telling import tell
from .engines import Engine
from .parameters import Parameters

#: Dialect to the parameter that makes the server refuse clear text. Its default depends on version and day of creation.
_REQUIRED = {
    "postgresql": "rds.force_ssl",
    "sqlserver": "rds.force_ssl",
    "mysql": "require_secure_transport",
    "redshift": "require_ssl",
    "neptune": "neptune_enforce_ssl",
    "docdb": "tls",
}
_ON = frozenset({"1", "on", "true", "enabled", "tls1.2+", "tls1.3+", "fips-140-3"})
_OFF = frozenset({"0", "off", "false", "disabled"})

#: Dialect to the parameters for the versions and for the ciphers up to TLS 1.2, in the words of OpenSSL.
_LIMITS = {"postgresql": ("ssl_min_protocol_version", "ssl_ciphers"), "mysql": ("tls_version", "ssl_cipher")}


def tell_transport(resource: Resource, engine: Engine, parameters: Parameters) -> None:
    """State `tls_required`, `tls_min_version` and `tls_weak_ciphers`."""
    if engine.dialect in _REQUIRED:
        tell(resource, "tls_required", _required(_REQUIRED[engine.dialect], parameters))
    if engine.dialect in _LIMITS:
        versions, ciphers = _LIMITS[engine.dialect]
        lowest = _lowest(versions, parameters)
        tell(resource, "tls_min_version", _ours(lowest))
        tell(resource, "tls_weak_ciphers", _weak(lowest, ciphers, parameters))


def _required(name: str, parameters: Parameters) -> bool | Unknown:
    value = _value(name, parameters)
    if isinstance(value, Unknown):
        return value
    if value.lower() in _ON:
        return True
    return False if value.lower() in _OFF else Unknown("unsupported", operation=f"parameter {name}")


def _lowest(name: str, parameters: Parameters) -> str | Unknown:
    """Return the lowest version that the server accepts, in the words of the engines: `TLSv1.2`."""
    value = _value(name, parameters)
    if isinstance(value, Unknown):
        return value
    words = value.replace(" ", "").split(",")
    if set(words) <= encryption.VERSIONS.keys():
        return min(words, key=lambda word: encryption.VERSIONS[word])
    return Unknown("unsupported", operation=f"parameter {name}")


def _ours(lowest: str | Unknown) -> str | Unknown:
    return lowest if isinstance(lowest, Unknown) else encryption.VERSIONS[lowest]


def _weak(lowest: str | Unknown, name: str, parameters: Parameters) -> list[str] | Unknown:
    """Return the weak ciphers of the list; with TLS 1.3 alone the list does not matter."""
    if lowest == "TLSv1.3":
        return []
    listed = _value(name, parameters)
    return listed if isinstance(listed, Unknown) else _expanded(listed.replace(",", ":").replace(" ", ""))


@lru_cache(maxsize=256)
def _expanded(listed: str) -> list[str] | Unknown:
    settings = Settings({"ssl_min_protocol_version": "", "ssl_ciphers": listed}, None)
    weak = attempt(encryption.weak_ciphers, settings)
    return Unknown(weak.reason, operation=weak.operation) if isinstance(weak, Unread) else weak


def _value(name: str, parameters: Parameters) -> str | Unknown:
    value = parameters.get(name)
    return Unknown("not_in_source", operation=f"parameter {name}: left to the service") if value is None else value
