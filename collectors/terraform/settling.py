"""Settles the arguments of one resource: values, what is not known, what is secret."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ..iac import secrets
from ..iac.value import Hidden, Reference, Unknown
from . import addresses, expressions
from .blocks import BLOCKS
from .configuration import Configuration
from .configured import Resource
from .expressions import Expression
from .marks import Marks
from .mixing import Mixing
from .origins import Origins

_Path = tuple[str, ...]
_NOTHING: Mapping[str, Any] = {}
_PLANNED = frozenset({"var", "count", "path", "terraform"})


class Settling:
    """Puts together `after`, `after_unknown`, `after_sensitive` and the configuration of one resource."""

    def __init__(
        self,
        type_: str,
        module: str,
        configured: Resource | None,
        configuration: Configuration | None,
        origins: Origins,
        planned: bool,
    ) -> None:
        """`planned` says that Terraform knows the variables, as it does while it plans."""
        self.origins: dict[str, str] = {}
        self._type = type_
        self._module = module
        self._configured = configured
        self._configuration = configuration
        self._find = origins
        self._planned = planned
        self._expressions: Mapping[str, Expression] = configured.expressions if configured else _NOTHING

    def values(self, after: Mapping[str, Any], unknown: object, sensitive: object) -> dict[str, Any]:
        """Return the arguments and known attributes; what is neither set nor known is left out."""
        return self._mapping(after, Marks(unknown, sensitive), self._expressions.get, ())

    def references(self) -> dict[str, Sequence[Reference]]:
        """Return what each argument refers to, also where its value is known."""
        found = {name: self._references(expression) for name, expression in self._expressions.items()}
        return {name: references for name, references in found.items() if references}

    def _mapping(
        self, after: Mapping[str, Any], marks: Marks, expression_of: Callable[[str], Expression], path: _Path
    ) -> dict[str, Any]:
        names = dict.fromkeys([*after, *marks.unknown]) if isinstance(marks.unknown, dict) else after
        settled = {}
        for name in names:
            value = self._value(after.get(name), marks.of(name), expression_of(name), (*path, name), after)
            if value is not None:
                settled[name] = value
        return settled

    def _value(
        self, value: Any, marks: Marks, expression: Expression, path: _Path, siblings: Mapping[str, Any] = _NOTHING
    ) -> Any:
        unknown = marks.unknown is True
        if value is None and not unknown:
            return self._write_only(expression, path)
        if unknown and self._left_to_provider(expression, path):
            return None
        secrecy = secrets.secrecy(self._type, path, value, siblings)
        if secrecy == "private":
            # The provider shows a digest of some texts; the code has the text.
            secrecy = secrets.secrecy(self._type, path, expressions.constant(expression, value), siblings)
        if secrecy != "open" or marks.sensitive is True:
            return self._hide(expression, path, value, recorded=secrecy != "private" and value not in ([], {}))
        if unknown:
            return Unknown(references=self._references(expression), parts=self._parts(expression))
        if isinstance(value, dict):
            return self._mapping(value, marks, lambda name: expressions.argument(expression, name), path)
        return self._list(value, marks, expression, path) if isinstance(value, list) else value

    def _list(self, values: list[Any], marks: Marks, expression: Expression, path: _Path) -> list[Any]:
        settled = []
        for index, value in enumerate(values):
            below = (*path, str(index))
            part = expressions.block(expression, index, value, len(values))
            if isinstance(value, dict) and isinstance(expression, list) and marks.at(index).sensitive is not True:
                settled.append(
                    self._mapping(value, marks.at(index), (part if isinstance(part, dict) else _NOTHING).get, below)
                )
            else:
                settled.append(self._value(value, marks.at(index), part, below))
        return settled

    def _left_to_provider(self, expression: Expression, path: _Path) -> bool:
        """Whether something not known is an argument that nobody set, or that was set to null.

        What an expression gives that names only what is known while planning is known, unless it is null. A plan
        tells no expressions of what is written as `dynamic`: a block that is not known was written so, and what is
        not known inside one may be set.
        """
        if self._configured is None or self._configuration is None:
            return False
        if expression is not None and (not self._planned or expressions.says_nothing(expression)):
            return False
        if expression is not None:
            ends = self._configuration.ends(self._module, expression, self._configured)
            return all(addresses.head(end.text) in _PLANNED for end in ends)
        return path[0] not in BLOCKS if len(path) == 1 else path[0] in self._expressions

    def _references(self, expression: Expression) -> tuple[Reference, ...]:
        if self._configuration is None or expression is None:
            return ()
        return self._configuration.references(self._module, expression, self._configured)

    def _parts(self, expression: Expression) -> int:
        if self._configuration is None or expression is None:
            return 1
        return max(1, Mixing(self._configuration, self._find.given).parts(self._module, expression))

    def _hide(self, expression: Expression, path: _Path, value: object = None, recorded: bool = True) -> Hidden:
        """Return what stands for a secret; what no code sets, the service has made."""
        if self._configured is not None and path[0] not in self._expressions and path[0] not in BLOCKS:
            return Hidden("generated")
        found = self._find.origin(self._module, expression, self._configured)
        if found == "runtime_input" and not self._find.may_give(self._module, expression, self._configured, value):
            found = "unknown"
        if recorded:
            self.origins[".".join(path)] = found
        return Hidden(found)

    def _write_only(self, expression: Expression, path: _Path) -> Hidden | None:
        """Return what stands for an argument that Terraform sends and never tells (`password_wo`)."""
        if expression is None or not path[-1].endswith("_wo"):
            return None
        return self._hide(expression, path)
