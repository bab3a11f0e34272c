"""A server on loopback that speaks like an OPA, until a test has it misbehave."""

from __future__ import annotations

import contextlib
import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import msgspec

from assay.engines import canaries
from assay.engines.embedded import EmbeddedEngine
from assay.engines.protocol import Failure, Question


@dataclass(frozen=True)
class Reply:
    """What the server answers."""

    body: bytes
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    drip: float = 0.0
    """Seconds between two bytes of the body."""
    missing: int = 0
    """Bytes that are promised and never sent."""


def json_reply(value: object, status: int = 200) -> Reply:
    """Return a reply in JSON."""
    return Reply(msgspec.json.encode(value), status)


@dataclass
class FakeOpa:
    """A running server. What `answer` leaves open is answered as an OPA with these modules would."""

    modules: Mapping[str, str]
    answer: Callable[[str], Reply | None] = lambda path: None
    """Called with the path of every request."""
    url: str = ""
    asked: list[str] = field(default_factory=list)
    """Method and path of every request."""

    def truth(self, path: str, body: Mapping[str, Any]) -> Reply:
        """Answer truthfully."""
        if path == "/v1/query":
            return json_reply({"result": [{"v": "0-fake"}]})
        document = dict(body["input"])
        parameters = document.pop("parameters")
        package = path.removeprefix("/v1/data/").removesuffix("/verdicts").replace("/", ".")
        engine = EmbeddedEngine({**self.modules, **canaries.modules()}, {"Q": parameters})
        answers = engine.judge(document, [Question("Q", package, parameters)])["Q"]
        engine.close()
        if isinstance(answers, Failure):
            return json_reply({"code": "internal_error", "message": answers.message}, 500)
        return json_reply({"result": answers})


@contextlib.contextmanager
def fake_opa(modules: Mapping[str, str] | None = None) -> Iterator[FakeOpa]:
    """Run a server until the block ends."""
    fake = FakeOpa(modules or {})
    server = _Server(fake)
    fake.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield fake
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, fake: FakeOpa) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.fake = fake

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: clients that go away in the middle are what is tested."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def do_GET(self) -> None:
        self._reply(b"{}")

    def do_POST(self) -> None:
        self._reply(self.rfile.read(int(self.headers["Content-Length"])))

    def log_message(self, *args: Any) -> None:
        """Say nothing."""

    def _reply(self, body: bytes) -> None:
        fake, path = self.server.fake, self.path.split("?")[0]
        fake.asked.append(f"{self.command} {path}")
        asked = json.loads(body)
        # What the engine asks about a resource of which nothing is known is answered truthfully.
        about_nothing = [item["id"] for item in asked.get("input", {}).get("resources", ())] == ["nothing"]
        reply = (None if about_nothing else fake.answer(path)) or fake.truth(path, asked)
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(reply.body) + reply.missing))
        self.end_headers()
        for place in range(0, len(reply.body), 1 if reply.drip else len(reply.body) or 1):
            self.wfile.write(reply.body[place : place + (1 if reply.drip else len(reply.body))])
            time.sleep(reply.drip)
        self.close_connection = bool(reply.missing)
