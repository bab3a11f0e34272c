"""Documents that are broken somewhere: something else in the place of a part, a part left out, a part elsewhere."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import strategies as st

#: What stands in a place where something else is expected.
STRANGE: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 10**30, 1.5, "", "x", "*", "${", "<a.b>", "arn:aws:s3:::x"),
    *([], {}, [None], [[]], [{}], ["x"], {"a": 1}),
    *({"references": ["aws_x.y"]}, {"Ref": "x"}, {"Fn::Sub": "${a.b}"}, {"Fn::If": ["a", 1, 2]}),
    *({"Statement": 1}, '{"Statement": [{"Effect": "Allow"}]}', "ünï"),
)
_Place = tuple[Any, ...]


def places(value: Any, path: _Place = ()) -> list[_Place]:
    """Return the places of all parts of a document."""
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, item in below for place in places(item, (*path, key)))]


def at(value: Any, place: _Place) -> Any:
    """Return one part of a document."""
    for key in place:
        value = value[key]
    return value


@st.composite
def mutants(draw: st.DrawFn, document: Any) -> Any:
    """Return a document with one to three parts that are not as they should be."""
    found = copy.deepcopy(document)
    known = [place for place in places(document) if place]
    for place in draw(st.lists(st.sampled_from(known), min_size=1, max_size=3)):
        try:
            around = at(found, place[:-1])
            if draw(st.booleans()):
                around[place[-1]] = copy.deepcopy(draw(st.sampled_from(STRANGE)))
            elif draw(st.booleans()):
                around[place[-1]] = copy.deepcopy(at(document, draw(st.sampled_from(known))))
            else:
                del around[place[-1]]
        except (KeyError, IndexError, TypeError):
            continue  # what was there is gone by what was done before
    return found


@st.composite
def torn(draw: st.DrawFn, text: str) -> str:
    """Return a text of which a part is left out, doubled, or replaced by a mark that means something."""
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, min(len(text), start + 60)))
    mark = draw(st.sampled_from(["", "{", "}", '"', "[", "]", "${", "<<EOT\n", "\n", "= =", "dynamic", "null", "\x00"]))
    return text[:start] + mark + text[end:] + draw(st.sampled_from(["", text[start:end]]))
