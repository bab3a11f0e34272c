"""The workbook of empty registers: a sheet for each kind, with lists to choose from."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping

from .fields import Field

_ROWS = 1_000
"""Rows that offer a list; below them any value may be written as well."""
_LONGEST = 255
"""Characters of a list that Excel takes."""
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\]")
"""What Excel does not take; titles of sheets are found by their letters alone."""
_YES_NO = {"en": ["yes", "no"], "zh-CN": ["是", "否"]}


def write(sheets: Mapping[str, Mapping[str, Field]], language: str) -> bytes | None:
    """Return a workbook of a sheet for each title with its headers; None without the extra [xlsx]."""
    try:
        import xlsxwriter
    except ImportError:
        return None
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        bold = book.add_format({"bold": True})
        for title, headers in sheets.items():
            sheet = book.add_worksheet(_NOT_IN_TITLES.sub("", title))
            sheet.freeze_panes(1, 0)
            for column, (header, field) in enumerate(headers.items()):
                sheet.write_string(0, column, header, bold)
                sheet.set_column(column, column, max(12, 2 * len(header)))
                offered = _offered(field, language)
                if offered:
                    # A warning, not a refusal: the words that registers take are more than fit into a list.
                    about = {"validate": "list", "source": offered, "error_type": "warning"}
                    sheet.data_validation(1, column, _ROWS, column, about)
    return out.getvalue()


def _offered(field: Field, language: str) -> list[str]:
    if field.shape == "boolean":
        return _YES_NO[language]
    choices = list(field.choices) if field.shape == "choice" else []
    return choices if len(",".join(choices)) <= _LONGEST else []
