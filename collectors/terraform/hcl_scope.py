"""Where an expression of HCL stands, and an expression that is computed when it is needed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .hcl_nodes import Name, Node


@dataclass(frozen=True)
class Scope:
    """An instance of a module, and what names mean there."""

    module: str
    names: Mapping[str, Any] = field(default_factory=dict)
    """`each` and `count`, and what `for` and dynamic blocks bind."""


@dataclass(frozen=True)
class Later:
    """An expression that has not been computed yet, and the types that its value is converted to."""

    node: Node
    scope: Scope
    types: tuple[Node, ...] = ()


NOT_KNOWN = Later(Name(""), Scope(""))
"""A value that nobody knows before the code is deployed."""
