"""Each AWS operation denied in turn: exactly the checks that rest on it turn unknown, and none turns to pass."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from support import buckets
from support.faults import DENIED, Proxy
from support.judging import content
from support.moto import Moto
from support.scans import Ended, Judged, assay, scan, write_config

from collectors.aws.operations import policy_document
from collectors.aws.services import SERVICES, operations_of

pytestmark = pytest.mark.xdist_group("integration-aws")

KIND = "storage_bucket"
CHECKS = {check.id for check in content().catalogue.checks.values() if check.kind == KIND}
OPERATIONS = {operation.label: operation for operation in operations_of(sorted(SERVICES))}

#: Operation that is denied to the checks that are unknown then, by bucket; worked out from the fields of the
#: checks. A verdict that other facts prove stands: `open` is public by its policy whatever its block says,
#: `locked` keeps its objects by its lock whatever its lifecycle says, `kept` by its lifecycle.
UNKNOWN: dict[str, dict[str, str]] = {
    "sts:GetCallerIdentity": {"kept": "ACC-02.1 SHR-01.3", "plain": "ACC-02.1"},
    "s3:GetBucketLocation": dict.fromkeys(buckets.NAMES, "LOG-01.2"),
    "s3:GetBucketEncryption": {
        **dict.fromkeys(("kept", "open"), "ENC-02.1 ENC-02.2"),
        **dict.fromkeys(("locked", "plain"), "ENC-02.1"),
    },
    "s3:GetBucketPolicy": {
        **dict.fromkeys(("kept", "open"), "ENC-02.3 ENC-04.3 SHR-01.3"),
        **dict.fromkeys(("locked", "plain"), "ENC-04.3 SHR-01.3"),
    },
    "s3:GetBucketPolicyStatus": {},  # the policy itself says it
    "s3:GetPublicAccessBlock": dict.fromkeys(("kept", "locked", "plain"), "ACC-02.1"),
    "s3control:GetPublicAccessBlock": dict.fromkeys(("kept", "plain"), "ACC-02.1"),
    "s3:GetBucketAcl": {"kept": "ACC-02.1 SHR-01.3", "open": "SHR-01.3", "plain": "SHR-01.3"},
    "s3:GetBucketOwnershipControls": {},  # the list says it; where it has no effect it grants nothing either
    "s3:GetBucketVersioning": {"kept": "RET-03.2", "open": "RET-03.2", "plain": "RET-01.3"},
    "s3:GetObjectLockConfiguration": {"open": "RET-03.1 RET-03.2", "locked": "RET-01.3 RET-03.1"},
    "s3:GetBucketLifecycleConfiguration": {
        "kept": "RET-01.2 RET-01.3 RET-03.1 RET-03.2",
        "open": "RET-01.2 RET-01.3 RET-03.1",
        **dict.fromkeys(("locked", "plain"), "RET-01.2 RET-01.3"),
    },
    "s3:GetBucketLogging": dict.fromkeys(buckets.NAMES, "LOG-01.2"),
    "s3:GetBucketTagging": {"open": "DCL-01.2"},  # the others are classified by the register
    "s3:GetBucketReplication": {},  # no check reads it
    "kms:DescribeKey": {"kept": "ENC-02.1 ENC-02.2"},
    "cloudtrail:DescribeTrails": dict.fromkeys(buckets.NAMES, "LOG-01.2"),
    "cloudtrail:GetTrailStatus": {"kept": "LOG-01.2"},  # the trail selects no other bucket
    "cloudtrail:GetEventSelectors": dict.fromkeys(buckets.NAMES, "LOG-01.2"),
}

#: moto takes these for a list of the bucket, and never refuses the question who is calling.
NOT_TOLD_APART = {
    "sts:GetCallerIdentity",
    "s3:GetBucketEncryption",
    "s3:GetPublicAccessBlock",
    "s3:GetBucketOwnershipControls",
    "s3:GetObjectLockConfiguration",
    "s3:GetBucketReplication",
}


@dataclass(frozen=True)
class Identity:
    """An auditor whose rights a test decides; the server checks each call against them."""

    moto: Moto
    proxy: Proxy
    keys: dict[str, str]

    def lacks(self, *denied: str) -> None:
        """Have every documented permission but those of these operations."""
        left = [operation for label, operation in OPERATIONS.items() if label not in denied]
        document = policy_document(left)
        document["Statement"][0]["Action"] += ["s3:ListBucket"]
        if "s3control:GetPublicAccessBlock" not in denied:
            document["Statement"][0]["Action"] += ["s3:GetPublicAccessBlock"]  # moto's name for that of an account
        self.moto.enforce(float("inf"))
        self.moto.client("iam").put_user_policy(
            UserName="auditor", PolicyName="read", PolicyDocument=json.dumps(document)
        )
        self.moto.enforce()
        self.proxy.faults = dict.fromkeys(NOT_TOLD_APART.intersection(denied), DENIED)


@pytest.fixture(scope="module")
def keys(moto: Moto) -> Iterator[dict[str, str]]:
    iam = moto.client("iam")
    iam.create_user(UserName="auditor")
    key = iam.create_access_key(UserName="auditor")["AccessKey"]
    yield {"AWS_ACCESS_KEY_ID": key["AccessKeyId"], "AWS_SECRET_ACCESS_KEY": key["SecretAccessKey"]}
    moto.enforce(float("inf"))


@pytest.fixture
def identity(moto: Moto, proxy: Proxy, keys: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Identity]:
    for name, value in keys.items():
        monkeypatch.setenv(name, value)
    yield Identity(moto, proxy, keys)
    moto.enforce(float("inf"))


@pytest.fixture
def estate(started_proxy: Proxy, tmp_path: Path) -> Callable[..., Path]:
    def write(**options: Any) -> Path:
        cloud = {"name": "cloud", "collector": "aws", "endpoint_url": started_proxy.url, "provider": "aws_s3"}
        write_config(tmp_path, [{**cloud, **options}, *buckets.write_registers(tmp_path)])
        return tmp_path

    return write


@pytest.fixture(scope="module")
def known() -> dict[str, Judged]:
    """The verdicts of an auditor who lacks nothing, kept once they were asked for."""
    return {}


@pytest.fixture
def whole(known: dict[str, Judged], identity: Identity, estate: Callable[..., Path]) -> Judged:
    if "whole" not in known:
        identity.lacks()
        known["whole"] = scan(estate(), [KIND])
    return known["whole"]


def of_bucket(name: str) -> str:
    return f"aws:s3:bucket/{name}"


def test_with_every_permission_each_check_passes_on_one_bucket_and_fails_on_another(whole: Judged) -> None:
    verdicts = whole.verdicts()
    assert {check: verdicts[of_bucket("kept"), check] for check in CHECKS} == dict.fromkeys(CHECKS, "pass")
    assert {check: verdicts[of_bucket("open"), check] for check in CHECKS} == dict.fromkeys(CHECKS, "fail")
    assert "unknown" not in verdicts.values()


def test_every_operation_has_its_row_in_the_table() -> None:
    assert UNKNOWN.keys() | {"s3:ListBuckets"} == OPERATIONS.keys()


@pytest.mark.parametrize("denied", UNKNOWN)
def test_a_denied_operation_turns_just_its_checks_unknown(
    denied: str, whole: Judged, identity: Identity, estate: Callable[..., Path]
) -> None:
    identity.lacks(denied)
    judged = scan(estate(), [KIND])
    before, after = whole.verdicts(), judged.verdicts()
    changed = {place: verdict for place, verdict in after.items() if verdict != before[place]}
    expected = {(of_bucket(name), check) for name, checks in UNKNOWN[denied].items() for check in checks.split()}
    assert after.keys() == before.keys()
    assert changed == dict.fromkeys(expected, "unknown")
    for finding in judged.findings:
        if finding["verdict"] == "unknown":
            causes = {(item.get("unread"), item.get("operation")) for item in finding["evidence"]}
            assert ("denied", denied) in causes, finding


@contextlib.contextmanager
def tagged_bucket(moto: Moto) -> Iterator[None]:
    """Have a bucket that no register knows, classified by its tag, whose access log is its own."""
    s3 = moto.client("s3")
    s3.create_bucket(Bucket="tagged")
    s3.put_bucket_tagging(Bucket="tagged", Tagging={"TagSet": [{"Key": "Data_Level", "Value": "Sensitive"}]})
    s3.put_bucket_acl(Bucket="tagged", ACL="log-delivery-write")
    target = {"LoggingEnabled": {"TargetBucket": "tagged", "TargetPrefix": "log/"}}
    s3.put_bucket_logging(Bucket="tagged", BucketLoggingStatus=target)
    try:
        yield
    finally:
        moto.enforce(float("inf"))
        s3.put_bucket_logging(Bucket="tagged", BucketLoggingStatus={})
        for logged in s3.list_objects_v2(Bucket="tagged").get("Contents", ()):
            s3.delete_object(Bucket="tagged", Key=logged["Key"])
        s3.delete_bucket(Bucket="tagged")


def test_a_bucket_whose_tags_are_denied_may_be_more_sensitive_than_it_looks(
    moto: Moto, identity: Identity, estate: Callable[..., Path]
) -> None:
    with tagged_bucket(moto):
        identity.lacks()
        before = scan(estate(buckets=["tagged"]), [KIND]).verdicts()
        identity.lacks("s3:GetBucketTagging")
        after = scan(estate(buckets=["tagged"]), [KIND]).verdicts()
    changed = {
        check: (before[bucket, check], verdict)
        for (bucket, check), verdict in after.items()
        if verdict != before[bucket, check]
    }
    assert changed == {
        "DCL-01.2": ("pass", "unknown"),
        "ENC-02.2": ("fail", "unknown"),
        "ENC-02.3": ("fail", "unknown"),
        "LOG-01.2": ("fail", "unknown"),
    }


def run(estate: Path, identity: Identity, *options: str) -> Ended:
    return assay("scan", "--only", KIND, "-q", *options, folder=estate, **identity.keys)


@pytest.mark.parametrize(
    ("denied", "options", "code"),
    [
        ((), (), 0),
        (("s3:GetBucketPolicyStatus",), (), 0),
        (("s3:GetBucketVersioning",), (), 0),  # RET-03.2 is medium
        (("s3:GetBucketVersioning",), ("--fail-on", "medium"), 3),
        (("s3:GetBucketAcl",), (), 3),
        (("s3:GetBucketAcl",), ("--allow-unknown",), 0),
        (("s3:ListBuckets",), (), 0),  # the source names its one bucket
    ],
)
def test_the_exit_code_of_a_clean_bucket_tells_what_could_not_be_judged(
    denied: tuple[str, ...],
    options: tuple[str, ...],
    code: int,
    identity: Identity,
    estate: Callable[..., Path],
) -> None:
    identity.lacks(*denied)
    ended = run(estate(buckets=["kept"]), identity, *options)
    assert (ended.code, ended.err) == (code, "")


def test_a_gap_outweighs_what_could_not_be_judged(identity: Identity, estate: Callable[..., Path]) -> None:
    identity.lacks("s3:GetBucketAcl")
    assert run(estate(), identity).code == 1


def test_without_the_list_the_source_failed_and_the_line_says_what_to_grant(
    identity: Identity, estate: Callable[..., Path]
) -> None:
    identity.lacks("s3:ListBuckets")
    ended = assay("scan", "--only", KIND, folder=estate(), **identity.keys)
    (line,) = [line for line in ended.err.splitlines() if "cloud" in line and "not read:" in line]
    assert line.endswith("it is not permitted: grant s3:ListAllMyBuckets")
    assert ended.code == 3
