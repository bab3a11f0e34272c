"""Refuses values of parameters that no deployment would take, so that a slip of the pen changes no verdict unseen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from assay.collector import CollectorFailed

from .template import Template
from .values import text_of


def refuse(templates: Sequence[Template], given: Mapping[str, Any]) -> None:
    """Raise `CollectorFailed` for a name that none of the templates declares, or a value that one does not allow."""
    declared = [template.section("Parameters") for template in templates]
    names = sorted({name for section in declared for name in section})
    for name in given:
        if name not in names:
            close = get_close_matches(name, names, 1)
            hint = f"; did you mean {close[0]!r}?" if close else ""
            raise CollectorFailed("corrupt", f"no template declares a parameter {name!r}{hint}")
    for template, section in zip(templates, declared, strict=True):
        _refuse_values(template, section, given)


def _refuse_values(template: Template, section: Mapping[str, Any], given: Mapping[str, Any]) -> None:
    for name, value in given.items():
        entry = section.get(name)
        allowed = entry.get("AllowedValues") if isinstance(entry, dict) else None
        is_list = isinstance(entry, dict) and "List" in str(entry.get("Type", ""))
        if isinstance(allowed, list) and not is_list and text_of(value) not in [text_of(item) for item in allowed]:
            raise CollectorFailed("corrupt", f"{template.path}: parameter {name!r} has a value that it does not allow")
