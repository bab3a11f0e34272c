"""Computes expressions of HCL entry by entry: one thing that is not known hides nothing that stands beside it.

tfparse computes values as wholes: one null or unknown entry of a map, and nothing that repeats over it is there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from . import hcl_syntax
from .hcl_data import Absent, NotKnown
from .hcl_named import Named
from .hcl_opening import Opening
from .hcl_scope import Later, Scope
from .hcl_tokens import NotRead

_MOST_STEPS = 100_000
"""Of one expression: locals that name others twice each grow without end."""
_WRONG = (Absent, TypeError, ValueError, KeyError, IndexError, AttributeError, NotRead)
"""What comes of code that Terraform would refuse, and of what is seldom written."""


class SensitiveValue(NotKnown):
    """The value is known and not to be shown."""


class Evaluation:
    """Computes the expressions of a folder."""

    def __init__(self, named: Named, instances: Callable[[str, str], Any] | None = None) -> None:
        """`instances` returns those of a resource as a whole, by the address of its module and its own."""
        self._opening = Opening(named)
        if instances is not None:
            self._opening.instances = instances

    def value(self, source: str, scope: Scope) -> Any:
        """Return the value of an expression; raises `NotKnown`."""
        return self._computed(source, scope, self._opening.whole)

    def outline(self, source: str, scope: Scope) -> Any:
        """Return a map or list with entries that may not be known; raises `NotKnown`."""
        return self._computed(source, scope, self._opening.open)

    def _computed(self, source: str, scope: Scope, compute: Callable[[Any], Any]) -> Any:
        opening = self._opening
        before, opening.is_sensitive = opening.is_sensitive, False
        if not opening.is_begun:
            opening.steps_left = _MOST_STEPS
        try:
            found = compute(Later(hcl_syntax.parse(source), scope))
            if opening.is_sensitive:
                raise SensitiveValue
        except _WRONG:
            raise NotKnown from None
        else:
            return found
        finally:
            opening.is_sensitive |= before
