"""A DOCX gives the text that Word shows once every tracked change is accepted, in the order of reading."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import docx_files as docx
from support.docx_files import p, r

from collectors.contracts.extraction import extract
from collectors.contracts.text import Document, Passage


def read(tmp_path: Path, body: str, space: str = docx.W, relations: str = "", **parts: str) -> Document:
    path = docx.write(tmp_path / "a.docx", docx.parts(body, space, relations, **parts))
    found = extract(path)
    assert isinstance(found, Document), found
    return found


def texts(document: Document) -> list[str]:
    return [passage.raw for passage in document.passages]


def places(document: Document) -> list[tuple[str, str, str]]:
    return [(one.raw, one.part, one.place) for one in document.passages]


def test_paragraphs_tables_headers_and_footers_come_in_the_order_of_reading(tmp_path: Path) -> None:
    sections = '<w:sectPr><w:footerReference r:id="rId_footer1"/><w:headerReference r:id="rId_header1"/></w:sectPr>'
    body = p("one") + docx.table(("a", "b"), ("c", "d")) + p("two") + docx.table(("e",)) + sections
    found = read(tmp_path, body, header1=p("head") + docx.table(("side",)), footer1=p("foot"))
    assert places(found) == [
        ("head", "header", "header"),
        ("side", "header", "header"),
        ("one", "body", "paragraph 1"),
        ("a", "table", "table 1, row 1"),
        ("b", "table", "table 1, row 1"),
        ("c", "table", "table 1, row 2"),
        ("d", "table", "table 1, row 2"),
        ("two", "body", "paragraph 6"),
        ("e", "table", "table 2, row 1"),
        ("foot", "footer", "footer"),
    ]
    assert (found.pages, found.unread) == (None, [])


def test_a_header_that_nothing_refers_to_is_not_shown(tmp_path: Path) -> None:
    assert texts(read(tmp_path, p("one"), header1=p("head"))) == ["one"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p(r("within ") + f"<w:del>{r('72')}</w:del><w:ins>{r('24')}</w:ins>" + r(" hours")), ["within 24 hours"]),
        (p(f"<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>{r('kept')}"), ["kept"]),
        (p(f"<w:moveFrom>{r('old')}</w:moveFrom>{r('x')}") + p(f"<w:moveTo>{r('new')}</w:moveTo>"), ["x", "new"]),
        (p(f"<w:ins><w:del>{r('never')}</w:del>{r('yes')}</w:ins>"), ["yes"]),
        (p("first ", "<w:rPr><w:del/></w:rPr>") + p("second") + p("third"), ["first second", "third"]),
        (docx.table(("a",), ("b",)).replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1), ["b"]),
        (docx.table(("a", "b")).replace("<w:tc>", "<w:tc><w:tcPr><w:cellDel/></w:tcPr>", 1), ["b"]),
    ],
    ids=["replaced", "deleted", "moved", "deleted again", "paragraphs joined", "row", "cell"],
)
def test_tracked_changes_are_accepted(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert texts(read(tmp_path, body)) == expected


def code(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def test_of_a_field_the_result_counts_and_not_its_code(tmp_path: Path) -> None:
    instruction = f"<w:r><w:instrText>REF x</w:instrText></w:r>{r('inner code')}"
    field = code("begin") + instruction + code("separate") + r("7.2") + code("end")
    link = f'<w:hyperlink r:id="rId9">{r("the annex")}</w:hyperlink>'
    simple = f'<w:fldSimple w:instr="DATE">{r("1 May 2026")}</w:fldSimple>'
    body = p(r("see ") + field + r(" and ") + link + r(" of ") + simple)
    assert texts(read(tmp_path, body)) == ["see 7.2 and the annex of 1 May 2026"]


def test_a_field_without_an_end_swallows_no_further_paragraph(tmp_path: Path) -> None:
    body = p(r("a") + code("begin") + r("code")) + p("b") + p(code("begin") + code("separate") + r("c")) + p("d")
    assert texts(read(tmp_path, body)) == ["a", "b", "c", "d"]


def test_notes_stand_where_they_are_referred_to(tmp_path: Path) -> None:
    notes = f'<w:footnote w:id="1">{p("within 24 hours")}</w:footnote><w:footnote w:id="2">{p("unused")}</w:footnote>'
    ends = f'<w:endnote w:id="1">{p("at the end")}</w:endnote>'
    first, second = (f'<w:r><w:footnoteReference w:id="{id}"/></w:r>' for id in (1, 2))
    end = '<w:r><w:endnoteReference w:id="1"/></w:r>'
    body = p(r("notify") + first) + p(f"{r('x')}<w:del>{second}</w:del>{end}") + p("y")
    assert places(read(tmp_path, body, footnotes=notes, endnotes=ends)) == [
        ("notify", "body", "paragraph 1"),
        ("within 24 hours", "footnote", "footnote 1"),
        ("x", "body", "paragraph 2"),
        ("at the end", "footnote", "endnote 1"),
        ("y", "body", "paragraph 3"),
    ]


def test_a_text_box_is_read_once_although_it_is_written_twice(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{p('term: one year')}</w:txbxContent>"
    spellings = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>{box}</wps:txbx></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    body = p(r("before") + f"<w:r>{spellings}</w:r>") + p("after")
    assert places(read(tmp_path, body)) == [
        ("before", "body", "paragraph 1"),
        ("term: one year", "text_box", "text box 1"),
        ("after", "body", "paragraph 3"),
    ]


def test_hidden_and_struck_out_text_is_no_part_of_the_contract(tmp_path: Path) -> None:
    styles = (
        '<w:style w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="Child"><w:basedOn w:val="Secret"/></w:style>'
        '<w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
    )
    runs = [
        r("a", "<w:vanish/>"),
        r("b", "<w:strike/>"),
        r("c", '<w:rStyle w:val="Child"/>'),
        r("d", '<w:rStyle w:val="Child"/><w:vanish w:val="0"/>'),
        r("e", '<w:strike w:val="false"/><w:rStyle w:val="Loop"/>'),
    ]
    body = p("".join(runs)) + p(r("f"), '<w:pStyle w:val="Secret"/>') + p("g")
    assert texts(read(tmp_path, body, styles=styles)) == ["de", "g"]


def test_characters_that_are_elements_are_text(tmp_path: Path) -> None:
    runs = (
        '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:sym w:font="Wingdings" w:char="F0FE"/><w:noBreakHyphen/></w:r>'
    )
    ruby = f"<w:ruby><w:rt>{r('small')}</w:rt><w:rubyBase>{r('字')}</w:rubyBase></w:ruby>"
    wrapped = f"<w:sdt><w:sdtPr><w:t>no</w:t></w:sdtPr><w:sdtContent>{r('c')}</w:sdtContent></w:sdt>"
    body = f"<w:sdt><w:sdtContent>{p(runs + f'<w:r>{ruby}</w:r>' + wrapped)}</w:sdtContent></w:sdt>"
    assert texts(read(tmp_path, body)) == ["a\tb\n☑\u2011字c"]


def test_lines_of_a_short_cell_stay_together_and_a_column_of_text_is_read_by_paragraphs(tmp_path: Path) -> None:
    long = ["甲" * 200, "乙" * 200]
    nested = p("outer") + docx.table(("inner",))
    body = docx.table((p("Signed") + p("3 May 2026"), "".join(map(p, long)), nested))
    assert places(read(tmp_path, body)) == [
        ("Signed\n3 May 2026", "table", "table 1, row 1"),
        (long[0], "table", "table 1, row 1"),
        (long[1], "table", "table 1, row 1"),
        ("outer", "table", "table 1, row 1"),
        ("inner", "table", "table 2, row 1"),
    ]


def test_the_other_family_of_namespaces_is_read_too(tmp_path: Path) -> None:
    body = p(r("a") + f"<w:del>{r('b')}</w:del>") + docx.table(("c",))
    assert texts(read(tmp_path, body, docx.STRICT)) == ["a", "c"]


def test_what_may_hold_text_that_is_not_read_is_told(tmp_path: Path) -> None:
    def picture(width: int, height: int) -> str:
        return (
            f'<w:drawing><wp:inline><wp:extent cx="{width * 360000}" cy="{height * 360000}"/><a:graphic>'
            "<a:blip/></a:graphic></wp:inline></w:drawing>"
        )

    old = '<w:pict><v:shape style="width:500pt;height:700pt"><v:imagedata/></v:shape></w:pict>'
    body = p(f"<w:r>{picture(3, 3)}{picture(16, 24)}{old}<w:object/></w:r>{r('a')}") + '<w:altChunk r:id="rId9"/>'
    assert read(tmp_path, body).unread == ["picture 1", "picture 2", "object 1", "embedded file 1"]


def lists(*levels: str, more: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{more}'
    )


def level(at: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def item(text: str, at: int, num: int = 1) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{num}"/></w:numPr>')


def test_automatic_numbers_stand_beside_the_text(tmp_path: Path) -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = lists(
        level(0, "decimal", "%1.", '<w:pStyle w:val="Heading"/>'),
        level(1, "decimal", "%1.%2"),
        level(2, "lowerLetter", "(%3)"),
        level(3, "bullet", "-"),
        more=f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{again}</w:num>',
    )
    styles = '<w:style w:styleId="Heading"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    heading = p("a", '<w:pStyle w:val="Heading"/>')
    body = (
        heading + item("b", 1) + item("c", 1) + item("d", 2) + item("e", 3) + heading + item("f", 1)
        + item("g", 0, 2) + item("h", 0, 2) + item("i", 0, 9) + p("j")
    )  # fmt: skip
    found = read(tmp_path, body, numbering=numbering, styles=styles)
    numbers = [passage.number for passage in found.passages]
    assert numbers == ["1.", "1.1", "1.2", "(a)", "", "2.", "2.1", "1.", "2.", "", ""]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (
            "chineseCounting",
            {1: "一", 10: "十", 11: "十一", 20: "二十", 21: "二十一", 101: "一百零一", 110: "一百一十"},
        ),
        ("upperRoman", {4: "IV", 19: "XIX"}),
        ("upperLetter", {1: "A", 27: "AA"}),
        ("decimalZero", {3: "03"}),
        ("decimalEnclosedCircle", {2: "②", 21: "21"}),
        ("unheardOf", {5: "5"}),
    ],
)
def test_forms_of_numbers(tmp_path: Path, form: str, expected: dict[int, str]) -> None:
    numbering = lists(level(0, form, "第%1条"))
    found = read(tmp_path, "".join(item(str(at), 0) for at in range(1, max(expected) + 1)), numbering=numbering)
    assert {at: found.passages[at - 1].number for at in expected} == {at: f"第{one}条" for at, one in expected.items()}


def test_a_passage_says_what_it_is(tmp_path: Path) -> None:
    found = read(tmp_path, item("第一条　保密", 0), numbering=lists(level(0, "decimal", "%1.")))
    assert found.passages == [Passage("第一条　保密", "body", "paragraph 1", "1.")]
    assert len(found.sha256) == 64
