"""Where the resources of a plan stand in the code beside it, for annotations in reviews."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Mapping
from pathlib import Path

from assay import files
from assay.errors import UsageError

from . import addresses

_HEADER = re.compile(r'^(resource|data)[ \t]+"([^"\n]+)"[ \t]+"([^"\n]+)"', re.MULTILINE)
_MAX_FILE = 8 * 1024 * 1024


class Lines:
    """Headers of resources of the root module, in the `*.tf` that lie where the plan lies."""

    def __init__(self, plan: Path, shown: str) -> None:
        self._shown = shown
        self._found: dict[str, tuple[str, int]] = {}
        with contextlib.suppress(OSError):
            for file in sorted(plan.parent.glob("*.tf")):
                self._read(file, os.path.normpath(Path(shown).parent / file.name))

    def place(self, address: str, name: str) -> Mapping[str, object]:
        """Return the place of a resource; `name` is `type.name`, or `data.type.name`."""
        if name not in self._found or addresses.module_of(address):
            return {"path": self._shown, "address": address}
        path, line = self._found[name]
        return {"path": path, "line": line, "address": address}

    def _read(self, file: Path, shown: str) -> None:
        with contextlib.suppress(UsageError):
            text = files.read(file, _MAX_FILE).decode("utf-8", "replace")
            for match in _HEADER.finditer(text):
                prefix = "data." if match[1] == "data" else ""
                line = text.count("\n", 0, match.start()) + 1
                self._found[f"{prefix}{match[2]}.{match[3]}"] = (shown, line)
