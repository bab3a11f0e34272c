"""Grants by policies of code."""

from __future__ import annotations

from typing import Any

from support.declared_backups import known_later, resource, why
from support.identity_policies import policy
from support.stating import ACCOUNT, stated

from collectors.iac.declared import Declared
from collectors.iac.facts import access_grant
from collectors.iac.value import Unknown

EVERYTHING = {"Effect": "Allow", "Action": "*", "Resource": "*"}
READ = {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"}
ROLE = resource("aws_iam_role.r", name="r", assume_role_policy=policy())
ADMIN = "arn:aws:iam::aws:policy/AdministratorAccess"
Found = dict[str, Any]


def grants(*resources: Declared, **about: Any) -> list[Found]:
    return stated(access_grant, *resources, **about)


def at(address: str, *resources: Declared, **about: Any) -> Found:
    """Return the grant at an address."""
    (found,) = [one for one in grants(*resources, **about) if one["place"]["address"] == address]
    return found


def inline(*statements: Found, name: str = "a", role: Any = "r") -> Declared:
    return resource(f"aws_iam_role_policy.{name}", name=name, role=role, policy=policy(*statements))


def flags(found: Found) -> tuple[Any, ...]:
    return found.get("wildcard_action"), found.get("wildcard_resource"), found.get("wildcard_level")


WIDE, NARROW = (True, True, "all"), (False, False, "none")


def test_a_policy_of_a_role_is_a_grant_to_it() -> None:
    found = at("aws_iam_role_policy.a", ROLE, inline(EVERYTHING))
    assert found["id"] == f"aws:{ACCOUNT}:iam:role/r:policy/a"
    assert (found["principal_type"], found["principal_id"]) == ("account", f"aws:{ACCOUNT}:iam:role/r")
    assert (found["attached"], found["is_role_trust"], flags(found)) == (True, False, WIDE)


def test_a_denial_in_another_policy_of_the_role_takes_the_wildcard_back() -> None:
    denial = inline({"Effect": "Deny", "Action": "*", "Resource": "*"}, name="b")
    assert flags(at("aws_iam_role_policy.a", ROLE, inline(EVERYTHING), denial))[0] is False


def test_a_boundary_takes_the_wildcard_back() -> None:
    limit = resource("aws_iam_policy.l", name="l", policy=policy(READ))
    role = resource("aws_iam_role.r", name="r", permissions_boundary=known_later("aws_iam_policy.l", "arn"))
    found = grants(role, limit, inline(EVERYTHING))
    assert [flags(one)[0] for one in found] == [False, False, False]


def test_a_policy_that_was_not_read_may_take_a_wildcard_back_but_never_make_one() -> None:
    unread = resource("aws_iam_role_policy.b", role="r", policy=Unknown())
    assert why(at("aws_iam_role_policy.a", ROLE, inline(EVERYTHING), unread), "wildcard_action") == "known_after_apply"
    assert flags(at("aws_iam_role_policy.a", ROLE, inline(READ), unread)) == NARROW
    assert why(at("aws_iam_role_policy.b", ROLE, unread), "wildcard_level") == "known_after_apply"


def test_a_boundary_that_was_not_read_may_take_a_wildcard_back() -> None:
    role = resource("aws_iam_role.r", name="r", permissions_boundary="arn:aws:iam::1:policy/elsewhere")
    assert why(at("aws_iam_role_policy.a", role, inline(EVERYTHING)), "wildcard_resource") == "not_in_source"
    assert flags(at("aws_iam_role_policy.a", role, inline(READ))) == NARROW


def test_policies_that_aws_manages_are_known_by_the_shipped_table() -> None:
    attachment = resource("aws_iam_role_policy_attachment.a", role="r", policy_arn=ADMIN)
    other = resource(
        "aws_iam_role_policy_attachment.b", role="r", policy_arn="arn:aws-cn:iam::aws:policy/service-role/UnheardOf"
    )
    assert flags(at("aws_iam_role_policy_attachment.a", ROLE, attachment, other)) == WIDE
    assert why(at("aws_iam_role_policy_attachment.b", ROLE, attachment, other), "wildcard_action") == "not_in_source"


def test_a_list_of_policies_is_a_grant_for_each() -> None:
    reader = resource("aws_iam_policy.p", name="p", policy=policy(READ))
    both = [known_later("aws_iam_policy.p", "arn"), ADMIN]
    role = resource("aws_iam_role.r", name="r", assume_role_policy=policy(), managed_policy_arns=both)
    found = [one for one in grants(role, reader) if one["place"]["address"] == "aws_iam_role.r"]
    assert {one["name"]: flags(one) for one in found} == {"p": NARROW, "AdministratorAccess": WIDE}


def test_a_policy_that_nobody_has_is_judged_as_written() -> None:
    found = at("aws_iam_policy.p", resource("aws_iam_policy.p", name="p", policy=policy(EVERYTHING)))
    assert (found["id"], found["attached"], flags(found)) == (f"aws:{ACCOUNT}:iam:policy/p", False, WIDE)


def test_a_policy_that_only_limits_grants_nothing() -> None:
    limit = resource("aws_iam_policy.p", name="p", policy=policy(EVERYTHING))
    role = resource("aws_iam_role.r", name="r", permissions_boundary=known_later("aws_iam_policy.p", "arn"))
    assert flags(at("aws_iam_policy.p", limit, role)) == NARROW


def test_an_attached_policy_is_as_wide_as_its_holders_have_it() -> None:
    code = [
        resource("aws_iam_policy.p", name="p", policy=policy(EVERYTHING)),
        resource("aws_iam_role_policy_attachment.a", role="r", policy_arn=known_later("aws_iam_policy.p", "arn")),
    ]
    found = at("aws_iam_policy.p", ROLE, *code)
    assert (found["attached"], flags(found)) == (True, WIDE)
    denial = inline({"Effect": "Deny", "Action": "*", "Resource": "*"}, name="b")
    assert flags(at("aws_iam_policy.p", ROLE, denial, *code))[0] is False


def test_an_attachment_of_whatever_policy_leaves_open_which_one_has_a_holder() -> None:
    loose = resource("aws_iam_role_policy_attachment.a", role="r", policy_arn=Unknown())
    found = at("aws_iam_policy.p", resource("aws_iam_policy.p", name="p", policy=policy(READ)), ROLE, loose)
    assert why(found, "attached") == "known_after_apply"


def test_a_holder_that_is_not_in_the_code_is_named() -> None:
    found = at("aws_iam_role_policy.a", inline(EVERYTHING, role="elsewhere"))
    assert (found["principal_id"], flags(found)) == (f"aws:{ACCOUNT}:iam:role/elsewhere", WIDE)


def test_things_of_one_name_are_told_apart() -> None:
    ids = [one["id"] for one in grants(ROLE, inline(READ), inline(EVERYTHING))]
    assert len(set(ids)) == 2
