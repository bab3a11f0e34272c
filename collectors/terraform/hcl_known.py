"""Tells which expressions of HCL can be computed from the code alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from . import addresses
from .configuration import Configuration, End
from .configured import Call, Resource, Variable
from .expressions import Expression, is_leaf, references_of

#: What a bucket is called is its id too, and makes its ARN.
_OF_A_NAME = {"aws_s3_bucket": {"id": "bucket", "arn": "bucket"}}
_CONSTANT = frozenset({"path", "terraform", "count"})
_User = Resource | Call | None


class Known:
    """Follows expressions to what they depend on; what depends on one thing that is not known is not known."""

    def __init__(self, configuration: Configuration) -> None:
        self._configuration = configuration
        self._ends: dict[End, bool] = {}

    def is_known(self, module: str, expression: Expression, user: _User) -> bool:
        """Whether the value of an expression can be computed."""
        if _is_of_an_instance(expression) and not self.is_counted(module, user):
            return False
        return all(self._is_known(end) for end in self._configuration.ends(module, expression, user))

    def within(self, module: str, user: _User) -> Callable[[Expression], bool]:
        """Return `is_known` for the expressions of one resource."""
        return lambda expression: self.is_known(module, expression, user)

    def sensitive(self, module: str, expression: Expression) -> object:
        """Return which expressions name a variable that is declared sensitive, as a plan marks their values."""
        if isinstance(expression, list):
            return [self.sensitive(module, item) for item in expression]
        if isinstance(expression, Mapping) and not is_leaf(expression):
            return {name: self.sensitive(module, item) for name, item in expression.items()}
        return any(map(self._is_sensitive, self._configuration.ends(module, expression)))

    def is_counted(self, module: str, user: _User, seen: tuple[str, ...] = ()) -> bool:
        """Whether it can be computed how many there are of a resource or module; `seen` are addresses on the way."""
        if user is None or user.repetition is None:
            return True
        ends = self._configuration.ends(module, user.repetition, None)
        return all(self._is_known(end) or self._is_chained(end, seen) for end in ends)

    def is_made(self, module: str) -> bool:
        """Whether it can be computed how many there are of a module, and of those around it."""
        parent, step = addresses.split(module)
        return not step or (self.is_counted(parent, self._configuration.call(module)) and self.is_made(parent))

    def _is_chained(self, end: End, seen: tuple[str, ...]) -> bool:
        """Whether it is a resource as a whole, of which there are as many as of another."""
        resource = self._configuration.resource(end.module, end.text)
        if resource is None or end.text in seen:
            return False
        return self.is_counted(end.module, resource, (*seen, end.text))

    def _is_known(self, end: End) -> bool:
        if end not in self._ends:
            # A circle is none in the code of anybody who could apply it.
            self._ends[end] = False
            self._ends[end] = self._of(end)
        return self._ends[end]

    def _of(self, end: End) -> bool:
        head = addresses.head(end.text)
        if head in _CONSTANT:
            return True
        names = addresses.names(end.text)
        if head == "var":
            declared = self._configuration.module(end.module).variables.get(addresses.name(end.text, 1), Variable())
            return declared.optional or declared.assigned
        return head not in ("local", "module", "each", "self", "ephemeral") and self._attribute(end, names)

    def _is_sensitive(self, end: End) -> bool:
        variables = self._configuration.module(end.module).variables
        return addresses.head(end.text) == "var" and variables.get(addresses.name(end.text, 1), Variable()).sensitive

    def _is_elsewhere(self) -> bool:
        """Whether ARNs may begin with another partition than the one that tfparse takes."""
        providers = self._configuration.providers.values()
        regions = [provider.expressions.get("region", {}).get("constant_value", "") for provider in providers]
        return any(str(region).startswith(("cn-", "us-gov-")) for region in regions)

    def _attribute(self, end: End, names: list[str]) -> bool:
        """Whether it is an argument of a resource, and is known itself."""
        size = 3 if names[0] == "data" else 2
        resource = self._configuration.resource(end.module, ".".join(names[:size]))
        if resource is None or len(names) != size + 1:
            return False
        argument = _OF_A_NAME.get(names[0], {}).get(names[size], names[size])
        if names[size] == "arn" and self._is_elsewhere():
            return False
        expression = resource.expressions.get(argument)
        return (
            expression is not None
            and not isinstance(expression, list)
            and self.is_known(end.module, expression, resource)
        )


def _is_of_an_instance(expression: Expression) -> bool:
    return any(addresses.head(text) in ("each", "count") for text in references_of(expression))
