"""One source while it is read: whose account it is, how calls are made, and where the results go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from assay.collector import CollectorFailed, Output

from .answers import Answer, Found, Unread
from .dialect import AWS, Dialect
from .operations import CALLER
from .reader import Calls, Reader
from .settings import Settings

#: Resources read at a time.
PARALLEL = 8

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True)
class Account:
    """Who reads: the account and the identity in it."""

    id: str
    arn: str

    @property
    def partition(self) -> str:
        """The part of AWS that the account belongs to: aws, aws-cn, aws-us-gov."""
        return self.arn.split(":")[1]


class Cloud:
    """One source while it is read."""

    def __init__(self, settings: Settings, calls: Calls, out: Output) -> None:
        self.settings = settings
        self.calls = calls
        self.out = out
        self.identity: Account | Unread | None = None
        """The account once it was asked for."""

    def reader(self, target: str, dialect: Dialect = AWS) -> Reader:
        """Return a reader for one target."""
        return Reader(self.calls, target, dialect)

    def each(self, act: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """Do the same for all items, a few at a time; the results come in the order of the items."""
        with ThreadPoolExecutor(PARALLEL) as pool:
            yield from pool.map(act, items)

    def account(self) -> Account | Unread:
        """Return the account on AWS; raises `CollectorFailed` where `accounts` does not list it."""
        if self.identity is None:
            reader = self.reader("identity")
            self.identity = self._account(reader.ask(CALLER))
            reader.write(self.out)
        return self.identity

    def admit(self, account: str) -> None:
        """Raise `CollectorFailed` where the settings name accounts and this is none of them."""
        if self.settings.accounts and account not in self.settings.accounts:
            raise CollectorFailed("denied", f"account {account!r} is none of `accounts`, so nothing was read")

    def _account(self, answer: Answer) -> Account | Unread:
        match answer:
            case Found({"Account": id, "Arn": arn}) if arn.startswith("arn:"):
                self.admit(id)
                return Account(id, arn)
            case Unread():
                unread = answer
            case _:
                unread = Unread("corrupt", CALLER.label)
        if self.settings.accounts:
            raise CollectorFailed("denied", "the account cannot be told, so `accounts` cannot be kept: drop it")
        return unread
