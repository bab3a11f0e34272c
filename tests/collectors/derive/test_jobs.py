"""Jobs in their normal form, and the job roles that serve a person."""

from __future__ import annotations

from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive import role_definition, staff_member

DERIVED = {"staff_member": staff_member.DERIVED, "role_definition": role_definition.DERIVED}
ROLES: list[dict[str, Any]] = [
    {"id": "d", "job_functions": ["Data Analyst", "dba"]},
    {"id": "e", "job_functions": ["data-analyst", "data_analyst"]},
]


def view(
    complete: tuple[str, ...] = ("role_definition",), roles: list[dict[str, Any]] = ROLES, **facts: Any
) -> FakeView:
    return FakeView(DERIVED, {"staff_member": [{"id": "p", **facts}], "role_definition": roles}, complete)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Data Analyst", "data_analyst"),
        (" data-analyst ", "data_analyst"),
        ("DATA_ANALYST", "data_analyst"),
        ("ＤＢＡ", "dba"),
        ("客服 ", "客服"),
    ],
)
def test_a_job_has_one_normal_form(text: str, name: str) -> None:
    assert view(job_function=text).whole("staff_member", "p")["job"] == name


def test_job_roles_are_found_by_the_normal_form() -> None:
    found = view(job_function="data analyst").whole("staff_member", "p")
    assert (found["job_role_ids"], found["job_roles_read"]) == (["d", "e"], True)
    assert view(job_function="guard").whole("staff_member", "p")["job_role_ids"] == []
    assert view().whole("role_definition", "d")["jobs"] == ["data_analyst", "dba"]


def test_an_unread_job_leaves_the_job_roles_open() -> None:
    found = view().whole("staff_member", "p")
    assert reason(found, "job") == reason(found, "job_role_ids") == "not_in_source"
    assert reason(found, "job_roles_read") == "partial"


@pytest.mark.parametrize(("complete", "roles"), [((), ROLES), (("role_definition",), [*ROLES, {"id": "f"}])])
def test_job_roles_out_of_sight_may_serve_the_person(complete: tuple[str, ...], roles: list[dict[str, Any]]) -> None:
    found = view(complete, roles, job_function="dba").whole("staff_member", "p")
    assert found["job_role_ids"] == ["d"]
    assert reason(found, "job_roles_read") == "partial"


def test_jobs_that_were_not_read_are_unread() -> None:
    assert reason(view(roles=[{"id": "f"}]).whole("role_definition", "f"), "jobs") == "not_in_source"
