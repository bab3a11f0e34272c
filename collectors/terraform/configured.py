"""What code says, before anything is computed: modules with the expressions of their resources, calls and outputs."""

from __future__ import annotations

from typing import Any

import msgspec

from .expressions import Expression


class Resource(msgspec.Struct):
    """A resource or data source as it is written, once for all its instances."""

    address: str
    """`type.name` or `data.type.name`, without the module."""
    expressions: dict[str, Expression] = {}
    for_each_expression: Expression = None
    provider_config_key: str = ""
    repetition: Expression = None
    """Its count or for_each, in code."""


class Output(msgspec.Struct):
    """A value that a module hands out."""

    expression: Expression = None


class Variable(msgspec.Struct):
    """A variable of a module."""

    default: Any = None
    sensitive: bool = False
    assigned: bool = False
    """Whether a file beside the code gives it a value (`terraform.tfvars`)."""
    optional: bool = False
    """Whether the code gives it a value, which may be null; a plan does not tell."""


class Module(msgspec.Struct):
    """A module as it is written."""

    resources: list[Resource] = []
    module_calls: dict[str, Call] = {}
    outputs: dict[str, Output] = {}
    variables: dict[str, Variable] = {}
    locals: dict[str, Expression] = {}
    """A plan does not tell them."""


class Call(msgspec.Struct):
    """A call of a module."""

    module: Module = msgspec.field(default_factory=Module)
    expressions: dict[str, Expression] = {}
    for_each_expression: Expression = None
    repetition: Expression = None


class Provider(msgspec.Struct):
    """The configuration of a provider."""

    expressions: dict[str, Expression] = {}


class Root(msgspec.Struct):
    """All of it."""

    root_module: Module = msgspec.field(default_factory=Module)
    provider_config: dict[str, Provider] = {}
