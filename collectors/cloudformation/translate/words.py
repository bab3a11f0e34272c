"""Words that CloudFormation spells otherwise than Terraform."""

from __future__ import annotations

from typing import Any

from ...iac.value import Unknown
from ..references import snake


def kebab(value: Any) -> Any:
    """Return a canned access list as the API has it: `PublicRead` is `public-read`."""
    return snake(value).replace("_", "-") if isinstance(value, str) else Unknown("corrupt")


def lowered(value: Any) -> Any:
    """Return a name that the service keeps in small letters."""
    return value.lower() if isinstance(value, str) else value


def in_snake(value: Any) -> Any:
    """Return nested properties with names as Terraform writes them."""
    if isinstance(value, dict):
        return {snake(name): in_snake(item) for name, item in value.items()}
    return [in_snake(item) for item in value] if isinstance(value, list) else value


def blocks(value: Any) -> Any:
    """Return nested properties as nested blocks, with Terraform's names of what they hold."""
    if isinstance(value, dict):
        return [{_BLOCKS.get(name, snake(name)): _argument(item) for name, item in value.items()}]
    if isinstance(value, list):
        return [block for item in value for block in (blocks(item) if isinstance(item, dict) else [item])]
    return value


def _argument(value: Any) -> Any:
    return blocks(value) if isinstance(value, dict | list) else value


_BLOCKS = {
    "Rules": "rule",
    "Statements": "statement",
    "ManagedRuleGroupConfigs": "managed_rule_group_configs",
    "ExcludedRules": "excluded_rule",
    "RuleActionOverrides": "rule_action_override",
    "TextTransformations": "text_transformation",
    "FieldSelectors": "field_selector",
    "DataResources": "data_resource",
    "ARN": "arn",
}
