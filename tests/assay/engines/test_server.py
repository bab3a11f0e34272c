"""A server that answers anything but what an OPA answers is an error, never an answer and never a pass."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.fake_opa import FakeOpa, Reply, fake_opa, json_reply
from support.widgets import resource, snapshot

from assay.audit import Options, audit
from assay.engines.protocol import Failure, Question
from assay.engines.server import OpaServer
from assay.errors import AssayError, EngineError, UsageError
from assay.judging.plan import EngineChoice
from assay.loading import Content
from assay.run import Run

DATA = "/v1/data/widgets/size/verdicts"
GOOD = {"verdict": "pass", "reason": "pass", "evidence": [{"field": "/size", "actual": 1}]}


@pytest.fixture
def fake(widgets: Content) -> Iterator[FakeOpa]:
    with fake_opa(widgets.modules) as server:
        yield server


def _ask(fake: FakeOpa, reply: Reply) -> Any:
    """Ask one question that gets this reply."""
    fake.answer = lambda path: reply if path == DATA else None
    engine = OpaServer(fake.url)
    document = {"kind": "widget", "resources": [{"id": "a", "size": 1}], "related": {}, "complete": {}, "links": {}}
    try:
        return engine.judge(document, [Question("WID-01.1", "widgets.size", {"most": 10})])["WID-01.1"]
    finally:
        engine.close()


def test_a_server_that_answers_as_it_should_is_understood(fake: FakeOpa) -> None:
    answers = _ask(fake, json_reply({"result": {"a": GOOD}}))
    assert answers["a"].verdict == "pass"
    assert OpaServer(fake.url).version == "0-fake"


UNUSABLE = {
    "nothing": json_reply({}),
    "null": json_reply(None),
    "a list": json_reply([{"a": GOOD}]),
    "a text": json_reply("result"),
    "the result null": json_reply({"result": None}),
    "the result a list": json_reply({"result": [GOOD]}),
    "the result true": json_reply({"result": True}),
    "an answer null": json_reply({"result": {"a": None}}),
    "an answer true": json_reply({"result": {"a": True}}),
    "an unknown verdict": json_reply({"result": {"a": GOOD | {"verdict": "passed"}}}),
    "no verdict": json_reply({"result": {"a": {"reason": "pass", "evidence": []}}}),
    "no reason": json_reply({"result": {"a": {"verdict": "pass", "evidence": []}}}),
    "no evidence": json_reply({"result": {"a": {"verdict": "pass", "reason": "pass"}}}),
    "evidence without field": json_reply({"result": {"a": GOOD | {"evidence": [{"actual": 1}]}}}),
    "a key too many": json_reply({"result": {"a": GOOD | {"waived": True}}}),
    "a failed evaluation": json_reply({"code": "internal_error", "message": "conflict"}, 500),
}


@pytest.mark.parametrize("reply", UNUSABLE.values(), ids=UNUSABLE.keys())
def test_an_answer_out_of_form_is_a_failure_of_the_policy(fake: FakeOpa, reply: Reply) -> None:
    assert isinstance(_ask(fake, reply), Failure)


BROKEN = {
    "HTML": Reply(b"<html>It works!</html>"),
    "an empty body": Reply(b""),
    "half a body": Reply(b'{"result": {"a": {"verdict": "pa'),
    "a body that is cut off": Reply(b'{"result": {}}', missing=50),
    "bytes": Reply(b"\xff\xfe\x00"),
    "404": json_reply({"code": "undefined_document", "message": "gone"}, 404),
    "401": json_reply({"code": "unauthorized", "message": "who are you"}, 401),
    "500 of a proxy": Reply(b"<html>oops</html>", 500),
    "503": Reply(b"", 503),
    "deep nesting": Reply(b"[" * 100_000),
}


@pytest.mark.parametrize("reply", BROKEN.values(), ids=BROKEN.keys())
def test_a_server_that_is_broken_ends_the_run_in_one_line(fake: FakeOpa, reply: Reply) -> None:
    with pytest.raises(EngineError) as found:
        _ask(fake, reply)
    assert found.value.exit_code == 4
    assert len(str(found.value).splitlines()) == 1


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed_and_the_other_host_gets_nothing(fake: FakeOpa, status: int) -> None:
    with fake_opa() as other:
        with pytest.raises(EngineError):
            _ask(fake, Reply(b"", status, {"Location": f"{other.url}{DATA}"}))
        assert other.asked == []


def test_proxies_of_the_environment_are_not_used(fake: FakeOpa, monkeypatch: pytest.MonkeyPatch) -> None:
    with fake_opa() as other:
        for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
            monkeypatch.setenv(name, other.url)
        monkeypatch.delenv("no_proxy", raising=False)
        assert _ask(fake, json_reply({"result": {"a": GOOD}}))["a"].verdict == "pass"
        assert other.asked == []


VERSIONS: list[Any] = [
    {},
    None,
    [],
    {"result": []},
    {"result": [{}]},
    {"result": None},
    {"result": [None]},
    "x",
    {"result": "x"},
]


@pytest.mark.parametrize("value", VERSIONS)
def test_what_is_no_opa_is_told_as_such(fake: FakeOpa, value: object) -> None:
    fake.answer = lambda path: json_reply(value)
    with pytest.raises(EngineError, match="answers as no OPA does"):
        OpaServer(fake.url)


@pytest.mark.parametrize("value", [{}, {"result": None}, {"result": [{}]}, {"result": [{"id": "x", "raw": "y"}]}, []])
def test_policies_out_of_form_are_told_as_such(fake: FakeOpa, value: object) -> None:
    engine = OpaServer(fake.url)
    fake.answer = lambda path: json_reply(value)
    with pytest.raises(EngineError, match="answers as no OPA does"):
        engine.modules()


def test_a_server_that_is_not_there_is_told_with_its_address() -> None:
    with pytest.raises(EngineError, match=r"http://127\.0\.0\.1:9 does not answer"):
        OpaServer("http://127.0.0.1:9")


@pytest.mark.parametrize(
    "url", ["ftp://127.0.0.1", "127.0.0.1:8181", "https://", "http://127.0.0.1/v1", "http://opa.example.com:8181", ""]
)
def test_an_address_that_would_not_do_is_refused_before_anything_is_sent(url: str) -> None:
    with pytest.raises(UsageError):
        OpaServer(url)


def _audited(folder: Path, widgets: Content, fake: FakeOpa, seconds: float = 60.0) -> list[dict[str, Any]]:
    given = {"widget": [resource("a", size=1), resource("b", size=2)]}
    taken = snapshot(folder / "s", widgets, given)
    options = Options(engine=EngineChoice("opa", fake.url), seconds=seconds)
    with audit(taken, widgets, options) as run:
        assert isinstance(run, Run)
        return [dict(finding) for finding in run.findings()]


def test_a_server_judges_a_whole_audit(tmp_path: Path, widgets: Content, fake: FakeOpa) -> None:
    assert [finding["verdict"] for finding in _audited(tmp_path, widgets, fake)] == ["pass", "pass"]


@pytest.mark.parametrize(
    "answers", [{}, {"a": GOOD}, {"a": GOOD, "b": GOOD, "c": GOOD}, {"A": GOOD, "b": GOOD}, {"": GOOD}]
)
def test_answers_too_few_or_too_many_void_them_all(
    tmp_path: Path, widgets: Content, fake: FakeOpa, answers: object
) -> None:
    fake.answer = lambda path: json_reply({"result": answers}) if path == DATA else None
    findings = _audited(tmp_path, widgets, fake)
    assert [finding["verdict"] for finding in findings] == ["unknown", "unknown"]
    assert findings[0]["reason"]["en"] == "the policy failed on this batch"


def test_a_slow_drip_ends_at_the_time_limit_and_is_unknown(tmp_path: Path, widgets: Content, fake: FakeOpa) -> None:
    whole = json_reply({"result": {"a": GOOD, "b": GOOD}})
    fake.answer = lambda path: Reply(whole.body, drip=0.2) if path == DATA else None
    findings = _audited(tmp_path, widgets, fake, seconds=0.7)
    assert [finding["verdict"] for finding in findings] == ["unknown", "unknown"]
    assert "ran out of time" in findings[0]["reason"]["en"]


def test_a_server_that_breaks_in_the_middle_ends_the_run(tmp_path: Path, widgets: Content, fake: FakeOpa) -> None:
    fake.answer = lambda path: Reply(b"<html>", 502) if path == DATA else None
    with pytest.raises(AssayError, match="answers 502") as found:
        _audited(tmp_path, widgets, fake)
    assert found.value.exit_code == 4


def test_a_server_that_lies_on_the_canaries_may_not_judge(tmp_path: Path, widgets: Content, fake: FakeOpa) -> None:
    fake.answer = lambda path: json_reply({"result": {}}) if path.startswith("/v1/data/assay_canary") else None
    with pytest.raises(AssayError, match="fails its self-test and may not judge"):
        _audited(tmp_path, widgets, fake)
