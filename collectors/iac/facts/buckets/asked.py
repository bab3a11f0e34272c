"""A declared bucket, answering as S3 would once the code is applied."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from ....aws.answers import Answer, Found, Unread
from ....aws.operations import Operation
from ....aws.s3.operations import KEY
from ....aws.s3.site import Site
from ...code import Code
from ...declared import Declared
from .naming import Named
from .settings import Settings
from .settled import NotSettled, unread

T = TypeVar("T")

NOT_KNOWN = "<?>"
"""Stands for a key of the customer of which it is not known which one it is."""


@dataclass(frozen=True)
class Question:
    """One setting of a bucket, and where code writes it."""

    type: str
    """Type of the separate resource for it; empty where there is none."""
    separate: Callable[[DeclaredBucket, Declared], Answer]
    """What a separate resource says."""
    inline: Callable[[DeclaredBucket], Answer | None]
    """What the bucket itself says; None where it says nothing."""
    default: Callable[[DeclaredBucket], Answer]
    """What S3 gives to a new bucket of which the code says nothing."""
    removed: Callable[[DeclaredBucket], Answer | None]
    """What is left when the separate resource is deleted; None where that changes nothing."""


@dataclass(frozen=True)
class DeclaredBucket:
    """One declared bucket; it answers each operation from its own arguments and its separate settings."""

    named: Named
    settings: Settings
    site: Site
    questions: Mapping[str, Question]
    defaults: set[str] = field(default_factory=set)
    """Names of the operations that were answered by what S3 does by default."""

    @property
    def code(self) -> Code:
        """The code that declares it."""
        return self.named.code

    @property
    def declared(self) -> Declared:
        """Its declaration."""
        return self.named.declared

    @property
    def region(self) -> str:
        """The region; empty where it is not known, which is then the same for all that says no region."""
        return self.code.region_of(self.declared) or ""

    @property
    def arn(self) -> str:
        """The ARN."""
        return self.named.arn

    def ask(self, operation: Operation) -> Answer:
        """Answer one operation."""
        question = self.questions[operation.name]
        own = self.settings.of(self.declared, question.type)
        if own:
            answers = [_answered(one.address, partial(question.separate, self, one)) for one in own]
            return _agreed(answers, question.type)
        doubts = self.settings.doubts(self.declared, question.type)
        if doubts:
            return Unread("known_after_apply", f"bucket of {doubts[0].address}")
        said = _answered(self.declared.address, partial(self._alone, question))
        return self._default(operation, question) if said is None else said

    def ask_key(self, key: str) -> Answer:
        """Answer whose the key is that the encryption names: one that is written out is the customer's."""
        arn = Unread("known_after_apply", KEY.label) if key == NOT_KNOWN else key
        return Found({"KeyManager": "CUSTOMER", "Arn": arn})

    def _alone(self, question: Question) -> Answer | None:
        """Answer without a separate resource; what was last read of an existing bucket may be deleted now."""
        if not self.declared.is_new and self.settings.is_removed(self.declared, question.type):
            return question.removed(self)
        return question.inline(self)

    def _default(self, operation: Operation, question: Question) -> Answer:
        if not self.declared.is_new:
            # What the code does not manage may have been set by hand or by other code.
            return Unread("not_in_source", question.type)
        if not self.code.complete:
            return Unread("partial", question.type)
        self.defaults.add(operation.name)
        return _answered(self.declared.address, partial(question.default, self))


def _answered(address: str, answer: Callable[[], T]) -> T | Unread:
    """Return an answer, or that it needs what is not known; the address is of the resource that says it."""
    try:
        return answer()
    except NotSettled as missing:
        return unread(missing.unknown, address)


def _agreed(answers: Sequence[Answer], type_: str) -> Answer:
    """Return what all settings of a type say; where they differ, the one that is applied last stands."""
    if all(answer == answers[0] for answer in answers):
        return answers[0]
    return Unread("known_after_apply", f"{len(answers)} {type_} for one bucket")
