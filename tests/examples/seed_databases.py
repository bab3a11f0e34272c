"""The two databases of the invented organisation: one kept well, one that nobody dares to touch."""

from __future__ import annotations

from support.postgres import Postgres

from collectors.postgresql.permissions import READ_ACCESS_RULES, READ_PASSWORD_METHODS, READ_SETTINGS

AUDITOR = "assay_auditor"
PASSWORD = "made-up-auditor"

#: A second address that this machine does not have: the server says that it listens there, and does not.
LISTEN = "127.0.0.1,10.20.0.5"

CRM_RULES = (f"hostssl all {AUDITOR} 127.0.0.1/32 scram-sha-256", "hostssl all all 10.20.0.0/16 scram-sha-256")
CRM_SETTINGS = {
    "listen_addresses": LISTEN,
    "ssl_min_protocol_version": "TLSv1.2",
    "ssl_ciphers": "ECDHE+AESGCM",
    "log_connections": "on",
    "log_statement": "all",
}
CRM_ROLES = (
    "CREATE ROLE crm_migrate LOGIN PASSWORD 'made-up'",
    "CREATE ROLE crm_read NOLOGIN",
    "CREATE ROLE crm_app LOGIN PASSWORD 'made-up' IN ROLE crm_read",
    "CREATE ROLE chen_jing SUPERUSER LOGIN PASSWORD 'made-up'",
    "CREATE ROLE zheng_hao LOGIN PASSWORD 'made-up' IN ROLE crm_read",
    "CREATE ROLE li_na LOGIN PASSWORD 'made-up' IN ROLE crm_read VALID UNTIL '2026-10-01 00:00:00+08'",
    "CREATE DATABASE crm OWNER crm_migrate",
)
CRM_TABLES = (
    "SET ROLE crm_migrate",
    "CREATE TABLE customers (id bigint, name text, mobile text, id_card_no text, contract_no text)",
    "INSERT INTO customers SELECT n, e, e, e, n FROM generate_series(1, 8) AS n, concat('enc:', md5(n::text)) AS e",
    "CREATE TABLE portal_logins (login text, password_hash text, pay_password text)",
    "INSERT INTO portal_logins SELECT 'client-' || n, '$2b$12$' || repeat('x', 53) FROM generate_series(1, 8) AS n",
    "CREATE TABLE notices (body text)",
    "GRANT SELECT ON customers TO crm_read",
    "GRANT INSERT, UPDATE ON customers, portal_logins TO crm_app",
    "GRANT SELECT ON notices TO PUBLIC",
    f"GRANT SELECT ON customers, portal_logins TO {AUDITOR}",
    "RESET ROLE",
    "ANALYZE customers, portal_logins, notices",
)

LEDGER_RULES = ("host all all 0.0.0.0/0 scram-sha-256", "host ledger report 10.20.0.0/16 trust")
LEDGER_SETTINGS = {"listen_addresses": LISTEN}
LEDGER_ROLES = (
    "CREATE ROLE ledger_app SUPERUSER LOGIN PASSWORD 'made-up'",
    "CREATE ROLE li_na LOGIN PASSWORD 'made-up'",
    "CREATE ROLE report LOGIN",
    "CREATE ROLE suanpan_sync LOGIN PASSWORD 'made-up'",
    "CREATE ROLE kuaixin_import LOGIN PASSWORD 'made-up'",
    "CREATE DATABASE ledger OWNER ledger_app",
)
LEDGER_TABLES = (
    "SET ROLE ledger_app",
    "CREATE TABLE vouchers (id bigint, booked_on date, amount numeric, summary text)",
    "CREATE TABLE clients (id bigint, company text, tax_portal_password text, face_image bytea)",
    "INSERT INTO clients SELECT n, 'client ' || n, 'made-up-' || n FROM generate_series(1, 5) AS n",
    "CREATE TABLE users (login text, pwd text)",
    "INSERT INTO users SELECT 'user-' || n, md5('made-up-' || n) FROM generate_series(1, 3) AS n",
    "GRANT SELECT ON vouchers TO PUBLIC",
    "GRANT SELECT ON vouchers TO report",
    "GRANT SELECT, INSERT ON vouchers TO suanpan_sync",
    "GRANT SELECT ON clients TO li_na, kuaixin_import",
    f"GRANT SELECT ON clients, users TO {AUDITOR}",
    "RESET ROLE",
    "ANALYZE vouchers, clients, users",
)


def seed_crm(server: Postgres) -> None:
    """Make the database of the customers."""
    _seed(server, "crm", CRM_ROLES, CRM_TABLES)


def seed_ledger(server: Postgres) -> None:
    """Make the database of the books."""
    _seed(server, "ledger", LEDGER_ROLES, LEDGER_TABLES)


def dsn(server: Postgres, database: str) -> str:
    """Return how the auditor reaches a database."""
    return f"host=127.0.0.1 port={server.port} dbname={database} user={AUDITOR} password={PASSWORD}"


def _seed(server: Postgres, database: str, roles: tuple[str, ...], tables: tuple[str, ...]) -> None:
    server.sql(*roles, f"CREATE ROLE {AUDITOR} LOGIN PASSWORD '{PASSWORD}'", READ_SETTINGS.grant)
    server.sql(*tables, READ_ACCESS_RULES.grant, READ_PASSWORD_METHODS.grant, database=database)
