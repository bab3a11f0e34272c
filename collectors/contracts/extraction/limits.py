"""How much of one document is read."""

from __future__ import annotations

from assay.sandbox import SandboxFailed

MAX_FILE = 64 * 1024 * 1024
MAX_PAGES = 1_000
MAX_PASSAGES = 50_000
MAX_CHARACTERS = 5_000_000


class Budget:
    """Counts what a document gives; raises `SandboxFailed` where it is more than a contract holds."""

    def __init__(self) -> None:
        self.passages = self.characters = 0

    def spend(self, text: str) -> None:
        """Take a passage."""
        self.passages += 1
        self.characters += len(text)
        if self.passages > MAX_PASSAGES:
            raise SandboxFailed("limit", f"holds more than {MAX_PASSAGES:,} paragraphs")
        if self.characters > MAX_CHARACTERS:
            raise SandboxFailed("limit", f"holds more than {MAX_CHARACTERS:,} characters")
