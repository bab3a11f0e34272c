"""What a plan says of a resource: values, what nobody sets, and what is known only after it is applied."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from support.terraform_plans import change, document, module, only, read, refers, written

from collectors.iac.value import Reference, Unknown

KEY = Reference("aws_kms_key.k", "arn")


def test_an_unknown_argument_that_the_code_sets_keeps_what_it_refers_to(tmp_path: Path) -> None:
    root = module(written("aws_db_instance.d", kms_key_id=refers("aws_kms_key.k.arn")))
    code = read(tmp_path, document([change("aws_db_instance.d", unknown={"kms_key_id": True})], root))
    database = only(code, "aws_db_instance")
    assert database.values["kms_key_id"] == Unknown(references=(KEY,))
    assert database.references == {"kms_key_id": (KEY,)}


def test_an_unknown_argument_that_the_code_does_not_set_is_left_to_the_service(tmp_path: Path) -> None:
    changes = [change("aws_db_instance.d", {"engine": None}, unknown={"kms_key_id": True})]
    code = read(tmp_path, document(changes, module(written("aws_db_instance.d"))))
    assert only(code, "aws_db_instance").values == {}


def test_an_argument_that_a_caller_sets_to_null_is_left_to_the_service(tmp_path: Path) -> None:
    inner = module(written("aws_db_instance.d", kms_key_id=refers("var.key")), variables={"key": {}})
    root = module(module_calls={"m": {"expressions": {"key": {}}, "module": inner}})
    changes = [change("module.m.aws_db_instance.d", unknown={"kms_key_id": True})]
    assert only(read(tmp_path, document(changes, root)), "aws_db_instance").values == {}


def test_without_a_configuration_what_is_unknown_stays_so(tmp_path: Path) -> None:
    code = read(tmp_path, document([change("aws_db_instance.d", unknown={"kms_key_id": True})], None))
    assert only(code, "aws_db_instance").values == {"kms_key_id": Unknown()}


def test_a_block_that_is_not_known_at_all_is_not_taken_for_none(tmp_path: Path) -> None:
    changes = [
        change("aws_s3_bucket_lifecycle_configuration.l", unknown={"rule": True}),
        change("aws_s3_bucket.b", unknown={"versioning": True}),
    ]
    root = module(written("aws_s3_bucket_lifecycle_configuration.l"), written("aws_s3_bucket.b"))
    code = read(tmp_path, document(changes, root))
    assert only(code, "aws_s3_bucket_lifecycle_configuration").arguments.blocks("rule") == Unknown()
    assert only(code, "aws_s3_bucket").arguments.blocks("versioning") == []


def test_what_is_unknown_inside_a_dynamic_block_may_be_set(tmp_path: Path) -> None:
    after = {"rule": [{"default": [{"algorithm": "aws:kms"}]}]}
    unknown = {"rule": [{"default": [{"key": True}]}]}
    code = read(tmp_path, document([change("aws_x.x", after, unknown=unknown)], module(written("aws_x.x"))))
    assert only(code, "aws_x").values["rule"] == [{"default": [{"algorithm": "aws:kms", "key": Unknown()}]}]


def test_what_is_unknown_inside_a_written_block_is_the_argument_of_that_block(tmp_path: Path) -> None:
    blocks = [
        {"name": {"constant_value": "a"}, "key": refers("aws_kms_key.k.arn")},
        {"name": {"constant_value": "b"}},
    ]
    # A set of blocks comes in another order than that of the code.
    after = {"rule": [{"name": "b"}, {"name": "a"}]}
    unknown = {"rule": [{"key": True}, {"key": True}]}
    root = module(written("aws_x.x", rule=blocks))
    code = read(tmp_path, document([change("aws_x.x", after, unknown=unknown)], root))
    assert only(code, "aws_x").values["rule"] == [{"name": "b"}, {"name": "a", "key": Unknown(references=(KEY,))}]


def test_one_unknown_item_leaves_the_others_known(tmp_path: Path) -> None:
    changes = [
        change(
            "aws_x.x",
            {"ids": ["sg-1", None], "tags": {"env": "prod"}},
            unknown={"ids": [False, True], "tags": {"owner": True}},
        )
    ]
    root = module(written("aws_x.x", ids=refers("aws_kms_key.k.arn"), tags=refers("aws_kms_key.k.arn")))
    values = only(read(tmp_path, document(changes, root)), "aws_x").values
    assert values["ids"] == ["sg-1", Unknown(references=(KEY,))]
    assert values["tags"] == {"env": "prod", "owner": Unknown(references=(KEY,))}


@pytest.mark.parametrize(
    ("actions", "action", "new"),
    [
        (["create"], "create", True),
        (["delete", "create"], "replace", True),
        (["create", "delete"], "replace", True),
        (["update"], "update", False),
        (["no-op"], "no-op", False),
    ],
)
def test_the_action_says_whether_a_resource_is_new(tmp_path: Path, actions: list[str], action: str, new: bool) -> None:
    found = only(read(tmp_path, document([change("aws_x.x", actions=actions)], module())), "aws_x")
    assert (found.action, found.is_new) == (action, new)


@pytest.mark.parametrize("actions", [["delete"], ["forget"]])
def test_what_is_removed_is_not_declared(tmp_path: Path, actions: list[str]) -> None:
    assert read(tmp_path, document([change("aws_x.x", actions=actions)], module())).resources == []


def test_data_that_was_read_already_is_there(tmp_path: Path) -> None:
    known = {"address": "data.aws_vpc.v", "mode": "data", "type": "aws_vpc", "name": "v", "values": {"id": "vpc-1"}}
    state = {"values": {"root_module": {"child_modules": [{"resources": [known]}]}}}
    found = only(read(tmp_path, document([], module(), prior_state=state)), "data.aws_vpc")
    assert (found.values, found.action) == ({"id": "vpc-1"}, "read")


def test_a_plan_without_changes_is_read_from_its_planned_values(tmp_path: Path) -> None:
    bucket = {"address": "aws_x.x", "mode": "managed", "type": "aws_x", "name": "x", "values": {"name": "n"}}
    content = document([], module(), planned_values={"root_module": {"resources": [bucket]}})
    del content["resource_changes"]
    assert only(read(tmp_path, content), "aws_x").values == {"name": "n"}


def test_a_resource_has_the_address_as_its_place(tmp_path: Path) -> None:
    found = only(read(tmp_path, document([change('module.m["a"].aws_x.x[0]')], module())), "aws_x")
    assert found.place == {"path": "plan.json", "address": 'module.m["a"].aws_x.x[0]'}


@pytest.mark.parametrize(
    "constants",
    [{"actions": ["b", "a"]}, {"actions": ["other"]}],
    ids=["a set in another order", "nothing that fits"],
)
def test_what_is_not_known_in_a_block_is_set_whatever_block_it_is(tmp_path: Path, constants: dict[str, Any]) -> None:
    block = {name: {"constant_value": value} for name, value in constants.items()} | {
        "resources": refers("aws_k.k.arn")
    }
    after = {"statement": [{"actions": ["a", "b"], "resources": [None]}]}
    unknown = {"statement": [{"resources": [True]}]}
    root = module(written("aws_x.x", statement=[block]))
    code = read(tmp_path, document([change("aws_x.x", after, unknown=unknown)], root))
    (statement,) = only(code, "aws_x").values["statement"]
    assert statement["resources"] == [Unknown(references=(Reference("aws_k.k", "arn"),))]


def test_what_is_not_known_in_a_dynamic_block_inside_another_may_be_set(tmp_path: Path) -> None:
    after = {"rule": [{"name": "r", "inner": [{"algorithm": "aws:kms"}]}]}
    unknown = {"rule": [{"inner": [{"key": True}]}]}
    root = module(written("aws_x.x", rule=[{"name": {"constant_value": "r"}}]))
    code = read(tmp_path, document([change("aws_x.x", after, unknown=unknown)], root))
    (rule,) = only(code, "aws_x").values["rule"]
    assert rule["inner"] == [{"algorithm": "aws:kms", "key": Unknown()}]


def test_what_a_function_gives_is_set_though_it_refers_to_nothing(tmp_path: Path) -> None:
    code = read(tmp_path, document([change("aws_x.x", unknown={"name": True})], module(written("aws_x.x", name={}))))
    assert only(code, "aws_x").values == {"name": Unknown()}
