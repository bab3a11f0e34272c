"""What `assay doctor` is told, and the permissions that the documentation asks for."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from support.aws import build_full_bucket, source_of
from support.faults import DENIED, Fault, Proxy
from support.moto import ACCOUNT, Moto

from assay.collector import Probe
from collectors.aws import COLLECTOR
from collectors.aws.operations import policy_document
from collectors.aws.options import OPTIONS
from collectors.aws.services import SERVICES, operations_of

AWS = {"provider": "aws_s3"}
PAGE = Path(__file__).parents[3] / "docs" / "collectors" / "aws.md"
IDENTITY = f"arn:aws:sts::{ACCOUNT}:user/moto"


def probes(tmp_path: Path, proxy: Proxy, **options: object) -> dict[str, Probe]:
    return {
        probe.what: probe for probe in COLLECTOR.probe(source_of(tmp_path, endpoint_url=proxy.url, **AWS, **options))
    }


def test_every_permission_is_tried_on_one_bucket(moto: Moto, proxy: Proxy, tmp_path: Path) -> None:
    build_full_bucket(moto)
    moto.client("s3").create_bucket(Bucket="second")
    found = probes(tmp_path, proxy)
    assert {what for what, probe in found.items() if probe.outcome == "ok"} == {
        *COLLECTOR.permissions,
        IDENTITY,
    }
    assert "cannot be told" in found[IDENTITY].detail
    assert proxy.seen.count("s3:GetBucketTagging") == 1
    assert proxy.writes == []


def test_a_permission_that_is_missing_names_what_stays_unread(moto: Moto, proxy: Proxy, tmp_path: Path) -> None:
    build_full_bucket(moto)
    proxy.faults["s3:GetBucketTagging"] = DENIED
    proxy.faults["kms:DescribeKey"] = Fault("KMSInternalException", 500)
    found = probes(tmp_path, proxy)
    missing = found["s3:GetBucketTagging"]
    assert (missing.outcome, missing.needed_for) == ("missing", ("storage_bucket.tags",))
    assert missing.detail == "AccessDenied on aws:s3:bucket/full"
    assert found["kms:DescribeKey"].outcome == "failed"


def test_a_source_that_cannot_be_read_says_why(proxy: Proxy, tmp_path: Path) -> None:
    proxy.faults["s3:ListBuckets"] = DENIED
    found = probes(tmp_path, proxy)
    assert found["s3:ListAllMyBuckets"].outcome == "missing"
    assert "grant s3:ListAllMyBuckets" in found["the source as a whole"].detail


def test_the_root_user_is_more_than_is_needed(moto: Moto, proxy: Proxy, tmp_path: Path) -> None:
    root = f"arn:aws:iam::{ACCOUNT}:root"
    identity = f"<Account>{ACCOUNT}</Account><Arn>{root}</Arn>"
    body = f"<R><GetCallerIdentityResult>{identity}</GetCallerIdentityResult></R>"
    proxy.faults["sts:GetCallerIdentity"] = Fault(status=200, body=body)
    assert probes(tmp_path, proxy)[root].outcome == "excess"


def test_the_documented_policy_is_the_one_that_the_operations_need() -> None:
    (documented,) = re.findall(r"```json\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert json.loads(documented) == policy_document(operations_of(sorted(SERVICES)))
    assert list(COLLECTOR.permissions) == json.loads(documented)["Statement"][0]["Action"]


def test_every_option_is_documented() -> None:
    text = PAGE.read_text("utf-8")
    assert [name for name in OPTIONS if f"`{name}`" not in text] == []


def test_an_identity_with_the_documented_policy_reads_and_one_without_does_not(
    moto: Moto, proxy: Proxy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_full_bucket(moto)
    iam = moto.client("iam")
    iam.create_user(UserName="auditor")
    key = iam.create_access_key(UserName="auditor")["AccessKey"]
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", key["AccessKeyId"])
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", key["SecretAccessKey"])
    document = policy_document(operations_of(sorted(SERVICES)))
    # moto takes the sub-resources that it has no action for as a list of the bucket.
    document["Statement"][0]["Action"] += ["s3:ListBucket", "s3:GetPublicAccessBlock"]
    iam.put_user_policy(UserName="auditor", PolicyName="read", PolicyDocument=json.dumps(document))
    moto.enforce()
    assert {probe.outcome for probe in probes(tmp_path, proxy).values()} == {"ok"}
    document["Statement"][0]["Action"] = ["s3:ListAllMyBuckets", "sts:GetCallerIdentity"]
    moto.enforce(float("inf"))
    iam.put_user_policy(UserName="auditor", PolicyName="read", PolicyDocument=json.dumps(document))
    moto.enforce()
    granted = {what for what, probe in probes(tmp_path, proxy).items() if probe.outcome == "ok"}
    assert granted == {"s3:ListAllMyBuckets", "sts:GetCallerIdentity", f"arn:aws:iam::{ACCOUNT}:user/auditor"}


def test_the_options_are_a_schema_that_refuses_services_it_does_not_know(tmp_path: Path) -> None:
    validator = Draft7Validator({"type": "object", "properties": OPTIONS, "additionalProperties": False})
    assert validator.is_valid({"services": ["s3"], "regions": ["cn-north-1"], "endpoint_url": "https://s3.example.com"})
    refused = [
        {"services": ["s3", "mainframe"]},
        {"services": []},
        {"provider": "gcs"},
        {"endpoint_url": "ftp://x"},
        {"endpoint_url": "https://key:secret@s3.example.com"},
        {"buckets": [1]},
    ]
    assert [options for options in refused if validator.is_valid(options)] == []


def test_the_kinds_are_known_before_anything_is_read(tmp_path: Path) -> None:
    assert COLLECTOR.kinds(source_of(tmp_path)) == ["storage_bucket", "lifecycle_rule"]
    assert (COLLECTOR.name, COLLECTOR.basis) == ("aws", "observed")
