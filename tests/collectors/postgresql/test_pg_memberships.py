"""What a role reaches through its memberships, before and after version 16."""

from __future__ import annotations

from collectors.postgresql.memberships import Memberships, reach


def edge(
    member: int, role: int, *, inherit: bool = True, assume: bool = True, admin: bool = False
) -> dict[str, object]:
    return {"member": member, "role": role, "inherit": inherit, "assume": assume, "admin": admin}


def test_a_role_reaches_itself_and_what_its_roles_reach() -> None:
    edges = Memberships.of([edge(1, 2), edge(2, 3), edge(4, 1)]).all
    assert reach(edges, 1) == {1, 2, 3}


def test_a_circle_ends() -> None:
    edges = Memberships.of([edge(1, 2), edge(2, 1)]).all
    assert reach(edges, 1) == {1, 2}


def test_a_membership_that_is_only_inherited_gives_no_attributes() -> None:
    memberships = Memberships.of([edge(1, 2, assume=False)])
    assert reach(memberships.usable, 1) == {1, 2}
    assert reach(memberships.assumable, 1) == {1}


def test_a_membership_without_any_option_gives_nothing_and_is_told() -> None:
    memberships = Memberships.of([edge(1, 2, inherit=False, assume=False)])
    assert reach(memberships.usable, 1) == {1}
    assert reach(memberships.all, 1) == {1, 2}


def test_who_administers_a_role_can_take_it_on() -> None:
    memberships = Memberships.of([edge(1, 2, inherit=False, assume=False, admin=True)])
    assert reach(memberships.assumable, 1) == {1, 2}
    assert reach(memberships.usable, 1) == {1, 2}
