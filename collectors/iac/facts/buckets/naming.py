"""What a declared bucket is called: its name, ARN and id, also where the name is known only when it is made."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...code import Code
from ...declared import Declared
from ...ids import identified
from ...value import Unknown
from .settings import BUCKET

_BUCKETS = re.compile(r"arn:aws[a-z-]*:s3:::")
_PARTITION = re.compile(r"<(?:[^<>]*data\.aws_partition\.[^<>]*\.partition|AWS(?:::|\.)Partition)>")


@dataclass(frozen=True)
class Named:
    """A declared bucket with its names."""

    code: Code
    declared: Declared

    @property
    def name(self) -> str:
        """The name, or what stands for it inside texts."""
        return known_name(self.declared) or self.declared.token("id")

    @property
    def arn(self) -> str:
        """The ARN, with what stands for the name where that is not known."""
        return f"arn:{self.code.partition_of(self.declared)}:s3:::{self.name}"

    def spelled(self, text: str) -> str:
        """Return a text with the name and ARN of the bucket in place of the tokens for them."""
        if self.code.region_of(self.declared) is None:
            # Only the partitions that texts name tell which one the bucket will lie in.
            text = _BUCKETS.sub(self.arn.removesuffix(self.name), text)
        if "<" not in text:
            return text
        text = _PARTITION.sub(self.code.partition_of(self.declared), text)
        text = text.replace(self.declared.token("arn"), self.arn)
        for attribute in ("id", "bucket"):
            text = text.replace(self.declared.token(attribute), self.name)
        return text

    def may_be(self, unknown: Unknown) -> bool:
        """Whether a value that is not known may be about this bucket."""
        named = self.code.named(unknown, self.declared, (BUCKET,))
        return isinstance(named, Unknown) or self.declared in named


def known_name(bucket: Declared) -> str | None:
    """Return the name of a bucket if it is known."""
    name = bucket.arguments.text("bucket")
    return name if isinstance(name, str) else None


def bucket_id(code: Code, bucket: Declared) -> str:
    """Return the id of the record of a declared bucket."""
    return identified(code, bucket, "s3", "bucket", known_name(bucket)).id
