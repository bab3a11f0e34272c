"""The lines that a user gets of one source: each once, and no more than can be read."""

from __future__ import annotations

from dataclasses import dataclass

from assay.collector import Output

MOST = 50


@dataclass
class Notes:
    """Passes lines on until there are too many, and says at the end how many were left out."""

    out: Output
    file: str
    """The file, as `assay.yaml` names it."""
    count: int = 0

    def add(self, line: str) -> None:
        """Tell one line; it begins with its place within the file, or with what is wrong."""
        self.count += 1
        if self.count <= MOST:
            self.out.note(f"{self.file}{line}")

    def close(self) -> None:
        """Say how many lines were not told."""
        if self.count > MOST:
            self.out.note(f"{self.file}: and {self.count - MOST} more; mend the first ones and read it again")
