"""The guard: nothing but the listed reads can be sent, whatever the way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import boto3
import pytest

from collectors.aws.guard import OperationRefused, restrict
from collectors.aws.operations import ASSUME_ROLE
from collectors.aws.services import SERVICES, operations_of

WAYS = {
    "write": lambda s3: s3.create_bucket(Bucket="b"),
    "delete": lambda s3: s3.delete_bucket_policy(Bucket="b"),
    "data": lambda s3: s3.get_object(Bucket="b", Key="k"),
    "names of objects": lambda s3: s3.list_objects_v2(Bucket="b"),
    "paginator": lambda s3: next(iter(s3.get_paginator("list_objects_v2").paginate(Bucket="b"))),
    "waiter": lambda s3: s3.get_waiter("bucket_exists").wait(Bucket="b"),
    "transfer": lambda s3: s3.upload_file(__file__, "b", "k"),
    "presigned URL": lambda s3: s3.generate_presigned_url("get_object", Params={"Bucket": "b", "Key": "k"}),
}


def client(service: str) -> Any:
    made = boto3.client(service, region_name="eu-west-1", endpoint_url="http://127.0.0.1:1")
    restrict(made, operations_of(sorted(SERVICES)))
    return made


@pytest.mark.parametrize("way", WAYS)
def test_what_is_not_listed_is_refused_before_it_is_sent(way: str) -> None:
    act: Callable[[Any], object] = WAYS[way]
    with pytest.raises(OperationRefused):
        act(client("s3"))


def test_an_operation_of_the_same_name_in_another_service_is_refused() -> None:
    control = boto3.client("s3control", region_name="eu-west-1")
    restrict(control, [operation for operation in operations_of(["s3"]) if operation.service == "s3"])
    with pytest.raises(OperationRefused, match="s3control:GetPublicAccessBlock"):
        control.get_public_access_block(AccountId="123456789012")


@pytest.mark.parametrize("operation", [*operations_of(sorted(SERVICES)), ASSUME_ROLE], ids=lambda o: o.label)
def test_every_listed_operation_exists_and_reads(operation: Any) -> None:
    model = boto3.client(operation.service, region_name="eu-west-1").meta.service_model
    assert operation.name in model.operation_names
    assert operation.name.startswith(("Get", "List", "Describe", "AssumeRole"))
    assert operation.name not in ("GetObject", "GetSecretValue", "GetParameter", "GetItem", "GetFunction")
