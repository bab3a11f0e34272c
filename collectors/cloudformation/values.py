"""Values of expressions: what they are put together from, and what of it is not known or secret."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Self

from ..iac.value import Hidden, Unknown, references_in


class _Nothing:
    """`AWS::NoValue`: as if nobody had written the property."""


NOTHING: Final = _Nothing()


class Given(str):
    """A text that stands for the value of a parameter, or holds one."""

    origin: str

    def __new__(cls, text: str, origin: str) -> Self:
        """Make the text; the origin is `default_value`, `runtime_input` or `unknown`."""
        made = super().__new__(cls, text)
        made.origin = origin
        return made


@dataclass(frozen=True)
class Asked(Unknown):
    """The value of a parameter, or one put together from it, that only a deployment gives."""

    parameter: str = ""
    """Its name, where the value is that of the parameter alone."""


@dataclass(frozen=True)
class Attribute(Unknown):
    """One attribute of a resource of the code, and nothing put together with it."""

    @property
    def token(self) -> str:
        """What stands for it inside texts, as `Declared.token` has it."""
        return f"<{self.references[0].address}.{self.references[0].attribute}>"


def origin_of(value: object) -> str:
    """Return where a value comes from, in the words of `Declared.origins`."""
    match value:
        case Hidden(origin=origin) | Given(origin=origin):
            return origin
        case Asked():
            return "runtime_input"
        case Unknown():
            return "unknown"
    return "literal"


def marked(text: str, like: object) -> str:
    """Return a text that was made of another, with the mark of where that came from."""
    return Given(text, like.origin) if isinstance(like, Given) else text


def text_of(value: object) -> str | None:
    """Return a scalar as the text that it stands for in a template; None for what is no scalar."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return value
        case int() | float():
            return str(value)
    return None


def joined(parts: Sequence[Any], delimiter: str = "") -> Any:
    """Put texts together: secret where one part is, not known where one is not."""
    secret = next((part for part in parts if isinstance(part, Hidden)), None)
    if secret is not None:
        return secret
    unknown = [part for part in parts if isinstance(part, Unknown)]
    if unknown:
        return merged(unknown)
    texts = [text_of(part) for part in parts]
    if any(text is None for text in texts):
        return Unknown("corrupt", operation="Fn::Join")
    text = delimiter.join(str(text) for text in texts)
    origins = {origin_of(part) for part in parts} - {"literal"}
    if not origins:
        return text
    return Given(text, origins.pop() if len(origins) == 1 else "unknown")


def merged(values: Sequence[Any]) -> Unknown:
    """Return one unknown value that refers to all that the values refer to."""
    references = tuple(dict.fromkeys(found for value in values for found in references_in(value)))
    first = next((value for value in values if isinstance(value, Unknown)), Unknown())
    if any(isinstance(value, Asked) for value in values):
        return Asked(first.reason, references, first.operation)
    return Unknown(first.reason, references, first.operation)


def unclear(function: str) -> Unknown:
    """Return what stands for a function whose arguments are not what it takes."""
    return Unknown("corrupt", operation=function)
