import contextlib
import functools
import http.server
import io
import shutil
import subprocess
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from support import sample_run as sample

from reports import html_assets
from reports.html import FORMAT

CHROMIUM = shutil.which("chromium")
JENKINS = "sandbox; default-src 'none'; img-src 'self'; style-src 'self'"
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--enable-logging=stderr",
)

pytestmark = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="needs chromium")]


class _Listener(http.server.BaseHTTPRequestHandler):
    """Serves a page, and what lies beside it, as Jenkins would; notes what is asked of it."""

    def __init__(self, page: bytes, beside: Mapping[str, bytes], asked: list[str], *given: Any) -> None:
        self._page, self._beside, self._asked = page, beside, asked
        super().__init__(*given)

    def do_GET(self) -> None:
        self._asked.append(self.path)
        self.send_response(200)
        self.send_header("Content-Type", "text/css" if self.path in self._beside else "text/html")
        self.send_header("Content-Security-Policy", JENKINS)
        self.end_headers()
        self.wfile.write(self._beside.get(self.path, self._page))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name that http.server gives)
        pass


@contextlib.contextmanager
def _serving(page: str = "", beside: Mapping[str, bytes] | None = None) -> Iterator[tuple[str, list[str]]]:
    asked: list[str] = []
    handler = functools.partial(_Listener, page.encode(), beside or {}, asked)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()
        thread.join()


def _style() -> bytes:
    out = io.BytesIO()
    html_assets.beside(out)
    return out.getvalue()


def _shown(address: str, profile: Path) -> subprocess.CompletedProcess[str]:
    command = [str(CHROMIUM), *FLAGS, f"--user-data-dir={profile}", "--dump-dom", address]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)


def test_the_page_asks_for_nothing_and_runs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    with _serving() as (address, asked):
        attacks = (
            f"<img src={address}/img onerror=\"document.title='owned'\">",
            f"<script src={address}/js></script><script>document.title='owned'</script>",
            f"</style><style>body{{background:url({address}/css)}}</style>",
            f"\"'><link rel=stylesheet href={address}/link><iframe src={address}/frame></iframe>",
        )
        found = [sample.finding("VEN-02.1", "vendor", name, "fail", "high") for name in attacks]
        path.write_text(sample.rendered(FORMAT, sample.run(tmp_path, found, estate=attacks[1])), "utf-8")
        shown = _shown(path.as_uri(), tmp_path / "profile")
    assert asked == []
    assert "<title>owned" not in shown.stdout
    assert "4 gaps of 4 judged" in shown.stdout
    assert "Content Security Policy" not in shown.stderr


def test_the_page_can_be_read_where_scripts_and_its_style_are_forbidden(tmp_path: Path) -> None:
    page = sample.rendered(FORMAT, sample.run(tmp_path), "zh-CN")
    with _serving(page) as (address, asked):
        shown = _shown(f"{address}/report", tmp_path / "profile")
    assert asked == ["/report"]
    assert "35 个资源中 11 个不符合" in shown.stdout


def test_the_style_beside_the_page_is_taken_where_styles_inside_are_forbidden(tmp_path: Path) -> None:
    page = sample.rendered(html_assets.FORMAT, sample.run(tmp_path))
    with _serving(page, {"/report/assay.css": _style()}) as (address, asked):
        shown = _shown(f"{address}/report/index.html", tmp_path / "profile")
    assert asked == ["/report/index.html", "/report/assay.css"]
    assert "11 gaps of 35 judged" in shown.stdout
    assert "Content Security Policy" not in shown.stderr


def test_the_style_beside_the_page_is_taken_from_a_disk(tmp_path: Path) -> None:
    path = tmp_path / "index.html"
    path.write_text(sample.rendered(html_assets.FORMAT, sample.run(tmp_path)), "utf-8")
    (tmp_path / "assay.css").write_bytes(_style())
    shown = _shown(path.as_uri(), tmp_path / "profile")
    assert "11 gaps of 35 judged" in shown.stdout
    assert "Content Security Policy" not in shown.stderr
