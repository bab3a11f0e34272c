"""Backups of a database and its protection against deletion."""

from __future__ import annotations

from assay.collector import Resource

from ...declared import Declared
from ...value import Unknown
from ..telling import tell
from .storage import takes_over


def tell_backups(resource: Resource, declared: Declared, argument: str) -> None:
    """State automatic backups by the days of keeping them; 0 days are none."""
    days = declared.arguments.number(argument)
    basis = None
    if days is None and declared.is_new and not takes_over(declared):
        days, basis = 1, "provider_default"
    if isinstance(days, int):
        resource.state("backup_retention_days", days, basis)
        resource.state("backup_enabled", days > 0, basis)
    else:
        missing = days or Unknown("not_in_source", operation=argument)
        tell(resource, "backup_retention_days", missing)
        tell(resource, "backup_enabled", missing)
    resource.miss("last_backup_at", "known_after_apply", "the first backup")


def tell_protection(resource: Resource, declared: Declared, argument: str) -> None:
    """State deletion protection, which every service leaves off unless it is asked for."""
    protected = declared.arguments.flag(argument)
    if protected is None and declared.is_new:
        resource.state("deletion_protection", False, "provider_default")
    else:
        tell(
            resource,
            "deletion_protection",
            Unknown("not_in_source", operation=argument) if protected is None else protected,
        )
