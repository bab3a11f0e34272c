"""Starts a real OPA on a loopback port with the policies of the packs, and ends it."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO

from assay.engines.server import OpaServer
from assay.errors import EngineError, UsageError

START_SECONDS = 20.0

# Every user of this machine reaches a loopback port; only who holds the token may ask, and nobody may change.
_AUTHORIZATION = """package system.authz

default allow := false

allow if {{
	input.identity == "{token}"
	input.method in {{"GET", "POST"}}
}}
"""

# Linux ends the server with the thread that started it (PR_SET_PDEATHSIG, SIGKILL), also where that one is killed.
_TIED = "import ctypes, os, sys; ctypes.CDLL(None).prctl(1, 9); os.execvp(sys.argv[1], sys.argv[1:])"


def program() -> str:
    """Return the path of `opa` (`ASSAY_OPA` or on PATH); raises `UsageError`."""
    found = os.environ.get("ASSAY_OPA") or shutil.which("opa")
    if not found:
        raise UsageError("no `opa` on PATH: install Open Policy Agent 1.x, or name a server by --opa-url")
    return found


@contextlib.contextmanager
def running(modules: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Run an OPA server with these modules; yields (url, token) and ends it, whatever happens."""
    command = program()
    with tempfile.TemporaryDirectory(prefix="assay-opa-") as folder:
        token = secrets.token_hex(24)
        _write(Path(folder), modules, token)
        port = _free_port()
        with (Path(folder) / "said.txt").open("wb") as errors:
            process = _start(command, port, folder, errors)
        try:
            url = f"http://127.0.0.1:{port}"
            _wait(process, url, token, Path(folder) / "said.txt")
            yield url, token
        finally:
            process.terminate()
            try:
                process.wait(timeout=5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _start(command: str, port: int, folder: str, errors: IO[bytes]) -> subprocess.Popen[bytes]:
    options = ["--addr", f"127.0.0.1:{port}", "--log-level", "error", "--skip-version-check"]
    options += ["--authentication", "token", "--authorization", "basic"]
    if shutil.which(command) is None:
        raise UsageError(f"{command}: cannot be run: it is not there, or no program")
    tied = [sys.executable, "-I", "-S", "-c", _TIED] if sys.platform == "linux" else []
    return subprocess.Popen(  # noqa: S603 - the program that the user has, on our own files
        [*tied, command, "run", "--server", *options, folder],
        stdin=subprocess.DEVNULL,
        stdout=errors,
        stderr=errors,
        env={"PATH": os.environ.get("PATH", ""), "HOME": folder},
    )


def _write(folder: Path, modules: Mapping[str, str], token: str) -> None:
    for number, (path, source) in enumerate(sorted(modules.items())):
        target = folder / f"{number}" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(source, "utf-8")
    (folder / "authz.rego").write_text(_AUTHORIZATION.format(token=token), "utf-8")


def _free_port() -> int:
    """Return a port below those that the system gives to outgoing connections, which may take one meanwhile."""
    for _ in range(100):
        port = 20_000 + secrets.randbelow(12_000)
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise EngineError("no free port on loopback for opa")


def _wait(process: subprocess.Popen[bytes], url: str, token: str, errors: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            said = errors.read_text("utf-8", errors="replace").strip().splitlines()
            raise EngineError(f"opa did not start: {said[-1][:300] if said else 'no message'}")
        try:
            OpaServer(url, token).close()
        except EngineError:
            time.sleep(0.05)
        else:
            return
    raise EngineError(f"opa did not answer within {START_SECONDS:.0f} s")
