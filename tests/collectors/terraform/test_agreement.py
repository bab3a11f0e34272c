"""The sample estates, where they lie beside the checkout: their plans and their HCL say the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from collectors.iac.code import Code
from collectors.iac.declared import Declared
from collectors.iac.provider_defaults import with_defaults
from collectors.iac.value import Unknown
from collectors.terraform import hcl, plan

ESTATES = sorted((Path(__file__).parents[4] / "shared" / "data" / "iac" / "estates").glob("*"))

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not ESTATES, reason="the sample estates do not lie beside the checkout"),
]


@pytest.fixture(scope="module", params=ESTATES, ids=lambda path: path.name)
def estate(request: pytest.FixtureRequest) -> tuple[Code, Code]:
    return plan.read(request.param / "plan.json", "plan.json"), hcl.read(request.param, ".")


def pairs(estate: tuple[Code, Code]) -> list[tuple[Declared, Declared]]:
    planned, written = estate
    by_address = {resource.address: resource for resource in written.resources}
    return [(resource, by_address[resource.address]) for resource in planned.resources]


def plain(value: Any) -> Any:
    """Return a value without what is empty, with policies as what they mean."""
    if isinstance(value, str) and value.startswith("{"):
        return plain(json.loads(value))
    if value in ({"AWS": ["*"]}, {"AWS": "*"}):
        return "*"
    if isinstance(value, dict):
        items = {name: plain(item) for name, item in value.items()}
        return {name: item for name, item in items.items() if item not in (None, "", [], {})}
    if isinstance(value, list):
        parts = [plain(item) for item in value]
        return parts[0] if len(parts) == 1 and not isinstance(parts[0], dict) else parts
    return value


def same(planned: Any, written: Any) -> bool:
    """Whether one does not say otherwise than the other.

    HCL knows more of the names of buckets, and nothing of the ids of blocks.
    """
    planned, written = plain(planned), plain(written)
    if isinstance(planned, Unknown):
        return True
    if isinstance(planned, dict) and isinstance(written, dict):
        return all(same(planned[name], item) for name, item in written.items() if name in planned and name != "id")
    if isinstance(planned, list) and isinstance(written, list):
        return len(planned) == len(written) and all(any(same(p, w) for p in planned) for w in written)
    return bool(planned == written)


def test_both_declare_the_same_resources(estate: tuple[Code, Code]) -> None:
    planned, written = ({resource.address for resource in code.resources} for code in estate)
    assert planned == written
    assert [code.region for code in estate] == [estate[0].region] * 2


def test_no_argument_differs(estate: tuple[Code, Code]) -> None:
    different = [
        (planned.address, name, planned.values[name], value)
        for planned, written in pairs(estate)
        for name, value in written.values.items()
        if name in planned.values and not same(planned.values[name], value)
    ]
    assert different == []


def test_every_default_of_the_provider_is_that_of_the_plan(estate: tuple[Code, Code]) -> None:
    different = [
        (planned.address, name)
        for planned, written in pairs(estate)
        for name, value in with_defaults(planned.type, {}).items()
        if name not in written.references and planned.values.get(name, value) != written.values[name]
    ]
    assert different == []


def test_the_origins_of_secrets_are_the_same(estate: tuple[Code, Code]) -> None:
    assert all(planned.origins == written.origins for planned, written in pairs(estate))
