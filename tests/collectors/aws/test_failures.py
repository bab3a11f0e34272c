"""A source that cannot be read at all says so in one line."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support.certificates import make_certificates
from support.faults import Fault, Proxy, proxy_to
from support.moto import Moto
from support.output import MemoryOutput

from assay.collector import CollectorFailed

Collect = Callable[..., MemoryOutput]
AWS = {"provider": "aws_s3"}


def test_an_endpoint_that_is_not_there_is_one_line(collect: Collect) -> None:
    with pytest.raises(CollectorFailed, match=r"cannot list the buckets .*no answer: check `endpoint_url`") as failed:
        collect(endpoint_url="http://127.0.0.1:1")
    assert failed.value.reason == "connection_lost"


def test_a_region_that_is_no_region_is_one_line(collect: Collect) -> None:
    with pytest.raises(CollectorFailed, match="check `endpoint_url` and `regions`"):
        collect(endpoint_url="http://127.0.0.1:1", regions=["not a region"])


def test_no_credentials_is_one_line(moto: Moto, collect: Collect, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    with pytest.raises(CollectorFailed, match="no credentials were found"):
        collect(endpoint_url=moto.url)


def test_a_profile_that_is_not_there_is_one_line(collect: Collect) -> None:
    with pytest.raises(CollectorFailed, match=r"cannot log in \(ProfileNotFound\)"):
        collect(profile="nobody")


def test_a_role_that_may_not_be_taken_on_is_one_line(proxy: Proxy, collect: Collect) -> None:
    proxy.faults["sts:AssumeRole"] = Fault("AccessDenied")
    role = "arn:aws:iam::123456789012:role/auditor"
    with pytest.raises(CollectorFailed, match=rf"cannot take on the role {role} \(AccessDenied\).*sts:AssumeRole"):
        collect(endpoint_url=proxy.url, role_arn=role, **AWS)


def test_a_certificate_is_verified_with_the_bundle_of_the_source(moto: Moto, collect: Collect, tmp_path: Path) -> None:
    moto.client("s3").create_bucket(Bucket="bare")
    certificates = make_certificates(tmp_path)
    with proxy_to(moto.url, certificates) as proxy:
        out = collect(endpoint_url=proxy.url, ca_bundle=certificates.authority.name, **AWS)
        assert out.every("storage_bucket")
        for bundle in ({}, {"ca_bundle": "not-there.pem"}):
            with pytest.raises(CollectorFailed, match=r"\(SSLError\): its certificate is not trusted"):
                collect(endpoint_url=proxy.url, **bundle, **AWS)


def test_boto3_is_not_imported_before_a_source_is_read_and_its_absence_is_one_line(
    collect: Collect, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "collectors.aws.clients", raising=False)
    monkeypatch.setitem(sys.modules, "boto3", None)
    with pytest.raises(CollectorFailed, match="boto3 is not installed"):
        collect()
