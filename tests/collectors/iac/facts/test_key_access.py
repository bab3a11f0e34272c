"""Whom the policy of a declared key lets in, wherever the code writes it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from support.declared_backups import Record, known_later, resource, why
from support.stating import ACCOUNT, only, stated

from collectors.iac.declared import Declared
from collectors.iac.facts import encryption_key
from collectors.iac.value import Hidden, Unknown

LATER = Unknown()
ROOT = f"arn:aws:iam::{ACCOUNT}:root"
OUTSIDE = "arn:aws:iam::999900001111:role/mirror"
LISTS = ("external_principals", "admin_principal_ids", "use_principal_ids")


def allow(principal: Any, action: Any = "kms:*", **more: Any) -> dict[str, Any]:
    return {"Effect": "Allow", "Principal": {"AWS": principal}, "Action": action, "Resource": "*", **more}


def policy(*statements: dict[str, Any]) -> str:
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)})


def key(**values: Any) -> Declared:
    return resource("aws_kms_key.k", **values)


def facts(text: Any, *others: Declared, **about: Any) -> Record:
    return only(encryption_key, key(policy=text), *others, **about)


def role(number: str) -> str:
    return f"aws:{ACCOUNT}:iam:role/{number}"


def test_administrators_users_and_outsiders_are_told_apart() -> None:
    admin, app = (f"arn:aws:iam::{ACCOUNT}:role/{name}" for name in ("path/keys", "app"))
    found = facts(policy(allow(ROOT), allow(admin, "kms:Put*"), allow([app, OUTSIDE], "kms:Decrypt")))
    assert found["policy_wildcard_principal"] is False
    assert found["external_principals"] == [OUTSIDE]
    assert found["admin_principal_ids"] == [ACCOUNT, role("keys")]
    assert found["use_principal_ids"] == [ACCOUNT, role("app"), "aws:999900001111:iam:role/mirror"]


@pytest.mark.parametrize("partition", ["aws", "aws-cn", "aws-us-gov"])
def test_the_own_account_is_no_outsider_in_any_partition(partition: str) -> None:
    found = facts(policy(allow(f"arn:{partition}:iam::{ACCOUNT}:root"), allow(ACCOUNT, "kms:Decrypt")))
    assert found["external_principals"] == []
    assert found["use_principal_ids"] == [ACCOUNT]


@pytest.mark.parametrize("written", [allow("*"), allow(["*"]), {**allow(0), "Principal": "*"}])
def test_a_star_lets_in_anybody(written: dict[str, Any]) -> None:
    found = facts(policy(allow(ROOT), written))
    assert found["policy_wildcard_principal"] is True
    assert "*" in found["admin_principal_ids"]
    assert found["external_principals"] == []


def test_a_star_that_is_held_to_the_own_account_is_that_account() -> None:
    narrow = allow("*", "kms:Decrypt", Condition={"StringEquals": {"kms:CallerAccount": ACCOUNT}})
    found = facts(policy(narrow))
    assert found["policy_wildcard_principal"] is False
    assert (found["external_principals"], found["use_principal_ids"]) == ([], [ACCOUNT])


def test_without_a_policy_a_new_key_lets_in_its_account() -> None:
    found = facts(None)
    assert found["policy_wildcard_principal"] is False
    assert (found["external_principals"], found["use_principal_ids"]) == ([], [ACCOUNT])
    assert {found["basis_of"][name] for name in LISTS} == {"provider_default"}


def test_without_a_policy_a_key_that_is_there_may_let_in_others() -> None:
    found = only(encryption_key, resource("aws_kms_key.k", "update"))
    assert {why(found, name) for name in ("policy_wildcard_principal", *LISTS)} == {"not_in_source"}


def test_an_account_that_is_not_known_leaves_outsiders_open() -> None:
    found = facts(policy(allow(OUTSIDE)), account=None)
    assert why(found, "external_principals") == "not_in_source"
    assert found["policy_wildcard_principal"] is False
    assert found["use_principal_ids"] == ["aws:999900001111:iam:role/mirror"]


@pytest.mark.parametrize("own", ["<AWS::AccountId>", "<module.m.data.aws_caller_identity.me.account_id>"])
def test_the_account_that_the_code_runs_in_is_the_own_one(own: str) -> None:
    written = policy(
        allow(f"arn:aws:iam::{own}:root"), allow(f"arn:<AWS::Partition>:iam::{own}:role/app", "kms:Decrypt")
    )
    found = facts(written, account=None)
    assert found["external_principals"] == []
    assert found["admin_principal_ids"] == ["arn:aws:iam::<AWS::AccountId>:root"]
    assert "aws:iam:role/app" in found["use_principal_ids"]
    assert facts(written)["use_principal_ids"] == [ACCOUNT, role("app")]


def test_a_role_of_the_code_is_the_same_however_it_is_named() -> None:
    app = resource("aws_iam_role.app", name="app")
    written = policy(
        allow("<aws_iam_role.app.arn>", "kms:Put*"), allow(f"arn:aws:iam::{ACCOUNT}:role/app", "kms:Decrypt")
    )
    found = facts(written, app)
    assert found["admin_principal_ids"] == found["use_principal_ids"] == [role("app")]
    assert found["external_principals"] == []


def test_a_role_of_the_code_without_a_name_has_its_address() -> None:
    found = facts(policy(allow("<aws_iam_role.app.arn>")), resource("aws_iam_role.app"), account=None)
    assert found["use_principal_ids"] == ["tf:aws_iam_role.app"]
    assert found["external_principals"] == []


def test_a_role_of_the_code_in_another_account_is_an_outsider() -> None:
    declared = resource("aws_iam_role.app", name="app")
    written = policy(allow("<aws_iam_role.app.arn>"))
    elsewhere = Declared(declared.type, declared.address, declared.arguments, declared.place, account="999900001111")
    assert facts(written, elsewhere)["external_principals"] == ["999900001111"]
    assert why(facts(written, elsewhere, account=None), "external_principals") == "not_in_source"


@pytest.mark.parametrize("principal", ["<?>", "<var.who>", "arn:aws:iam::<var.account>:root"])
def test_a_principal_that_is_not_known_leaves_the_lists_open(principal: str) -> None:
    found = facts(policy(allow(ROOT), allow(principal)))
    assert {why(found, name) for name in LISTS} == {"known_after_apply"}
    assert ("policy_wildcard_principal" in found) == principal.startswith("arn:")


def test_a_star_beside_a_principal_that_is_not_known_is_a_star() -> None:
    assert facts(policy(allow("<?>"), allow("*")))["policy_wildcard_principal"] is True


def test_actions_that_are_not_known_leave_duties_open() -> None:
    found = facts(policy(allow(ROOT, "<?>")))
    assert why(found, "use_principal_ids") == "known_after_apply"
    assert found["external_principals"] == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (LATER, "known_after_apply"),
        (Hidden("literal"), "not_in_source"),
        ("{", "corrupt"),
        ('{"Statement": "<?>"}', "known_after_apply"),
    ],
)
def test_a_policy_that_cannot_be_read_leaves_all_open(text: Any, reason: str) -> None:
    found = facts(text)
    assert {why(found, name) for name in ("policy_wildcard_principal", *LISTS)} == {reason}


def test_a_separate_policy_is_that_of_its_key() -> None:
    separate = resource(
        "aws_kms_key_policy.p", key_id=known_later("aws_kms_key.k", "key_id"), policy=policy(allow("*"))
    )
    assert only(encryption_key, key(), separate)["policy_wildcard_principal"] is True


def test_a_separate_policy_finds_its_key_by_an_alias() -> None:
    alias = resource("aws_kms_alias.a", name="alias/a", target_key_id=known_later("aws_kms_key.k", "key_id"))
    separate = resource("aws_kms_key_policy.p", key_id="alias/a", policy=policy(allow("*")))
    assert only(encryption_key, key(), alias, separate)["policy_wildcard_principal"] is True


def test_two_separate_policies_leave_all_open() -> None:
    separate = [
        resource(f"aws_kms_key_policy.{name}", key_id=known_later("aws_kms_key.k", "id"), policy=policy(allow("*")))
        for name in "ab"
    ]
    assert why(only(encryption_key, key(), *separate), "policy_wildcard_principal") == "known_after_apply"


def test_a_separate_policy_of_who_knows_which_key_may_be_that_of_any() -> None:
    separate = resource("aws_kms_key_policy.p", key_id=LATER, policy=policy(allow(ROOT)))
    assert why(only(encryption_key, key(), separate), "policy_wildcard_principal") == "known_after_apply"
    said = only(encryption_key, key(policy=policy(allow(ROOT))), separate)
    assert said["policy_wildcard_principal"] is False


def test_a_separate_policy_of_a_key_that_is_looked_up_is_not_that_of_another() -> None:
    looked_up = resource("data.aws_kms_key.x", "read")
    looked_up = Declared("data.aws_kms_key", "data.aws_kms_key.x", looked_up.arguments, looked_up.place, "read")
    separate = resource("aws_kms_key_policy.p", key_id=known_later("data.aws_kms_key.x"), policy=policy(allow("*")))
    assert only(encryption_key, key(), looked_up, separate)["policy_wildcard_principal"] is False


def test_a_grant_lets_in_as_a_statement_does() -> None:
    grant = resource(
        "aws_kms_grant.g", key_id=known_later("aws_kms_key.k"), grantee_principal=OUTSIDE, operations=["Decrypt"]
    )
    found = only(encryption_key, key(), grant)
    assert found["external_principals"] == [OUTSIDE]
    assert found["use_principal_ids"] == [ACCOUNT, "aws:999900001111:iam:role/mirror"]
    assert found["admin_principal_ids"] == [ACCOUNT]


def test_a_grant_to_a_role_of_the_code_is_to_that_role() -> None:
    grant = resource(
        "aws_kms_grant.g",
        key_id=known_later("aws_kms_key.k"),
        grantee_principal=known_later("aws_iam_role.app", "arn"),
        operations=["Decrypt"],
    )
    found = only(encryption_key, key(), grant, resource("aws_iam_role.app", name="app"))
    assert found["use_principal_ids"] == [ACCOUNT, role("app")]


@pytest.mark.parametrize("values", [{"grantee_principal": LATER}, {"key_id": LATER, "grantee_principal": OUTSIDE}])
def test_a_grant_that_is_not_settled_leaves_the_lists_open(values: dict[str, Any]) -> None:
    grant = resource("aws_kms_grant.g", **{"key_id": known_later("aws_kms_key.k"), "operations": ["Decrypt"], **values})
    found = only(encryption_key, key(), grant)
    assert why(found, "external_principals") == "known_after_apply"
    assert found["policy_wildcard_principal"] is False


def test_each_key_has_its_own_policy() -> None:
    other = resource("aws_kms_key.other", policy=policy(allow("*")))
    first, second = stated(encryption_key, key(policy=policy(allow(ROOT))), other)
    assert (first["policy_wildcard_principal"], second["policy_wildcard_principal"]) == (False, True)
