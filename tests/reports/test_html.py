import base64
import hashlib
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from support import sample_run as sample

from assay.text import one_line, sanitize
from reports.html import FORMAT

VOID = {"meta", "br", "wbr"}


class Page(HTMLParser):
    """Elements, attributes and text of a page; a tag that closes nothing is an `AssertionError`."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.style = ""
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open[-1:] == ["style"]:
            self.style += data
        else:
            self.text += data

    def values(self, *names: str) -> list[str]:
        return [attributes[name] or "" for _, attributes in self.elements for name in names if name in attributes]


@pytest.fixture
def page(tmp_path: Path) -> Page:
    return Page(sample.rendered(FORMAT, sample.run(tmp_path)))


def test_there_is_nothing_active_and_nothing_to_fetch(page: Page) -> None:
    tags = {tag for tag, _ in page.elements}
    assert tags & {"script", "img", "link", "iframe", "object", "embed", "base", "form", "input", "a:"} == set()
    assert [value for value in page.values("href", "src", "action") if not value.startswith("#")] == []
    names = {name for _, attributes in page.elements for name in attributes}
    assert {name for name in names if name.startswith("on") or name in ("style", "srcset")} == set()
    assert re.findall(r"url\(|@import", page.style) == []


def test_the_policy_allows_the_one_style_and_nothing_else(page: Page) -> None:
    (policy,) = [value for value in page.values("content") if "default-src" in value]
    digest = base64.b64encode(hashlib.sha256(page.style.encode()).digest()).decode()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}';")


@pytest.mark.parametrize("name", sample.HOSTILE)
def test_a_hostile_name_is_shown_as_text(page: Page, name: str) -> None:
    assert sample.BUCKET + one_line(name) in page.text


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_no_text_of_a_run_reaches_the_page_as_markup_or_unseen(tmp_path: Path, language: str) -> None:
    poison = "\u202e\x1b\u200b'\"></p></title></style></svg><script>alert(1)</script>"
    text = sample.rendered(FORMAT, sample.poisoned(tmp_path, poison), language)
    tags = [tag for tag, _ in Page(text).elements]
    assert "script" not in tags
    assert (tags.count("title"), tags.count("style"), tags.count("svg")) == (1, 1, 1)
    assert text == sanitize(text)


def test_every_link_leads_somewhere_on_the_page(page: Page) -> None:
    targets = page.values("href")
    assert targets
    assert {target[1:] for target in targets} <= set(page.values("id"))
    assert len(page.values("id")) == len(set(page.values("id")))


@pytest.mark.parametrize(("language", "other"), [("en", "zh-CN"), ("zh-CN", "en")])
def test_the_page_says_its_language_and_gives_titles_in_the_other(tmp_path: Path, language: str, other: str) -> None:
    page = Page(sample.rendered(FORMAT, sample.run(tmp_path), language))
    assert page.elements[0] == ("html", {"lang": language})
    assert ("small", {"lang": other}) in page.elements
    assert "Bucket default encryption is on" in page.text
    assert "存储桶已开启默认加密" in page.text


def test_coverage_is_told_before_any_figure(page: Page) -> None:
    order = [
        "Incomplete",
        "Source people (hr_roster) failed: registers/staff.csv: no such file",
        "6 unknown: what decides could not be read.",
        "25 not applicable: the duty does not bind the resource.",
        "1 check not assessed: nothing to judge.",
        "2026-11-21 12:00+08:00",
        "embedded regorus 0.13.0",
        "Failed",
        "Open gaps by severity",
    ]
    body = page.text.split("\n", 12)[-1]
    found = [body.find(words) for words in order]
    assert found == sorted(found)
    assert -1 not in found


@pytest.mark.parametrize(
    "words",
    [
        "Waiver expired".lower(),
        "registers/vendors.xlsx:7",
        f"vendor_contract/{sample.CONTRACT}/effective_to",
        "needs iam:ListMFADevices",
        'kms_master_key_id = "KEY_ARN"',
        "(Confidence: medium)",
        "notice_days 30 (GDPR 28(3))",
        "no log source in the snapshot",
        "17 answers for 18 resources",
        "in the baseline",
        "First seen: 2026-10-02 11:58+08:00",
    ],
)
def test_what_an_auditor_asks_for_is_there(page: Page, words: str) -> None:
    assert words in re.sub(r"\s+", " ", page.text)


def test_tables_and_headings_can_be_read_without_eyes(page: Page) -> None:
    tags = [tag for tag, _ in page.elements]
    assert tags.count("table") == tags.count("caption") > 5
    assert all("scope" in attributes for tag, attributes in page.elements if tag == "th")
    levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_check_with_very_many_gaps_is_cut_and_says_so(tmp_path: Path) -> None:
    found = [sample.finding("VEN-02.1", "vendor", f"v{n}", "fail", "high") for n in range(140)]
    text = sample.rendered(FORMAT, sample.run(tmp_path, found))
    assert "140 gaps of 140 judged" in text
    assert "and 40 more; the run in JSON holds them all" in text
    assert text.count('scope="rowgroup"') == 100


def test_nothing_judged_is_a_page_that_says_so(tmp_path: Path) -> None:
    run = sample.run(tmp_path, [])
    run.head["summary"]["checks"].update(assessed=0)
    text = Page(sample.rendered(FORMAT, run)).text
    assert "Nothing was judged" in text
    assert "No open gap" not in text
