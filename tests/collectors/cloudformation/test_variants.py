from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from support.output import MemoryOutput

from assay.collector import Resource
from collectors.cloudformation import variants
from collectors.cloudformation.recorded import Recorded

_YES, _NO = {"IsProd": True, "IsBig": True}, {"IsProd": False, "IsBig": True}
_PLACE = {"path": "t.yaml", "line": 3, "address": "Docs"}


def _bucket(id: str, **facts: Any) -> tuple[str, Resource]:
    return "storage_bucket", Resource(id, id, dict(facts), location=_PLACE)


def _key(id: str, **facts: Any) -> tuple[str, Resource]:
    return "encryption_key", Resource(id, id, dict(facts), location=_PLACE)


def _written(*parts: tuple[Mapping[str, bool], list[tuple[str, Resource]]]) -> MemoryOutput:
    recorded = []
    for scenario, resources in parts:
        part = Recorded()
        part.read("read", "t.yaml", "ok")
        part.note("a line")
        for kind, resource in resources:
            part.resource(kind, resource)
        recorded.append((scenario, part))
    out = MemoryOutput()
    variants.write(recorded, out)
    return out


def test_what_all_scenarios_agree_on_is_written_once() -> None:
    out = _written((_YES, [_bucket("cfn:Docs")]), (_NO, [_bucket("cfn:Docs")]))
    assert list(out.records["storage_bucket"]) == ["cfn:Docs"]
    assert len(out.ledger) == len(out.notes) == 1


def test_what_differs_is_written_once_for_each_variant_with_its_conditions() -> None:
    out = _written(
        (_YES, [_bucket("cfn:Docs", versioning="enabled"), _bucket("cfn:Same")]),
        (_NO, [_bucket("cfn:Docs", versioning="disabled"), _bucket("cfn:Same")]),
    )
    assert sorted(out.records["storage_bucket"]) == ["cfn:Docs[IsProd=false]", "cfn:Docs[IsProd=true]", "cfn:Same"]
    variant = out.one("storage_bucket", "cfn:Docs[IsProd=false]")
    assert (variant["versioning"], variant["aliases"], variant["place"]) == ("disabled", ["cfn:Docs"], _PLACE)


def test_a_resource_that_exists_in_some_scenarios_only_keeps_its_id() -> None:
    out = _written((_YES, [_bucket("cfn:Docs")]), (_NO, []))
    assert list(out.records["storage_bucket"]) == ["cfn:Docs"]


def test_a_variant_names_the_variant_of_the_same_scenario() -> None:
    out = _written(
        (_YES, [_bucket("cfn:Docs", kms_key_id="cfn:Key"), _key("cfn:Key", state="enabled")]),
        (_NO, [_bucket("cfn:Docs", kms_key_id="cfn:Key"), _key("cfn:Key", state="disabled")]),
    )
    assert out.one("encryption_key", "cfn:Key[IsProd=false]")["state"] == "disabled"
    assert out.one("storage_bucket", "cfn:Docs[IsProd=false]")["kms_key_id"] == "cfn:Key[IsProd=false]"
    assert out.one("storage_bucket", "cfn:Docs[IsProd=true]")["kms_key_id"] == "cfn:Key[IsProd=true]"


def test_only_the_conditions_that_tell_variants_apart_are_named() -> None:
    small = {"IsProd": True, "IsBig": False}
    out = _written(
        (_YES, [_bucket("cfn:Docs", versioning="enabled")]),
        (small, [_bucket("cfn:Docs", versioning="enabled")]),
        (_NO, [_bucket("cfn:Docs", versioning="disabled")]),
    )
    assert sorted(out.records["storage_bucket"]) == ["cfn:Docs[IsProd=false]", "cfn:Docs[IsProd=true]"]


def test_what_may_be_missing_in_one_scenario_may_be_missing() -> None:
    first, second = Recorded(), Recorded()
    second.incomplete("storage_bucket", "partial", "t.yaml")
    out = MemoryOutput()
    variants.write([(_YES, first), (_NO, second)], out)
    assert out.incomplete_kinds == {"storage_bucket": ("partial", "t.yaml")}
