"""Answers of a server as a test writes them, for those that no server here gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from collectors.aws.cloud import Cloud
from collectors.aws.operations import Operation
from collectors.aws.services import SERVICES
from collectors.aws.settings import Settings
from collectors.aws.trouble import CallFailed, Trouble

from .output import MemoryOutput

ARN = "arn:aws:sts::123456789012:assumed-role/auditor/assay"
_NOTHING_SET = {
    "s3:GetBucketEncryption": "ServerSideEncryptionConfigurationNotFoundError",
    "s3:GetBucketPolicy": "NoSuchBucketPolicy",
    "s3:GetBucketPolicyStatus": "NoSuchBucketPolicy",
    "s3:GetPublicAccessBlock": "NoSuchPublicAccessBlockConfiguration",
    "s3control:GetPublicAccessBlock": "NoSuchPublicAccessBlockConfiguration",
    "s3:GetBucketOwnershipControls": "OwnershipControlsNotFoundError",
    "s3:GetObjectLockConfiguration": "ObjectLockConfigurationNotFoundError",
    "s3:GetBucketLifecycleConfiguration": "NoSuchLifecycleConfiguration",
    "s3:GetBucketTagging": "NoSuchTagSet",
    "s3:GetBucketReplication": "ReplicationConfigurationNotFoundError",
}
DEFAULTS: dict[str, dict[str, Any] | Trouble] = {
    **{label: Trouble("corrupt", code) for label, code in _NOTHING_SET.items()},
    "s3:GetBucketAcl": {"Owner": {"ID": "owner"}, "Grants": []},
    "sts:GetCallerIdentity": {"Account": "123456789012", "Arn": ARN},
}


@dataclass
class FakeCalls:
    """Says that nothing is set, but for the answers given: a body, or the reason and code of a failure."""

    answers: Mapping[str, Mapping[str, Any] | Trouble]
    server: str
    home: str
    asked: list[tuple[str, str, Mapping[str, object]]] = field(default_factory=list)

    def call(self, operation: Operation, region: str = "", **parameters: object) -> Mapping[str, Any]:
        self.asked.append((operation.label, region, parameters))
        answer = self.answers.get(operation.label, DEFAULTS.get(operation.label, {}))
        if isinstance(answer, Trouble):
            raise CallFailed(answer)
        return answer

    def pages(self, operation: Operation) -> Iterator[Mapping[str, Any]]:
        answer = self.answers.get(operation.label, {"Buckets": [{"Name": "b"}], "Owner": {"ID": "owner"}})
        pages = answer if isinstance(answer, list) else [answer]
        for page in pages:
            if isinstance(page, Trouble):
                raise CallFailed(page)
            yield {**page, "ResponseMetadata": {"HTTPHeaders": {"server": self.server}}}

    def address(self, service: str) -> str:
        return "storage.example.com:9000"

    def is_aws(self, service: str) -> bool:
        return False


def read(
    answers: Mapping[str, Any], server: str = "AmazonS3", home: str = "eu-west-1", **settings: Any
) -> tuple[MemoryOutput, FakeCalls]:
    """Read S3 from such answers."""
    calls, out = FakeCalls(answers, server, home), MemoryOutput(source="cloud")
    options: dict[str, Any] = {"profile": "", "role_arn": "", "external_id": "", "ca_bundle": ""}
    options |= {"accounts": (), "regions": (), "services": ("s3",), "buckets": ()}
    options |= {"endpoint_url": "", "path_style": False, "provider": ""}
    SERVICES["s3"].read(Cloud(Settings("cloud", **options | settings), calls, out))
    return out, calls


def bucket(answers: Mapping[str, Any], server: str = "AmazonS3", **settings: Any) -> dict[str, Any]:
    """Return the one bucket of such answers, its unread fields as {field: (reason, operation)}."""
    out, _ = read(answers, server, **settings)
    (record,) = out.every("storage_bucket")
    return record | {"unread": out.unread("storage_bucket", record["id"])}
