"""What PostgreSQL does not keep, or does not tell: the fields that this collector always leaves unread."""

from __future__ import annotations

from collections.abc import Mapping

from .facts import Unread

_VOLUME = Unread("unsupported", "encryption of the volume is not visible from inside the server")
_BACKUP = Unread("unsupported", "backups are not visible from inside the server")
_REGISTER = Unread("not_in_source", "kept in a register")
_LOG = Unread("unsupported", "last use is in the audit log alone")
_ROWS = Unread("not_in_source", "rows are not read")

NEVER: Mapping[str, Mapping[str, Unread]] = {
    "database_instance": {
        "at_rest_encryption": _VOLUME,
        "kms_key_id": _VOLUME,
        "log_volume_encrypted": _VOLUME,
        "unencrypted_tablespace_count": _VOLUME,
        "backup_enabled": _BACKUP,
        "backup_retention_days": _BACKUP,
        "last_backup_at": _BACKUP,
        "last_restore_test_at": _REGISTER,
        "created_at": Unread("unsupported", "a server does not know when it was set up"),
    },
    "database_role": {"last_login_at": _LOG},
    "database_table": {
        "record_date_column": _REGISTER,
        "oldest_record_at": _ROWS,
        "last_purge_at": _REGISTER,
    },
    "database_column": {
        "key_id": _REGISTER,
        "masking_policy": _REGISTER,
        "processing_activity_ids": _REGISTER,
        "in_use": Unread("unsupported", "use of single columns is not counted"),
        "observed_days": Unread("unsupported", "use of single columns is not counted"),
    },
    "access_grant": {
        "approval_id": _REGISTER,
        "approved_by_staff_id": _REGISTER,
        "approved_at": _REGISTER,
        "role_definition_id": _REGISTER,
        "temporary": _REGISTER,
        "last_used_at": _LOG,
    },
    "identity_account": {
        "created_at": Unread("unsupported", "a role does not know when it was made"),
        "last_login_at": _LOG,
        "mfa_enabled": Unread("unsupported", "a second factor is asked before the server, if at all"),
        "remote_access": _REGISTER,
    },
}
