"""What was planted on the server, or in the dsn, is in nothing that it writes or says."""

from __future__ import annotations

import logging

import pytest
from support.crm import PASSWORD, SECRETS, collect_from, done, dsn, source_of
from support.postgres import Postgres

from assay.collector import CollectorFailed
from collectors.postgresql.target import target_of

LDAP_RULE = (
    "hostssl all all 0.0.0.0/0 ldap ldapserver=ldap.example "
    "ldapbasedn=dc=example ldapbinddn=cn=reader ldapbindpasswd=row-secret-ldap"
)


@pytest.mark.parametrize(
    "written",
    [
        "postgresql://u:pass%ZZword-{secret}@127.0.0.1/crm",  # a bad escape: libpq quotes the text around it
        "postgresql://u:p@{secret}@127.0.0.1/crm",  # an @ in the password: its end reads as a host
        "host=127.0.0.1 password={secret} nonsense",
        "user='{secret}",
    ],
)
def test_a_badly_written_dsn_gives_nothing_of_itself_away(
    server: Postgres, written: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with pytest.raises(CollectorFailed) as caught:
        collect_from(server, dsn=written.replace("{secret}", "planted-secret"))
    failed = caught.value
    seen = [failed, failed.__cause__, failed.__context__, caplog.text]
    assert not any("planted" in str(part) or "ZZ" in str(part) for part in seen)


@pytest.mark.parametrize("sample", [False, True])
def test_no_secret_is_in_what_it_writes(server: Postgres, sample: bool, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    right = "pg_read_all_data"
    rules = ("hostssl all all 127.0.0.1/32 scram-sha-256", LDAP_RULE)
    with (
        server.rules(*rules),
        server.settings(primary_conninfo="host=h password=row-secret-replica", crm__key="row-secret-key"),
        done(server, f"GRANT {right} TO assay_auditor", f"REVOKE {right} FROM assay_auditor"),
    ):
        out = collect_from(server, sample={"enabled": sample})
    written = out.text() + caplog.text
    assert "crm.public.customers" in written
    assert "hostssl all all 0.0.0.0/0 ldap" in written
    assert not [secret for secret in (*SECRETS, "SCRAM-SHA-256$", "password=") if secret in written]


def test_the_password_is_in_no_representation(server: Postgres) -> None:
    target = target_of(source_of({"dsn": dsn(server)}))
    assert PASSWORD not in repr(target)
    assert target.connection("crm")["password"] == PASSWORD
