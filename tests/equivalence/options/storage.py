"""Every option of buckets and keys."""

from __future__ import annotations

from dataclasses import replace

from ..documents import KEY_STATEMENTS, STATEMENTS
from ..model import Bucket, Key, Lifecycle
from .tags import PUBLIC, SENSITIVE

BLOCK = ("block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets")
_OPEN = Bucket(block=(), ownership="ObjectWriter")
_VERSIONED = Bucket(versioning="Enabled", tags=SENSITIVE)
BUCKETS = (
    Bucket(),
    *(Bucket(encryption=way) for way in ("sse_s3", "service_key", "own_key", "elsewhere")),
    *(Bucket(encryption=way, tags=SENSITIVE) for way in ("sse_s3", "service_key", "own_key", "elsewhere")),
    *(Bucket(block=block) for block in (BLOCK, BLOCK[:2], BLOCK[1:2], BLOCK[3:], ())),
    *(Bucket(policy=(name,)) for name in STATEMENTS),
    *(Bucket(policy=(name,), block=()) for name in ("public", "public_aws", "organisation", "network", "internet")),
    Bucket(policy=("public", "tls"), block=(), tags=PUBLIC),
    Bucket(policy=("tls", "partner", "stranger")),
    *(Bucket(versioning=status) for status in ("Enabled", "Suspended")),
    *(Bucket(lifecycle=(Lifecycle(days),)) for days in (30, 400, 3000)),
    Bucket(lifecycle=(Lifecycle(30, prefix="tmp/"),)),
    Bucket(lifecycle=(Lifecycle(30, enabled=False),)),
    Bucket(lifecycle=(Lifecycle(400, aborts=True), Lifecycle(30, prefix="tmp/"))),
    Bucket(lifecycle=(Lifecycle(None, aborts=True),)),
    *(replace(_VERSIONED, lifecycle=(Lifecycle(*days),)) for days in ((400, 60), (400, None), (None, 60))),
    Bucket(logs=True),
    Bucket(logs=True, tags=PUBLIC),
    *(Bucket(lock=lock) for lock in (("GOVERNANCE", 400), ("COMPLIANCE", 4000))),
    Bucket(lock=("COMPLIANCE", 400), lifecycle=(Lifecycle(100),)),
    *(Bucket(ownership=way) for way in ("BucketOwnerEnforced", "BucketOwnerPreferred", "ObjectWriter")),
    *(replace(_OPEN, acl=acl) for acl in ("private", "public-read", "public-read-write", "authenticated-read")),
    Bucket(acl="public-read", ownership="ObjectWriter", block=BLOCK),
    Bucket(acl="public-read", ownership="ObjectWriter"),
    Bucket(acl="log-delivery-write", ownership="ObjectWriter"),
    *(Bucket(tags=((key, value),)) for key, value in (("Data-Level", "Public"), ("数据级别", "敏感"), ("env", "dev"))),
)
KEYS = (
    Key(),
    *(Key(rotation=rotation) for rotation in (True, False)),
    *(Key(rotation=True, period=period) for period in (90, 365, 2000)),
    *(Key(rotation=True, policy=("root", name)) for name in KEY_STATEMENTS if name != "root"),
    Key(policy=("root",)),
    Key(policy=("administrator", "user")),
    Key(policy=("administrator", "both")),
    Key(enabled=False),
    *(Key(spec=spec) for spec in ("RSA_2048", "SYMMETRIC_DEFAULT", "HMAC_256")),
)
