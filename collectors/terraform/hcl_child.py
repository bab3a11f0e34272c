"""Computes the values of a folder of HCL with tfparse, in the child process that `hcl` starts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assay.sandbox import SandboxFailed


def read(folder: str, assigned: Sequence[str]) -> list[dict[str, Any]]:
    """Return the blocks of all modules, as tfparse computes them; nothing is loaded from elsewhere.

    `assigned` are the files that give variables their values.
    """
    import tfparse

    try:
        found = tfparse.load_from_path(folder, stop_on_hcl_error=True, vars_paths=list(assigned))
    except tfparse.ParseError as error:
        raise SandboxFailed("corrupt", str(error).partition(": ")[2].partition("\n")[0]) from None
    return list(_blocks(found))


def _blocks(found: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for type_, blocks in found.items():
        for block in blocks if isinstance(blocks, list) else [blocks]:
            about = block.get("__tfmeta", {}) if isinstance(block, dict) else {}
            if "path" in about and (type_ == "provider" or about.get("type") in ("resource", "data")):
                yield block
