"""`assay.yaml`: every mistake is told with file, line and what was meant, before anything is read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from support.judging import content

from assay import config
from assay.errors import ConfigError

GOOD = """\
estate: A shop
timezone: Europe/Berlin
profile: [cn_baseline, pci]
max_age: {vendors: 92d, register: 13w}
sources:
  - {name: vendors, collector: register, path: vendors.yaml}
  - name: staff
    collector: hr_roster
    path: staff.csv
"""


def _load(folder: Path, text: str) -> config.Config:
    (folder / "assay.yaml").write_text(text, "utf-8")
    return config.load(config.find(folder))


def _mistake(folder: Path, text: str) -> str:
    """Return what is told of a file that is refused, without its folder; one line, exit code 2."""
    with pytest.raises(ConfigError) as found:
        config.check_sources(_load(folder, text), content())
    assert found.value.exit_code == 2
    assert len(str(found.value).splitlines()) == 1
    return str(found.value).removeprefix(f"{folder}/")


def test_values_keep_where_they_came_from(tmp_path: Path) -> None:
    read = _load(tmp_path, GOOD)
    assert read.origins["profile"] == f"{tmp_path}/assay.yaml:3"
    assert read.origins["max_age"] == f"{tmp_path}/assay.yaml:4"
    assert read.origins["fail_on"] == "default"
    assert [(entry.name, entry.line) for entry in read.sources] == [("vendors", 6), ("staff", 7)]
    assert read.folder == tmp_path


def test_what_judging_needs_goes_into_the_snapshot_and_nothing_else_does(tmp_path: Path) -> None:
    assert _load(tmp_path, GOOD).settings() == {
        "timezone": "Europe/Berlin",
        "profiles": ["cn_baseline", "pci"],
        "max_age": {"vendors": "92d", "register": "13w"},
    }


def test_a_profile_may_be_one_name(tmp_path: Path) -> None:
    assert _load(tmp_path, "estate: A\nprofile: pci\n").profiles == ["pci"]


def test_collectors_are_found_by_source(tmp_path: Path) -> None:
    found = config.check_sources(_load(tmp_path, GOOD), content())
    assert {name: collector.name for name, collector in found.items()} == {
        "vendors": "register",
        "staff": "hr_roster",
    }


SOURCE = "estate: A\nsources:\n  - {name: vendors, collector: register, path: v.yaml%s}\n"

MISTAKES: Mapping[str, tuple[str, str]] = {
    "unknown key": (
        "estate: A\ntimezon: UTC\n",
        "assay.yaml:2: timezon: unknown key 'timezon'; did you mean 'timezone'?",
    ),
    "missing estate": ("timezone: UTC\n", "assay.yaml:1: 'estate' is a required property"),
    "wrong type": ("estate: A\njobs: many\n", "assay.yaml:2: jobs: must be integer"),
    "bad choice": ("estate: A\n\nengine: fast\n", "assay.yaml:3: engine: must be one of embedded, opa, both"),
    "unknown zone": (
        "estate: A\ntimezone: Asia/Shangai\n",
        "assay.yaml:2: timezone 'Asia/Shangai' is not known; use an IANA name such as Asia/Shanghai",
    ),
    "zone that is a path": (
        "estate: A\ntimezone: ../../etc/passwd\n",
        "assay.yaml:2: timezone '../../etc/passwd' is not known; use an IANA name such as Asia/Shanghai",
    ),
    "bad age": ("estate: A\nmax_age:\n  aws: soon\n", "assay.yaml:3: max_age.aws: does not have the form"),
    "age without end": ("estate: A\nmax_age: {aws: 99999999d}\n", "assay.yaml:2: max_age.aws: does not have the form"),
    "age of no source": (
        f"max_age: {{vendor: 1d}}\n{SOURCE % ''}",
        "assay.yaml: max_age: 'vendor' is no source and no collector in use; did you mean 'vendors'?",
    ),
    "source without collector": (
        "estate: A\nsources:\n  - name: x\n",
        "assay.yaml:3: sources[0]: 'collector' is a required property",
    ),
    "bad source name": (
        "estate: A\nsources:\n  - {name: ../x, collector: register}\n",
        "assay.yaml:3: sources[0].name: does not have the form",
    ),
    "two sources of one name": (
        SOURCE % "" + "  - {name: vendors, collector: register, path: w.yaml}\n",
        "assay.yaml:4: the source name 'vendors' is taken in line 3",
    ),
    "unknown collector": (
        "estate: A\nsources:\n\n  - {name: x, collector: postgres}\n",
        "assay.yaml:4: source x: unknown collector 'postgres'; did you mean 'postgresql'?",
    ),
    "unknown option": (
        SOURCE % ", colums: {a: b}",
        "assay.yaml:3: source vendors: colums: unknown key 'colums'; did you mean 'columns'?",
    ),
    "missing option": (
        "estate: A\nsources:\n  - {name: vendors, collector: register}\n",
        "assay.yaml:3: source vendors: options: 'path' is a required property",
    ),
    "name that the environment lacks": (
        "estate: A\nsources:\n  - {name: v, collector: register, path: '${NOT_SET_ANYWHERE}'}\n",
        "assay.yaml:3: source v.path: the environment has no NOT_SET_ANYWHERE;",
    ),
    "list": ("- a\n", "assay.yaml:1: is no configuration; it starts with `estate: NAME`"),
    "empty": ("", "assay.yaml:1: is no configuration; it starts with `estate: NAME`"),
    "no yaml": ("estate: [\n", "assay.yaml:2:1: "),
    "key twice": ("estate: A\nestate: B\n", "assay.yaml:2:"),
}


@pytest.mark.parametrize(("text", "told"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    assert _mistake(tmp_path, text).startswith(told)


@pytest.mark.parametrize("dsn", ["postgresql://u:hunter2@db/crm", "host=db password=hunter2", "db?token=hunter2"])
def test_a_password_in_the_file_itself_is_told_and_not_quoted(tmp_path: Path, dsn: str) -> None:
    text = f"estate: A\nsources:\n  - {{name: crm, collector: postgresql, dsn: '{dsn}'}}\n"
    (told,) = config.literal_passwords(_load(tmp_path, text))
    assert "source crm: dsn holds a password; put it into the environment" in told
    assert "hunter2" not in told


def test_a_password_of_the_environment_is_no_literal_one(tmp_path: Path) -> None:
    text = "estate: A\nsources:\n  - {name: crm, collector: postgresql, dsn: 'host=db password=${CRM}'}\n"
    assert config.literal_passwords(_load(tmp_path, text)) == []


def test_a_refused_option_is_not_quoted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHOP_PATH", "hunter2-hunter2")
    text = "estate: A\nsources:\n  - {name: v, collector: register, path: ['${SHOP_PATH}']}\n"
    assert "hunter2" not in _mistake(tmp_path, text)


def test_a_file_that_is_not_there_is_told_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="make one with `assay init`, or name it with -c"):
        config.find(tmp_path / "other.yaml")


def test_without_a_name_the_file_of_this_folder_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "assay.yaml").write_text("estate: A\n")
    monkeypatch.chdir(tmp_path)
    assert config.find(None) == Path("assay.yaml")


def test_secrets_of_the_environment_stay_out_of_what_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHOP_PATH", "hunter2.yaml")
    read = _load(tmp_path, "estate: A\nsources:\n  - {name: v, collector: register, path: '${SHOP_PATH}'}\n")
    assert read.sources[0].options == {"path": "${SHOP_PATH}"}
    config.check_sources(read, content())
    given: dict[str, Any] = dict(read.sources[0].options)
    assert given == {"path": "hunter2.yaml"}
    assert "hunter2" not in str(read.settings())
    assert read.secrets.scrub("reading hunter2.yaml") == "reading ***"
