"""A loopback proxy in front of an AWS API: answers chosen operations itself, notes every one it saw."""

from __future__ import annotations

import contextlib
import http.client
import json
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from .aws_requests import operation_of
from .certificates import Certificates


@dataclass(frozen=True)
class Fault:
    """An answer that the proxy gives of its own."""

    code: str = ""
    status: int = 403
    body: str | None = None
    """The whole body; an error with the code where there is none."""
    drops: bool = False
    """End the connection without an answer."""
    server: str = "AmazonS3"

    def text(self, operation: str) -> str:
        """Return the body in the form of the service."""
        if self.body is not None:
            return self.body
        if operation.startswith(("kms:", "cloudtrail:")):
            return json.dumps({"__type": self.code, "message": "made up"})
        error = f"<Error><Code>{self.code}</Code><Message>made up</Message></Error>"
        return f"<ErrorResponse>{error}</ErrorResponse>" if operation.startswith("sts:") else error


DENIED = Fault("AccessDenied")


@dataclass
class Proxy:
    """A running proxy."""

    url: str = ""
    faults: dict[str, Fault] = field(default_factory=dict)
    """Operation, as the ledger names it, to what happens to it."""
    before: dict[str, Callable[[], object]] = field(default_factory=dict)
    """Operation to what is done once before it is passed on."""
    seen: list[str] = field(default_factory=list)
    writes: list[str] = field(default_factory=list)
    """Requests that are no plain read, by method and path."""


@contextlib.contextmanager
def proxy_to(target: str, certificates: Certificates | None = None) -> Iterator[Proxy]:
    """Run a proxy until the block ends, with TLS where it is given a certificate."""
    proxy = Proxy()
    server = _Server(proxy, urlsplit(target).netloc)
    proxy.url = f"http{'s' if certificates else ''}://127.0.0.1:{server.server_address[1]}"
    if certificates:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificates.certificate, certificates.key)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield proxy
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, proxy: Proxy, target: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.proxy = proxy
        self.target = target


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        operation = operation_of(self.command, self.path, self.headers, body)
        proxy = self.server.proxy
        proxy.seen.append(operation)
        proxy.before.pop(operation, lambda: None)()
        fault = proxy.faults.get(operation)
        if fault is None:
            self._pass_on(body)
        elif fault.drops:
            self.close_connection = True
        else:
            self._answer(fault.status, {"Server": fault.server}, fault.text(operation).encode())

    def do_POST(self) -> None:
        self.do_GET()

    def do_PUT(self) -> None:
        self._refuse()

    def do_DELETE(self) -> None:
        self._refuse()

    def do_HEAD(self) -> None:
        self._refuse()

    def _refuse(self) -> None:
        self.server.proxy.writes.append(f"{self.command} {self.path}")
        self._answer(500, {}, b"")

    def _pass_on(self, body: bytes) -> None:
        upstream = http.client.HTTPConnection(self.server.target, timeout=20)
        try:
            headers = {name: value for name, value in self.headers.items() if name.lower() != "connection"}
            upstream.request(self.command, self.path, body, headers)
            answer = upstream.getresponse()
            self._answer(answer.status, dict(answer.getheaders()), answer.read())
        finally:
            upstream.close()

    def _answer(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response_only(status)
        for name, value in headers.items():
            if name.lower() not in ("transfer-encoding", "content-length", "connection"):
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the base class
        pass
