"""`${NAME}` in the configuration: secrets come from the environment and are known as such from then on."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, unquote

from assay.errors import ConfigError

_NAME = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
_CREDENTIALS = re.compile(r"(?<=://)([^/@\s:]*):([^/\s]+)@")
_PASSWORD = re.compile(r"(?i)\b(password|passwd|pwd|secret|token)(\s*=\s*)('[^']*'|\S+)")
SHORTEST = 4
"""A value shorter than this is not worth hiding: it would blot out ordinary text."""


def holds_password(text: str) -> bool:
    """Say whether a text as written holds a password or token itself, not the `${NAME}` of one."""
    bare = _NAME.sub("", text)
    return any(match[2] for match in _CREDENTIALS.finditer(bare)) or any(
        match[3].strip("'") for match in _PASSWORD.finditer(bare)
    )


class Secrets:
    """The values that came from the environment; no output may hold one."""

    def __init__(self) -> None:
        self._values: set[str] = set()

    def substitute(self, value: Any, where: str, environment: Mapping[str, str] = os.environ) -> Any:
        """Replace `${NAME}` in every text below; raises `ConfigError` where a name is not set."""
        if isinstance(value, dict):
            return {key: self.substitute(item, f"{where}.{key}", environment) for key, item in value.items()}
        if isinstance(value, list):
            return [self.substitute(item, f"{where}[{n}]", environment) for n, item in enumerate(value)]
        if not isinstance(value, str):
            return value

        def given(match: re.Match[str]) -> str:
            if match[1] not in environment:
                raise ConfigError(f"{where}: the environment has no {match[1]}; set it or take ${{{match[1]}}} out")
            self._learn(environment[match[1]])
            return environment[match[1]]

        return _NAME.sub(given, value)

    def _learn(self, value: str) -> None:
        """Know a value, the passwords inside it, and the spellings in which a library may quote them."""
        parts = {value, *(found[2] for found in _CREDENTIALS.finditer(value))}
        parts |= {found[3].strip("'") for found in _PASSWORD.finditer(value)}
        for part in parts:
            self._values |= {part, unquote(part), quote(part, safe=""), json.dumps(part)[1:-1], repr(part)[1:-1]}

    def scrub(self, text: str) -> str:
        """Return a text without any of the values, and without what looks like a password in an address."""
        for value in sorted(self._values, key=len, reverse=True):
            if len(value) >= SHORTEST:
                text = text.replace(value, "***")
        text = _CREDENTIALS.sub(r"\1:***@", text)
        return _PASSWORD.sub(r"\1\2***", text)
