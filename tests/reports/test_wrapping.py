import pytest

from reports.terminal.wrapping import wrap


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("one two three four", ["one two", "three four"]),
        ("exactly ten", ["exactly", "ten"]),
        ("a\n\nb", ["a", "", "b"]),
        ("aws:s3:bucket/x", ["aws:s3:buc", "ket/x"]),
        ("see aws:s3:bucket/x", ["see", "aws:s3:buc", "ket/x"]),
        ("未开启默认加密", ["未开启默认", "加密"]),
        ("未开启默认，加密", ["未开启默", "认，加密"]),
        ("未开启默（认）加", ["未开启默", "（认）加"]),
        ("为 sse_s3；此处", ["为", "sse_s3；此", "处"]),
    ],
)
def test_lines_break_where_a_reader_expects_it(text: str, lines: list[str]) -> None:
    assert wrap(text, 10) == lines
