"""Every statement that this collector sends to read a server; a test compares the server's log with them.

They speak of catalogues only and need no parameter. `search_path` is `pg_catalog` alone, so that no object of
a user can take the place of a built-in one.
"""

from __future__ import annotations

from dataclasses import dataclass

START = "START TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"
SAVEPOINT = "SAVEPOINT assay"
BACK = "ROLLBACK TO SAVEPOINT assay"


@dataclass(frozen=True)
class Statement:
    """One read, by the name that the ledger gives it."""

    name: str
    grant: str
    """What the role needs; every role has it by default except where `docs` and `permissions` say so."""
    sql: str


OWN_RIGHTS = Statement(
    "own_rights",
    "SELECT ON pg_roles",
    """\
SELECT rolname AS name, rolsuper AS superuser, rolcreaterole AS create_role,
       rolcreatedb AS create_db, rolreplication AS replication, rolbypassrls AS bypass_row_security
  FROM pg_roles
 WHERE pg_has_role(session_user, oid, 'MEMBER')""",
)

SERVER = Statement(
    "server",
    "SELECT ON pg_proc",
    """\
SELECT current_setting('server_version') AS version,
       EXISTS (SELECT FROM pg_proc
                WHERE proname = 'aurora_version' AND pronamespace = 'pg_catalog'::regnamespace) AS aurora""",
)

# Values of other settings may hold secrets (primary_conninfo, archive_command): only these are asked for.
SETTINGS = Statement(
    "settings",
    "SELECT ON pg_settings",
    """\
SELECT name, setting, source
  FROM pg_settings
 WHERE name IN ('data_directory', 'listen_addresses', 'ssl', 'ssl_min_protocol_version', 'ssl_ciphers',
                'shared_preload_libraries', 'log_destination', 'log_min_messages', 'log_connections',
                'log_statement', 'pgaudit.log', 'passwordcheck.min_password_length',
                'credcheck.password_min_length', 'credcheck.password_min_upper',
                'credcheck.password_min_lower', 'credcheck.password_min_digit',
                'credcheck.password_min_special', 'credcheck.max_auth_failure',
                'auth_delay.milliseconds', 'rds.force_ssl')""",
)

SETTING_FAMILIES = Statement(
    "setting_families",
    "SELECT ON pg_settings",
    "SELECT DISTINCT split_part(name, '.', 1) AS family FROM pg_settings WHERE strpos(name, '.') > 0",
)

AUDIT_OVERRIDES = Statement(
    "audit_overrides",
    "SELECT ON pg_db_role_setting",
    """\
SELECT DISTINCT split_part(item, '=', 1) AS name, substr(item, strpos(item, '=') + 1) AS setting
  FROM pg_db_role_setting, unnest(setconfig) AS item
 WHERE split_part(item, '=', 1) IN ('log_min_messages', 'log_connections', 'log_statement', 'pgaudit.log')""",
)

# The options of a rule may hold a password (ldapbindpasswd, radiussecrets): they are only asked one question.
ACCESS_RULES = Statement(
    "access_rules",
    "EXECUTE ON FUNCTION pg_hba_file_rules()",
    """\
SELECT type, database AS databases, user_name AS users, address, netmask, auth_method AS method,
       coalesce(options && ARRAY['clientcert=1', 'clientcert=verify-ca', 'clientcert=verify-full'], false)
           AS certificate,
       error IS NOT NULL AS broken
  FROM pg_hba_file_rules()""",
)

ROLES = Statement(
    "roles",
    "SELECT ON pg_roles",
    """\
SELECT oid::bigint AS oid, rolname AS name, rolsuper AS superuser, rolcreaterole AS create_role,
       rolbypassrls AS bypass_row_security, rolcanlogin AS can_login,
       CASE WHEN rolvaliduntil IS NULL OR rolvaliduntil = 'infinity' THEN NULL
            WHEN rolvaliduntil = '-infinity' THEN 0
            ELSE least(extract(epoch FROM rolvaliduntil), 253370764800)::bigint
        END AS valid_until
  FROM pg_roles""",
)

MEMBERSHIPS = Statement(
    "memberships",
    "SELECT ON pg_auth_members",
    """\
SELECT member::bigint AS member, roleid::bigint AS role, admin_option AS admin,
       coalesce((to_jsonb(m) ->> 'inherit_option')::boolean, true) AS inherit,
       coalesce((to_jsonb(m) ->> 'set_option')::boolean, true) AS assume
  FROM pg_auth_members AS m""",
)

PASSWORDS = Statement(
    "passwords",
    "SELECT (rolname, rolpassword) ON pg_authid",
    """\
SELECT rolname AS name,
       CASE WHEN rolpassword IS NULL THEN 'none'
            WHEN rolpassword LIKE 'SCRAM-SHA-256$%' THEN 'scram-sha-256'
            WHEN rolpassword LIKE 'md5%' THEN 'md5'
            ELSE 'other'
        END AS method
  FROM pg_authid""",
)

DATABASES = Statement(
    "databases",
    "SELECT ON pg_database",
    """\
SELECT datname AS name, has_database_privilege(oid, 'CONNECT') AS allowed
  FROM pg_database
 WHERE datallowconn AND NOT datistemplate""",
)

OF_THE_SERVER = (
    *(SERVER, SETTINGS, SETTING_FAMILIES, AUDIT_OVERRIDES, ACCESS_RULES),
    *(ROLES, MEMBERSHIPS, PASSWORDS, DATABASES),
)
