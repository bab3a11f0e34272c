"""Servers that depart from the RFCs, at the narrow interface: told, read all the same, and never without end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from support.output import MemoryOutput
from support.scim import ENTERPRISE, GROUP, USER
from support.tables import ZONE, schemas

from assay.collector import CollectorFailed, Source
from collectors.scim.collector import Scim
from collectors.scim.server import Endpoint, Payload, Refused

LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse"
Pages = Callable[[Mapping[str, str | int]], Payload]


class Fake:
    """Answers by functions."""

    def __init__(self, users: Pages, groups: Pages) -> None:
        self._pages: dict[Endpoint, Pages] = {"Users": users, "Groups": groups}
        self.asked = 0

    def list(self, endpoint: Endpoint, parameters: Mapping[str, str | int]) -> Payload:
        self.asked += 1
        assert self.asked < 50, "asks without end"
        return self._pages[endpoint](parameters)

    def close(self) -> None:
        """Nothing is open."""


def user(number: int, **more: Any) -> Payload:
    made: Payload = {
        "schemas": [USER, ENTERPRISE],
        "id": f"id{number}",
        "userName": f"u{number}",
        "active": True,
        "meta": {"created": "2020-03-01T00:00:00Z", "lastModified": "2026-11-01T04:00:00Z"},
        ENTERPRISE: {"employeeNumber": f"E{number}"},
    }
    return {**made, **more}


def answer(items: list[Payload], **more: Any) -> Payload:
    return {"schemas": [LIST], "totalResults": len(items), "Resources": items, **more}


def listed(*items: Payload, **more: Any) -> Pages:
    """Page by index as the RFC has it."""

    def page(parameters: Mapping[str, str | int]) -> Payload:
        start, count = int(parameters.get("startIndex", 1)), int(parameters["count"])
        return answer(list(items[start - 1 : start - 1 + count]), **{"totalResults": len(items), **more})

    return page


NOBODY = listed()


def collect(users: Pages, groups: Pages = NOBODY, **options: object) -> MemoryOutput:
    given = {"url": "https://idp.example.cn/scim/v2", "token": "made-up", "page_size": 2, **options}
    at = datetime(2026, 11, 21, 12, tzinfo=ZONE)
    out = MemoryOutput("idp")
    Scim(lambda target: Fake(users, groups)).collect(Source("idp", "scim", given, Path(), ZONE, at, schemas()), out)
    return out


def names(out: MemoryOutput) -> list[str]:
    return sorted(record["name"] for record in out.every("identity_account"))


def one(out: MemoryOutput, name: str = "u1") -> dict[str, Any]:
    return out.one("identity_account", f"directory:idp:account/{name}")


FIVE = [user(number) for number in range(1, 6)]
ALL = ["u1", "u2", "u3", "u4", "u5"]


def test_pages_by_index_are_put_together_without_a_note() -> None:
    out = collect(listed(*FIVE))
    assert (names(out), out.notes, out.incomplete_kinds) == (ALL, [], {})


def test_a_total_that_is_left_out_or_that_of_the_page_loses_nobody() -> None:
    def without(parameters: Mapping[str, str | int]) -> Payload:
        page = listed(*FIVE)(parameters)
        del page["totalResults"]
        return page

    def of_page(parameters: Mapping[str, str | int]) -> Payload:
        page = listed(*FIVE)(parameters)
        return {**page, "totalResults": len(page["Resources"])}

    def capped(parameters: Mapping[str, str | int]) -> Payload:
        return of_page({**parameters, "count": 1})

    assert names(collect(capped)) == ALL
    for pages, told in ((without, "leaves out totalResults"), (of_page, "gives the size of a page as totalResults")):
        out = collect(pages)
        assert (names(out), out.incomplete_kinds) == (ALL, {})
        assert any(told in line for line in out.notes)


def test_a_page_too_many_may_be_refused() -> None:
    def strict(parameters: Mapping[str, str | int]) -> Payload:
        if int(parameters["startIndex"]) > 2:
            raise Refused("unsupported", "400")
        return listed(*FIVE[:2])(parameters)

    assert collect(strict).incomplete_kinds == {}


def test_an_index_that_is_ignored_or_counted_from_zero_ends_and_is_told() -> None:
    stuck = collect(lambda parameters: answer(FIVE[:2], totalResults=5))
    assert stuck.incomplete_kinds == {"identity_account": ("partial", "Users: 2 of 5 Users")}
    assert any("lists a resource twice" in line for line in stuck.notes)

    def from_zero(parameters: Mapping[str, str | int]) -> Payload:
        start = int(parameters["startIndex"])
        return answer(FIVE[start : start + 2], totalResults=5)

    assert collect(from_zero).incomplete_kinds == {"identity_account": ("partial", "Users: 4 of 5 Users")}


def test_an_answer_that_is_nested_too_deeply_is_one_line() -> None:
    deep: Payload = {}
    for _ in range(900):
        deep = {"a": [deep]}
    with pytest.raises(CollectorFailed, match="nested too deeply"):
        collect(lambda parameters: answer([user(1, extra=deep)]))


def test_cursors_are_followed_and_a_circle_of_them_ends() -> None:
    def by_cursor(parameters: Mapping[str, str | int]) -> Payload:
        if "startIndex" in parameters:
            raise Refused("unsupported", "400")
        start = int(parameters["cursor"] or 0)
        more = {"nextCursor": str(start + 2)} if start + 2 < 5 else {}
        return answer(FIVE[start : start + 2], totalResults=5, **more)

    assert names(collect(by_cursor)) == ALL
    out = collect(lambda parameters: answer(FIVE[:2], totalResults=5, nextCursor="again"))
    assert out.incomplete_kinds == {"identity_account": ("partial", "Users: cursor without end")}


def test_a_list_that_breaks_off_keeps_what_came() -> None:
    def breaking(parameters: Mapping[str, str | int]) -> Payload:
        if int(parameters["startIndex"]) > 3:
            raise Refused("throttled", "429", "it wants fewer requests")
        return listed(*FIVE)(parameters)

    out = collect(breaking)
    assert names(out) == ["u1", "u2", "u3", "u4"]
    assert out.incomplete_kinds == {"identity_account": ("throttled", "Users: 429")}
    assert out.notes == ["Users could not be read wholly (429): it wants fewer requests"]


def test_users_that_may_not_be_read_fail_the_source() -> None:
    def denied(parameters: Mapping[str, str | int]) -> Payload:
        raise Refused("denied", "403", "the token may not read this")

    with pytest.raises(CollectorFailed, match="may not read this"):
        collect(denied)
    out = collect(listed(user(1)), denied)
    assert out.unread("identity_account", one(out)["id"])["groups"] == ("denied", "Groups: 403")


def test_truth_as_text_and_names_in_another_case_are_read_and_told() -> None:
    odd = {"ID": "id1", "username": "u1", "Active": "False", "meta": {"lastmodified": "2026-11-01T04:00:00"}}
    out = collect(lambda parameters: {"resources": [odd], "totalresults": "1"})
    assert (one(out)["enabled"], one(out)["disabled_at"]) == (False, "2026-11-01T12:00:00+08:00")
    told = " ".join(out.notes)
    for what in ("active as text", "Resources in another case", "schemas of a user", "schemas of a list"):
        assert what in told


def test_an_account_that_does_not_say_whether_it_is_active_is_unread() -> None:
    out = collect(listed(user(1, active=None), user(2, active="maybe")))
    assert out.unread("identity_account", one(out)["id"])["enabled"] == ("not_in_source", "the account has no active")
    assert out.unread("identity_account", one(out, "u2")["id"])["disabled_at"][0] == "corrupt"


def test_the_extension_may_lie_beside_the_user_and_the_manager_be_text() -> None:
    boss = user(1)
    flat = {"id": "id2", "schemas": [USER], "userName": "u2", "employeeNumber": 2, "active": True}
    desk = {**flat, "id": "id3", "userName": "desk", "employeeNumber": "", "manager": "id1"}
    out = collect(listed(boss, flat, desk), kinds=[{"name": "desk", "kind": "shared"}])
    assert one(out, "u2")["person_keys"] == ["staff:2"]
    assert (one(out, "desk")["staff_id"], one(out, "desk")["owner_keys"]) == ("none", ["staff:e1"])
    assert any("employeeNumber outside its extension" in line for line in out.notes)


def test_mail_addresses_and_configured_attributes_name_the_person() -> None:
    mails = [{"value": "old@example.cn"}, {"value": "Zhang@Example.cn", "primary": True}]
    out = collect(listed(user(1, emails=mails, externalId="X9")), numbers=["externalId"])
    assert one(out)["person_keys"] == ["staff:x9", "zhang@example.cn", "old@example.cn"]
    out = collect(listed(user(1, userName="Zhang@Example.cn")), mails=["userName"])
    assert one(out, "Zhang@Example.cn")["person_keys"] == ["staff:e1", "zhang@example.cn"]


def test_a_kind_may_be_told_by_the_user_type() -> None:
    lines = [{"user_type": "Service*", "kind": "service"}]
    assert one(collect(listed(user(1, userType="service account")), kinds=lines))["kind"] == "service"


def test_groups_are_followed_upwards_through_a_circle() -> None:
    ops = {"schemas": [GROUP], "id": "g1", "displayName": "ops", "members": [{"value": "id1"}, {"value": "g2"}]}
    top = {"schemas": [GROUP], "id": "g2", "displayName": "top", "members": [{"value": "g1"}]}
    found = one(collect(listed(user(1)), listed(ops, top), privileged_groups=["top"]))
    assert (found["groups"], found["privileged"]) == (["ops", "top"], True)
    assert found["group_ids"] == ["directory:idp:group/ops", "directory:idp:group/top"]


def test_groups_without_members_are_taken_for_withheld() -> None:
    empty = {"schemas": [GROUP], "id": "g1", "displayName": "ops"}
    out = collect(listed(user(1), user(2, groups=[{"value": "g1"}])), listed(empty))
    assert "groups" not in one(out)
    assert one(out, "u2")["groups"] == ["ops"]


def test_two_accounts_of_one_name_and_one_without_id() -> None:
    out = collect(listed(user(1), user(2, userName="U1"), user(3, id=None)))
    assert [record["id"].rpartition("/")[2] for record in out.every("identity_account")] == ["id2", "u1"]
    assert out.incomplete_kinds == {"identity_account": ("corrupt", "Users: a resource without id")}
