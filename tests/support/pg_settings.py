"""Settings of a PostgreSQL server, as a role is shown them."""

from __future__ import annotations

from collectors.postgresql.facts import Unread
from collectors.postgresql.permissions import READ_SETTINGS
from collectors.postgresql.settings import CANARY, Settings

DENIED = Unread("denied", READ_SETTINGS.grant)


def shown(values: dict[str, str], source: str = "configuration file") -> Settings:
    """Return settings of which none is hidden."""
    rows = [{"name": name, "setting": value, "source": source} for name, value in values.items()]
    return Settings.of([*rows, {"name": CANARY, "setting": "/data", "source": "override"}])


def hiding(values: dict[str, str]) -> Settings:
    """Return settings as a role sees them that may not see all."""
    return Settings.of([{"name": name, "setting": value, "source": "default"} for name, value in values.items()])
