"""Which checks run, with which parameters; a name that nobody knows stops the run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from support.widgets import words

from assay.catalogue import Catalogue, Clause, Control, Framework
from assay.check import Check, SeverityWhen
from assay.errors import AssayError
from assay.selection import Selection, at_or_above, choose, parameters


def _check(name: str, control: str, kind: str, severity: str, **more: Any) -> Check:
    text = words(name)
    return Check(name, control, kind, "widgets.size", text, text, text, severity, **more)


CATALOGUE = Catalogue(
    checks={
        check.id: check
        for check in (
            _check(
                "WID-01.2", "WID-01", "widget", "low", tags=("slow",), parameters={"most": 10, "days": {"a": 1, "b": 2}}
            ),
            _check("WID-01.1", "WID-01", "widget", "high"),
            _check("PEO-01.1", "PEO-01", "person", "medium", severity_when=(SeverityWhen("critical", ()),)),
        )
    },
    controls={
        "WID-01": Control("WID-01", words("w"), words("w"), clauses=(Clause("GDPR", "32", "high"),)),
        "PEO-01": Control("PEO-01", words("p"), words("p"), clauses=(Clause("PCI", "8", "high"),)),
    },
    frameworks={name: Framework(name, name, "1", "s", "v") for name in ("GDPR", "PCI")},
    profiles={
        "loose": {"WID-01.2": {"most": 20, "days": {"b": 3}}},
        "strict": {"WID-01.2": {"most": 5}, "WID-09.9": {"of": "another pack"}},
    },
)
SOURCES = frozenset({"shop", "cloud"})


@pytest.mark.parametrize(
    ("given", "ids"),
    [
        ({}, ["PEO-01.1", "WID-01.1", "WID-01.2"]),
        ({"only": ["WID-01.1"]}, ["WID-01.1"]),
        ({"only": ["WID-01", "person"]}, ["PEO-01.1", "WID-01.1", "WID-01.2"]),
        ({"only": ["tag:slow"]}, ["WID-01.2"]),
        ({"only": ["shop"]}, ["PEO-01.1", "WID-01.1", "WID-01.2"]),
        ({"only": ["shop", "person"]}, ["PEO-01.1"]),
        ({"skip": ["widget"]}, ["PEO-01.1"]),
        ({"skip": ["shop"]}, ["PEO-01.1", "WID-01.1", "WID-01.2"]),
        ({"only": ["WID-01"], "skip": ["tag:slow"]}, ["WID-01.1"]),
        ({"frameworks": ["GDPR"]}, ["WID-01.1", "WID-01.2"]),
        ({"frameworks": ["GDPR", "PCI"]}, ["PEO-01.1", "WID-01.1", "WID-01.2"]),
        ({"severity": "low"}, ["PEO-01.1", "WID-01.1", "WID-01.2"]),
        ({"severity": "high"}, ["PEO-01.1", "WID-01.1"]),
        ({"severity": "critical"}, ["PEO-01.1"]),
    ],
)
def test_checks_are_chosen_and_sorted_by_id(given: Mapping[str, Any], ids: list[str]) -> None:
    assert [check.id for check in choose(CATALOGUE, Selection(sources=SOURCES, **given))] == ids


@pytest.mark.parametrize(
    ("given", "left_out"),
    [
        ({}, []),
        ({"only": ["WID-01"]}, []),
        ({"only": ["shop"]}, ["cloud"]),
        ({"only": ["shop", "person"]}, ["cloud"]),
        ({"skip": ["shop"]}, ["shop"]),
        ({"only": ["shop"], "skip": ["shop"]}, ["cloud", "shop"]),
    ],
)
def test_a_source_that_is_named_chooses_resources(given: Mapping[str, Any], left_out: list[str]) -> None:
    assert Selection(sources=SOURCES, **given).left_out == left_out


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"only": ["WID-1.1"]}, "unknown check, control, kind, source or tag 'WID-1.1'; did you mean 'WID-01.1'?"),
        ({"skip": ["wigdet"]}, "unknown check, control, kind, source or tag 'wigdet'; did you mean 'widget'?"),
        ({"only": ["shopp"]}, "unknown check, control, kind, source or tag 'shopp'; did you mean 'shop'?"),
        ({"only": ["tag:fast"]}, "unknown check, control, kind, source or tag 'tag:fast'; did you mean 'tag:slow'?"),
        ({"frameworks": ["gdpr"]}, "unknown framework 'gdpr'; did you mean 'GDPR'?"),
        ({"frameworks": ["xyz"]}, "unknown framework 'xyz'; known: GDPR, PCI"),
    ],
)
def test_an_unknown_name_stops_the_run_with_the_nearest_one(given: Mapping[str, Any], told: str) -> None:
    with pytest.raises(AssayError) as found:
        choose(CATALOGUE, Selection(sources=SOURCES, **given))
    assert (str(found.value), found.value.exit_code) == (told, 2)


def _effective(profiles: list[str], estate: Mapping[str, Mapping[str, object]]) -> dict[str, object]:
    return parameters(CATALOGUE, CATALOGUE.checks.values(), profiles, estate)["WID-01.2"]


@pytest.mark.parametrize(
    ("profiles", "estate", "effective"),
    [
        ([], {}, {"most": 10, "days": {"a": 1, "b": 2}}),
        (["loose"], {}, {"most": 20, "days": {"a": 1, "b": 3}}),
        (["loose", "strict"], {}, {"most": 5, "days": {"a": 1, "b": 3}}),
        (["strict", "loose"], {}, {"most": 20, "days": {"a": 1, "b": 3}}),
        (["strict"], {"WID-01.2": {"most": 7, "days": {"a": 9}}}, {"most": 7, "days": {"a": 9, "b": 2}}),
    ],
)
def test_later_parameters_win_default_then_profiles_then_estate(
    profiles: list[str], estate: Mapping[str, Mapping[str, object]], effective: Mapping[str, object]
) -> None:
    assert _effective(profiles, estate) == effective
    assert CATALOGUE.checks["WID-01.2"].parameters["most"] == 10, "the catalogue itself stays as it is"


@pytest.mark.parametrize(
    ("profiles", "estate", "told"),
    [
        (["loos"], {}, "unknown profile 'loos'; did you mean 'loose'?"),
        ([], {"WID-01.3": {"most": 1}}, "unknown check 'WID-01.3'; did you mean 'WID-01.2'?"),
        ([], {"WID-01.2": {"mots": 1}}, "parameters: WID-01.2: unknown parameter 'mots'; did you mean 'most'?"),
        ([], {"WID-01.1": {"most": 1}}, "parameters: WID-01.1: unknown parameter 'most'; known: none"),
    ],
)
def test_unknown_profiles_checks_and_parameters_stop_the_run(
    profiles: list[str], estate: Mapping[str, Mapping[str, object]], told: str
) -> None:
    with pytest.raises(AssayError) as found:
        _effective(profiles, estate)
    assert (str(found.value), found.value.exit_code) == (told, 2)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("most", "10"),
        ("most", True),
        ("most", -1),
        ("most", 10**7),
        ("most", [10]),
        ("days", 5),
        ("days", {"a": "1"}),
        ("days", [1]),
    ],
)
def test_a_threshold_keeps_the_form_of_its_default(name: str, value: object) -> None:
    with pytest.raises(AssayError, match=f"parameters: WID-01.2: {name} is not of the form of its default, "):
        _effective([], {"WID-01.2": {name: value}})


def test_severities_are_ordered() -> None:
    order = ["critical", "high", "medium", "low"]
    for place, severity in enumerate(order):
        assert [at_or_above(severity, level) for level in order] == [place <= other for other in range(4)]
