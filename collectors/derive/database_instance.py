"""Derived facts of a database: dialect, end of support, level of its data, age of its backup."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from assay.derive import Derivation, Derivations, Missing, Record, View

from . import classification, engine_support
from .levels import JUDGED_AS, LEVELS, highest
from .moments import days_since, earliest, hours_from, latest
from .reading import age_of, day_number_of, fact, is_date, moment, unread
from .regions import country
from .registers import all_fit
from .scopes import scopes

_ASSETS = ("data_asset", "location_ids")
_TABLES = ("database_table", "database_id")
_ROLES = ("database_role", "database_id")

_FAMILY = {
    "postgresql": "postgresql",
    "mysql": "mysql",
    "mariadb": "mysql",
    "redshift": "none",
    "dynamodb": "none",
}


def _engine_family(database: Record, _: View) -> object:
    if "engine" not in database:
        return unread(database, "engine")
    return _FAMILY.get(database["engine"], Missing())


def _engine_eol_date(database: Record, view: View) -> object:
    """Return the end of support by the shipped table; a service may support its versions longer."""
    facts = [_engine(database), *(fact(database, field) for field in ("engine_version", "hosting"))]
    for why in facts:
        if isinstance(why, Missing):
            return why
    support = engine_support.find(*map(str, facts))
    if support is None:
        return Missing()
    enrolled = fact(database, "extended_support")
    if isinstance(enrolled, Missing):
        return enrolled if support.only_extended_on(view.today) else support.end
    return support.extended_end if enrolled else support.end


def _engine(database: Record) -> object:
    """Return the engine; Aurora's by its dialect, as each has versions of its own."""
    engine = fact(database, "engine")
    if engine != "aurora":
        return engine
    family = fact(database, "engine_family")
    return family if isinstance(family, Missing) else f"aurora-{family}"


def _past_support(database: Record, view: View) -> object:
    end = moment(database, "engine_eol_date")
    if isinstance(end, Missing):
        return end
    return end != "none" and days_since(end, view) > 0


def _plaintext_auth_rules(database: Record, _: View) -> object:
    """Return that no rule allows clear text where the provider owns the rules and makes them demand TLS."""
    if database.get("hosting") == "aws" and database.get("tls_required") is True:
        return []
    return unread(database, "plaintext_auth_rules")


def _own_level(database: Record, view: View) -> object:
    return classification.data_level(database, view.where(*_ASSETS, database["id"]), view)


def _data_level(database: Record, view: View) -> object:
    """Return the highest level of the whole and of its tables.

    A table that nobody classified, or that was not read, may hold more than the others: then a level below
    personal is not proved.
    """
    tables = view.where(*_TABLES, database["id"])
    whole = fact(database, "own_level")
    known = [str(table["data_level"]) for table in tables if "data_level" in table]
    level = highest(known if isinstance(whole, Missing) else [*known, str(whole)])
    if level is None:
        return whole
    if LEVELS.index(level) < LEVELS.index(JUDGED_AS) and not _all_known(tables, known, whole, view):
        return Missing("partial")
    return level


def _all_known(tables: Sequence[Record], known: Sequence[str], whole: object, view: View) -> bool:
    seen = not isinstance(whole, Missing) or view.complete(*_TABLES)
    return seen and len(known) == len(tables)


def _roles_read(database: Record, view: View) -> object:
    """Say that no role of the database can be out of sight; one without any role, where others have some, was not read.

    A cloud names its databases and none of their roles, so roles read elsewhere say nothing about them.
    """
    nobody_has_one = all_fit(view, "database_role", "there is none", lambda _: False)
    seen = view.where(*_ROLES, database["id"]) or nobody_has_one
    return (view.complete(*_ROLES) and bool(seen)) or Missing("partial")


def _hours_since_backup(instant: Callable[[str, ZoneInfo], datetime]) -> Derivation:
    """Make the hours since the last backup; "never" is none at all, and a day alone is no instant."""

    def derived(database: Record, view: View) -> object:
        last = moment(database, "last_backup_at")
        return hours_from(instant(last, view.zone), view.as_of) if is_date(last) else last

    return Derivation(derived)


DERIVED: Derivations = {
    "engine_family": Derivation(_engine_family),
    "engine_eol_date": Derivation(_engine_eol_date),
    "past_support": Derivation(_past_support),
    "plaintext_auth_rules": Derivation(_plaintext_auth_rules),
    "backup_age_min_hours": _hours_since_backup(latest),
    "backup_age_max_hours": _hours_since_backup(earliest),
    "country": Derivation(country),
    "days_since_created": age_of("created_at"),
    "created_day": day_number_of("created_at"),
    "roles_read": Derivation(_roles_read, uses=[_ROLES]),
    "review_scopes": Derivation(lambda database, _: scopes(database["id"])),
    "normalised_tags": Derivation(classification.normalised_tags),
    "own_level": Derivation(_own_level, uses=[_ASSETS]),
    "data_level": Derivation(_data_level, uses=[_TABLES]),
    "judged_level": Derivation(classification.judged_level),
}
