"""What `assay doctor` tells of a directory: what is out of sight, and what is too much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assay.collector import Probe

from .accounts import READ
from .dialects import Dialect
from .people import People
from .reader import Reader
from .sight import Sight

#: An attribute that lists what the reader may write; Active Directory alone makes it.
_WRITABLE = "allowedAttributesEffective"
_ENOUGH = 50
"""Accounts that are looked at for rights in excess."""


def probe(reader: Reader, dialect: Dialect, people: People) -> Iterator[Probe]:
    """Look for accounts, for each attribute that a field is made of, and for rights to write."""
    yield Probe("connect", "ok", f"as {reader.directory.whoami() or 'an anonymous reader'} ({dialect.key})")
    found = list(reader.find(READ, dialect.accounts, [_WRITABLE], at_most=_ENOUGH))
    if not found:
        cut = reader.cuts.get(READ)
        told = cut.operation if cut else f"no entry below {reader.base} fits {dialect.accounts}"
        yield Probe("accounts", "missing", told, ["identity_account"])
        return
    yield Probe("accounts", "ok")
    sight = Sight(reader, dialect.accounts)
    yield from _shown(sight, dialect.log_ons, "last_login_at")
    yield from _shown(sight, [dialect.created], "created_at")
    yield from _shown(sight, people.attributes, "staff_id", "person_keys")
    yield from _told_apart(sight, dialect)
    writable = {name for entry in found for name in entry.texts(_WRITABLE)}
    if writable:
        yield Probe("write to accounts", "excess", ", ".join(sorted(writable)[:5]))


def _shown(sight: Sight, attributes: Sequence[str], *fields: str) -> Iterator[Probe]:
    what = f"read {' or '.join(attributes)}"
    if sight.shown(*attributes):
        yield Probe(what, "ok")
    else:
        yield Probe(what, "missing", "no account shows it", [f"identity_account.{name}" for name in fields])


def _told_apart(sight: Sight, dialect: Dialect) -> Iterator[Probe]:
    """Say whether disabled accounts can be told from the others."""
    needed_for = [f"identity_account.{name}" for name in ("enabled", "disabled_at")]
    if not dialect.disabled:
        yield from _shown(sight, ["userAccountControl"], "enabled", "disabled_at")
    elif sight.fitting("disabled accounts", dialect.disabled) or sight.fitting(
        "enabled accounts", f"(!{dialect.disabled})"
    ):
        yield Probe(f"search by {dialect.disabled}", "ok")
    else:
        detail = "the server answers neither it nor its negation; see disabled"
        yield Probe(f"search by {dialect.disabled}", "missing", detail, needed_for)
