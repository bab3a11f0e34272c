"""References are followed through modules to the resource that is meant."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from support.terraform_plans import change, document, module, read, refers, written

from collectors.iac.code import Code
from collectors.iac.value import Reference, Unknown

USER = {"address": "aws_use.u", "provider_config_key": "aws"}


def used(code: Code, address: str) -> Any:
    value = next(r for r in code.resources if r.address == address).values["key"]
    assert isinstance(value, Unknown)
    return value.references


def test_through_the_variable_of_a_module(tmp_path: Path) -> None:
    inner = module(written("aws_use.u", key=refers("var.key")), variables={"key": {}})
    outer = module(
        written("aws_kms_key.k"),
        module_calls={"in": {"expressions": {"key": refers("aws_kms_key.k.arn")}, "module": inner}},
    )
    root = module(module_calls={"out": {"expressions": {}, "module": outer}})
    changes = [change("module.out.module.in.aws_use.u", unknown={"key": True})]
    code = read(tmp_path, document(changes, root))
    assert used(code, "module.out.module.in.aws_use.u") == (Reference("module.out.aws_kms_key.k", "arn"),)


def test_through_the_output_of_a_module(tmp_path: Path) -> None:
    inner = module(written("aws_kms_key.k"), outputs={"arn": {"expression": refers("aws_kms_key.k.arn")}})
    root = module(
        written("aws_use.u", key={"references": ["module.keys.arn", "module.keys"]}),
        module_calls={"keys": {"expressions": {}, "module": inner}},
    )
    changes = [change("module.keys.aws_kms_key.k"), change("aws_use.u", unknown={"key": True})]
    code = read(tmp_path, document(changes, root))
    assert used(code, "aws_use.u") == (Reference("module.keys.aws_kms_key.k", "arn"),)


def test_from_the_output_of_one_module_into_the_variable_of_another(tmp_path: Path) -> None:
    keys = module(written("aws_kms_key.k"), outputs={"arn": {"expression": refers("aws_kms_key.k.arn")}})
    users = module(written("aws_use.u", key=refers("var.key")), variables={"key": {}})
    call = {"expressions": {"key": {"references": ["module.keys.arn", "module.keys"]}}, "module": users}
    root = module(module_calls={"keys": {"module": keys}, "users": call})
    changes = [change("module.users.aws_use.u", unknown={"key": True})]
    code = read(tmp_path, document(changes, root))
    assert used(code, "module.users.aws_use.u") == (Reference("module.keys.aws_kms_key.k", "arn"),)


def test_every_instance_of_a_module_is_meant_where_none_is_named(tmp_path: Path) -> None:
    inner = module(written("aws_kms_key.k"), outputs={"arn": {"expression": refers("aws_kms_key.k.arn")}})
    root = module(
        written("aws_use.all", key={"references": ["module.keys"]} | {"references": ["module.keys.arn"]}),
        written("aws_use.one", key={"references": ['module.keys["a"].arn', 'module.keys["a"]']}),
        module_calls={"keys": {"expressions": {}, "module": inner}},
    )
    changes = [change(f'module.keys["{name}"].aws_kms_key.k') for name in "ab"]
    changes += [change(f"aws_use.{name}", unknown={"key": True}) for name in ("all", "one")]
    code = read(tmp_path, document(changes, root))
    one, two = (Reference(f'module.keys["{name}"].aws_kms_key.k', "arn") for name in "ab")
    assert used(code, "aws_use.all") == (one, two)
    assert used(code, "aws_use.one") == (one,)


def test_through_each_value_to_what_is_repeated_over(tmp_path: Path) -> None:
    resource = {
        **written("aws_use.u", key=refers("each.value.id")),
        "for_each_expression": {"references": ["aws_s3_bucket.b"]},
    }
    changes = [change('aws_use.u["a"]', unknown={"key": True}), change('aws_s3_bucket.b["a"]')]
    code = read(tmp_path, document(changes, module(resource)))
    assert used(code, 'aws_use.u["a"]') == (Reference("aws_s3_bucket.b"),)


def test_the_instance_with_the_same_key_is_meant(tmp_path: Path) -> None:
    root = module(written("aws_use.u", key={"references": ["aws_s3_bucket.b", "each.key"]}))
    changes = [change(f'aws_use.u["{name}"]', unknown={"key": True}) for name in "ab"]
    changes += [change(f'aws_s3_bucket.b["{name}"]') for name in "ab"]
    code = read(tmp_path, document(changes, root))
    user = next(r for r in code.resources if r.address == 'aws_use.u["b"]')
    meant = code.targets(user, "key", "aws_s3_bucket")
    assert isinstance(meant, list)
    assert [bucket.address for bucket in meant] == ['aws_s3_bucket.b["b"]']


def test_a_circle_of_modules_ends(tmp_path: Path) -> None:
    inner = module(outputs={"y": {"expression": refers("var.x")}}, variables={"x": {}})
    call = {"expressions": {"x": {"references": ["module.a.y", "module.a"]}}, "module": inner}
    root = module(written("aws_use.u", key={"references": ["module.a.y"]}), module_calls={"a": call})
    code = read(tmp_path, document([change("aws_use.u", unknown={"key": True})], root))
    assert code.resources[0].values == {}


def test_a_local_value_leads_nowhere_and_is_not_taken_for_null(tmp_path: Path) -> None:
    root = module(written("aws_use.u", key={"references": ["local.key"]}))
    code = read(tmp_path, document([change("aws_use.u", unknown={"key": True})], root))
    assert used(code, "aws_use.u") == ()
