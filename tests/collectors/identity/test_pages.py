"""The pages of the directories say what the code does."""

from __future__ import annotations

from pathlib import Path

import pytest

from assay.collector import Collector
from collectors.ldap import COLLECTOR as LDAP
from collectors.scim import COLLECTOR as SCIM

PAGES = Path(__file__).parents[3] / "docs" / "collectors"


@pytest.mark.parametrize("collector", [LDAP, SCIM], ids=lambda collector: collector.name)
def test_every_option_is_documented(collector: Collector) -> None:
    page = (PAGES / f"{collector.name}.md").read_text("utf-8")
    told = [line.partition(" | ")[0] for line in page.splitlines() if line.startswith("| `")]
    missing = [name for name in collector.options["properties"] if not any(f"`{name}`" in cell for cell in told)]
    assert missing == []


@pytest.mark.parametrize("collector", [LDAP, SCIM], ids=lambda collector: collector.name)
def test_the_default_attributes_are_those_of_the_page(collector: Collector) -> None:
    page = (PAGES / f"{collector.name}.md").read_text("utf-8")
    module = __import__(f"collectors.{collector.name}.options", fromlist=["NUMBERS"])
    for name in (*module.NUMBERS, *module.MAILS):
        assert f"`{name}`" in page
