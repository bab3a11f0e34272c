"""What the patterns of actions and resources cover; `*` stands for any text, `?` for one character."""

from __future__ import annotations

from fnmatch import fnmatchcase


def covers_text(pattern: str, text: str) -> bool:
    """Whether a pattern matches a text; one with a policy variable matches none for certain."""
    # fnmatch never backtracks over a star, so a hostile policy cannot stall it; its [sets] are no sets here.
    return "${" not in pattern and fnmatchcase(text, pattern.replace("[", "[[]"))


def covers_objects(pattern: str, bucket: str) -> bool:
    """Whether a pattern matches every object of a bucket, given by its ARN.

    It does when it ends in `*` and what stands before that matches a beginning of `BUCKET/`.
    """
    start = f"{bucket}/"
    stem = pattern.rstrip("*")
    return stem != pattern and any(covers_text(stem, start[:end]) for end in range(len(start) + 1))
