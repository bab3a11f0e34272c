"""An OPA of our own: it answers only who holds the token, nobody may change it, and it ends with the block."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest

from assay.engines import canaries, launch
from assay.errors import EngineError, UsageError

QUERY = "/v1/data/assay_canary/chain"


@pytest.fixture(scope="module")
def address(opa: str) -> Iterator[tuple[str, str]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ASSAY_OPA", opa)
        with launch.running(canaries.modules()) as found:
            yield found


def _status(url: str, method: str, path: str, token: str | None) -> int:
    body = b"package system.authz\n\nallow := true\n" if method == "PUT" else b'{"input": {"resources": []}}'
    request = Request(url + path, None if method == "GET" else body, method=method)  # noqa: S310 - loopback
    request.add_header("Content-Type", "text/plain" if method == "PUT" else "application/json")
    if token is not None:
        request.add_header("Authorization", f"Bearer {token}")
    try:
        with urlopen(request) as reply:  # noqa: S310 - loopback
            return int(reply.status)
    except HTTPError as error:
        error.close()
        return error.code


@pytest.mark.parametrize(
    ("method", "path", "holds_token", "status"),
    [
        ("POST", QUERY, True, 200),
        ("POST", QUERY, False, 401),
        ("GET", "/v1/policies", True, 200),
        ("GET", "/v1/policies", False, 401),
        ("PUT", "/v1/policies/authz.rego", True, 401),
        ("PUT", "/v1/policies/new", True, 401),
        ("PUT", "/v1/data/x", True, 401),
        ("DELETE", "/v1/policies/authz.rego", True, 401),
        ("PATCH", "/v1/data", True, 401),
    ],
)
def test_only_the_token_asks_and_nobody_changes(
    address: tuple[str, str], method: str, path: str, holds_token: bool, status: int
) -> None:
    url, token = address
    assert _status(url, method, path, token if holds_token else None) == status
    assert _status(url, method, path, token + "x") == 401


def test_it_ends_with_the_block_and_leaves_no_folder(opa: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ASSAY_OPA", opa)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with launch.running({}) as (url, _):
        assert [path.stat().st_mode & 0o077 for path in tmp_path.iterdir()] == [0]
    with pytest.raises(URLError):
        urlopen(url)  # noqa: S310 - loopback
    assert list(tmp_path.iterdir()) == []


def test_without_an_opa_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("ASSAY_OPA", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match=r"install Open Policy Agent 1\.x, or name a server by --opa-url"):
        launch.program()


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("#!/bin/sh\necho starting >&2\necho no room left >&2\nexit 3\n", "opa did not start: no room left"),
        ("#!/bin/sh\nexit 3\n", "opa did not start: no message"),
    ],
)
def test_an_opa_that_does_not_start_is_told_with_its_words(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str, told: str
) -> None:
    program = tmp_path / "opa"
    program.write_text(script)
    program.chmod(0o700)
    monkeypatch.setenv("ASSAY_OPA", str(program))
    with pytest.raises(EngineError, match=told), launch.running({}):
        pass


def test_a_program_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSAY_OPA", "/not/there/opa")
    with pytest.raises(UsageError, match="/not/there/opa"), launch.running({}):
        pass


def test_a_policy_that_opa_refuses_is_told(opa: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSAY_OPA", opa)
    with (
        pytest.raises(EngineError, match=r"opa did not start: .*rego_"),
        launch.running({"x.rego": "package x\n\ny := z\n"}),
    ):
        pass


def test_secrets_of_the_environment_do_not_reach_it(opa: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSAY_OPA", opa)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "hunter2-hunter2")
    leak = "package leak\n\nseen := opa.runtime().env\n"
    with launch.running({"leak.rego": leak}) as (url, token):
        request = Request(f"{url}/v1/data/leak/seen", headers={"Authorization": f"Bearer {token}"})  # noqa: S310
        with urlopen(request) as reply:  # noqa: S310 - loopback
            told = reply.read().decode()
    assert "PATH" in told
    assert "hunter2" not in told
    assert os.environ["AWS_SECRET_ACCESS_KEY"] == "hunter2-hunter2"
