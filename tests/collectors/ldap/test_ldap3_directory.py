"""The library ldap3 behind the narrow interface, on what servers send that is long, broken or none."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from support.ldap_stub import ber, entry, ldap_stub, reference
from support.output import MemoryOutput
from support.tables import ZONE, schemas

from assay.collector import CollectorFailed, Source
from collectors.ldap import COLLECTOR
from collectors.ldap.directory import Cut, Entry, Query, Referral
from collectors.ldap.ldap3_directory import connect
from collectors.ldap.target import target_of

pytestmark = pytest.mark.filterwarnings("ignore:(tag|type)Map is deprecated:DeprecationWarning")


def source(url: str, **more: object) -> Source:
    options = {"url": url, "base": "dc=x", "tls": "none", "timeout": 1, **more}
    return Source("corp", "ldap", options, Path(), ZONE, datetime(2030, 1, 1, tzinfo=ZONE), schemas())


def found(url: str, query: Query) -> list[Any]:
    directory = connect(target_of(source(url)))
    try:
        return list(directory.search(query))
    finally:
        directory.close()


def test_a_list_that_comes_in_ranges_is_put_together() -> None:
    members = [f"cn=u{n},dc=x".encode() for n in range(3500)]

    def search(base: str, attributes: Sequence[str]) -> Sequence[bytes]:
        (asked,) = attributes
        start = int(asked.partition(";range=")[2].partition("-")[0] or 0)
        end = start + 1500
        reach = f"{start}-{end - 1}" if end < len(members) else f"{start}-*"
        return [entry(b"cn=all,dc=x", {"member": [], f"member;range={reach}": members[start:end]})]

    with ldap_stub(search) as url:
        (group,) = found(url, Query("groups", "dc=x", "(cn=all)", ["member"]))
    assert list(group.values) == ["member"]
    assert sorted(group.values["member"]) == sorted(members)


def test_values_and_names_that_are_no_text_are_escaped() -> None:
    raw = entry(b"cn=\xff\xfe,dc=x", {"cn": [b"\xff\xfe"], "mail": [b"\x80@x.cn", "张@x.cn".encode()]})
    with ldap_stub(lambda base, attributes: [raw]) as url:
        (one,) = found(url, Query("accounts", "dc=x", "(cn=*)", ["cn", "mail"]))
    assert isinstance(one, Entry)
    assert one.texts("CN") == [r"\xff\xfe"]
    assert one.texts("mail") == [r"\x80@x.cn", "张@x.cn"]
    assert one.dn.encode("utf-8")


def test_a_limit_ends_what_came_with_a_cut_whether_or_not_there_were_pages() -> None:
    one = entry(b"cn=a,dc=x", {"cn": [b"a"]})
    with ldap_stub(lambda base, attributes: [one, reference("ldap://other/dc=y,dc=x??sub")], end=4) as url:
        answer = found(url, Query("accounts", "dc=x", "(cn=*)", ["cn"]))
        few = found(url, Query("accounts", "dc=x", "(cn=*)", ["cn"], at_most=1))
    assert [type(item) for item in answer] == [Entry, Referral, Cut]
    assert answer[1:] == [Referral("ldap://other/dc=y,dc=x??sub"), Cut("limit", "sizeLimitExceeded")]
    assert Cut not in map(type, few)  # no more were wanted


def test_a_filter_that_cannot_be_read_is_told_as_such() -> None:
    with ldap_stub(lambda base, attributes: []) as url, pytest.raises(CollectorFailed) as failed:
        COLLECTOR.collect(source(url, accounts="(uid=*"), MemoryOutput("corp"))
    assert str(failed.value) == "accounts: the filter cannot be read; correct it in assay.yaml"


@pytest.mark.parametrize("scheme", ["ldap", "ldaps"])
def test_a_server_that_says_nothing_is_given_up_in_time(scheme: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"{scheme}://127.0.0.1:{silent.getsockname()[1]}"
        began = time.monotonic()
        with pytest.raises(CollectorFailed, match="did not answer in time; see timeout"):
            connect(target_of(source(url, tls="unverified")))
    assert time.monotonic() - began < 5


def test_a_server_that_speaks_something_else_is_one_line() -> None:
    def shout(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        with connection:
            connection.recv(100)
            connection.sendall(ber(0x30, b"T\0" * 6))
            connection.recv(100)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=shout, args=(listener,), daemon=True).start()
        with pytest.raises(CollectorFailed, match="what it sends is no LDAP; see url"):
            connect(target_of(source(f"ldap://127.0.0.1:{listener.getsockname()[1]}")))


def test_tls_of_old_versions_is_not_spoken() -> None:
    context = target_of(source("ldaps://localhost", tls="verified")).tls
    assert context is not None
    assert context.minimum_version >= ssl.TLSVersion.TLSv1_2
