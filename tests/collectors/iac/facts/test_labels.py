"""Tags of declared resources."""

from __future__ import annotations

from typing import Any

import pytest
from support.declared_backups import why
from support.declared_databases import first, instance

from collectors.iac.value import Unknown


def test_tags_of_the_provider_are_tags_of_the_resource() -> None:
    found = first(instance(tags={"a": "1"}, tags_all={"a": "1", "data_level": "sensitive"}))
    assert found["tags"] == {"a": "1", "data_level": "sensitive"}


def test_a_resource_without_tags_has_none() -> None:
    assert first(instance())["tags"] == {}


@pytest.mark.parametrize("values", [{"tags": {"a": "1", "b": Unknown()}}, {"tags": Unknown()}, {"tags_all": Unknown()}])
def test_one_tag_that_is_not_known_hides_them_all(values: dict[str, Any]) -> None:
    found = first(instance(**values))
    assert why(found, "tags") == "known_after_apply"
    assert "env" not in found


@pytest.mark.parametrize(
    ("tags", "env"),
    [
        ({"env": "prod"}, "prod"),
        ({"Environment": "Production"}, "prod"),
        ({"environment": "non-prod"}, "nonprod"),
        ({"ENV": "staging"}, "nonprod"),
        ({"环境": "测试"}, "nonprod"),
        ({"env": "DR"}, "dr"),
        ({"env": "blue"}, "unknown"),
        ({"env": "dev", "environment": "prod"}, "unknown"),
    ],
)
def test_a_tag_names_the_environment(tags: dict[str, str], env: str) -> None:
    assert first(instance(tags=tags))["env"] == env


def test_without_such_a_tag_the_environment_is_not_stated() -> None:
    assert "env" not in first(instance(tags={"team": "prod"}))
