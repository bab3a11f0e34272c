"""Lines become paragraphs, paragraphs sentences, each with its heading, its number and its place in the file."""

from __future__ import annotations

from support.contract_texts import document

from collectors.contracts.reading.sentences import Sentence, sentences
from collectors.contracts.text import Document, Passage


def _pages(*pages: str) -> list[Sentence]:
    return sentences(Document("", [Passage(page, "body", f"page {number}") for number, page in enumerate(pages, 1)]))


def _texts(found: list[Sentence]) -> list[str]:
    return [sentence.text for sentence in found if not sentence.title]


def test_a_sentence_goes_on_over_lines_and_pages_and_running_titles() -> None:
    found = _pages(
        "Acme Ltd\n1. Data\n1.1 The Provider shall delete all personal data within\nthirty (30) days of the end of this"
        "\nPage 1 of 2",
        "Acme Ltd\nAgreement. It keeps no copies of the data at all.\n2. Law\n2.1 Utopian law applies.\nPage 2 of 2",
    )
    assert _texts(found) == [
        "The Provider shall delete all personal data within thirty (30) days of the end of this Agreement.",
        "It keeps no copies of the data at all.",
        "Utopian law applies.",
    ]
    assert [sentence.heading for sentence in found if not sentence.title] == ["Data", "Data", "Law"]


def test_a_number_in_brackets_in_the_middle_of_a_sentence_begins_nothing() -> None:
    found = _pages(
        "1.1 The parties shall first try to settle a dispute within a period of thirty\n(30) days of notice."
    )
    assert _texts(found) == [
        "The parties shall first try to settle a dispute within a period of thirty (30) days of notice."
    ]


def test_chinese_lines_are_joined_without_a_blank_and_headings_are_told_apart() -> None:
    found = _pages(
        "第一条　数据安全\n1.1 乙方应当采取加密、访问控制等措施保护甲方提供的个人信息，并且每年进行一次测\n"
        "试；发现问题的，应当整改。\n第二条　其他\n2.1 略。"
    )
    assert _texts(found) == [
        "乙方应当采取加密、访问控制等措施保护甲方提供的个人信息,并且每年进行一次测试;",
        "发现问题的,应当整改。",
        "略。",
    ]
    assert [sentence.heading for sentence in found] == ["数据安全"] * 3 + ["其他"] * 2
    assert found[2].before == "乙方应当采取加密、访问控制等措施保护甲方提供的个人信息,并且每年进行一次测试;"


def test_a_cell_of_a_table_has_the_first_cell_of_its_row_as_label() -> None:
    found = sentences(document(["[table 1, row 1] Purpose | Payroll of the staff"]))
    assert [(sentence.label, sentence.text) for sentence in found] == [
        ("", "Purpose"),
        ("Purpose", "Payroll of the staff"),
    ]


def test_what_stands_before_a_colon_is_a_label() -> None:
    assert sentences(document(["（二）处理方式：接收、存储和群发。"]))[0].label == "处理方式"


def test_abbreviations_and_numbers_end_no_sentence() -> None:
    text = "Beta Ltd. keeps 2.5 copies of No. 7. Mr. Fox may see them."
    assert _texts(sentences(document([text]))) == ["Beta Ltd. keeps 2.5 copies of No. 7.", "Mr. Fox may see them."]


def test_a_sentence_that_binds_is_no_heading_though_no_full_stop_ends_it() -> None:
    assert [sentence.title for sentence in sentences(document(["一、保密", "1.1 乙方不得泄露客户资料"]))] == [
        True,
        False,
    ]


def test_a_text_without_any_stop_is_cut_into_pieces_and_nothing_of_it_is_lost() -> None:
    found = sentences(document(["word " * 2000]))
    assert max(len(sentence.text) for sentence in found) <= 1500
    assert sum(len(sentence.spots) for sentence in found) >= 5 * 2000 - len(found)
