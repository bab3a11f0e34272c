"""Names that mean one company or person are one spelling; names that may mean two are never taken for one."""

from __future__ import annotations

import pytest

from collectors.derive.names import Register, companies, person


def _bearers(name: str, **registered: list[str]) -> set[str]:
    return Register(registered.items()).bearers(name)


@pytest.mark.parametrize(
    ("written", "registered"),
    [
        ("Green Cloud Ltd", "GREEN  CLOUD, LIMITED"),
        ("Green Cloud Co., Ltd.", "Green Cloud Ltd"),
        ("Ｇｒｅｅｎ Cloud Inc.", "Green Cloud, Incorporated"),
        ("Green & Cloud L.L.P.", "Green and Cloud LLP"),
        ("绿云 有限责任公司", "绿云有限公司"),
        ("绿云（上海）有限公司", "绿云(上海)有限公司"),
        ("Green Cloud", "Green Cloud Ltd"),
        ("Green Cloud Ltd", "Green Cloud"),
        ("绿云", "绿云股份有限公司"),
        ("Green Cloud Ltd. 绿云有限公司", "绿云有限公司"),
        ("绿云有限公司（Green Cloud Ltd）", "Green Cloud Ltd."),
    ],
)
def test_spellings_of_one_company_meet(written: str, registered: str) -> None:
    assert _bearers(written, v=[registered]) == {"v"}
    assert _bearers(registered, v=[written]) == {"v"}


@pytest.mark.parametrize(
    ("written", "registered"),
    [
        ("Green Cloud Ltd", "Green Cloud Inc"),
        ("绿云有限公司", "绿云股份有限公司"),
        ("绿云有限公司", "绿云科技有限公司"),
        ("上海绿云有限公司", "绿云有限公司"),
        ("ABC 科技有限公司", "ABC Ltd"),
        ("Green Cloud", "Green Clouds"),
    ],
)
def test_other_companies_do_not(written: str, registered: str) -> None:
    assert _bearers(written, v=[registered]) == set()


def test_the_form_tells_two_companies_of_one_stem_apart() -> None:
    both = {"v": ["Green Cloud Ltd"], "w": ["Green Cloud Inc"]}
    assert _bearers("Green Cloud Limited", **both) == {"v"}
    assert _bearers("Green Cloud", **both) == {"v", "w"}
    assert _bearers("Green Cloud GmbH", **both) == set()


def test_a_short_name_stands_for_no_other_form_than_that_of_its_company() -> None:
    assert _bearers("Green Cloud Ltd", w=["Green Cloud Inc", "Green Cloud"]) == set()


def test_two_languages_that_mean_two_companies_are_not_clear() -> None:
    assert _bearers("Green Cloud Ltd 绿云有限公司", v=["Green Cloud Ltd"], w=["绿云有限公司"]) == {"v", "w"}


def test_a_name_that_is_only_a_form_is_a_name() -> None:
    assert [company.stem for company in companies("Limited")] == ["limited"]


@pytest.mark.parametrize("written", ["Ann Li", "ANN  LI", "Li, Ann", "Ａｎｎ Li"])
def test_spellings_of_one_person_meet(written: str) -> None:
    assert person(written) == person("Ann Li")


def test_other_people_do_not() -> None:
    assert len({person(name) for name in ("Ann Li", "Li Ann", "Anna Li", "李 安")}) == 4
    assert person("贾 有名") == person("贾有名")
