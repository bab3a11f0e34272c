"""Which separate resources configure which bucket."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ...code import Code
from ...declared import Declared
from ...value import Reference, Unknown, references_in

BUCKET = "aws_s3_bucket"
_ELSEWHERE = ("data.aws_s3_bucket", "aws_s3_directory_bucket", "data.aws_s3_directory_bucket")


class Settings:
    """The separate settings of all buckets, each placed once."""

    def __init__(self, code: Code, types: Iterable[str]) -> None:
        self._placed: dict[tuple[str, str], list[Declared]] = defaultdict(list)
        self._doubtful: dict[tuple[str, str], list[Declared]] = defaultdict(list)
        self._unplaced: dict[str, list[Declared]] = defaultdict(list)
        self.of_others: set[str] = set()
        """Names of buckets that this code configures and does not declare."""
        self._crowds: set[tuple[str, tuple[Reference, ...]]] = set()
        self._removed: set[tuple[str, str]] = set()
        wanted = list(types)
        for setting in code.of(*wanted):
            self._place(code, setting)
        for setting in code.removed:
            if setting.type in wanted:
                self._remove(code, setting)

    def of(self, bucket: Declared, type_: str) -> list[Declared]:
        """Return the settings of a type that belong to a bucket for certain."""
        return self._placed.get((bucket.address, type_), [])

    def doubts(self, bucket: Declared, type_: str) -> list[Declared]:
        """Return the settings of a type that may or may not belong to a bucket."""
        return self._doubtful.get((bucket.address, type_), []) or self._unplaced.get(type_, [])

    def is_removed(self, bucket: Declared, type_: str) -> bool:
        """Whether a setting of a type was there for a bucket and is deleted now."""
        return (bucket.address, type_) in self._removed

    def _place(self, code: Code, setting: Declared) -> None:
        if self._is_one_more(code, setting):
            return
        meant = code.targets(setting, "bucket", BUCKET, *_ELSEWHERE)
        if isinstance(meant, Unknown):
            self._unplaced[setting.type].append(setting)
            return
        own = [target for target in meant if target.type == BUCKET]
        if not own:
            self.of_others.update([meant[0].address if meant else str(setting.values.get("bucket"))])
        # One of several instances: of which, only the names tell that are made when the code is applied.
        kept = self._placed if len(own) == 1 else self._doubtful
        for target in own:
            kept[target.address, setting.type].append(setting)
        if len(own) > 1:
            self._crowds.add((setting.type, references_in(setting.values.get("bucket"))))

    def _remove(self, code: Code, setting: Declared) -> None:
        meant = code.targets(setting, "bucket", BUCKET)
        self._removed.update((bucket.address, setting.type) for bucket in ([] if isinstance(meant, Unknown) else meant))

    def _is_one_more(self, code: Code, setting: Declared) -> bool:
        """Whether it may belong to the same buckets as one before; many such would take quadratic time."""
        references = references_in(setting.values.get("bucket"))
        if (setting.type, references) not in self._crowds:
            return False
        return all(len(code.resolve(reference, setting)) > 1 for reference in references)
