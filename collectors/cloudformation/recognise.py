"""Tells a CloudFormation template, or a directory that holds some; loaded for every path, so it is small."""

from __future__ import annotations

import re
from pathlib import Path

ROLE = "code"
SUFFIXES = (".yaml", ".yml", ".json", ".template", ".cfn", ".cform")
_ELSEWHERE = (".tf", ".hcl", ".md", ".py")
_MAX_READ = 1 << 20

_PLAN = re.compile(rb'"(?:format_version|terraform_version)"\s*:')
_TYPE = re.compile(rb"""(?:^|[{,\s])["']?Type["']?\s*:\s*["']?AWS::[A-Za-z0-9]+::[A-Za-z0-9]+""")
_SECTION = re.compile(rb"""(?:^|[{,\s])["']?Resources["']?\s*:""")
_VERSION = re.compile(rb"""(?:^|[{,\s])["']?AWSTemplateFormatVersion["']?\s*:""")


def recognises(path: Path, head: bytes) -> bool:
    """Say whether a file that begins with `head` is a template, or whether a directory itself holds one."""
    if path.is_dir():
        return bool(templates_in(path))
    if path.suffix.lower() in _ELSEWHERE or _PLAN.search(head):
        return False
    return _is_one(head) or _is_template(path)


def templates_in(folder: Path) -> list[Path]:
    """Return the templates that lie in a directory itself, sorted."""
    named = sorted(path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES and path.is_file())
    return [path for path in named if not path.name.startswith(".") and _is_template(path)]


def _is_template(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return _is_one(file.read(_MAX_READ))
    except OSError:
        return False


def _is_one(text: bytes) -> bool:
    """Say whether the text has what only a template has."""
    return bool(_VERSION.search(text)) or bool(_SECTION.search(text) and _TYPE.search(text))


def parts(path: Path) -> list[Path]:
    """Nothing else is read with it that would be found by itself."""
    return []
