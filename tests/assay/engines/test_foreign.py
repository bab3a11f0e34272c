"""A server that somebody else runs judges only while it holds exactly the policies of the packs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from support.fake_opa import Reply, fake_opa, json_reply
from support.servers import free_ports, running
from support.widgets import resource, snapshot

from assay.audit import Options, audit
from assay.engines import canaries, foreign
from assay.errors import EngineError
from assay.judging.plan import EngineChoice
from assay.loading import Content


@pytest.fixture(scope="module")
def server(opa: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An OPA that lets everybody do everything, as `opa run --server` does by itself."""
    address = f"127.0.0.1:{free_ports(1)[0]}"
    command = [opa, "run", "--server", "--addr", address, "--log-level", "error", "--disable-telemetry"]
    with running(command, f"http://{address}/health", tmp_path_factory.mktemp("opa")):
        yield f"http://{address}"


@pytest.fixture
def modules(widgets: Content, server: str) -> Iterator[dict[str, str]]:
    """The policies of the small pack; the server is emptied afterwards."""
    yield {**widgets.modules, **canaries.modules()}
    # A library goes last: nothing may be left that calls it.
    for name in sorted(_held(server), key=lambda name: ("/lib/" in name, name)):
        _send("DELETE", server, name)


def _send(method: str, server: str, name: str, source: str = "") -> None:
    request = Request(f"{server}/v1/policies/{name}", source.encode() or None, method=method)  # noqa: S310
    request.add_header("Content-Type", "text/plain")
    with urlopen(request):  # noqa: S310 - a loopback address
        pass


def _held(server: str) -> list[str]:
    with urlopen(f"{server}/v1/policies") as reply:  # noqa: S310 - a loopback address
        return [policy["id"] for policy in json.load(reply)["result"]]


def _guard(server: str, modules: dict[str, str], upload: bool = False) -> None:
    with foreign.guarded(server, None, None, modules, upload):
        pass


def test_nothing_is_loaded_unless_it_is_said_so(server: str, modules: dict[str, str]) -> None:
    with pytest.raises(EngineError, match=r"lacks the policy .* load the pack there, or say --opa-upload"):
        _guard(server, modules)
    assert _held(server) == []


def test_an_uploaded_pack_judges_as_the_embedded_engine_does(
    tmp_path: Path, widgets: Content, server: str, modules: dict[str, str]
) -> None:
    given = {"widget": [resource("a", size=1), resource("b", size=20), resource("c"), resource("张", size=3)]}
    taken = snapshot(tmp_path / "s", widgets, given)
    lines = []
    with foreign.guarded(server, None, None, modules, upload=True):
        for choice in (EngineChoice(), EngineChoice("opa", server), EngineChoice("both", server)):
            with audit(taken, widgets, Options(engine=choice)) as run:
                lines.append(list(run.raw()))
    assert lines[0] == lines[1] == lines[2]
    assert len(lines[0]) == 4


def test_a_loaded_pack_needs_no_upload(server: str, modules: dict[str, str]) -> None:
    _guard(server, modules, upload=True)
    _guard(server, modules)
    assert len(_held(server)) == len(modules)


def test_policies_of_others_do_not_matter_in_packages_of_their_own(server: str, modules: dict[str, str]) -> None:
    _send("PUT", server, "theirs", "package theirs.own\n\nallow := true\n")
    _guard(server, modules, upload=True)


def test_another_policy_in_a_package_of_ours_is_refused(server: str, modules: dict[str, str]) -> None:
    _guard(server, modules, upload=True)
    _send("PUT", server, "theirs", "package widgets.size\n\nhelper := 3\n")
    with pytest.raises(EngineError, match=r"has another policy in widgets\.size: theirs; remove it"):
        _guard(server, modules)


def test_a_policy_that_differs_by_one_byte_is_refused(server: str, modules: dict[str, str]) -> None:
    _guard(server, modules, upload=True)
    name = next(path for path in modules if path.endswith("size.rego"))
    with pytest.raises(EngineError, match=r"as it stands in the pack \(1 of"):
        _guard(server, {**modules, name: modules[name] + "\n"})


def test_a_policy_that_is_changed_during_the_run_is_found_after_it(server: str, modules: dict[str, str]) -> None:
    name = next(path for path in modules if path.endswith("size.rego"))
    with pytest.raises(EngineError, match="lacks the policy"), foreign.guarded(server, None, None, modules, True):
        _send("PUT", server, f"assay/{name}", modules[name].replace("<=", "<"))


def test_a_server_that_refuses_a_policy_is_told_with_its_words(server: str, modules: dict[str, str]) -> None:
    with pytest.raises(EngineError, match=r"refuses a policy: .*unexpected assign token"):
        _guard(server, {"broken.rego": "package broken\n\nx := :=\n"}, upload=True)


def test_a_server_that_drips_does_not_hold_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreign, "SECONDS", 0.3)
    slow = json_reply({"result": [{"v": "1"}]})
    with fake_opa() as fake:
        fake.answer = lambda path: Reply(slow.body, drip=0.2)
        with pytest.raises(EngineError, match="does not answer within"):
            _guard(fake.url, {})
