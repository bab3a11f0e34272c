"""Which modules a run needs: the packages of its checks and all that these rest on.

An engine analyses every module that it is given, and most of a small run's time went into policies of kinds
that it does not meet.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

_PACKAGE = re.compile(r"^\s*package\s+([\w.]+)\s*$", re.MULTILINE)
_APART = re.compile(r'"(?:\\.|[^"\\\n])*"|`[^`]*`|#[^\n]*')
"""Texts and comments, which name nothing."""
_NAMED = re.compile(r"\bdata\b((?:\.\w+)*)(\[)?")


def needed(modules: Mapping[str, str], packages: Iterable[str]) -> dict[str, str]:
    """Return the modules of these packages and of all that they name; every module where a name is computed."""
    by_package: dict[str, list[str]] = defaultdict(list)
    for path, source in modules.items():
        found = _PACKAGE.search(source)
        by_package[found[1] if found else ""].append(path)
    kept: set[str] = set()
    ahead = [name for name in packages if name in by_package]
    while ahead:
        package = ahead.pop()
        if package in kept:
            continue
        kept.add(package)
        for path in by_package[package]:
            for name, computed in _NAMED.findall(_APART.sub("", modules[path])):
                if computed or not name:
                    return dict(modules)
                ahead += [other for other in by_package if _within(name[1:], other) or _within(other, name[1:])]
    return {path: modules[path] for package in by_package if package in kept for path in by_package[package]}


def _within(name: str, package: str) -> bool:
    """Say whether a dotted name is the package or lies in it."""
    return name == package or name.startswith(f"{package}.")
