"""Runs one function on an untrusted file in a child process with hard limits and an empty environment."""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from assay.pack import Pack

_START = "import sys; sys.path.insert(0, sys.argv[1]); from assay import sandbox; sandbox.serve()"
_MIB = 1024 * 1024
_TOO_MUCH = "needs more memory than may be spent on it"


@dataclass(frozen=True)
class Limits:
    """What a child may use."""

    memory: int = 1024 * _MIB
    cpu_seconds: int = 20
    seconds: float = 30
    answer: int = 64 * _MIB
    """Bytes of the answer."""


class SandboxFailed(Exception):
    """The child gave no answer; the reason is one of those of an unread fact, the message one line."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


def run(function: str, arguments: Mapping[str, Any], pack: Path | None = None, limits: Limits | None = None) -> Any:
    """Call `module:function` with keyword arguments in a child and return what it returns, by way of JSON.

    The module is one of the pack whose root is given (`collectors.x.y`), else any that can be imported.
    Raises `SandboxFailed`.
    """
    limits = limits or Limits()
    request = {
        "function": function,
        "arguments": arguments,
        "pack": str(pack) if pack else None,
        "limits": asdict(limits),
    }
    child = _call(json.dumps(request).encode(), limits.seconds)
    if child.returncode != 0:
        raise _death(child.returncode)
    answer = json.loads(child.stdout)
    if "failed" in answer:
        raise SandboxFailed(*answer["failed"])
    return answer["result"]


def serve() -> None:
    """Be the child: set the limits, read the request, call the function, write the answer and end."""
    request = json.load(sys.stdin.buffer)
    limits = Limits(**request["limits"])
    _confine(limits)
    answer = _answer(request)
    if len(answer) > limits.answer:
        answer = _failed("limit", "holds more than may be read")
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
    # No destructor or exit hook of a library runs on what an untrusted file left behind.
    os._exit(0)


def _call(request: bytes, seconds: float) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 - our own interpreter, our own code
            [sys.executable, "-I", "-B", "-c", _START, str(Path(__file__).parents[1])],
            input=request,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={},
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise SandboxFailed("timeout", f"took longer than {seconds:g} seconds") from None


def _death(code: int) -> SandboxFailed:
    if code == -signal.SIGXCPU:
        return SandboxFailed("timeout", "took more processor time than may be spent on it")
    if code in {-signal.SIGABRT, -signal.SIGKILL}:
        return SandboxFailed("limit", _TOO_MUCH)
    how = signal.Signals(-code).name if code < 0 else f"exit code {code}"
    return SandboxFailed("corrupt", f"brought its reader down ({how})")


def _confine(limits: Limits) -> None:
    import resource

    bounds = {
        resource.RLIMIT_AS: (limits.memory, limits.memory),
        # The soft limit sends SIGXCPU, which says why; the hard one is for a child that ignores it.
        resource.RLIMIT_CPU: (limits.cpu_seconds, limits.cpu_seconds + 1),
        resource.RLIMIT_FSIZE: (0, 0),
        resource.RLIMIT_CORE: (0, 0),
    }
    for bound, values in bounds.items():
        # macOS refuses a bound on the address space; the other bounds and the wall time hold there.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(bound, values)


def _answer(request: Mapping[str, Any]) -> bytes:
    try:
        result = _resolve(request["function"], request["pack"])(**request["arguments"])
        return _json({"result": result})
    except SandboxFailed as error:
        return _failed(error.reason, str(error))
    except MemoryError:
        return _failed("limit", _TOO_MUCH)
    except Exception as error:
        # Whatever a hostile file provokes; the words of the error may quote the file, so they stay here.
        return _failed("corrupt", f"cannot be read ({type(error).__name__})")


def _resolve(function: str, pack: str | None) -> Callable[..., object]:
    module, _, name = function.partition(":")
    owner = Pack(Path(pack), "").module(module) if pack else importlib.import_module(module)
    found: Callable[..., object] = getattr(owner, name)
    return found


def _failed(reason: str, message: str) -> bytes:
    return _json({"failed": [reason, message]})


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
