"""The page of the collector says what the collector does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from assay.collector import Collector
from collectors.postgresql import COLLECTOR
from collectors.postgresql.limits import NEVER
from collectors.postgresql.permissions import PERMISSIONS, Permission
from collectors.postgresql.register import KINDS

PAGE = (Path(__file__).parents[3] / "docs" / "collectors" / "postgresql.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("option", COLLECTOR.options["properties"])
def test_every_option_is_on_the_page(option: str) -> None:
    assert f"\n| `{option}` | " in PAGE


def test_it_is_a_collector_under_the_name_of_its_page() -> None:
    collector: Collector = COLLECTOR
    assert (collector.name, collector.basis) == ("postgresql", "observed")
    assert PAGE.startswith(f"# {collector.name}: ")


def test_the_options_are_a_schema() -> None:
    Draft7Validator.check_schema({"type": "object", **COLLECTOR.options})


@pytest.mark.parametrize("permission", PERMISSIONS, ids=lambda permission: permission.grant)
def test_every_grant_is_on_the_page_with_the_fields_that_need_it(permission: Permission) -> None:
    start, _, _ = permission.grant.partition("{")
    assert start in PAGE
    assert all(f"`{field.partition('.')[2]}`" in PAGE for field in permission.needed_for)


def test_every_field_that_stays_unread_is_on_the_page() -> None:
    told = dict(re.findall(r"^\| `(\w+)` \| (`.*`) \|$", PAGE.partition("## What always")[2], re.MULTILINE))
    assert {kind: set(re.findall(r"`(\w+)`", line)) for kind, line in told.items()} == {
        kind: set(fields) for kind, fields in NEVER.items()
    }


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_the_register_is_on_the_page(kind: str) -> None:
    assert f"`{kind}`" in PAGE.partition("## Register")[2].partition("## Sampling")[0]
