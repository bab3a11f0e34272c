import io
import re
from pathlib import Path

import pytest
from rich.cells import cell_len
from support import sample_run as sample
from support.sample_catalogue import catalogue

from assay.report import Context
from assay.text import sanitize
from reports.text import FORMAT

EXPECTED = Path(__file__).parent / "expected"


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_the_whole_report_at_80_columns(tmp_path: Path, language: str) -> None:
    text = sample.rendered(FORMAT, sample.run(tmp_path), language)
    assert text == (EXPECTED / f"text.{language}.txt").read_text("utf-8")


@pytest.mark.parametrize("language", ["en", "zh-CN"])
@pytest.mark.parametrize("width", [40, 80, 100, 120, 300])
def test_no_line_is_wider_than_the_terminal(tmp_path: Path, language: str, width: int) -> None:
    text = sample.rendered(FORMAT, sample.run(tmp_path), language, width)
    assert max(map(cell_len, text.splitlines())) <= min(width, 120)


def test_without_colour_there_is_no_control_character(tmp_path: Path) -> None:
    text = sample.rendered(FORMAT, sample.poisoned(tmp_path, "\x1b[2J\x9b\u202e\u200b\r"))
    assert text == sanitize(text)


def test_colour_changes_nothing_but_the_colour(tmp_path: Path) -> None:
    run = sample.run(tmp_path)
    coloured = sample.rendered(FORMAT, run, color=True)
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == sample.rendered(FORMAT, run)
    assert "\x1b[1;31mcritical" in coloured


def test_a_name_forges_no_line_and_no_pipeline_command(tmp_path: Path) -> None:
    names = ("x\nComplete", "long " * 20 + "::error::forged", "::stop-commands::x", "##vso[task.complete]")
    found = [
        sample.finding("VEN-02.1", "vendor", name, "fail", "high", reason={"en": name, "zh-CN": name}) for name in names
    ]
    lines = sample.rendered(FORMAT, sample.run(tmp_path, found)).splitlines()
    assert [line for line in lines if line.strip().startswith(("Complete", "::", "##"))] == []


def test_markup_in_names_is_text(tmp_path: Path) -> None:
    text = sample.rendered(FORMAT, sample.run(tmp_path))
    assert "aws:s3:bucket/[bold]name[/]" in text
    assert "aws:s3:bucket/{{ 7 * 7 }}{0}" in text


def test_nothing_judged_is_not_told_as_no_gap(tmp_path: Path) -> None:
    run = sample.run(tmp_path, [])
    run.head["summary"]["checks"].update(assessed=0)
    text = sample.rendered(FORMAT, run)
    assert "Nothing was judged" in text
    assert "No open gap" not in text


def test_a_run_without_gaps_says_in_what(tmp_path: Path) -> None:
    found = [sample.finding("VEN-02.1", "vendor", "v", "pass", "high")]
    assert "No open gap in what was assessed." in sample.rendered(FORMAT, sample.run(tmp_path, found))


def test_a_check_that_the_packs_do_not_know_goes_by_its_id(tmp_path: Path) -> None:
    found = [sample.finding("OWN-01.1", "vendor", "v", "fail", "high")]
    assert "OWN-01.1  1 gap of 1 judged" in sample.rendered(FORMAT, sample.run(tmp_path, found))


def test_an_id_longer_than_the_terminal_leaves_room_for_the_rest(tmp_path: Path) -> None:
    found = [sample.finding("OWN-" + "1" * 200, "vendor", "v", "fail", "high")]
    assert "1 gap of 1 judged" in sample.rendered(FORMAT, sample.run(tmp_path, found))


def test_the_stream_stays_open(tmp_path: Path) -> None:
    out = io.BytesIO()
    FORMAT.render(sample.run(tmp_path), Context(catalogue(), "en", False, 80), out)
    assert not out.closed
