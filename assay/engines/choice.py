"""Builds the engine that the plan names, and lets it judge only when it answers the canaries."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assay.engines import canaries
from assay.engines.protocol import PolicyEngine
from assay.judging.plan import EngineChoice


def build(
    choice: EngineChoice, modules: Mapping[str, str], parameters: Mapping[str, Mapping[str, Any]]
) -> PolicyEngine:
    """Return the engine, self-tested; raises `EngineError` where it fails, `UsageError` where it is missing.

    Engines are imported here, when they are wanted: each has one module that knows its library.
    """
    if choice.name == "opa":
        engine = _opa(choice)
    elif choice.name == "both":
        from assay.engines.both import BothEngines

        engine = BothEngines(_embedded(modules, parameters), _opa(choice))
    else:
        engine = _embedded(modules, parameters)
    canaries.sing(engine)
    return engine


def _embedded(modules: Mapping[str, str], parameters: Mapping[str, Mapping[str, Any]]) -> PolicyEngine:
    from assay.engines.embedded import EmbeddedEngine

    return EmbeddedEngine({**modules, **canaries.modules()}, {**parameters, **canaries.PARAMETERS})


def _opa(choice: EngineChoice) -> PolicyEngine:
    from assay.engines.server import OpaServer

    if choice.url is None:
        raise ValueError("the opa engine needs the address of a server")
    return OpaServer(choice.url, choice.token, choice.ca)
