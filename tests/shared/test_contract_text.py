"""The text of the sample contracts: every verbatim proof of their table stands in one passage."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from collectors.contracts.extraction import extract_all
from collectors.contracts.reading.radicals import CHARACTERS
from collectors.contracts.text import Document, Unreadable

SAMPLES = Path(__file__).parents[3] / "shared" / "data" / "contracts"
pytestmark = [pytest.mark.shared, pytest.mark.skipif(not SAMPLES.is_dir(), reason="the shared data are not here")]
_BLANKS = re.compile(r"[\s\u2010\u2011\u00ad-]")


def bare(text: str) -> str:
    return _BLANKS.sub("", unicodedata.normalize("NFKC", text.translate(CHARACTERS)))


def quotes(entry: Any) -> Iterator[str]:
    """Yield what is to be found without OCR."""
    if isinstance(entry, dict):
        if "quote" in entry and "where" in entry:
            yield entry["quote"]
        entry = [value for key, value in entry.items() if key != "with_ocr"]
    if isinstance(entry, list):
        for value in entry:
            yield from quotes(value)


def test_every_quotation_stands_in_one_passage_and_what_is_unreadable_says_so() -> None:
    table = yaml.safe_load((SAMPLES / "truth.yaml").read_text("utf-8"))["files"]
    found = extract_all([SAMPLES / name for name in table])
    missing, unread = [], {}
    for name, entry in table.items():
        document = found[SAMPLES / name]
        assert document.sha256 == entry["document_sha256"]
        if isinstance(document, Unreadable):
            unread[name] = document.reason
            continue
        assert isinstance(document, Document)
        passages = [bare(passage.raw) for passage in document.passages]
        missing += [(name, one) for one in quotes(entry) if not any(bare(one) in text for text in passages)]
    assert missing == []
    assert unread == {"c18-p2pscan-zh.pdf": "no_text", "c36-bankout-en.pdf": "locked"}
