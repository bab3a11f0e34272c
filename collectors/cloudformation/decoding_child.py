"""Reads templates with cfn-lint, in the child process that `decoding` starts."""

from __future__ import annotations

import contextlib
import datetime
import math
from pathlib import Path
from typing import Any

from assay import files
from assay.errors import UsageError

MAX_FILE = 2 * 1024 * 1024
"""CloudFormation itself takes one million bytes."""
MAX_DEPTH = 100
_TOO_DEEP = f"is nested deeper than {MAX_DEPTH} levels"
_MALFORMED = "is not well-formed YAML or JSON; mend this line or the one before"
_ALIASES = "uses YAML aliases that cannot be followed; write it out"
_PROBLEMS = {
    "duplicate found": "has a key twice; keep one of them",
    "resolved size": _ALIASES,
    "alias": _ALIASES,
    "recursive": _ALIASES,
    "recursion depth": _TOO_DEEP,
}
_SECTIONS = ("Resources", "Parameters", "Conditions")


class _Refused(Exception):
    """The file is no template that can be read; the first argument says why, the second where."""


def read(paths: list[str]) -> list[dict[str, Any]]:
    """Return for each file `{"template", "lines"}`, or `{"broken", "line"}`."""
    return [_read(Path(path)) for path in paths]


def _read(path: Path) -> dict[str, Any]:
    try:
        template = _decode(_text(path))
        return {"template": _plain(template, 0), "lines": _lines(template)}
    except _Refused as refused:
        what, line = refused.args
        return {"broken": what, "line": line}
    except RecursionError:
        return {"broken": _TOO_DEEP, "line": 1}


def _text(path: Path) -> str:
    try:
        return files.read(path, MAX_FILE).decode("utf-8-sig")
    except UsageError:
        raise _Refused(f"is larger than {MAX_FILE:,} bytes, or no file", 1) from None
    except UnicodeDecodeError:
        raise _Refused("is not UTF-8; save it as UTF-8", 1) from None


def _decode(text: str) -> Any:
    from cfnlint.decode import cfn_json, decode_str

    template, matches = decode_str(text)
    if not matches:
        return template
    if text.lstrip().startswith("{"):
        # JSON is YAML too, but for its tabs and a few escapes.
        with contextlib.suppress(ValueError):
            return cfn_json.loads(text)
    raise _problem(matches[-1])


def _problem(match: Any) -> _Refused:
    """Say what is wrong without the words of the parser, which may quote a secret."""
    words = match.message.lower()
    found = next((what for part, what in _PROBLEMS.items() if part in words), _MALFORMED)
    return _Refused(found, match.linenumber)


def _lines(template: Any) -> dict[str, dict[str, int]]:
    """Return the line of each entry of the sections that messages and places name."""
    found = {}
    for section in _SECTIONS:
        entries = template.get(section) if isinstance(template, dict) else None
        if isinstance(entries, dict):
            found[section] = {str(key): _line(key) for key in entries}
    return found


def _line(key: Any) -> int:
    mark = getattr(key, "start_mark", None)
    return int(mark.line) + 1 if mark is not None else 1


def _plain(node: Any, depth: int) -> Any:
    """Return what JSON can carry: keys as text, days by their names."""
    if depth > MAX_DEPTH:
        raise _Refused(_TOO_DEEP, 1)
    match node:
        case dict():
            return {str(key): _plain(value, depth + 1) for key, value in node.items()}
        case list() | set() | tuple():
            return [_plain(item, depth + 1) for item in node]
        case None | bool() | int():
            return node
        case float():
            return node if math.isfinite(node) else str(node)
        case datetime.date():
            return node.isoformat()
    return str(node)
