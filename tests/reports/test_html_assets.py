"""The page with its style in a file beside it, and how formats of several files are asked for."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from support import sample_run as sample
from support.sample_catalogue import catalogue

from assay.cli.auditing import formats_of
from assay.errors import UsageError
from assay.loading import Content
from assay.pack import Pack, bundled
from reports import NAMES, html
from reports.html_assets import FORMAT


@pytest.fixture(scope="module")
def content() -> Content:
    return Content([Pack.open(bundled())], catalogue(), {}, {})


def beside() -> dict[str, str]:
    """Return the files beside the page."""
    files = {}
    for name, write in FORMAT.beside.items():
        out = io.BytesIO()
        write(out)
        files[name] = out.getvalue().decode()
    return files


def test_it_is_the_page_of_the_one_file_but_for_the_style(tmp_path: Path) -> None:
    run = sample.run(tmp_path)
    linked, whole = (sample.rendered(how, run).splitlines() for how in (FORMAT, html.FORMAT))
    style = beside()["assay.css"].splitlines()
    assert '<link rel="stylesheet" href="assay.css">' in linked
    assert not [line for line in linked if "<style" in line or " style=" in line]
    assert [line for line in linked if line not in whole][1:] == ['<link rel="stylesheet" href="assay.css">']
    assert set(style) > {line for line in whole if line not in linked and not line.startswith(("<style", "<meta"))} - {
        "}</style>",
        "</style>",
    }


def test_its_policy_allows_the_style_beside_it_and_nothing_else(tmp_path: Path) -> None:
    text = sample.rendered(FORMAT, sample.run(tmp_path))
    policy = "default-src 'none'; style-src 'self' file:; base-uri 'none'; form-action 'none'"
    assert f'content="{policy}"' in text.replace("&#39;", "'")


def test_the_style_fetches_nothing() -> None:
    (style,) = beside().values()
    assert "body {" in style
    assert "url(" not in style
    assert "@import" not in style


def test_it_needs_a_path_for_its_files(content: Content) -> None:
    with pytest.raises(UsageError, match="html-assets writes several files; give it a path"):
        formats_of(content, ["html-assets"])
    ((made, path),) = formats_of(content, ["html-assets=report/index.html"])
    assert (made.name, path) == ("html-assets", Path("report/index.html"))


def test_no_other_format_may_write_its_style(content: Content) -> None:
    with pytest.raises(UsageError, match=r"assay.css: two formats would be written to it"):
        formats_of(content, ["html-assets=report/index.html", "html=report/assay.css"])


def test_every_format_has_a_file_of_its_own_in_a_folder(content: Content) -> None:
    found = {made.name: path for made, path in formats_of(content, [*NAMES], Path("out")) if path is not None}
    assert set(found) == set(NAMES) - {"text"}
    assert len(set(found.values())) == len(found)
    assert found["gitlab-sast"] == Path("out/gl-sast-report.json")
    assert found["sarif"] == Path("out/report.sarif")


def test_a_format_is_called_by_its_name(content: Content) -> None:
    assert [
        made.name for made, _ in formats_of(content, [f"{name}=x/{name}" for name in NAMES if name != "html-assets"])
    ] == [name for name in NAMES if name != "html-assets"]
