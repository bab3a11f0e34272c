"""The collector of one directory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from assay.collector import CollectorFailed, Output, Probe, Source

from . import groups as groups_of
from . import ldap3_directory, probing
from .accounts import READ, Accounts
from .dialects import Dialect, dialect_of
from .directory import Directory
from .options import OPTIONS
from .people import People
from .privileges import Privileges
from .reader import Ledger, Reader
from .refusals import OUTCOMES
from .sight import Sight
from .states import States
from .target import Target, target_of

PERMISSIONS = (
    "read and search on every entry below base: to dn.subtree=BASE by dn.exact=READER read",
    "no right on userPassword or unicodePwd",
)


class Ldap:
    """Reads accounts, their state and their groups; never a password or a hash."""

    name = "ldap"
    basis = "observed"
    options: Mapping[str, Any] = OPTIONS
    permissions: Sequence[str] = PERMISSIONS

    def __init__(self, connect: Callable[[Target], Directory] = ldap3_directory.connect) -> None:
        self._connect = connect

    def kinds(self, source: Source) -> Sequence[str]:
        """Return the kind that every directory feeds; passwords are fed where all of them are in sight."""
        return ("identity_account",)

    def collect(self, source: Source, out: Output) -> None:
        """Read groups first, then the accounts."""
        target = target_of(source)
        if target.told:
            out.note(target.told)
        with self._reader(target, source, out.read) as (reader, dialect):
            count = _accounts(reader, dialect, source).write(out)
            cut = reader.cuts.get(READ)
            if cut and not count:
                advice = "; is base right, and may the reader search below it?" * (cut.reason != "unsupported")
                raise CollectorFailed(cut.reason, cut.operation + advice)
            if cut:
                out.note(f"{cut.operation}: the answer ended after {count} accounts; raise the limit for the reader")
                out.incomplete("identity_account", cut.reason, cut.operation)
            _in_sight(reader, source, out)

    def probe(self, source: Source) -> Iterable[Probe]:
        """Connect, look for the base and for what fields are made of, and for rights in excess."""
        try:
            with self._reader(target_of(source), source, _unnoted) as (reader, dialect):
                yield from probing.probe(reader, dialect, People(reader, source.options))
        except CollectorFailed as failed:
            yield Probe("connect", "failed", str(failed))

    @contextmanager
    def _reader(self, target: Target, source: Source, ledger: Ledger) -> Iterator[tuple[Reader, Dialect]]:
        try:
            directory = self._connect(target)
        except CollectorFailed as failed:
            ledger("connect", source.name, OUTCOMES.get(failed.reason, "error"), failed.reason, 0)
            raise
        ledger("connect", source.name, "ok", "", 0)
        try:
            reader = Reader(directory, str(source.options["base"]), ledger)
            yield reader, dialect_of(directory.about(), source.options)
        finally:
            directory.close()


def _accounts(reader: Reader, dialect: Dialect, source: Source) -> Accounts:
    sight = Sight(reader, dialect.accounts)
    states = States(dialect, sight, source.zone, source.at)
    states.read()
    groups = groups_of.read(reader, dialect)
    return Accounts(
        source=source.name,
        zone=source.zone,
        at=source.at,
        dialect=dialect,
        reader=reader,
        sight=sight,
        states=states,
        groups=groups,
        privileges=Privileges(groups, source.options.get("privileged_groups", ())),
        people=People(reader, source.options),
        passwords=dialect.active_directory or sight.on_all(dialect.password_set),
    )


def _in_sight(reader: Reader, source: Source, out: Output) -> None:
    """Tell of accounts that may be there and out of sight: elsewhere, or hidden without a word."""
    for place in sorted(reader.referrals):
        out.note(f"{place} is on another server and was not followed; make it a source of its own")
        out.incomplete("identity_account", "partial", f"referral to {place}")
    for dn in source.options.get("witnesses", ()):
        if reader.one("witness", dn, ()) is None:
            out.note(f"witness {dn} is not in sight: the reader may not see all accounts")
            out.incomplete("identity_account", "denied", f"read {dn}")


def _unnoted(*_: object) -> None:
    """Keep no ledger: a probe writes no snapshot."""
