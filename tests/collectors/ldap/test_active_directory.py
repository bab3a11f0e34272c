"""Active Directory, at the narrow interface: what its attributes mean, and what silence means."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from support.fake_directory import SUFFIX, FakeDirectory, entry, sid
from support.output import MemoryOutput
from support.tables import ZONE, schemas

from assay.collector import CollectorFailed, Source
from collectors.ldap.collector import Ldap
from collectors.ldap.directory import Cut, Entry, Referral

NORMAL, DISABLED, SMART_CARD = 0x200, 0x2, 0x40000
NEVER = str(2**63 - 1)
PEOPLE = f"OU=Staff,{SUFFIX}"


def ticks(text: str) -> str:
    """Return a time as Active Directory counts it."""
    return str(int((datetime.fromisoformat(text).timestamp() + 11644473600) * 10**7))


def user(name: str, **more: str | bytes | Sequence[str]) -> Entry:
    flags: dict[str, Any] = {
        "sAMAccountName": name,
        "objectClass": ["top", "person", "user"],
        "userAccountControl": str(NORMAL),
        "accountExpires": NEVER,
        "whenCreated": "20200301010203.0Z",
        "whenChanged": "20261101040000.0Z",
        "lastLogonTimestamp": ticks("2026-11-20T09:00:00+08:00"),
        "pwdLastSet": ticks("2026-09-01T00:00:00+08:00"),
        "primaryGroupID": "513",
        "objectSid": sid(1104),
    }
    return entry(f"CN={name},{PEOPLE}", **{**flags, **more})


DOMAIN_USERS = entry(f"CN=Domain Users,CN=Users,{SUFFIX}", sAMAccountName="Domain Users", objectSid=sid(513))
DOMAIN_ADMINS = entry(f"CN=Domain Admins,CN=Users,{SUFFIX}", sAMAccountName="Domain Admins", objectSid=sid(512))


def options(**more: object) -> dict[str, Any]:
    return {"url": "ldaps://dc.corp.example.cn", "base": SUFFIX, "bind_dn": "assay@corp", "password": "made-up", **more}


def source(**given: object) -> Source:
    at = datetime(2026, 11, 21, 12, tzinfo=ZONE)
    return Source("corp", "ldap", options(**given), Path(), ZONE, at, schemas())


def collect(
    *accounts: Entry | Referral | Cut,
    groups: Sequence[Entry | Cut] = (DOMAIN_USERS, DOMAIN_ADMINS),
    chained: Sequence[Entry] = (),
    **given: object,
) -> MemoryOutput:
    directory = FakeDirectory({"accounts": accounts, "groups": groups, "members of Domain Admins": chained})
    out = MemoryOutput("corp")
    Ldap(lambda target: directory).collect(source(**given), out)
    assert directory.closed
    return out


def one(out: MemoryOutput, name: str = "zhang") -> dict[str, Any]:
    return out.one("identity_account", f"directory:corp:account/{name}")


def test_an_account_in_use_is_enabled_with_its_times() -> None:
    found = one(collect(user("zhang", employeeID="e1023 ", proxyAddresses=["smtp:z@old.cn", "SMTP:Zhang@Example.cn"])))
    assert found["enabled"] is True
    assert (found["disabled_at"], found["disabled_after"], found["expires_at"]) == ("none", "none", "none")
    assert found["created_at"] == "2020-03-01"
    assert found["last_login_at"] == "2026-11-20T09:00:00+08:00"
    assert found["person_keys"] == ["staff:e1023", "zhang@example.cn", "z@old.cn"]
    assert (found["kind"], found["has_password"], found["privileged"]) == ("human", True, False)
    assert (found["groups"], found["group_ids"]) == (["Domain Users"], ["directory:corp:group/Domain Users"])
    assert found["aliases"] == [f"CN=zhang,{PEOPLE}"]


def test_a_disabled_account_was_closed_at_the_latest_when_it_was_changed_last() -> None:
    out = collect(user("zhang", userAccountControl=str(NORMAL | DISABLED)))
    assert (one(out)["enabled"], one(out)["disabled_at"]) == (False, "2026-11-01T12:00:00+08:00")
    assert out.unread("identity_account", one(out)["id"])["disabled_after"][0] == "unsupported"


def test_an_expired_account_was_closed_when_it_expired() -> None:
    found = one(collect(user("zhang", accountExpires=ticks("2026-11-19T00:00:00+08:00"))))
    moment = "2026-11-19T00:00:00+08:00"
    assert (found["enabled"], found["disabled_at"], found["disabled_after"]) == (False, moment, moment)
    assert found["expires_at"] == "2026-11-19"


def test_an_account_that_expires_later_is_enabled() -> None:
    found = one(collect(user("zhang", accountExpires=ticks("2026-12-31T00:00:00+08:00"))))
    assert (found["enabled"], found["expires_at"]) == (True, "2026-12-31")


def test_one_that_is_disabled_and_expired_has_the_earlier_bound() -> None:
    expired = ticks("2026-10-01T00:00:00+08:00")
    out = collect(user("zhang", userAccountControl=str(NORMAL | DISABLED), accountExpires=expired))
    assert one(out)["disabled_at"] == "2026-10-01T00:00:00+08:00"
    assert "disabled_after" not in one(out)


def test_a_locked_account_is_not_disabled() -> None:
    assert one(collect(user("zhang", lockoutTime=ticks("2026-11-21T09:00:00+08:00"))))["enabled"] is True


def test_the_latest_of_both_log_ons_counts_and_zero_is_none() -> None:
    assert one(collect(user("zhang", lastLogon=ticks("2026-11-21T08:00:00+08:00"))))["last_login_at"].startswith(
        "2026-11-21"
    )
    assert one(collect(user("zhang", lastLogonTimestamp="0", lastLogon="0")))["last_login_at"] == "never"


def test_no_log_on_is_never_only_where_others_show_theirs() -> None:
    new = user("zhang")
    del new.values["lastlogontimestamp"]  # type: ignore[attr-defined]  # made as a dict
    assert one(collect(new, user("li")))["last_login_at"] == "never"
    out = collect(new)
    assert out.unread("identity_account", one(out)["id"])["last_login_at"][0] == "not_in_source"


def test_flags_that_are_withheld_leave_the_state_unread() -> None:
    hidden = user("zhang")
    del hidden.values["useraccountcontrol"]  # type: ignore[attr-defined]  # made as a dict
    out = collect(hidden)
    unread = out.unread("identity_account", one(out)["id"])
    for name in ("enabled", "disabled_at", "has_password"):
        assert unread[name] == ("denied", "userAccountControl")
    assert out.incomplete_kinds == {"credential": ("denied", "userAccountControl")}


def test_an_account_without_number_is_of_no_kind_but_the_declared() -> None:
    assert "kind" not in one(collect(user("svc-backup")), "svc-backup")
    lines = [{"name": "SVC-*", "kind": "service"}, {"under": "*", "kind": "shared"}]
    boss = user("boss", employeeNumber="E1")
    found = collect(user("svc-backup", manager=f"CN=boss,{PEOPLE}"), user("desk"), boss, kinds=lines)
    service = one(found, "svc-backup")
    assert (service["kind"], service["staff_id"], service["owner_keys"]) == ("service", "none", ["staff:e1"])
    assert service["basis_of"] == {"kind": "declared"}
    assert found.unread("identity_account", one(found, "desk")["id"])["owner_staff_id"][0] == "not_in_source"


def test_a_kind_may_be_told_by_the_place() -> None:
    found = collect(user("zhang", employeeNumber="E1"), kinds=[{"under": PEOPLE.lower(), "kind": "vendor"}])
    assert one(found)["kind"] == "vendor"


def test_where_the_directory_is_complete_an_account_without_a_name_belongs_to_nobody() -> None:
    assert one(collect(user("zhang"), complete=True))["staff_id"] == "none"
    assert "staff_id" not in one(collect(user("zhang")))


def test_managed_and_built_in_accounts_are_no_persons() -> None:
    managed = user("sql$", objectClass=["user", "computer", "msDS-GroupManagedServiceAccount"])
    out = collect(managed, user("Administrator", objectSid=sid(500)), user("krbtgt", objectSid=sid(502)))
    kinds = {found["name"]: (found["kind"], found["staff_id"]) for found in out.every("identity_account")}
    assert kinds == {"sql$": ("service", "none"), "Administrator": ("root", "none"), "krbtgt": ("service", "none")}


def test_every_password_is_a_credential_and_an_expired_one_does_not_open() -> None:
    late, soon = (
        {"msDS__UserPasswordExpiryTimeComputed": ticks(f"2026-{month}-01T00:00:00+08:00")} for month in (11, 12)
    )
    out = collect(
        user("zhang", **soon),
        user("li", **late),
        user("card", userAccountControl=str(NORMAL | SMART_CARD)),
        user("new", pwdLastSet="0"),
    )
    found = {record["account_id"].rpartition("/")[2]: record for record in out.every("credential")}
    assert found.keys() == {"zhang", "li", "new"}
    assert (found["zhang"]["active"], found["zhang"]["last_rotated_at"]) == (True, "2026-09-01")
    assert found["zhang"]["last_used_at"] == one(out)["last_login_at"]
    assert found["li"]["active"] is False
    assert "last_rotated_at" not in found["new"]


def test_groups_are_followed_upwards_through_a_circle() -> None:
    group = f"CN=%s,OU=Groups,{SUFFIX}"
    dba = entry(group % "dba", sAMAccountName="dba", member=[f"cn=zhang,{PEOPLE.lower()}"], memberOf=group % "ops")
    ops = entry(group % "ops", sAMAccountName="ops", member=[group % "dba"], memberOf=group % "dba")
    assert one(collect(user("zhang"), groups=[DOMAIN_USERS, dba, ops]))["groups"] == ["Domain Users", "dba", "ops"]


def test_a_group_out_of_sight_leaves_the_groups_unread() -> None:
    out = collect(user("zhang", memberOf=f"CN=hidden,{SUFFIX}"))
    unread = out.unread("identity_account", one(out)["id"])
    assert unread["groups"] == ("partial", f"the group cn=hidden,{SUFFIX.lower()} is not in sight")
    assert unread["privileged"][0] == "partial"


def test_a_primary_group_is_looked_for_by_its_sid_and_unread_where_it_is_out_of_sight() -> None:
    outside = {
        f"<SID={sid(513).hex()}>": [entry(f"<SID={sid(513).hex()}>", sAMAccountName="Staff", objectSid=sid(513))]
    }
    directory = FakeDirectory({"accounts": [user("zhang"), user("li", primaryGroupID="1200")], **outside})
    out = MemoryOutput("corp")
    Ldap(lambda target: directory).collect(source(privileged_groups=["staff"]), out)
    assert (one(out)["groups"], one(out, "li").get("groups")) == (["Staff"], None)
    unread = out.unread("identity_account", one(out, "li")["id"])
    assert unread["groups"] == ("partial", "the primary group 1200 is not in sight")
    assert unread["privileged"][0] == "partial"
    assert [query.name for query in directory.asked].count("primary group") == 2


def test_administrators_are_found_by_chain_by_primary_group_and_by_name() -> None:
    chained = user("zhang")
    assert one(collect(chained, user("li"), chained=[chained]))["privileged"] is True
    assert one(collect(user("zhang", primaryGroupID="512")))["privileged"] is True
    assert one(collect(user("zhang"), privileged_groups=["domain users"]))["privileged"] is True
    out = collect(user("zhang"), privileged_groups=["no such group"])
    assert out.unread("identity_account", one(out)["id"])["privileged"][0] == "partial"


def test_a_name_with_signs_of_its_own_is_asked_for_as_it_is() -> None:
    odd = entry(f"CN=Admins\\+Ops\\, a\\\\b,{SUFFIX}", sAMAccountName="odd", objectSid=sid(512))
    directory = FakeDirectory({"accounts": [user("zhang")], "groups": [DOMAIN_USERS, odd]})
    Ldap(lambda target: directory).collect(source(), MemoryOutput("corp"))
    asked = next(query.filter for query in directory.asked if query.name == "members of odd")
    assert ":=cn=admins\\5c+ops\\5c, a\\5c\\5cb,dc=corp," in asked


def test_the_chain_is_asked_for_with_an_escaped_name() -> None:
    odd = entry(f"CN=Admins (old),{SUFFIX}", sAMAccountName="Admins (old)", objectSid=sid(512))
    directory = FakeDirectory({"accounts": [user("zhang")], "groups": [DOMAIN_USERS, odd]})
    Ldap(lambda target: directory).collect(source(), MemoryOutput("corp"))
    asked = next(query.filter for query in directory.asked if query.name == "members of Admins (old)")
    assert ":1.2.840.113556.1.4.1941:=cn=admins \\28old\\29," in asked


def test_an_answer_that_breaks_off_keeps_what_came_and_says_so() -> None:
    out = collect(user("zhang"), Cut("limit", "sizeLimitExceeded"))
    assert one(out)["enabled"] is True
    assert out.incomplete_kinds == {"identity_account": ("limit", "accounts: sizeLimitExceeded")}
    assert ("accounts", SUFFIX, "error", "sizeLimitExceeded") in [read[:4] for read in out.ledger]
    with pytest.raises(CollectorFailed, match="insufficientAccessRights"):
        collect(Cut("denied", "insufficientAccessRights"))


def test_groups_that_break_off_leave_every_membership_unread() -> None:
    out = collect(user("zhang"), groups=[DOMAIN_USERS, Cut("timeout", "timeLimitExceeded")])
    assert out.unread("identity_account", one(out)["id"])["groups"] == ("timeout", "groups: timeLimitExceeded")


def test_referrals_are_told_and_not_followed_unless_they_hold_no_account() -> None:
    zones = Referral(f"ldap://corp.example.cn/DC=DomainDnsZones,{SUFFIX}")
    out = collect(user("zhang"), zones)
    assert (out.notes, out.incomplete_kinds) == ([], {})
    out = collect(user("zhang"), Referral(f"ldap://sub.corp.example.cn/DC=sub,{SUFFIX}??base"))
    assert out.incomplete_kinds["identity_account"][0] == "partial"
    assert "was not followed; make it a source of its own" in out.notes[0]


def test_a_witness_out_of_sight_shows_that_accounts_may_be_hidden() -> None:
    assert collect(user("zhang"), witnesses=[f"CN=zhang,{PEOPLE}"]).incomplete_kinds == {}
    out = collect(user("zhang"), witnesses=[f"CN=ceo,{PEOPLE}"])
    assert out.incomplete_kinds == {"identity_account": ("denied", f"read CN=ceo,{PEOPLE}")}


def test_two_accounts_of_one_name_are_both_kept() -> None:
    twin = Entry(f"CN=zhang,OU=Other,{SUFFIX}", user("zhang").values)
    out = collect(user("zhang"), twin)
    assert len(out.every("identity_account")) == 2
    assert "another account is called 'zhang' too" in out.notes[0]


def test_times_that_are_none_are_corrupt() -> None:
    out = collect(user("zhang", accountExpires="soon", whenCreated="20261399", lastLogonTimestamp="x"))
    unread = out.unread("identity_account", one(out)["id"])
    assert {unread[name][0] for name in ("expires_at", "created_at", "last_login_at")} == {"corrupt"}


def test_doctor_tells_of_rights_to_write() -> None:
    writable = user("zhang", allowedAttributesEffective=["userAccountControl", "mail"])
    probes = list(Ldap(lambda target: FakeDirectory({"accounts": [writable]})).probe(source()))
    assert [probe.detail for probe in probes if probe.outcome == "excess"] == ["mail, userAccountControl"]
    none = list(Ldap(lambda target: FakeDirectory({})).probe(source()))
    assert none[-1].outcome == "missing"
