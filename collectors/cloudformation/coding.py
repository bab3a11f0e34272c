"""Turns a template into code, once for each scenario."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..iac.block import Block
from ..iac.code import Code
from ..iac.declared import Declared
from .evaluation import Budget
from .inputs import Inputs
from .nesting import Nested
from .opening import opened
from .scenarios import Scenario
from .stack import Stack
from .template import Template
from .values import Given


@dataclass(frozen=True)
class Deployment:
    """What the user says of a deployment."""

    parameters: Mapping[str, Any] = field(default_factory=dict)
    account: str | None = None
    region: str | None = None


def codes(template: Template, deployment: Deployment, prefix: str = "cfn") -> list[tuple[Scenario, Code]]:
    """Return each scenario of a template with its code; raises `TemplateFailed`."""
    account, region = deployment.account, deployment.region
    given = {name: Given(str(value), "runtime_input") for name, value in deployment.parameters.items()}
    inputs = Inputs(template, given, account, region)
    budget = Budget(template)
    found = opened(template, inputs, budget)
    nested = Nested(account, region, budget)
    stacks = [Stack(found.template, inputs, scenario, budget, nested.stack) for scenario in found.scenarios]
    declared = [[_identity(template, account), *stack.declared()] for stack in stacks]
    gaps = [*found.gaps, *nested.gaps]
    notes = [*gaps, *found.notes, *nested.notes, *_defaults(template, inputs)]
    return [
        (scenario, Code(resources, account, region, complete=not gaps, notes=notes, prefix=prefix))
        for scenario, resources in zip(found.scenarios, declared, strict=True)
    ]


def _identity(template: Template, account: str | None) -> Declared:
    """Return what stands for the account that the template is deployed to, as in Terraform."""
    address = "data.aws_caller_identity.current"
    known = {"account_id": account} if account else {}
    return Declared(
        "data.aws_caller_identity", address, Block(known), {"path": template.path, "address": "AWS::AccountId"}, "read"
    )


def _defaults(template: Template, inputs: Inputs) -> list[str]:
    taken = inputs.defaulted
    if not taken:
        return []
    return [f"{template.path}: judged with the defaults of its parameters ({', '.join(sorted(taken))})"]
