"""A run on disk: in its published form, readable from any layout of it, and never rendered in part."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.widgets import resource, snapshot

from assay import run as runs
from assay import schema
from assay.audit import Options, audit
from assay.errors import AssayError
from assay.loading import Content
from assay.run import Run, load


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory, widgets: Content) -> bytes:
    folder = tmp_path_factory.mktemp("run")
    given = [resource("a", size=1), resource("b", size=20), resource("c", unread={"size": "denied"}), resource("张")]
    taken = snapshot(folder / "s", widgets, {"widget": given})
    with audit(taken, widgets, Options()) as run:
        run.save(folder / "run.json")
    return (folder / "run.json").read_bytes()


@pytest.fixture
def reload(tmp_path: Path) -> Callable[[bytes], Run]:
    """Load a run from bytes."""

    def loaded(data: bytes) -> Run:
        (tmp_path / "run.json").write_bytes(data)
        return load(tmp_path / "run.json", tmp_path)

    return loaded


Reload = Callable[[bytes], Run]


def test_a_written_run_has_the_published_form(original: bytes) -> None:
    assert list(schema.mistakes(schema.own("run"), json.loads(original))) == []


def test_a_run_is_written_with_one_finding_a_line(original: bytes) -> None:
    lines = original.splitlines()
    assert len(lines) == 6
    assert [json.loads(line.rstrip(b","))["resource"] for line in lines[1:-1]] == ["a", "b", "c", "张"]


def test_a_run_that_is_loaded_and_written_again_is_the_same(original: bytes, reload: Reload, tmp_path: Path) -> None:
    reload(original).save(tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == original


LAYOUTS: dict[str, Callable[[Any], bytes]] = {
    "indented": lambda value: json.dumps(value, indent=2).encode(),
    "on one line": lambda value: json.dumps(value).encode(),
    "in Chinese letters": lambda value: json.dumps(value, ensure_ascii=False, indent="\t").encode(),
    "findings first": lambda value: json.dumps({"findings": value.pop("findings"), **value}).encode(),
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_a_layout_of_another_program_is_read(original: bytes, reload: Reload, layout: Callable[[Any], bytes]) -> None:
    found = reload(layout(json.loads(original)))
    wanted = json.loads(original)
    assert list(found.findings()) == wanted.pop("findings")
    assert dict(found.head) == wanted


def test_a_run_without_findings_is_one(original: bytes, reload: Reload, tmp_path: Path) -> None:
    value = json.loads(original)
    value["findings"] = []
    value["summary"]["verdicts"] = dict.fromkeys(value["summary"]["verdicts"], 0)
    empty = reload(json.dumps(value).encode())
    empty.save(tmp_path / "empty.json")
    assert list(load(tmp_path / "empty.json", tmp_path).findings()) == []


def _changed(original: bytes, change: Callable[[Any], object]) -> bytes:
    value = json.loads(original)
    change(value)
    return json.dumps(value).encode()


NO_RUNS: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "nothing": (lambda data: b"", "is not a run"),
    "a list": (lambda data: b"[]", "must be object"),
    "null": (lambda data: b"null", "must be object"),
    "text": (lambda data: b"run", "is not a run"),
    "deep nesting": (lambda data: b"[" * 100_000, "is not a run"),
    "a newer format": (
        lambda data: _changed(data, lambda value: value.update(format="assay.run/2")),
        "has the format assay.run/2; this assay reads assay.run/1: use a newer assay",
    ),
    "another format": (lambda data: _changed(data, lambda value: value.update(format="sarif")), "format: "),
    "no summary": (lambda data: _changed(data, lambda value: value.pop("summary")), "'summary' is a required"),
    "an odd verdict": (
        lambda data: _changed(data, lambda value: value["findings"][0].update(verdict="passed")),
        "findings.0.verdict: must be one of pass, fail, unknown, not_applicable",
    ),
    "a finding without check": (
        lambda data: _changed(data, lambda value: value["findings"][1].pop("check")),
        "findings.1: 'check' is a required property",
    ),
    "half of another layout": (lambda data: _changed(data, lambda value: None)[:-200], "is not a run"),
}


@pytest.mark.parametrize(("make", "told"), NO_RUNS.values(), ids=NO_RUNS.keys())
def test_what_is_no_run_is_told_with_exit_code_2(
    original: bytes, reload: Reload, make: Callable[[bytes], bytes], told: str
) -> None:
    with pytest.raises(AssayError) as found:
        reload(make(original))
    assert told in str(found.value)
    assert found.value.exit_code == 2
    assert len(str(found.value).splitlines()) == 1


def test_every_cut_of_a_run_is_found(original: bytes, reload: Reload) -> None:
    for length in range(0, len(original), 23):
        with pytest.raises(AssayError):
            reload(original[:length])
    with pytest.raises(AssayError):
        reload(original[:-1])


TAMPERED: dict[str, Callable[[bytes], bytes]] = {
    "a finding taken out": lambda data: b"\n".join(data.split(b"\n")[:2] + data.split(b"\n")[3:]),
    "a finding put in twice": lambda data: data.replace(b"\n]}", b",\n" + data.split(b"\n")[4] + b"\n]}"),
    "a finding taken out of another layout": lambda data: _changed(data, lambda value: value["findings"].pop()),
    "a verdict that is none": lambda data: data.replace(b'"verdict":"unknown"', b'"verdict":"unknowm"', 1),
    "a key too many": lambda data: data.replace(b'"verdict":"unknown"', b'"verdict":"unknown","x":1', 1),
    "a finding that is no JSON": lambda data: data.replace(b'"resource":"b"', b'"resource":"b', 1),
    "a severity that is none": lambda data: data.replace(b'"severity":"high"', b'"severity":"hihg"', 1),
}


@pytest.mark.parametrize("tamper", TAMPERED.values(), ids=TAMPERED.keys())
def test_a_run_that_was_changed_is_not_rendered(
    original: bytes, reload: Reload, tamper: Callable[[bytes], bytes]
) -> None:
    with pytest.raises(AssayError) as found:
        reload(tamper(original))
    assert found.value.exit_code == 4


def test_a_path_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    for path in (tmp_path / "none.json", tmp_path):
        with pytest.raises(AssayError, match="cannot be read") as found:
            load(path, tmp_path)
        assert found.value.exit_code == 2


def test_the_format_is_the_one_that_the_contract_names() -> None:
    assert runs.FORMAT == "assay.run/1"
