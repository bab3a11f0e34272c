"""What the auditor's role needs beyond what every role has, and which fields stay unread without it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .statements import ACCESS_RULES, PASSWORDS, SETTINGS

ROLE = "assay_auditor"


@dataclass(frozen=True)
class Permission:
    """One grant, as a reader would give it."""

    grant: str
    needed_for: Sequence[str]


READ_SETTINGS = Permission(
    f"GRANT pg_read_all_settings TO {ROLE}",
    (
        "database_instance.audit_enabled",
        "database_instance.audit_scope",
        "database_instance.login_lockout_threshold",
        "database_instance.password_complexity",
        "database_instance.password_min_length",
        "database_instance.tls_min_version",
        "database_instance.tls_weak_ciphers",
    ),
)
READ_ACCESS_RULES = Permission(
    f"GRANT {ACCESS_RULES.grant} TO {ROLE}",
    (
        "database_instance.open_host_rules",
        "database_instance.plaintext_auth_rules",
        "database_instance.tls_required",
        "database_instance.trust_auth_remote",
        "database_instance.trust_auth_rules",
    ),
)
READ_PASSWORD_METHODS = Permission(
    f"GRANT {PASSWORDS.grant} TO {ROLE}",
    ("database_role.password_method",),
)
CONNECT = Permission(
    f"GRANT CONNECT ON DATABASE {{database}} TO {ROLE}",
    ("database_role.dangerous_privileges", "database_role.ddl_privileges"),
)
SAMPLE = Permission(
    f"GRANT SELECT ON {{table}} TO {ROLE}",
    ("database_column.algorithm", "database_column.plaintext_hits", "database_column.protection"),
)

PERMISSIONS = (CONNECT, READ_SETTINGS, READ_ACCESS_RULES, READ_PASSWORD_METHODS, SAMPLE)

#: By the statement that fails without it; the rest of the catalogue is open to every role.
OF_STATEMENT = {
    SETTINGS.name: READ_SETTINGS,
    ACCESS_RULES.name: READ_ACCESS_RULES,
    PASSWORDS.name: READ_PASSWORD_METHODS,
}
