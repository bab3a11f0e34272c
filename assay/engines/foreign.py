"""A server that somebody else runs: it judges only while it holds exactly our policies."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from typing import TypeVar

from assay.engines.server import OpaServer
from assay.errors import EngineError

SECONDS = 60.0
"""Time limit of one call."""
T = TypeVar("T")


@contextlib.contextmanager
def guarded(url: str, token: str | None, ca: str | None, modules: Mapping[str, str], upload: bool) -> Iterator[None]:
    """Compare the server's policies with ours before and after; raises `EngineError` on any difference.

    Nothing is loaded into a foreign server unless `upload` says so.
    """
    server = _within(url, lambda: OpaServer(url, token, ca))
    try:
        if upload:
            _within(url, lambda: server.upload(modules))
        _within(url, lambda: _compare(server, modules))
        yield
        _within(url, lambda: _compare(server, modules))
    finally:
        server.close()


def _within(url: str, call: Callable[[], T]) -> T:
    """Bound a whole call: the client bounds only the wait for the next byte, and a server may drip."""
    done: Future[T] = Future()

    def run() -> None:
        try:
            done.set_result(call())
        except BaseException as error:  # it is raised again where the result is wanted
            done.set_exception(error)

    threading.Thread(target=run, daemon=True).start()
    try:
        return done.result(SECONDS)
    except TimeoutError:
        raise EngineError(f"the OPA server at {url} does not answer within {SECONDS:.0f} s") from None


def _compare(server: OpaServer, modules: Mapping[str, str]) -> None:
    held = server.modules()
    sources = {source for _, source in held.values()}
    missing = sorted(path for path, source in modules.items() if source not in sources)
    if missing:
        raise EngineError(
            f"the OPA server at {server.url} lacks the policy {missing[0]} as it stands in the pack "
            f"({len(missing)} of {len(modules)} differ); load the pack there, or say --opa-upload"
        )
    ours = set(modules.values())
    packages = {package for package, source in held.values() if source in ours}
    for id, (package, source) in sorted(held.items()):
        if package in packages and source not in ours:
            raise EngineError(f"the OPA server at {server.url} has another policy in {package}: {id}; remove it")
