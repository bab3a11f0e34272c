"""Tags that say how sensitive data are."""

from __future__ import annotations

SENSITIVE = (("data_level", "sensitive"),)
PUBLIC = (("data_level", "public"),)
