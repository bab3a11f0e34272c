"""The collector as the engine sees it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from assay.collector import CollectorFailed, Output, Probe, Source

from ..iac import stating
from ..iac.code import Code
from . import plan


class Terraform:
    """Reads a plan, or a folder of HCL where there is no plan yet."""

    name = "terraform"
    basis = "declared"
    permissions: Sequence[str] = ()
    options: Mapping[str, Any] = {
        "path": {"type": "string", "minLength": 1, "description": "a plan as JSON, or a folder of *.tf"},
        "account": {
            "type": "string",
            "pattern": "^[0-9]{12}$",
            "description": "account that the code will be applied to; default: as far as the code tells it",
        },
        "shown": {"type": "string", "minLength": 1, "description": "what the path is called in reports"},
        "within": {"type": "string", "description": "tells its addresses apart from those of other code"},
        "required": ["path"],
    }

    def kinds(self, source: Source) -> Sequence[str]:
        """Return the kinds that code can feed."""
        return stating.kinds()

    def collect(self, source: Source, out: Output) -> None:
        """Write what the code declares; raises `CollectorFailed` where it cannot be read."""
        code = _read(source)
        if "within" in source.options:
            code.prefix = f"{code.prefix}:{source.options['within']}"
        stating.state(code, _shown(source), out)

    def probe(self, source: Source) -> Iterable[Probe]:
        """Try to read the code."""
        what = f"read {_shown(source)}"
        try:
            code = _read(source)
        except CollectorFailed as failed:
            return [Probe(what, "failed", str(failed))]
        return [Probe(what, "ok"), *(Probe(what, "failed", note) for note in code.notes)]


def _read(source: Source) -> Code:
    path, account = source.path(), source.options.get("account")
    if path.is_dir():
        # Its sandbox is not needed for a plan.
        from . import hcl

        return hcl.read(path, _shown(source), account)
    return plan.read(path, _shown(source), account)


def _shown(source: Source) -> str:
    return str(source.options.get("shown", source.options["path"]))
