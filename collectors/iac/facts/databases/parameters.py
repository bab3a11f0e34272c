"""What parameter groups and option groups set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...block import Block
from ...code import Code
from ...declared import Declared
from ...value import Unknown

Value = str | Unknown


@dataclass(frozen=True)
class Parameters:
    """The settings of a group by name, in lower case; a group that the code does not hold is not known at all."""

    values: Mapping[str, Value] = field(default_factory=dict)
    others: Unknown | None = None
    """Why a setting that is not in `values` may be set nevertheless; None where the group was read wholly."""

    def get(self, name: str) -> Value | None:
        """Return a value; None where the group leaves the service's default."""
        return self.values.get(name, self.others)

    def over(self, below: Parameters) -> Parameters:
        """Return these over the settings of a wider group: those of an instance over those of its cluster."""
        return self if self.others else Parameters({**below.values, **self.values}, below.others)


def group_of(code: Code, declared: Declared, argument: str, type_: str) -> Declared | Unknown:
    """Return the group that an argument names."""
    if declared.values.get(argument) is None:
        return Unknown("not_in_source", operation=f"{argument}: the default group of the service")
    found = code.targets(declared, argument, type_)
    if isinstance(found, Unknown):
        return found
    if len(found) == 1:
        return found[0]
    return Unknown("not_in_source", operation=f"{argument}: the code does not hold the group")


def parameters_of(code: Code, declared: Declared, argument: str, type_: str) -> Parameters:
    """Return what the parameter group of a database sets."""
    group = group_of(code, declared, argument, type_)
    return Parameters(others=group) if isinstance(group, Unknown) else settings(group.arguments, "parameter")


def settings(block: Block, name: str, key: str = "name", content: str = "value") -> Parameters:
    """Return pairs of name and value that nested blocks hold."""
    blocks = block.blocks(name)
    if isinstance(blocks, Unknown):
        return Parameters(others=blocks)
    values: dict[str, Value] = {}
    others = None
    for pair in blocks:
        setting, value = pair.text(key), pair.text(content)
        if isinstance(setting, str) and value is not None:
            values[setting.lower()] = value
        elif isinstance(setting, Unknown):
            others = setting
    return Parameters(values, others)
