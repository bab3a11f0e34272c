"""What all tests share: the two engines with the bundled pack loaded."""

from __future__ import annotations

import os
import shutil
from collections.abc import Generator, Iterator

import pytest
from support.judging import content

from assay.engines import canaries, launch
from assay.engines.choice import build
from assay.engines.protocol import PolicyEngine
from assay.judging.plan import EngineChoice


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI a test that was skipped has failed: something that it needs was not installed."""
    report = yield
    may_skip = item.get_closest_marker("shared") is not None or hasattr(report, "wasxfail")
    if report.skipped and os.environ.get("CI") == "true" and not may_skip:
        report.outcome, report.longrepr = "failed", f"skipped, which CI does not allow: {report.longrepr}"
    return report


def _parameters() -> dict[str, dict[str, object]]:
    return {check.id: dict(check.parameters) for check in content().catalogue.checks.values()}


@pytest.fixture(scope="session")
def opa() -> str:
    """The path of `opa`; its tests are skipped by name where it cannot be had."""
    found = os.environ.get("ASSAY_OPA") or shutil.which("opa")
    if found is None:
        pytest.skip("no opa on this machine")
    return found


@pytest.fixture(scope="session")
def embedded() -> PolicyEngine:
    """The embedded engine with the bundled pack."""
    return build(EngineChoice(), content().modules, _parameters())


@pytest.fixture(scope="session")
def opa_server(opa: str) -> Iterator[tuple[str, str]]:
    """A real OPA with the bundled pack: (url, token)."""
    with launch.running({**content().modules, **canaries.modules()}) as address:
        yield address


@pytest.fixture(scope="session")
def both(opa_server: tuple[str, str]) -> Iterator[PolicyEngine]:
    """Both engines, which have to agree byte for byte."""
    url, token = opa_server
    engine = build(EngineChoice("both", url, token), content().modules, _parameters())
    yield engine
    engine.close()
