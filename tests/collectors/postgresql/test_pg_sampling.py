"""Sampling: counts of clear text, made inside the server."""

from __future__ import annotations

import pytest
from support.crm import collect_from, done
from support.output import MemoryOutput
from support.postgres import Postgres

COLUMN = "pg:crm-db:column/crm.public."
FIELDS = ("detector", "sample_size", "plaintext_hits", "protection", "algorithm")


@pytest.fixture(scope="module")
def sampled(server: Postgres) -> MemoryOutput:
    with done(server, "GRANT pg_read_all_data TO assay_auditor", "REVOKE pg_read_all_data FROM assay_auditor"):
        return collect_from(server, sample={"enabled": True, "rows": 100})


def facts(out: MemoryOutput, column: str) -> dict[str, object]:
    """Return what was read of a column, and the reason of what was not."""
    record = out.one("database_column", COLUMN + column)
    unread = {name: reason for name, (reason, _) in out.unread("database_column", COLUMN + column).items()}
    return {name: record.get(name, unread.get(name)) for name in FIELDS}


def expected(*values: object) -> dict[str, object]:
    return dict(zip(FIELDS, values, strict=True))


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("customers.name", ("name_and_sample", 2, 2, "none", "unsupported")),
        ("customers.email", ("name_and_sample", 2, 2, "none", "unsupported")),
        ("customers.address", ("name_and_sample", 2, 2, "none", "unsupported")),
        ("customers.id_card_no", ("name_and_sample", 2, 2, "none", "unsupported")),
        ("customers.mobile", ("name_and_sample", 2, 1, "unsupported", "unsupported")),
        ("customers.fingerprint", ("name", 0, "unsupported", "unsupported", "unsupported")),  # no pattern
        ("customers.birthday", ("name", 0, "unsupported", "unsupported", "unsupported")),
        (
            "customers.remark",
            ("name", 0, "not_in_source", "not_in_source", "not_in_source"),
        ),  # looks like nothing
        ("logins.password_hash", ("name_and_sample", 4, 0, "salted_hash", "bcrypt")),
        ("logins.legacy_pwd", ("name_and_sample", 4, 0, "hashed", "MD5")),  # the weakest of two
        ("logins.clear_pwd", ("name_and_sample", 4, 1, "none", "unsupported")),
        ("logins.odd_pwd", ("name_and_sample", 4, 0, "unsupported", "unsupported")),
        ("logins.empty_pwd", ("name_and_sample", 0, "not_in_source", "not_in_source", "not_in_source")),
    ],
)
def test_counts_say_what_protects_a_column(sampled: MemoryOutput, column: str, values: tuple[object, ...]) -> None:
    assert facts(sampled, column) == expected(*values)


@pytest.mark.parametrize(
    ("value", "protection", "algorithm"),
    [
        ("$argon2id$v=19$m=65536,t=3,p=4$c2FsdHNhbHQ$aGFzaGhhc2hoYXNo", "salted_hash", "argon2id"),
        ("$2b$12$" + "x" * 53, "salted_hash", "bcrypt"),
        ("scrypt:32768:8:1$salt$abcdef0123456789", "salted_hash", "scrypt"),
        ("pbkdf2_sha256$600000$salt$abcdef0123456789", "salted_hash", "pbkdf2-sha256"),
        ("$pbkdf2-sha512$25000$salt$abcdef0123456789", "salted_hash", "pbkdf2-sha512"),
        ("SCRAM-SHA-256$4096:c2FsdA==$a:b", "salted_hash", "scram-sha-256"),
        ("$6$salt$abcdef0123456789abcdef", "salted_hash", "sha512-crypt"),
        ("$5$salt$abcdef0123456789abcdef", "salted_hash", "sha256-crypt"),
        ("$1$salt$abcdef0123456789abcdef", "salted_hash", "MD5"),
        ("{SSHA}abcdefghijklmnopqrstuvwxyz", "salted_hash", "SHA-1"),
        ("a" * 32, "hashed", "MD5"),
        ("a" * 40, "hashed", "SHA-1"),
        ("a" * 64, "hashed", "SHA-256"),
        ("a" * 128, "hashed", "SHA-512"),
        ("{noop}a-long-password-of-more-than-24", "none", "unsupported"),
        ("correct horse battery staple", "none", "unsupported"),
        ("hunter2", "none", "unsupported"),
    ],
)
def test_the_form_of_a_password_tells_how_it_is_stored(
    server: Postgres, value: str, protection: str, algorithm: str
) -> None:
    make = f"CREATE TABLE users AS SELECT '{value}' AS pwd; GRANT SELECT ON users TO assay_auditor"
    with done(server, make, "DROP TABLE users", "crm"):
        found = facts(collect_from(server, databases=["crm"], sample={"enabled": True}), "users.pwd")
    assert (found["protection"], found["algorithm"]) == (protection, algorithm)
    assert found["plaintext_hits"] == (1 if protection == "none" else 0)


def test_a_column_that_may_not_be_read_is_denied(server: Postgres) -> None:
    out = collect_from(server, sample={"enabled": True})
    assert facts(out, "customers.email") == expected("name", 0, "denied", "denied", "denied")
    unread = out.unread("database_column", f"{COLUMN}customers.email")
    assert unread["plaintext_hits"] == ("denied", 'SELECT ON "public"."customers"')


def test_rows_that_a_policy_hides_are_not_taken_for_all(server: Postgres) -> None:
    make = (
        "CREATE TABLE users (email text); INSERT INTO users VALUES ('a@example.com');"
        "ALTER TABLE users ENABLE ROW LEVEL SECURITY; GRANT SELECT ON users TO assay_auditor"
    )
    with done(server, make, "DROP TABLE users", "crm"):
        found = facts(collect_from(server, databases=["crm"], sample={"enabled": True}), "users.email")
    assert found == expected("name", 0, "denied", "denied", "denied")


def test_a_view_is_never_sampled(sampled: MemoryOutput) -> None:
    assert not any("customer_names" in line.operation for line in sampled.ledger)


def test_another_encoding_is_not_sampled(server: Postgres) -> None:
    make = "CREATE DATABASE legacy ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0"
    table = "CREATE TABLE users (email text); GRANT SELECT ON users TO assay_auditor"
    with done(server, make, "DROP DATABASE legacy"):
        server.sql(table, database="legacy")
        out = collect_from(server, databases=["legacy"], sample={"enabled": True})
    unread = out.unread("database_column", "pg:crm-db:column/legacy.public.users.email")
    assert unread["plaintext_hits"] == ("unsupported", "sampling needs a database in UTF8")
