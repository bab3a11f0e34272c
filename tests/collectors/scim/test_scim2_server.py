"""A real SCIM server: users, groups, tokens, TLS, tries and redirections."""

from __future__ import annotations

import contextlib
import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from support.certificates import make_certificates
from support.output import MemoryOutput
from support.scim import TOKEN, ScimServer, scim_server
from support.servers import free_ports
from support.tables import ZONE, schemas

from assay.collector import CollectorFailed, Source
from collectors.scim import COLLECTOR, httpx2_server

pytestmark = pytest.mark.xdist_group("scim2-server")


def source(options: dict[str, Any]) -> Source:
    at = datetime(2026, 11, 21, 12, tzinfo=ZONE)
    return Source("idp", "scim", options, Path("/"), ZONE, at, schemas())


def collect(options: dict[str, Any]) -> MemoryOutput:
    out = MemoryOutput("idp")
    COLLECTOR.collect(source(options), out)
    return out


def refused(options: dict[str, Any]) -> str:
    with pytest.raises(CollectorFailed) as failed:
        collect(options)
    assert TOKEN not in str(failed.value)
    return str(failed.value)


def build(server: ScimServer) -> None:
    zhang = server.user("zhang", number="E1", mails=["Zhang@example.cn"])
    server.user("li", number="E2", active=False)
    for number in range(5):
        server.user(f"u{number}")
    dba = server.group("dba", zhang)
    server.group("ops", dba)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ScimServer]:
    with scim_server(tmp_path_factory.mktemp("scim")) as server:
        build(server)
        yield server


def test_users_are_read_with_state_groups_and_person(server: ScimServer) -> None:
    out = collect(server.options(page_size=2, privileged_groups=["ops"]))
    assert len(out.every("identity_account")) == 7
    zhang = out.one("identity_account", "directory:idp:account/zhang")
    assert (zhang["enabled"], zhang["disabled_at"], zhang["kind"]) == (True, "none", "human")
    assert (zhang["groups"], zhang["privileged"]) == (["dba", "ops"], True)
    assert zhang["person_keys"] == ["staff:e1", "zhang@example.cn"]
    li = out.one("identity_account", "directory:idp:account/li")
    assert li["enabled"] is False
    assert li["disabled_at"] > "2026"
    assert (out.notes, out.incomplete_kinds) == ([], {})
    assert TOKEN not in out.text()


def test_a_server_that_pages_by_cursor_alone_is_read(tmp_path: Path) -> None:
    pagination = {"cursor": True, "index": False, "defaultPaginationMethod": "cursor"}
    with scim_server(tmp_path, pagination) as server:
        build(server)
        out = collect(server.options(page_size=2))
    assert len(out.every("identity_account")) == 7
    assert out.incomplete_kinds == {}


def test_a_wrong_token_or_place_is_told(server: ScimServer) -> None:
    (closed,) = free_ports(1)
    assert "it refused the token" in refused(server.options(token="wrong"))
    assert "it has nothing there; see url" in refused(server.options(url=server.url + "/nowhere"))
    assert "write https://" in refused(server.options(url="http://idp.example.cn/v2"))
    assert "the token belongs under token" in refused(server.options(url="https://a:b@idp.example.cn/v2"))
    assert "file of ca is not there" in refused(server.options(ca="/nowhere.pem"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("collectors.scim.httpx2_server.time.sleep", lambda seconds: None)
        assert "no connection; see url" in refused(server.options(url=f"http://127.0.0.1:{closed}"))


def test_doctor_tries_both_lists(server: ScimServer) -> None:
    assert [probe.outcome for probe in COLLECTOR.probe(source(server.options()))] == ["ok", "ok"]
    probes = list(COLLECTOR.probe(source(server.options(token="wrong"))))
    assert [probe.outcome for probe in probes] == ["missing", "missing"]
    assert probes[0].needed_for == ("identity_account",)


class Busy(BaseHTTPRequestHandler):
    """Answers with what stands in `script`, then with an empty list."""

    script: list[tuple[int, dict[str, str]]]
    seen: list[str]

    def do_GET(self) -> None:
        self.seen.append(self.path)
        status, headers = self.script.pop(0) if self.script else (200, {})
        body = b'{"schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"], "totalResults": 0}'
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the base class
        pass


@contextlib.contextmanager
def scripted(*script: tuple[int, dict[str, str]], context: ssl.SSLContext | None = None) -> Iterator[tuple[str, Any]]:
    handler = type("Scripted", (Busy,), {"script": list(script), "seen": []})
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    if context:
        httpd.socket = context.wrap_socket(httpd.socket, server_side=True)
    thread = threading.Thread(target=httpd.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http{'s' if context else ''}://localhost:{httpd.server_address[1]}", handler
    finally:
        httpd.shutdown()
        httpd.server_close()
        thread.join()


def test_a_busy_server_is_tried_again_so_often(monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []
    monkeypatch.setattr("collectors.scim.httpx2_server.time.sleep", pauses.append)
    with scripted((429, {"Retry-After": "7"}), (503, {})) as (url, _):
        assert collect({"url": url, "token": TOKEN}).incomplete_kinds == {}
    assert pauses == [7, 2]
    with scripted(*[(503, {"Retry-After": "60"})] * 20) as (url, handler):
        assert "503): it is out of order" in refused({"url": url, "token": TOKEN})
        assert len(handler.seen) == 2 * httpx2_server.TRIES


def test_the_pause_may_be_a_time_and_one_that_is_too_long_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []
    monkeypatch.setattr("collectors.scim.httpx2_server.time.sleep", pauses.append)
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=50), usegmt=True)
    with scripted((429, {"Retry-After": soon}), (429, {"Retry-After": "soon"})) as (url, _):
        collect({"url": url, "token": TOKEN})
    assert 40 < pauses[0] <= 50
    assert pauses[1:] == [2]
    with scripted(*[(429, {"Retry-After": "9999"})] * 9) as (url, handler):
        assert "it wants fewer requests; try again later" in refused({"url": url, "token": TOKEN})
        assert len(handler.seen) == 2


def test_a_token_that_can_be_none_is_refused_before_it_is_sent() -> None:
    for token in ("密码", "made-up token", "made-up\ntoken"):
        assert "holds signs that no token has" in refused({"url": "https://localhost:1", "token": token})
    with scripted() as (url, _):
        collect({"url": url, "token": f"{TOKEN}\n"})


def test_the_token_follows_no_redirection() -> None:
    with scripted() as (other, elsewhere), scripted(*[(302, {"Location": f"{other}/Users"})] * 4) as (url, _):
        assert "sends the reader elsewhere" in refused({"url": url, "token": TOKEN})
        assert elsewhere.seen == []


def test_the_server_proves_who_it_is(tmp_path: Path) -> None:
    folders = [tmp_path / "own", tmp_path / "stranger", tmp_path / "old"]
    for folder in folders:
        folder.mkdir()
    own, stranger = (make_certificates(folder) for folder in folders[:2])
    old = make_certificates(folders[2], days=-1)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(own.certificate, own.key)
    with scripted(context=context) as (url, _):
        assert collect({"url": url, "token": TOKEN, "ca": str(own.authority)}).incomplete_kinds == {}
        assert "not vouched for" in refused({"url": url, "token": TOKEN, "ca": str(stranger.authority)})
        assert "not vouched for" in refused({"url": url, "token": TOKEN})
    context.load_cert_chain(old.certificate, old.key)
    with scripted(context=context) as (url, _):
        assert "its certificate has expired" in refused({"url": url, "token": TOKEN, "ca": str(old.authority)})


def test_what_is_no_scim_is_told() -> None:
    with scripted((404, {}), (404, {})) as (url, _):
        assert "it has nothing there" in refused({"url": url, "token": TOKEN})
