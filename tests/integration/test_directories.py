"""Directories and identity providers through the command: no secret is shown, whatever goes wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.scans import assay, write_config
from support.scim import TOKEN, scim_server
from support.servers import free_ports
from support.slapd import READER_PASSWORD, slapd

pytestmark = pytest.mark.xdist_group("slapd")

SECRETS = {"LDAP_PASSWORD": READER_PASSWORD, "SCIM_TOKEN": TOKEN}


@pytest.mark.parametrize("broken", [False, True], ids=["that answer", "that do not"])
def test_neither_password_nor_token_is_shown_or_kept(tmp_path: Path, broken: bool) -> None:
    folder = tmp_path / "estate"
    folder.mkdir()
    with slapd() as directory, scim_server(tmp_path) as provider:
        provider.user("zhang", number="E1")
        (closed,) = free_ports(1)
        wrong = {"url": f"ldaps://localhost:{closed}"} if broken else {}
        nowhere = {"url": f"{provider.url}/nowhere"} if broken else {}
        write_config(
            folder,
            [
                {"name": "corp", "collector": "ldap", **directory.options(password="${LDAP_PASSWORD}", **wrong)},
                {"name": "idp", "collector": "scim", **provider.options(token="${SCIM_TOKEN}", **nowhere)},
            ],
        )
        for command in (("collect", "-vv", "-o", "snapshot"), ("doctor", "-vv")):
            done = assay(*command, folder=folder, **SECRETS)
            told = done.out + done.err
            assert "Traceback" not in told
            assert not any(secret in told for secret in SECRETS.values())
    kept = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert not any(secret.encode() in kept for secret in SECRETS.values())
    assert (b"directory:idp:account/zhang" in kept) is not broken
