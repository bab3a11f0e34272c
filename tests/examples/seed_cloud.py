"""The buckets of the invented organisation on S3, and an auditor who may not look into one of them."""

from __future__ import annotations

from typing import Any
from urllib.request import Request, urlopen

from examples.bucket_settings import (
    FULL,
    REGION,
    allow,
    arn,
    create,
    deny_clear_text,
    deny_other_encryption,
    document,
    expire,
    permit,
    tag,
    version,
)
from support.moto import Moto

USER = "assay-auditor"
SUANPAN = {"AWS": "arn:aws-cn:iam::444455556666:role/sync"}
KUAIXIN = {"AWS": "arn:aws-cn:iam::555566667777:role/print"}
DELIVERY = {"Service": "logging.s3.amazonaws.com"}

CLIENT_FILES, VOUCHERS, OLD_BOOKS = "hengxin-client-files", "hengxin-vouchers", "hengxin-old-books"
PAYROLL, PRINT_JOBS, EXPORTS = "hengxin-payroll", "hengxin-print-jobs", "hengxin-exports"
SITE, LOGS = "hengxin-site", "hengxin-logs"

#: AWS has rights of their own for encryption, public access block and object lock: this server asks for ListBucket.
READS = ["s3:Get*", "s3:List*", "kms:DescribeKey", "cloudtrail:Describe*", "cloudtrail:Get*", "sts:Get*"]
DENIED = (
    *("GetBucketPolicy", "GetBucketPolicyStatus", "GetBucketAcl", "GetBucketLogging"),
    *("GetLifecycleConfiguration", "ListBucket"),
)


def seed_cloud(moto: Moto) -> None:
    """Make the buckets; the ids of their keys are the same each time."""
    with urlopen(Request(f"{moto.url}/moto-api/seed?a=1", b""), timeout=10):  # noqa: S310 - loopback
        pass
    s3 = moto.client("s3", REGION)
    create(s3, LOGS, block=FULL)
    permit(s3, LOGS, allow(LOGS, DELIVERY, "s3:PutObject"))
    _client_files(s3, moto)
    _vouchers(s3)
    _old_books(s3)
    _print_jobs(s3)
    _others(s3)
    # The server cannot check the right to write logs against a policy with conditions: those come last.
    permit(s3, LOGS, allow(LOGS, DELIVERY, "s3:PutObject"), deny_clear_text(LOGS))


def auditor(moto: Moto) -> tuple[str, str]:
    """Make the auditor, check everybody's rights from now on, and return the auditor's key."""
    iam = moto.client("iam", REGION)
    iam.create_user(UserName=USER)
    reading = {"Effect": "Allow", "Action": READS, "Resource": "*"}
    payroll = {"Effect": "Deny", "Action": [f"s3:{name}" for name in DENIED], "Resource": arn(PAYROLL)}
    iam.put_user_policy(UserName=USER, PolicyName="audit", PolicyDocument=document(reading, payroll))
    key = iam.create_access_key(UserName=USER)["AccessKey"]
    moto.enforce()
    return key["AccessKeyId"], key["SecretAccessKey"]


def _client_files(s3: Any, moto: Moto) -> None:
    name = CLIENT_FILES
    create(s3, name, key=moto.client("kms", REGION).create_key()["KeyMetadata"]["Arn"], block=FULL)
    tag(s3, name, data_level="sensitive")
    version(s3, name)
    expire(s3, name, "old-versions", noncurrent=60, abort=7)
    permit(s3, name, allow(name, SUANPAN, "s3:GetObject"), deny_clear_text(name), deny_other_encryption(name))
    trail = moto.client("cloudtrail", REGION)
    trail.create_trail(Name="client-files", S3BucketName=LOGS)
    trail.start_logging(Name="client-files")
    objects = {"Type": "AWS::S3::Object", "Values": [f"{arn(name)}/"]}
    selector = {"ReadWriteType": "All", "IncludeManagementEvents": False, "DataResources": [objects]}
    trail.put_event_selectors(TrailName="client-files", EventSelectors=[selector])


def _vouchers(s3: Any) -> None:
    floor = 30 * 365
    create(s3, VOUCHERS, block=FULL, lock=True)
    rule = {"DefaultRetention": {"Mode": "COMPLIANCE", "Days": floor}}
    lock = {"ObjectLockEnabled": "Enabled", "Rule": rule}
    s3.put_object_lock_configuration(Bucket=VOUCHERS, ObjectLockConfiguration=lock)
    expire(s3, VOUCHERS, "forty-years", days=40 * 365, noncurrent=floor, abort=7)
    permit(s3, VOUCHERS, deny_clear_text(VOUCHERS))
    _log(s3, VOUCHERS)


def _old_books(s3: Any) -> None:
    create(s3, OLD_BOOKS, key="alias/aws/s3", block=FULL)
    version(s3, OLD_BOOKS)
    expire(s3, OLD_BOOKS, "one-year", days=365, noncurrent=90, abort=7)


def _print_jobs(s3: Any) -> None:
    create(s3, PRINT_JOBS, block={**FULL, "RestrictPublicBuckets": False})
    version(s3, PRINT_JOBS, "Suspended")
    expire(s3, PRINT_JOBS, "jobs", prefix="jobs/", days=90)
    permit(s3, PRINT_JOBS, allow(PRINT_JOBS, KUAIXIN, "s3:GetObject", "s3:PutObject"))
    _log(s3, PRINT_JOBS)


def _others(s3: Any) -> None:
    create(s3, PAYROLL, block=FULL)
    version(s3, PAYROLL)
    create(s3, EXPORTS)
    tag(s3, EXPORTS, data__level="tbd")
    s3.put_bucket_acl(Bucket=EXPORTS, ACL="public-read")
    create(s3, SITE)
    tag(s3, SITE, data_level="public")
    permit(s3, SITE, allow(SITE, "*", "s3:GetObject"))


def _log(s3: Any, name: str) -> None:
    target = {"TargetBucket": LOGS, "TargetPrefix": f"{name}/"}
    s3.put_bucket_logging(Bucket=name, BucketLoggingStatus={"LoggingEnabled": target})
