"""States the facts of code: what every reader of code does with what it has read."""

from __future__ import annotations

from assay.collector import Output

from .code import Code
from .kinds import builders


def kinds() -> list[str]:
    """Return the kinds that code can feed."""
    return list(dict.fromkeys(kind for builder in builders() for kind in builder.KINDS))


def state(code: Code, shown: str, out: Output) -> None:
    """Write the resources that the code declares; `shown` is how the user calls it."""
    out.read("read", shown, "ok")
    for line in code.notes:
        out.note(line)
    for builder in builders():
        builder.build(code, out)
    if not code.complete:
        for kind in kinds():
            out.incomplete(kind, "partial", shown)
