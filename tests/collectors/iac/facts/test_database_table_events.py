"""Which trails of the code record the use of a table of DynamoDB."""

from __future__ import annotations

from typing import Any

import pytest
from support.declared_backups import known_later, resource, why
from support.declared_databases import first

from collectors.iac.declared import Action, Declared
from collectors.iac.value import Unknown

ARN = "arn:aws:dynamodb:eu-central-1:210987654321:table/t"


def table(action: Action = "create", **values: Any) -> Declared:
    return resource("aws_dynamodb_table.t", action, name="t", **values)


def trail(*selectors: dict[str, Any], **values: Any) -> Declared:
    return resource("aws_cloudtrail.t", name="t", event_selector=list(selectors), **values)


def data(values: object, **others: Any) -> dict[str, Any]:
    return {"data_resource": [{"type": "AWS::DynamoDB::Table", "values": values}], **others}


def advanced(*selectors: dict[str, list[str] | dict[str, list[str]]]) -> Declared:
    made = [
        {
            "field_selector": [
                {"field": field.replace("__", "."), **(said if isinstance(said, dict) else {"equals": said})}
                for field, said in selector.items()
            ]
        }
        for selector in selectors
    ]
    return resource("aws_cloudtrail.t", name="t", advanced_event_selector=made)


EVERY = ["arn:aws:dynamodb"]
OF_TABLES: dict[str, Any] = {"eventCategory": ["Data"], "resources__type": ["AWS::DynamoDB::Table"]}
CHANGES: dict[str, Any] = {"eventCategory": ["Management"]}


@pytest.mark.parametrize("values", [EVERY, [ARN], [known_later("aws_dynamodb_table.t", "arn")], ["other", ARN]])
def test_a_trail_of_the_code_records_the_table(values: list[object]) -> None:
    found = first(table(), trail(data(values)))
    assert found["audit_scope"] == ["ddl", "dml", "select"]
    assert found["log_source_id"] == "aws:210987654321:eu-central-1:cloudtrail:trail/t"


def test_a_table_whose_arn_is_not_known_is_found_by_what_stands_for_it() -> None:
    found = first(table(), trail(data(["<aws_dynamodb_table.t.arn>"])), account=None)
    assert found["audit_enabled"] is True


@pytest.mark.parametrize(
    "declared",
    [
        trail(data([f"{ARN}2"])),
        trail(data(EVERY, read_write_type="WriteOnly")),
        trail(data(EVERY, include_management_events=False)),
        trail({"data_resource": [{"type": "AWS::S3::Object", "values": EVERY}]}),
        trail(data(Unknown())),
        trail(data(EVERY), enable_logging=False),
        trail(data(EVERY), enable_logging=Unknown()),
        resource("aws_cloudtrail.t", name="t", event_selector=Unknown()),
    ],
)
def test_a_trail_that_leaves_something_out_proves_nothing_and_others_may_record_it(declared: Declared) -> None:
    found = first(table(), declared)
    for field in ("audit_enabled", "audit_scope", "log_source_id"):
        assert why(found, field) == "not_in_source"


def test_reads_and_writes_may_be_selected_apart() -> None:
    found = first(table(), trail(data(EVERY, read_write_type="ReadOnly"), data(EVERY, read_write_type="WriteOnly")))
    assert found["audit_enabled"] is True


@pytest.mark.parametrize(
    "fields",
    [{}, {"resources__ARN": [ARN]}, {"resources__ARN": {"starts_with": ["arn:aws:dynamodb:eu-central-1:"]}}],
)
def test_advanced_selectors_record_the_table(fields: dict[str, Any]) -> None:
    assert first(table(), advanced(CHANGES, OF_TABLES | fields))["audit_enabled"] is True


@pytest.mark.parametrize(
    "selectors",
    [
        [OF_TABLES],
        [CHANGES],
        [CHANGES | {"readOnly": ["true"]}, OF_TABLES],
        [CHANGES, OF_TABLES | {"readOnly": ["true"]}],
        [CHANGES, OF_TABLES | {"eventName": ["PutItem"]}],
        [CHANGES, OF_TABLES | {"resources__ARN": {"not_starts_with": ["arn"]}}],
        [CHANGES, OF_TABLES | {"resources__ARN": [f"{ARN}2"]}],
        [CHANGES, {"eventCategory": ["Data"], "resources__type": ["AWS::S3::Object"]}],
    ],
)
def test_advanced_selectors_that_leave_something_out_prove_nothing(selectors: list[dict[str, Any]]) -> None:
    assert why(first(table(), advanced(*selectors)), "audit_enabled") == "not_in_source"


def test_reads_and_writes_may_be_selected_apart_by_advanced_selectors() -> None:
    halves = [OF_TABLES | {"readOnly": [flag]} for flag in ("true", "false")]
    assert first(table(), advanced(CHANGES | {"readOnly": ["false"]}, *halves))["audit_enabled"] is True


def test_a_trail_of_another_region_records_the_table_only_if_it_records_all_regions() -> None:
    away = Declared("aws_dynamodb_table", "aws_dynamodb_table.t", table().arguments, table().place, region="eu-west-1")
    assert why(first(away, trail(data(EVERY))), "audit_enabled") == "not_in_source"
    assert first(away, trail(data(EVERY), is_multi_region_trail=True))["audit_enabled"] is True
