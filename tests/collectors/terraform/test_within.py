from __future__ import annotations

import pytest

from collectors.terraform.within import holds, texts


def test_texts_are_found_at_any_depth() -> None:
    assert list(texts([{"a": "x", "b": ["", None, True]}, 5])) == ["x", "5"]


@pytest.mark.parametrize(("whole", "is_held"), [('p:a"b@', True), ('{"p":"a\\"b"}', True), ("ab", False)])
def test_a_text_is_found_as_json_writes_it(whole: str, is_held: bool) -> None:
    assert holds(whole, 'a"b') is is_held
