"""The documents of the collectors say what the code does."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.tables import schemas
from tools import register_columns

from assay.collector import Collector
from collectors.hr_roster import COLLECTOR as ROSTER
from collectors.register import COLLECTOR as REGISTER

PAGES = Path(__file__).parents[3] / "docs" / "collectors"


def test_the_page_of_columns_is_current() -> None:
    written = register_columns.PAGE.read_text("utf-8")
    assert written == register_columns.render(schemas()), "run python tests/tools/register_columns.py"


@pytest.mark.parametrize("collector", [REGISTER, ROSTER], ids=lambda collector: collector.name)
def test_every_option_is_documented(collector: Collector) -> None:
    page = (PAGES / f"{collector.name}.md").read_text("utf-8")
    missing = [name for name in collector.options if name != "required" and f"| `{name}` |" not in page]
    assert missing == []
