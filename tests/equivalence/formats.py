"""The formats in which an estate can be written and judged."""

from __future__ import annotations

import tempfile
from pathlib import Path

from . import judged
from .cloudformation import writing as cloudformation
from .judged import Verdicts
from .model import Estate
from .terraform import hcl, plan
from .terraform.terms import Style
from .terraform.writing import written

PLAN, HCL, TEMPLATE, LIVE = "plan", "hcl", "template", "live"


def by_plan(estate: Estate, style: Style) -> Verdicts:
    """Judge the plan of an estate."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.json"
        plan.write(written(estate, style), path)
        return judged.gate(path)


def by_hcl(estate: Estate, style: Style) -> Verdicts:
    """Judge the HCL of an estate."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "code"
        hcl.write(written(estate, style), path)
        return judged.gate(path)


def by_template(estate: Estate, ending: str) -> Verdicts:
    """Judge the template of an estate: `json`, `yaml` or `yml` (with short forms)."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"template.{ending}"
        cloudformation.write(estate, path)
        return judged.gate(path)
