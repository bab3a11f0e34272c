"""A folder of HCL is read like its plan: what depends on something not known is not known."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.terraform_folders import PROVIDER, at, read

from assay.collector import CollectorFailed
from collectors.iac.value import Reference, Unknown

KEY = (Reference("aws_kms_key.k", "arn"),)


def test_variables_locals_and_functions_are_computed(tmp_path: Path) -> None:
    main = """
variable "env" { default = "prod" }
variable "size" { type = number }
locals { name = "data-${var.env}" }
resource "aws_s3_bucket" "b" {
  bucket = upper(local.name)
  tags   = merge({ env = var.env }, { size = var.size })
}
"""
    code = read(tmp_path, main, terraform__tfvars="size = 3\n")
    values = at(code, "aws_s3_bucket.b").values
    assert (values["bucket"], values["tags"]) == ("DATA-PROD", {"env": "prod", "size": 3})


def test_files_of_values_are_taken_in_the_order_of_terraform(tmp_path: Path) -> None:
    main = 'variable "a" {}\nvariable "b" {}\nresource "aws_s3_bucket" "b" {\n  bucket = "${var.a}-${var.b}"\n}\n'
    code = read(tmp_path, main, terraform__tfvars='a = "one"\nb = "one"\n', x_auto__tfvars='b = "two"\n')
    assert at(code, "aws_s3_bucket.b").values["bucket"] == "one-two"


def test_a_resource_has_its_file_and_line(tmp_path: Path) -> None:
    modules = 'resource "aws_s3_bucket" "b" {\n}\n'
    code = read(tmp_path, '\nmodule "m" {\n  source = "./m"\n}\nresource "aws_kms_key" "k" {\n}\n', m__main__tf=modules)
    assert at(code, "aws_kms_key.k").place == {"path": "infra/main.tf", "line": 5, "address": "aws_kms_key.k"}
    inner = at(code, "module.m.aws_s3_bucket.b").place
    assert (inner["path"], inner["line"]) == ("infra/m/main.tf", 1)


def test_a_reference_to_what_is_made_is_not_known_and_can_be_followed(tmp_path: Path) -> None:
    main = """
resource "aws_kms_key" "k" {
}
resource "aws_db_instance" "d" {
  kms_key_id             = aws_kms_key.k.arn
  vpc_security_group_ids = [aws_security_group.s.id, "sg-1"]
}
resource "aws_security_group" "s" {
}
"""
    database = at(read(tmp_path, main), "aws_db_instance.d")
    assert database.values["kms_key_id"] == Unknown(references=KEY)
    group = Unknown(references=(Reference("aws_security_group.s", "id"),))
    assert database.values["vpc_security_group_ids"] == [group, "sg-1"]
    assert database.references["kms_key_id"] == KEY


def test_what_depends_on_a_variable_without_a_value_is_not_known(tmp_path: Path) -> None:
    main = """
variable "v" {}
resource "aws_s3_bucket" "b" {
  bucket        = try(var.v.name, "fallback")
  force_destroy = var.v == "x" ? true : false
  tags          = merge(var.v, { a = 1 })
}
resource "aws_s3_bucket" "c" {
  bucket = "c-${var.v}"
  tags   = { a = var.v, b = "known" }
}
"""
    code = read(tmp_path, main)
    assert set(map(str, at(code, "aws_s3_bucket.b").values)) == {"bucket", "force_destroy", "tags", "tags_all"}
    assert {at(code, "aws_s3_bucket.b").values[name] for name in ("bucket", "force_destroy", "tags")} == {Unknown()}
    assert at(code, "aws_s3_bucket.c").values["bucket"] == Unknown()
    assert at(code, "aws_s3_bucket.c").values["tags"] == {"a": Unknown(), "b": "known"}


def test_a_dynamic_block_over_something_not_known_is_not_taken_for_none(tmp_path: Path) -> None:
    main = """
variable "ports" {}
resource "aws_security_group" "open" {
  dynamic "ingress" {
    for_each = var.ports
    content {
      from_port = ingress.value
    }
  }
}
resource "aws_security_group" "known" {
  dynamic "ingress" {
    for_each = [22, 443]
    content {
      from_port       = ingress.value
      security_groups = [aws_security_group.open.id]
    }
  }
}
"""
    code = read(tmp_path, main)
    assert at(code, "aws_security_group.open").arguments.blocks("ingress") == Unknown()
    ingress = at(code, "aws_security_group.known").values["ingress"]
    assert [rule["from_port"] for rule in ingress] == [22, 443]
    assert ingress[0]["security_groups"] == [Unknown(references=(Reference("aws_security_group.open", "id"),))]


LOSSY = """
variable "extra" { default = { c = "3" } }
resource "aws_db_parameter_group" "g" {
  dynamic "parameter" {
    for_each = OVER
    content {
      name  = parameter.key
      value = parameter.value
    }
  }
  parameter {
    name  = "last"
    value = "4"
  }
}
"""


def test_a_block_behind_a_dynamic_one_does_not_displace_it(tmp_path: Path) -> None:
    code = read(tmp_path, LOSSY.replace("OVER", '{ a = "1", "b.b" = "2" }'))
    parameters = at(code, "aws_db_parameter_group.g").values["parameter"]
    assert [(p["name"], p["value"]) for p in parameters] == [("a", "1"), ("b.b", "2"), ("last", "4")]


def test_where_blocks_are_lost_none_is_known(tmp_path: Path) -> None:
    code = read(tmp_path, LOSSY.replace("OVER", '{ for text in regexall("[a-z]", "c") : text => "3" }'))
    assert at(code, "aws_db_parameter_group.g").arguments.blocks("parameter") == Unknown()


def test_null_is_as_good_as_not_set(tmp_path: Path) -> None:
    main = """
variable "key" { default = null }
resource "aws_db_instance" "d" {
  kms_key_id = var.key
  engine     = null
}
"""
    assert {"kms_key_id", "engine"}.isdisjoint(at(read(tmp_path, main), "aws_db_instance.d").values)


def test_instances_are_those_of_count_and_for_each(tmp_path: Path) -> None:
    main = """
resource "aws_s3_bucket" "none" {
  count = 0
}
resource "aws_s3_bucket" "two" {
  count  = 2
  bucket = "n-${count.index}"
}
resource "aws_s3_bucket" "each" {
  for_each = { x = "a" }
  bucket   = each.value
}
resource "aws_s3_bucket_versioning" "each" {
  for_each = aws_s3_bucket.each
  bucket   = each.value.id
}
"""
    code = read(tmp_path, main)
    assert [resource.address for resource in code.resources] == [
        "aws_s3_bucket.two[0]",
        "aws_s3_bucket.two[1]",
        'aws_s3_bucket.each["x"]',
        'aws_s3_bucket_versioning.each["x"]',
    ]
    assert at(code, "aws_s3_bucket.two[1]").values["bucket"] == "n-1"
    setting = at(code, 'aws_s3_bucket_versioning.each["x"]')
    assert code.targets(setting, "bucket", "aws_s3_bucket") == [at(code, 'aws_s3_bucket.each["x"]')]


def test_one_stands_for_all_where_their_number_is_not_known(tmp_path: Path) -> None:
    main = """
variable "names" {}
resource "aws_s3_bucket" "b" {
  for_each      = var.names
  bucket        = each.key
  force_destroy = true
}
"""
    bucket = at(read(tmp_path, main), "aws_s3_bucket.b")
    assert bucket.values["bucket"] == Unknown()


def test_one_module_stands_for_all_where_their_number_is_not_known(tmp_path: Path) -> None:
    main = 'variable "names" {}\nmodule "m" {\n  source   = "./m"\n  for_each = var.names\n  name     = each.key\n}\n'
    inner = 'variable "name" {}\nresource "aws_s3_bucket" "b" {\n  bucket = var.name\n}\n'
    code = read(tmp_path, main, m__main__tf=inner)
    assert at(code, "module.m.aws_s3_bucket.b").values["bucket"] == Unknown()


def test_what_is_repeated_over_files_that_are_not_there_is_not_taken_for_none(tmp_path: Path) -> None:
    main = (
        'resource "aws_s3_bucket" "b" {\n  for_each = toset(yamldecode(file("names.yaml")))\n  bucket = each.key\n}\n'
    )
    assert at(read(tmp_path, main), "aws_s3_bucket.b").values["bucket"] == Unknown()


def test_files_that_override_others_are_refused(tmp_path: Path) -> None:
    (tmp_path / "main_override.tf").write_text("")
    with pytest.raises(CollectorFailed, match=r"^infra: main_override\.tf overrides"):
        read(tmp_path, "")


def test_modules_pass_on_what_they_are_given(tmp_path: Path) -> None:
    main = """
resource "aws_kms_key" "k" {
}
module "m" {
  source   = "./m"
  for_each = toset(["p", "q"])
  key      = aws_kms_key.k.arn
  name     = each.key
}
resource "aws_sns_topic" "t" {
  kms_master_key_id = module.m["p"].key
}
"""
    inner = """
variable "key" {}
variable "name" {}
resource "aws_s3_bucket" "b" {
  bucket = "in-${var.name}"
}
resource "aws_db_instance" "d" {
  kms_key_id = var.key
}
output "key" { value = var.key }
"""
    code = read(tmp_path, main, m__main__tf=inner)
    assert at(code, 'module.m["q"].aws_s3_bucket.b').values["bucket"] == "in-q"
    assert at(code, 'module.m["p"].aws_db_instance.d').values["kms_key_id"] == Unknown(references=KEY)
    assert at(code, "aws_sns_topic.t").values["kms_master_key_id"] == Unknown(references=KEY)


def test_a_module_that_is_not_there_is_named(tmp_path: Path) -> None:
    main = 'module "far" {\n  source  = "terraform-aws-modules/s3-bucket/aws"\n}\n'
    code = read(tmp_path, main)
    assert not code.complete
    assert code.notes == [
        "infra: module.far is not there, so nothing in it is judged; run `terraform init`, or give a plan"
    ]


def test_a_module_that_was_fetched_is_read(tmp_path: Path) -> None:
    main = 'module "far" {\n  source = "example/far/aws"\n}\n'
    fetched = tmp_path / ".terraform" / "modules"
    (fetched / "far").mkdir(parents=True)
    (fetched / "far" / "main.tf").write_text('resource "aws_s3_bucket" "b" {\n  bucket = "fetched"\n}\n')
    (fetched / "modules.json").write_text(
        '{"Modules": [{"Key": "far", "Source": "registry.terraform.io/example/far/aws", "Version": "1.0.0", '
        '"Dir": ".terraform/modules/far"}]}'
    )
    code = read(tmp_path, main)
    assert code.complete
    assert at(code, "module.far.aws_s3_bucket.b").values["bucket"] == "fetched"


def test_providers_tell_region_and_default_tags(tmp_path: Path) -> None:
    main = """
variable "region" { default = "eu-west-1" }
provider "aws" {
  region = var.region
  default_tags {
    tags = { env = "prod" }
  }
}
provider "aws" {
  alias  = "us"
  region = "us-east-1"
}
resource "aws_s3_bucket" "b" {
  tags = { data_level = "public" }
}
module "m" {
  source    = "./m"
  providers = { aws = aws.us }
}
"""
    code = read(tmp_path, main, m__main__tf='resource "aws_s3_bucket" "b" {\n}\n')
    assert code.region == "eu-west-1"
    assert at(code, "aws_s3_bucket.b").values["tags_all"] == {"env": "prod", "data_level": "public"}
    inner = at(code, "module.m.aws_s3_bucket.b")
    assert (inner.region, inner.values) == ("us-east-1", {})


def test_what_the_provider_sends_by_itself_is_there(tmp_path: Path) -> None:
    main = 'resource "aws_db_instance" "d" {\n}\nresource "aws_db_instance" "e" {\n  publicly_accessible = true\n}\n'
    code = read(tmp_path, main)
    assert at(code, "aws_db_instance.d").values["publicly_accessible"] is False
    assert at(code, "aws_db_instance.e").values["publicly_accessible"] is True


def test_the_arn_of_a_named_bucket_is_known_where_its_partition_is(tmp_path: Path) -> None:
    main = """
resource "aws_s3_bucket" "b" {
  bucket = "named"
}
resource "aws_s3_bucket_policy" "p" {
  bucket = aws_s3_bucket.b.id
  policy = jsonencode({ Resource = "${aws_s3_bucket.b.arn}/*" })
}
"""
    known = read(tmp_path / "world", PROVIDER + main)
    assert at(known, "aws_s3_bucket_policy.p").values["policy"] == '{"Resource":"arn:aws:s3:::named/*"}'
    china = read(tmp_path / "china", PROVIDER.replace("eu-west", "cn-north") + main)
    assert isinstance(at(china, "aws_s3_bucket_policy.p").values["policy"], Unknown)


def test_arguments_of_nested_blocks_are_not_those_of_terraform(tmp_path: Path) -> None:
    main = """
resource "aws_backup_plan" "p" {
  lifecycle {
    prevent_destroy = true
  }
  rule {
    lifecycle {
      delete_after = 60
    }
  }
}
resource "aws_s3_bucket_lifecycle_configuration" "l" {
  rule {
    id = "first"
  }
}
"""
    code = read(tmp_path, main)
    plan = at(code, "aws_backup_plan.p")
    assert "lifecycle" not in plan.values
    assert plan.values["rule"][0]["lifecycle"] == [{"delete_after": 60}]
    assert at(code, "aws_s3_bucket_lifecycle_configuration.l").values["rule"] == [{"id": "first"}]


def test_hcl_in_the_form_of_json_is_read(tmp_path: Path) -> None:
    (tmp_path / "more.tf.json").write_text(
        '{"resource": {"aws_sqs_queue": {"q": {"name": "q", "kms_master_key_id": "${aws_kms_key.k.arn}"}}}}'
    )
    queue = at(read(tmp_path, 'resource "aws_kms_key" "k" {\n}\n'), "aws_sqs_queue.q")
    assert (queue.values["name"], queue.values["kms_master_key_id"]) == ("q", Unknown(references=KEY))
    assert queue.place == {"path": "infra/more.tf.json", "address": "aws_sqs_queue.q"}


@pytest.mark.parametrize(
    ("name", "text", "where"),
    [
        ("main__tf", 'resource "aws_x" "y" {\n  a = \n}\n', r"infra: main\.tf:2"),
        ("more_tf__json", '{"resource": ', r"infra"),
        ("terraform__tfvars", "a = [", r"infra"),
    ],
)
def test_a_mistake_is_named_with_its_file(tmp_path: Path, name: str, text: str, where: str) -> None:
    with pytest.raises(CollectorFailed, match=rf"^{where}[^\n]*$") as caught:
        read(tmp_path, **{"main": "", name: text}) if name != "main__tf" else read(tmp_path, text)
    assert caught.value.reason == "corrupt"


def test_what_is_marked_as_sensitive_is_not_taken_for_its_mark(tmp_path: Path) -> None:
    code = read(tmp_path, 'resource "aws_sns_topic" "t" {\n  name = sensitive("x")\n}\n')
    assert at(code, "aws_sns_topic.t").values["name"] == Unknown()


@pytest.mark.parametrize("name", ["override__tf", "more__tofu"])
def test_files_that_change_what_the_others_say_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(CollectorFailed, match="give a plan"):
        read(tmp_path, PROVIDER, **{name: 'resource "aws_s3_bucket" "b" {\n}\n'})
