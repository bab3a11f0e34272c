"""A PDF gives paragraphs and cells as a person reads them, with their pages, and says which pages it cannot read."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import pdf_files
from support.pdf_files import Page

from collectors.contracts.extraction import extract
from collectors.contracts.text import Document, Passage, Unreadable

LEFT = [
    "1.1 The Host shall keep the data secret and",
    "shall not disclose them to anybody but those",
    "who need to know them for the work, who must",
    "be bound by a like duty of secrecy before it",
    "tells them anything at all of what it knows,",
    "and shall tell the Customer who they are.",
]
RIGHT = [
    "2.1 The Host shall tell the Customer without",
    "undue delay, in any event within twenty-four",
    "hours, of a breach of which it becomes aware",
    "and shall help the Customer to tell all that",
    "have to be told by law, at its own cost, and",
    "shall keep a record of all that it has done.",
]


def read(tmp_path: Path, *pages: Page) -> Document:
    (path,) = pdf_files.write(tmp_path, {"a.pdf": pdf_files.pdf(pages)})
    found = extract(path)
    assert isinstance(found, Document), found
    return found


def bodies(document: Document) -> list[str]:
    return [one.raw for one in document.passages if one.part in {"body", "table"}]


def test_lines_are_joined_to_paragraphs_with_their_page(tmp_path: Path) -> None:
    first = Page().text(200, 780, "Service Agreement", 16)
    first.lines(60, 740, ["1. Secrecy"]).lines(60, 720, LEFT[:3]).lines(60, 684, LEFT[3:])
    second = Page().lines(
        60, 720, ["第一条 保密义务自本合同终止之日起三年内持续有效，乙方应当", "遵守。", "第二条 本合同期限一年。"]
    )
    found = read(tmp_path, first, second)
    assert found.passages == [
        Passage("Service Agreement", "body", "page 1"),
        Passage("1. Secrecy", "body", "page 1"),
        Passage("\n".join(LEFT), "body", "page 1"),
        Passage("第一条 保密义务自本合同终止之日起三年内持续有效，乙方应当\n遵守。", "body", "page 2"),
        Passage("第二条 本合同期限一年。", "body", "page 2"),
    ]
    assert (found.pages, found.unread) == (2, [])


def test_a_hyphen_at_the_end_of_a_line_stays(tmp_path: Path) -> None:
    lines = ["The Provider grants a right to use the non-", "transferable services of the Order."]
    assert bodies(read(tmp_path, Page().lines(60, 700, lines))) == ["\n".join(lines)]


@pytest.mark.parametrize("order", ["by column", "by line"])
def test_columns_are_kept_apart_however_they_are_drawn(tmp_path: Path, order: str) -> None:
    page = Page().lines(60, 760, ["A line over both of the columns of this page, which parts nothing at all of it."])
    if order == "by column":
        page.lines(60, 700, LEFT).lines(340, 700, RIGHT)
    else:
        for at, pair in enumerate(zip(LEFT, RIGHT, strict=True)):
            page.text(60, 700 - 12 * at, pair[0]).text(340, 700 - 12 * at, pair[1])
    assert bodies(read(tmp_path, page))[1:] == ["\n".join(LEFT), "\n".join(RIGHT)]


def test_a_column_that_reaches_higher_or_lower_than_the_other_is_one(tmp_path: Path) -> None:
    page = Page().lines(60, 688, LEFT).lines(340, 700, [*RIGHT, "2.2 The end."])
    assert bodies(read(tmp_path, page)) == ["\n".join(LEFT), "\n".join(RIGHT), "2.2 The end."]


def test_a_sentence_goes_on_on_the_next_page(tmp_path: Path) -> None:
    first = Page().lines(60, 700, LEFT).lines(340, 700, RIGHT[:5])
    first.lines(60, 628, LEFT[1:3]).lines(340, 640, LEFT[3:5])
    found = read(tmp_path, first, Page().lines(60, 700, RIGHT[5:]))
    left, right = [*LEFT, *LEFT[1:3]], [*RIGHT[:5], *LEFT[3:5]]
    assert [(one.raw, one.place) for one in found.passages] == [
        ("\n".join(left), "page 1"),
        ("\n".join([*right, RIGHT[5]]), "pages 1 to 2"),
    ]


def test_a_sentence_goes_on_in_the_next_column(tmp_path: Path) -> None:
    found = read(tmp_path, Page().lines(60, 700, [*LEFT, *RIGHT[:2]]).lines(340, 700, RIGHT[2:] + LEFT))
    assert bodies(found) == ["\n".join(LEFT), "\n".join(RIGHT), "\n".join(LEFT)]


def test_a_clause_that_begins_on_the_next_page_is_not_joined(tmp_path: Path) -> None:
    found = read(tmp_path, Page().lines(60, 700, LEFT[:2]), Page().lines(60, 700, RIGHT))
    assert [one.place for one in found.passages] == ["page 1", "page 2"]


def test_cells_of_a_row_have_one_place_and_keep_their_lines(tmp_path: Path) -> None:
    page = Page().lines(60, 760, ["Annex 2 sets out the periods for which data are kept by the Host and erased."])
    page.text(60, 700, "Subject").text(200, 700, "Period")
    page.lines(60, 670, ["Return or", "deletion"]).lines(200, 670, ["within thirty days of", "the end of the term"])
    page.text(60, 630, "Audit").text(200, 630, "once a year")
    cells = [(one.raw, one.place) for one in read(tmp_path, page).passages if one.part == "table"]
    assert cells == [
        ("Subject", "page 1, row 1"),
        ("Period", "page 1, row 1"),
        ("Return or\ndeletion", "page 1, row 2"),
        ("within thirty days of\nthe end of the term", "page 1, row 2"),
        ("Audit", "page 1, row 3"),
        ("once a year", "page 1, row 3"),
    ]


def test_a_number_far_before_its_paragraph_is_no_cell(tmp_path: Path) -> None:
    page = Page()
    for at, (number, lines) in enumerate([("1.", LEFT[1:4]), ("2.", RIGHT[1:4])]):
        page.text(60, 700 - 50 * at, number).lines(90, 700 - 50 * at, lines)
    found = read(tmp_path, page)
    assert [(one.part, one.raw.split("\n")[0]) for one in found.passages] == [
        ("body", f"1. {LEFT[1]}"),
        ("body", f"2. {RIGHT[1]}"),
    ]


def test_running_titles_are_headers_and_footers_once(tmp_path: Path) -> None:
    def page(number: int) -> Page:
        return (
            Page()
            .text(60, 810, "Alpha Ltd, version of 4 April 2019")
            .text(280, 30, f"Page {number}")
            .lines(60, 700, LEFT)
        )

    found = read(tmp_path, *(page(number) for number in range(1, 4)))
    assert [(one.raw, one.part) for one in found.passages if one.part != "body"] == [
        ("Alpha Ltd, version of 4 April 2019", "header"),
        ("Page 1", "footer"),
    ]
    assert len(bodies(found)) == 3


def test_a_turned_page_is_read_as_it_is_shown(tmp_path: Path) -> None:
    page = Page(more=b"/Rotate 90")
    for at, line in enumerate(LEFT):
        code = line.encode().hex()
        page.drawn.append(f"BT /F1 10 Tf 0 1 -1 0 {100 + 12 * at} 60 Tm <{code}> Tj ET".encode())
    assert bodies(read(tmp_path, page)) == ["\n".join(LEFT)]


def test_what_was_typed_into_a_form_or_over_the_page_is_text_and_a_comment_is_not(tmp_path: Path) -> None:
    box = b"/Type /Annot /Rect [60 500 200 520]"
    typed = b"<< /Subtype /Widget /FT /Tx /T (date) /V (3 March 2026) %b >>" % box
    over = b"<< /Subtype /FreeText /Contents (two years) /DA (/F1 10 Tf) %b >>" % box
    comment = b"<< /Subtype /Text /Contents (check this) %b >>" % box
    page = Page(more=b"/Annots [%b %b %b]" % (typed, over, comment)).lines(60, 700, LEFT)
    found = read(tmp_path, page)
    assert [(one.raw, one.part) for one in found.passages[1:]] == [
        ("3 March 2026", "text_box"),
        ("two years", "text_box"),
    ]


def scan() -> Page:
    return Page().picture(0, 0, pdf_files.WIDTH, pdf_files.HEIGHT)


def test_pages_that_show_text_without_having_it_are_unread(tmp_path: Path) -> None:
    text = [*LEFT, *RIGHT]
    logo = Page().lines(60, 700, text).picture(400, 780, 100, 40)
    behind = scan().lines(60, 700, text)
    stamped = scan().text(60, 20, "Envelope 4711")
    outlined = Page().text(60, 20, "3")
    outlined.drawn += [b"1 1 m 2 2 l 3 1 l f"] * 300
    garbled = Page().text(60, 700, "".join(chr(0xE000 + at) for at in range(40)))
    found = read(tmp_path, logo, behind, Page(), scan(), stamped, outlined, garbled)
    assert found.unread == ["page 4", "page 5", "page 6", "page 7"]


def test_a_damaged_page_and_an_attachment_are_unread(tmp_path: Path) -> None:
    names = b"/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a) /EF << /F 3 0 R >> >>] >> >>"
    data = pdf_files.pdf([Page().lines(60, 700, LEFT), Page()], catalog=names).replace(
        b"[5 0 R 7 0 R]", b"[5 0 R 9 0 R]"
    )
    (path,) = pdf_files.write(tmp_path, {"a.pdf": data})
    found = extract(path)
    assert isinstance(found, Document)
    assert found.unread == ["page 2", "attachment 1"]


@pytest.mark.parametrize("pages", [[scan(), scan()], [scan().text(60, 20, "Envelope 4711"), Page()]])
def test_a_scan_has_no_text_even_where_a_stamp_was_put_on_it(tmp_path: Path, pages: list[Page]) -> None:
    (path,) = pdf_files.write(tmp_path, {"a.pdf": pdf_files.pdf(pages)})
    found = extract(path)
    assert isinstance(found, Unreadable)
    assert (found.reason, len(found.sha256)) == ("no_text", 64)


def test_a_file_that_was_cut_off_is_not_read_whole(tmp_path: Path) -> None:
    data = pdf_files.pdf([Page().lines(60, 700, LEFT)])
    (path,) = pdf_files.write(tmp_path, {"a.pdf": data[: data.index(b"startxref")]})
    found = extract(path)
    assert isinstance(found, Document)
    assert (bodies(found), found.unread) == (["\n".join(LEFT)], ["end of the file"])
