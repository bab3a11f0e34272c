from reports.bar import SMALLEST, WIDTH, Part, bar


def test_the_parts_fill_the_bar_in_order() -> None:
    assert bar({"fail": 1, "unknown": 0, "pass": 3}) == [Part("fail", 0, 250), Part("pass", 250, 750)]


def test_one_in_a_million_can_be_seen() -> None:
    few, many = bar({"fail": 1, "pass": 1_000_000})
    assert (few.width, many.start + many.width) == (SMALLEST, WIDTH)


def test_nothing_is_no_bar() -> None:
    assert bar({"fail": 0, "pass": 0}) == []
