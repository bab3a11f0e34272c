"""Every option of databases."""

from __future__ import annotations

from ..model import Database, Table, Warehouse
from .tags import PUBLIC, SENSITIVE

_SSL = {
    "postgres": ("rds.force_ssl", "1", "0"),
    "sqlserver-ex": ("rds.force_ssl", "1", "0"),
    "mysql": ("require_secure_transport", "1", "OFF"),
    "mariadb": ("require_secure_transport", "1", "0"),
    "aurora-postgresql": ("rds.force_ssl", "1", "0"),
    "aurora-mysql": ("require_secure_transport", "ON", "OFF"),
    "docdb": ("tls", "tls1.2+", "disabled"),
    "neptune": ("neptune_enforce_ssl", "1", "0"),
}
_VERSIONS = {
    "postgres": "16.8",
    "mysql": "8.0.42",
    "mariadb": "10.11.11",
    "aurora-postgresql": "16.6",
    "aurora-mysql": "8.0.mysql_aurora.3.08.2",
    "sqlserver-ex": "16.00.4185.3.v1",
    "docdb": "5.0.0",
    "neptune": "1.3.4.0",
}
_AUDITED = (
    ("shared_preload_libraries", "pgaudit,pg_stat_statements"),
    ("pgaudit.log", "all"),
    ("log_connections", "1"),
    ("log_disconnections", "1"),
)
_PLUGIN = (("server_audit_logging", "1"), ("server_audit_events", "CONNECT,QUERY"))
_FORCED = ("rds.force_ssl", "1")
_SOURCES = ("any", "any_v6", "private", "group", None)
DATABASES = (
    *(Database(engine, version) for engine, version in _VERSIONS.items()),
    *(Database(engine, _VERSIONS[engine], parameters=((name, on),)) for engine, (name, on, _) in _SSL.items()),
    *(Database(engine, _VERSIONS[engine], parameters=((name, off),)) for engine, (name, _, off) in _SSL.items()),
    *(Database(engine, version, encrypted=True) for engine, version in _VERSIONS.items()),
    *(Database(engine, version, encrypted=False) for engine, version in _VERSIONS.items()),
    *(Database(engine, encrypted=True, key="own_key") for engine in ("postgres", "docdb", "aurora-mysql")),
    Database(encrypted=True, key="elsewhere"),
    *(Database(encrypted=True, key=key, tags=SENSITIVE) for key in (None, "own_key")),
    *(Database(version=version) for version in (None, "11.22", "13.4", "17")),
    *(Database(public=public, source=source) for public in (True, False, None) for source in _SOURCES),
    Database("aurora-postgresql", "16.6", public=True, source="any"),
    Database("aurora-postgresql", "16.6", public=False, source="private"),
    *(Database(engine, None, public=None, source="private", backup_days=None) for engine in _VERSIONS),
    Database(parameters=()),
    *(Database(parameters=(_FORCED, ("ssl_min_protocol_version", lowest))) for lowest in ("TLSv1.2", "TLSv1.3")),
    Database(parameters=(_FORCED, ("ssl_min_protocol_version", "TLSv1.1"), ("ssl_ciphers", "HIGH:!aNULL"))),
    Database("mysql", "8.0.42", parameters=(("require_secure_transport", "1"), ("tls_version", "TLSv1.2,TLSv1.3"))),
    Database(parameters=_AUDITED, exports=("postgresql", "upgrade")),
    Database(parameters=_AUDITED, tags=SENSITIVE),
    Database(parameters=(*_AUDITED[:1], ("pgaudit.log", "ddl,role")), exports=("postgresql",), tags=SENSITIVE),
    Database("aurora-mysql", parameters=_PLUGIN, exports=("audit",)),
    Database("docdb", "5.0.0", parameters=(("audit_logs", "all"),), exports=("audit",)),
    *(Database(backup_days=days) for days in (None, 0, 1, 35)),
    *(Database(protected=protected) for protected in (True, False)),
    *(Database(upgrades=upgrades, version="16") for upgrades in (True, False)),
    *(Database(password=way) for way in ("literal", "default", "asked")),
    *(Database(tags=tags) for tags in (SENSITIVE, PUBLIC, (("env", "test"),), (("Environment", "production"),))),
)
WAREHOUSES = (
    Warehouse(),
    *(Warehouse(encrypted) for encrypted in (None, False)),
    *(Warehouse(key=key) for key in ("own_key", "elsewhere")),
    *(Warehouse(public=public) for public in (None, True)),
    *(Warehouse(parameters=(("require_ssl", value),)) for value in ("true", "false")),
    Warehouse(parameters=(("enable_user_activity_logging", "true"),), logs=True),
    Warehouse(parameters=(), logs=True, tags=SENSITIVE),
)
TABLES = (
    Table(),
    *(Table(encryption=way) for way in ("off", "service_key", "own_key")),
    Table(encryption="own_key", tags=SENSITIVE),
    *(Table(recovery=recovery) for recovery in (True, False)),
    *(Table(protected=protected) for protected in (True, False)),
)
