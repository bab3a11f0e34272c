"""An engine that answers one canary wrongly, in whatever way, may not judge."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from support.engines import LyingEngine, answer

from assay.engines import canaries
from assay.engines.choice import build
from assay.engines.protocol import Answer, Answers, Failure, PolicyEngine
from assay.errors import EngineError
from assay.judging.plan import EngineChoice

IDS = [resource["id"] for resource in canaries._RESOURCES]


@pytest.fixture(scope="module")
def honest() -> Iterator[PolicyEngine]:
    engine = build(EngineChoice(), {}, {})
    yield engine
    engine.close()


def _chain(change: Callable[[dict[str, Answer]], object]) -> Callable[[dict[str, Answers]], None]:
    """Change the answers of the first canary."""

    def changed(answers: dict[str, Answers]) -> None:
        chain = answers["CANARY-1"]
        assert not isinstance(chain, Failure)
        made = dict(chain)
        change(made)
        answers["CANARY-1"] = made

    return changed


def test_the_embedded_engine_passes(honest: PolicyEngine) -> None:
    canaries.sing(honest)


def test_a_real_opa_passes(opa_server: tuple[str, str]) -> None:
    url, token = opa_server
    engine = build(EngineChoice("opa", url, token), {}, {})
    assert engine.name == "opa"
    engine.close()


@pytest.mark.parametrize("id", IDS)
@pytest.mark.parametrize("verdict", ["pass", "fail", "unknown", "not_applicable"])
def test_a_wrong_verdict_on_any_canary_is_found(honest: PolicyEngine, id: str, verdict: str) -> None:
    expected = canaries._NAMES.get(id, "unknown")
    liar = LyingEngine(
        honest,
        _chain(lambda chain: chain.update({id: answer(verdict, "canary", seen=chain["good"].evidence[0]["actual"])})),
    )
    if verdict == expected:
        canaries.sing(liar)
    else:
        with pytest.raises(EngineError, match="fails its self-test and may not judge"):
            canaries.sing(liar)


@pytest.mark.parametrize("id", IDS)
def test_a_canary_that_is_not_answered_is_found(honest: PolicyEngine, id: str) -> None:
    with pytest.raises(EngineError, match="fails its self-test"):
        canaries.sing(LyingEngine(honest, _chain(lambda chain: chain.pop(id))))


def _seeing(seen: Any) -> Callable[[dict[str, Answers]], None]:
    return _chain(lambda chain: chain.update(good=answer("pass", "canary", seen=seen)))


SEEN: list[Any] = [
    [[{"ok": True}], 2**53],
    [[{"ok": True}], float(2**53)],
    [[{"ok": 1}], 2**53 - 1],
    [[], 2**53 - 1],
    [2**53 - 1, [{"ok": True}]],
    "[[{}], 9007199254740991]",
    None,
]
LIES: dict[str, Callable[[dict[str, Answers]], object]] = {
    "an answer for nobody": _chain(lambda chain: chain.update({"stranger": answer()})),
    "no answer at all": _chain(lambda chain: chain.clear()),
    "a failure of the chain": lambda answers: answers.update({"CANARY-1": Failure("out of order")}),
    "one of two contradicting answers": lambda answers: answers.update({"CANARY-2": {"good": answer()}}),
    "nothing where two answers meet": lambda answers: answers.update({"CANARY-2": {}}),
    "a pass where a policy divides by nothing": lambda answers: answers.update({"CANARY-3": {"good": answer()}}),
    "a question less": lambda answers: answers.pop("CANARY-3"),
    "a question more": lambda answers: answers.update({"CANARY-4": {}}),
} | {f"evidence changed to {seen}": _seeing(seen) for seen in SEEN}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES.keys())
def test_an_engine_that_lies_may_not_judge(honest: PolicyEngine, lie: Callable[[dict[str, Answers]], object]) -> None:
    with pytest.raises(EngineError, match="the engine liar 0 fails its self-test and may not judge") as found:
        canaries.sing(LyingEngine(honest, lie))
    assert found.value.exit_code == 4
