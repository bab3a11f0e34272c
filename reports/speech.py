"""Says the fixed words of the reports in one language."""

from __future__ import annotations

from collections.abc import Iterable

from .words import WORDS


class Speech:
    """Fixed words in one language; what is filled in is never read as a template."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._column = 0 if language == "en" else 1

    def __call__(self, key: str, **values: object) -> str:
        """Say the words of a key; `n` picks between singular and plural."""
        text = WORDS[key][self._column]
        if "|" in text:
            text = text.split("|")[0 if values["n"] == 1 else 1]
        return text.format(**values) if values else text

    def code(self, family: str, code: str) -> str:
        """Say a code such as `unread.denied`; one that is not known stands for itself."""
        return self(f"{family}.{code}") if f"{family}.{code}" in WORDS else code

    def listed(self, parts: Iterable[str]) -> str:
        """Join parts as the language does."""
        return self("comma").join(parts)
