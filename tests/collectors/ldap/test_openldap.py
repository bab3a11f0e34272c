"""A real OpenLDAP: connections that prove who the server is, and accounts as it shows them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import support
from support.certificates import make_certificates
from support.output import MemoryOutput
from support.servers import free_ports
from support.slapd import ACCESS, READER, READER_PASSWORD, SUFFIX, Slapd, slapd
from support.tables import ZONE, schemas

from assay.collector import CollectorFailed, Probe, Source
from collectors.ldap import COLLECTOR

from .conftest import PEOPLE

# ldap3 uses names that pyasn1 has since given others.
pytestmark = [
    pytest.mark.filterwarnings("ignore:(tag|type)Map is deprecated:DeprecationWarning"),
    pytest.mark.xdist_group("slapd"),
]

MANY = "".join(
    f"\ndn: uid=u{n},ou=people,{SUFFIX}\nobjectClass: inetOrgPerson\nuid: u{n}\ncn: u{n}\nsn: u\nemployeeNumber: N{n}\n"
    for n in range(40)
)


def source(options: dict[str, Any], folder: Path = Path("/")) -> Source:
    return Source("corp", "ldap", options, folder, ZONE, datetime(2030, 1, 1, tzinfo=ZONE), schemas())


def collect(options: dict[str, Any]) -> MemoryOutput:
    out = MemoryOutput("corp")
    COLLECTOR.collect(source(options), out)
    return out


def one(out: MemoryOutput, name: str) -> dict[str, Any]:
    return out.one("identity_account", f"directory:corp:account/{name}")


def refused(options: dict[str, Any]) -> str:
    with pytest.raises(CollectorFailed) as failed:
        collect(options)
    return str(failed.value)


def test_accounts_are_read_with_state_groups_and_person(server: Slapd) -> None:
    out = collect(server.options(privileged_groups=["ops"]))
    zhang = one(out, "zhang")
    assert (zhang["enabled"], zhang["disabled_at"], zhang["kind"]) == (True, "none", "human")
    assert (zhang["created_at"], zhang["person_keys"]) == ("2020-03-01", ["staff:e1", "zhang@example.cn"])
    assert zhang["last_login_at"] > "2026"
    assert (zhang["groups"], zhang["privileged"]) == (["dba", "ops"], True)
    assert "made-up" not in out.text()
    assert (out.notes, out.incomplete_kinds) == ([], {})


def test_an_account_locked_for_good_is_disabled_and_one_locked_for_a_while_undecided(server: Slapd) -> None:
    out = collect(server.options())
    li = one(out, "li")
    assert (li["enabled"], li["disabled_at"]) == (False, "2026-11-01T12:00:00+08:00")
    assert out.unread("identity_account", li["id"])["disabled_after"][0] == "unsupported"
    assert out.unread("identity_account", one(out, "wang")["id"])["enabled"][0] == "unsupported"


def test_no_log_on_is_never_only_for_accounts_younger_than_the_record(server: Slapd) -> None:
    with server.admin() as admin:
        dn = f"uid=young,ou=people,{SUFFIX}"
        assert admin.add(dn, "inetOrgPerson", {"cn": "young", "sn": "young"})
    out = collect(server.options())
    assert one(out, "young")["last_login_at"] == "never"
    with server.admin() as admin:
        assert admin.delete(dn)


@pytest.mark.parametrize("how", ["ldaps", "starttls", "address"])
def test_the_server_proves_who_it_is(server: Slapd, how: str) -> None:
    urls = {"ldaps": server.secure, "starttls": server.url, "address": server.secure.replace("localhost", "127.0.0.1")}
    assert one(collect(server.options(url=urls[how])), "zhang")["enabled"] is True


def test_a_server_that_does_not_prove_who_it_is_is_not_read(server: Slapd, tmp_path: Path) -> None:
    stranger = str(make_certificates(tmp_path, "A stranger").authority)
    for url in (server.url, server.secure):
        assert "not vouched for; see ca" in refused(server.options(url=url, ca=stranger))
    out = collect(server.options(ca=stranger, tls="unverified"))
    assert out.notes == ["tls is unverified: the server did not prove who it is"]


@pytest.mark.parametrize(
    ("made", "told"),
    [
        ({"host": "other.example.cn", "address": "127.0.0.9"}, "its certificate is for another host name"),
        ({"days": -1}, "its certificate has expired"),
    ],
    ids=["of another host", "expired"],
)
def test_a_certificate_that_does_not_hold_is_told_by_ldaps_and_starttls(made: dict[str, Any], told: str) -> None:
    with slapd(certificate=made) as server:
        for url in (server.url, server.secure, server.secure.replace("localhost", "127.0.0.1")):
            assert refused(server.options(url=url)) == f"the server could not be read: {told}"


def test_reading_binds_searches_and_unbinds_and_asks_for_no_password() -> None:
    with slapd(PEOPLE) as server:
        collect(server.options(complete=True, witnesses=[f"uid=zhang,ou=people,{SUFFIX}"]))
        list(COLLECTOR.probe(source(server.options())))
        told = server.log.read_text("utf-8", "replace")
    operations = {line.split(" op=")[1].split()[1] for line in told.splitlines() if " op=" in line}
    assert operations <= {"BIND", "SRCH", "UNBIND", "RESULT", "EXT", "WHOAMI", "SEARCH"}
    assert "userPassword" not in told
    assert READER_PASSWORD not in told


def test_no_password_goes_out_in_the_clear(server: Slapd) -> None:
    assert "would send the password in the clear" in refused(server.options(url=server.url, tls="none"))
    assert "contradict each other" in refused(server.options(tls="none"))
    assert "bind_dn needs a password" in refused({**server.options(), "password": ""})


def test_what_is_wrong_with_the_log_on_or_the_base_is_told(server: Slapd) -> None:
    (closed,) = free_ports(1)
    assert "refused bind_dn or the password" in refused(server.options(password="wrong"))
    assert "noSuchObject; is base right" in refused(server.options(base="dc=nowhere"))
    assert "nothing listens there; see url" in refused(server.options(url=f"ldaps://localhost:{closed}"))
    assert "file of ca, certificate or key is not there" in refused(server.options(ca="/nowhere.pem"))


def test_the_local_socket_knows_the_reader(server: Slapd) -> None:
    options = {"url": server.local, "base": SUFFIX, "sasl": "external"}
    found = list(COLLECTOR.probe(source(options)))
    assert found[0] == Probe(
        "connect", "ok", "as dn:gidNumber=0+uidNumber=0,cn=peercred,cn=external,cn=auth (openldap)"
    )
    assert found[1].outcome == "missing"


def test_pages_are_put_together(server: Slapd) -> None:
    people = "(objectClass=inetOrgPerson)"  # without the reader, whose own log-on is another each time
    paged = collect(server.options(page_size=1, accounts=people))
    assert paged.records == collect(server.options(accounts=people)).records
    assert len(paged.every("identity_account")) == 3


@pytest.fixture(scope="module")
def poor() -> Iterator[Slapd]:
    """OpenLDAP that keeps no log-ons, knows no locks, hides a person and an attribute, and answers 20 at most."""
    hiding = (
        f'to dn.base="uid=zhang,ou=people,{SUFFIX}" by * none',
        f'to attrs=employeeNumber,mail by dn.exact="{READER}" none by * none',
        *ACCESS,
    )
    settings = ("olcLastBind: FALSE", "olcSizeLimit: size.soft=20 size.hard=20 size.prtotal=20")
    people = PEOPLE.replace("pwdAccountLockedTime", "description")
    with slapd(people + MANY, access=hiding, overlays=(), settings=settings) as server:
        yield server


def test_what_the_server_withholds_is_unread_and_never_a_fact(poor: Slapd) -> None:
    out = collect(poor.options(page_size=5, witnesses=[f"uid=zhang,ou=people,{SUFFIX}"]))
    assert out.incomplete_kinds["identity_account"] == ("limit", "accounts: sizeLimitExceeded")
    assert 0 < len(out.every("identity_account")) <= 20
    account = out.every("identity_account")[-1]
    unread = out.unread("identity_account", account["id"])
    assert unread["enabled"][1] == "the server answers neither (pwdAccountLockedTime=000001010000Z) nor its negation"
    assert unread["last_login_at"][0] == "not_in_source"
    assert unread["staff_id"][1].startswith("names no person")
    assert any("witness" in line for line in out.notes)


def test_doctor_names_what_is_out_of_sight(poor: Slapd, server: Slapd) -> None:
    missing = {field for probe in COLLECTOR.probe(source(poor.options())) for field in probe.needed_for}
    assert missing == {
        f"identity_account.{name}" for name in ("last_login_at", "staff_id", "person_keys", "enabled", "disabled_at")
    }
    assert {probe.outcome for probe in COLLECTOR.probe(source(server.options()))} == {"ok"}
    (failed,) = COLLECTOR.probe(source(server.options(password="wrong")))
    assert (failed.what, failed.outcome) == ("connect", "failed")


def test_another_way_of_disabling_can_be_named(poor: Slapd) -> None:
    out = collect(poor.options(accounts="(uid=u1*)", disabled="(uid=u1)"))
    assert one(out, "u1")["enabled"] is False
    assert one(out, "u10")["enabled"] is True


SHADOW = f"""
dn: uid=zhang,ou=people,{SUFFIX}
objectClass: inetOrgPerson
objectClass: shadowAccount
uid: zhang
cn: zhang
sn: zhang
employeeNumber: E1
shadowExpire: 20000

dn: uid=li,ou=people,{SUFFIX}
objectClass: inetOrgPerson
objectClass: shadowAccount
uid: li
cn: li
sn: li
employeeNumber: E2
shadowExpire: -1

dn: ou=elsewhere,{SUFFIX}
objectClass: referral
objectClass: extensibleObject
ou: elsewhere
ref: ldap://other.example.cn/ou=elsewhere,{SUFFIX}
"""


def test_an_expiry_that_unix_alone_heeds_ends_an_account_where_the_user_says_so() -> None:
    with slapd(SHADOW) as server:
        out = collect(server.options())
        told = collect(server.options(shadow_expire=True))
    unread = out.unread("identity_account", one(out, "zhang")["id"])
    assert unread["enabled"][1].startswith("shadowExpire has passed")
    assert one(out, "li")["enabled"] is True
    assert (one(told, "zhang")["enabled"], one(told, "zhang")["expires_at"]) == (False, "2024-10-04")
    assert one(told, "zhang")["disabled_after"] == "2024-10-04T08:00:00+08:00"
    assert (one(told, "li")["enabled"], one(told, "li")["expires_at"]) == (True, "none")


def test_a_part_of_the_tree_on_another_server_is_told_and_not_followed() -> None:
    with slapd(SHADOW) as server:
        out = collect(server.options())
    assert out.incomplete_kinds["identity_account"][0] == "partial"
    assert any("ou=elsewhere" in note and "make it a source of its own" in note for note in out.notes)
    assert len(out.every("identity_account")) == 3


AD = f"""
dn: cn=zhang,ou=people,{SUFFIX}
objectClass: user
cn: zhang
sn: zhang
sAMAccountName: zhang
employeeID: E1
userAccountControl: 512
accountExpires: 9223372036854775807
lastLogonTimestamp: 134081316000000000
pwdLastSet: 133000000000000000
primaryGroupID: 513
objectSid:: AQUAAAAAAAUVAAAAAQAAAAIAAAADAAAAUAQAAA==
whenCreated: 20200301010203Z

dn: cn=li,ou=people,{SUFFIX}
objectClass: user
cn: li
sn: li
sAMAccountName: li
userAccountControl: 514
whenChanged: 20261101040000Z

dn: cn=desk,ou=people,{SUFFIX}
objectClass: computer
cn: desk
sn: desk
sAMAccountName: desk$

dn: cn=users,ou=groups,{SUFFIX}
objectClass: group
cn: users
sAMAccountName: Domain Users
objectSid:: AQUAAAAAAAUVAAAAAQAAAAIAAAADAAAAAQIAAA==

dn: cn=ops,ou=groups,{SUFFIX}
objectClass: group
cn: ops
sAMAccountName: ops
member: cn=dba,ou=groups,{SUFFIX}

dn: cn=dba,ou=groups,{SUFFIX}
objectClass: group
cn: dba
sAMAccountName: dba
member: cn=ops,ou=groups,{SUFFIX}
member: cn=zhang,ou=people,{SUFFIX}
"""


def test_attributes_of_active_directory_are_read_from_a_server() -> None:
    schema = str(Path(support.__path__[0]) / "active_directory")
    with slapd(AD, schemas=(schema,), overlays=()) as server:
        out = collect(server.options(dialect="active_directory", privileged_groups=["OPS"]))
    assert {record["name"] for record in out.every("identity_account")} == {"zhang", "li"}
    zhang, li = one(out, "zhang"), one(out, "li")
    assert (zhang["enabled"], zhang["expires_at"], zhang["person_keys"]) == (True, "none", ["staff:e1"])
    assert (zhang["created_at"], zhang["last_login_at"][:10]) == ("2020-03-01", "2025-11-21")
    # The server offers no resolution of its own, so the groups are walked, round their circle.
    assert (zhang["groups"], zhang["privileged"]) == (["Domain Users", "dba", "ops"], True)
    assert (li["enabled"], li["disabled_at"]) == (False, "2026-11-01T12:00:00+08:00")
    assert [record["name"] for record in out.every("credential")] == ["password of li", "password of zhang"]


def test_dynamic_and_posix_groups(tmp_path: Path) -> None:
    posix = f"""
dn: cn=first,ou=groups,{SUFFIX}
objectClass: posixGroup
cn: first
gidNumber: 100

dn: cn=listed,ou=groups,{SUFFIX}
objectClass: posixGroup
cn: listed
gidNumber: 200
memberUid: zhang

dn: uid=zhang,ou=people,{SUFFIX}
objectClass: account
objectClass: posixAccount
uid: zhang
cn: zhang
uidNumber: 1
gidNumber: 100
homeDirectory: /
"""
    search = (
        f"\ndn: cn=found,ou=groups,{SUFFIX}\nobjectClass: groupOfURLs\ncn: found\nmemberURL: ldap:///{SUFFIX}??sub\n"
    )
    with slapd(posix, overlays=("ppolicy",)) as server:
        assert one(collect(server.options()), "zhang")["groups"] == ["first", "listed"]
    with slapd(posix + search, schemas=("dyngroup",), overlays=("ppolicy",)) as server:
        out = collect(server.options())
    assert "memberURL" in out.unread("identity_account", one(out, "zhang")["id"])["groups"][1]
