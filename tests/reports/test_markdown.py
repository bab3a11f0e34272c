"""Markdown: what is worst first, within what GitHub takes, and no markup but our own."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from support import hostile
from support import sample_run as sample

from assay.report import Format
from assay.run import Run
from assay.text import one_line
from reports.markdown import FORMAT
from reports.markdown_comment import FORMAT as COMMENT
from reports.markup import code, fenced, prose


def tokens(text: str) -> list[Token]:
    """Return the pieces of a page, those inside of lines too."""
    found = []
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        found += [token, *(token.children or ())]
    return found


def many(folder: Path, number: int) -> Run:
    checks = [f"ENC-0{n}.1" for n in range(1, 10)]
    names = [f"aws:s3:bucket/客户资料-{n}-" + "x" * 150 for n in range(number)]
    return sample.run(
        folder, [sample.finding(check, "storage_bucket", name, "fail", "high") for check in checks for name in names]
    )


def test_the_worst_comes_first_and_sums_before_all(tmp_path: Path) -> None:
    text = sample.rendered(FORMAT, sample.run(tmp_path))
    order = [
        "Incomplete",
        "| critical | 1 | 4 |",
        "**critical** `aws:s3:bucket/client-exports`",
        "`VEN-02.1`",
        "### Unknown",
    ]
    places = [text.index(words) for words in order]
    assert places == sorted(places)


def test_a_gap_is_told_with_reason_fact_place_and_remedy(tmp_path: Path) -> None:
    text = sample.rendered(FORMAT, sample.run(tmp_path))
    assert (
        "default encryption is off · `default_encryption: none → sse_s3, sse_kms_managed, sse_kms_customer (declared)`"
        in text
    )
    assert "`infra/buckets.tf:12 (aws_s3_bucket.client_exports)`" in text
    assert "```\naws s3api put-bucket-encryption --bucket BUCKET" in text
    assert "waiver expired" in text


def test_unknowns_are_told_with_their_cause(tmp_path: Path) -> None:
    text = sample.rendered(FORMAT, sample.run(tmp_path))
    assert "`AUT-02.1` Administrators have a second factor: 4 unknown" in text
    assert "`mfa_enabled: access denied; needs iam:ListMFADevices` · `aws:210987654321:iam:user/zhang.san`" in text


def test_what_is_accepted_is_counted_and_no_gap(tmp_path: Path) -> None:
    text = sample.rendered(FORMAT, sample.run(tmp_path))
    assert "Accepted gaps: 2 accepted" in text
    assert "asset:客户档案" not in text


def test_a_run_without_gaps_says_so(tmp_path: Path) -> None:
    found = [sample.finding("ENC-02.1", "storage_bucket", "b", "pass", "high")]
    assert "No open gap in what was assessed." in sample.rendered(FORMAT, sample.run(tmp_path, found))


@pytest.mark.parametrize(("how", "limit"), [(FORMAT, 1_048_576), (COMMENT, 65_536)], ids=["page", "comment"])
def test_it_is_cut_at_an_entry_where_github_takes_no_more(tmp_path: Path, how: Format, limit: int) -> None:
    found = [sample.finding(f"ENC-{n:03}.1", "storage_bucket", "魔" * 1700, "fail", "high") for n in range(400)]
    text = sample.rendered(how, sample.run(tmp_path, found))
    assert limit * 0.8 < len(text.encode()) <= limit
    entries = [line for line in text.splitlines() if line.startswith("- **high**")]
    assert all(line.endswith("` fail") for line in entries)
    assert text.endswith(f"\n{400 - len(entries)} gaps are left out here, the run in JSON holds them\n")


def test_a_page_that_is_cut_after_its_gaps_says_so(tmp_path: Path) -> None:
    found = [sample.finding("ENC-02.1", "storage_bucket", "b", "fail", "high")]
    found += [sample.finding(f"ENC-{n:03}.1", "storage_bucket", "x" * 5000, "unknown", "high") for n in range(400)]
    text = sample.rendered(FORMAT, sample.run(tmp_path, found))
    assert text.endswith("\nThe rest is left out here; the run in JSON holds it.\n")


def test_a_comment_is_short(tmp_path: Path) -> None:
    text = sample.rendered(COMMENT, many(tmp_path, 50))
    assert text.count("**high**") == 45
    assert "- and 45 more" in text
    assert text.endswith("405 gaps are left out here, the run in JSON holds them\n")


@pytest.mark.parametrize("how", [FORMAT, COMMENT], ids=["page", "comment"])
@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_no_name_is_markup_mention_or_link(tmp_path: Path, how: Format, language: str) -> None:
    for name in hostile.NAMES:
        found = [hostile.finding(name), hostile.finding(name, verdict="unknown", check="ENC-02.2")]
        pieces = tokens(sample.rendered(how, sample.run(tmp_path, found, estate=name), language))
        kinds = {piece.type for piece in pieces}
        assert not kinds & {"html_block", "html_inline", "link_open", "image", "em_open"}
        spoken = "".join(piece.content for piece in pieces if piece.type == "text")
        assert not [sign for sign in ("@", "://", "www.", "#1", "::", "<", "|", "`", "GH-") if sign in spoken]
        assert [piece for piece in pieces if piece.type == "code_inline" and one_line(name).strip() in piece.content]


@pytest.mark.parametrize("name", hostile.NAMES)
def test_a_code_span_holds_the_whole_name(name: str) -> None:
    (_, inline, *_), shown = MarkdownIt("commonmark").parse(f"x {code(name)} y"), one_line(name)
    kinds = [child.type for child in inline.children or ()]
    assert kinds == ["text", "code_inline", "text"]
    assert (inline.children or [])[1].content.strip() == shown.strip()


def test_a_block_of_code_holds_the_whole_text() -> None:
    (block,) = MarkdownIt("commonmark").parse(fenced("a\n```\nb\n````\nc"))
    assert (block.type, block.content) == ("fence", "a\n```\nb\n````\nc\n")


@pytest.mark.parametrize(
    "words", ["default encryption is off", "ends 90 days after it was made, within 400", "未加密；需要处理"]
)
def test_plain_words_stay_words(words: str) -> None:
    assert prose(words) == words


def test_marks_in_plain_words_are_shown() -> None:
    assert prose("kept *long* in [a] list_of_x & co") == r"kept \*long\* in \[a\] list\_of\_x \& co"


@pytest.mark.parametrize(
    "words", ["see https://x", "ask @team", "is #1", "a :boom: b", "in 0123abcdef", "<b>", "", "- x"]
)
def test_other_words_are_code(words: str) -> None:
    assert prose(words).startswith("`")
