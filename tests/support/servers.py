"""Servers for tests: started on loopback on a free port, waited for, ended by their process."""

from __future__ import annotations

import contextlib
import random
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen


def free_ports(count: int, below: int = 32_000) -> list[int]:
    """Return ports that nothing listens on.

    They lie below those that the system gives to outgoing connections: one of a test beside this one could take
    such a port before the server does.
    """
    found: list[int] = []
    with contextlib.ExitStack() as held:
        while len(found) < count:
            port = random.randrange(12_000, below)  # noqa: S311 - any will do
            taken = held.enter_context(socket.socket())
            with contextlib.suppress(OSError):
                taken.bind(("127.0.0.1", port))
                found.append(port)
    return found


def program(name: str) -> str:
    """Return the path of a program, which may lie beside the interpreter; fails where it is missing."""
    beside = Path(sys.executable).with_name(name)
    found = str(beside) if beside.is_file() else shutil.which(name)
    assert found, f"{name} is not installed: the tests need the development dependencies"
    return found


@contextlib.contextmanager
def running(command: list[str], ready: str, folder: Path, seconds: float = 30) -> Iterator[None]:
    """Run a server until the block ends; it is ready when the URL answers."""
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
        try:
            _wait(process, ready, time.monotonic() + seconds, folder / "server.log")
            yield
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait(process: subprocess.Popen[bytes], url: str, deadline: float, log: Path) -> None:
    while time.monotonic() < deadline:
        assert process.poll() is None, f"{process.args!r} ended: {log.read_text('utf-8', 'replace')[-2000:]}"
        try:
            with urlopen(url, timeout=2):  # noqa: S310 - a loopback address
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise AssertionError(f"{process.args!r} does not answer at {url}")
