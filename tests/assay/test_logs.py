"""Logs: only Assay's own, one line each, without the text of errors and without secrets."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator

import pytest

from assay import logs


@pytest.fixture(autouse=True)
def own_logger() -> Iterator[None]:
    """Leave the logger as it was."""
    own = logging.getLogger("assay")
    kept = own.handlers[:], own.level, own.propagate
    yield
    own.handlers[:], own.level, own.propagate = kept


def _failed() -> ValueError:
    try:
        int("hunter2 of a source")
    except ValueError as error:
        return error
    raise AssertionError


def test_a_line_names_kind_and_place_of_an_error_and_not_its_text(capsys: pytest.CaptureFixture[str]) -> None:
    logs.start(logging.DEBUG, as_json=False)
    logging.getLogger("assay.collect").debug("collector %s failed", "x", exc_info=_failed())
    said = capsys.readouterr().err
    assert said.startswith("debug: collector x failed (ValueError at ")
    assert said.count("\n") == 1
    assert "hunter2" not in said


def test_json_lines_are_json(capsys: pytest.CaptureFixture[str]) -> None:
    logs.start(logging.INFO, as_json=True)
    logging.getLogger("assay.x").info("客户 %s", 'quo"te\n\x1b[2K')
    logging.getLogger("assay.x").debug("too quiet")
    (line,) = capsys.readouterr().err.splitlines()
    said = json.loads(line)
    assert (said["level"], said["logger"]) == ("info", "assay.x")
    assert said["message"] == '客户 quo"te\\n\\x1b[2K'


def test_other_libraries_stay_silent(capsys: pytest.CaptureFixture[str]) -> None:
    logs.start(logging.DEBUG, as_json=False)
    for name in ("botocore", "urllib3", "assay_pack_1_collectors"):
        logging.getLogger(name).debug("signature")
    assert capsys.readouterr().err == ""


def test_what_is_to_be_hidden_is_hidden_in_arguments_too(capsys: pytest.CaptureFixture[str]) -> None:
    logs.start(logging.INFO, as_json=False)
    logs.hide(lambda text: text.replace("hunter2", "***"))
    logging.getLogger("assay").info("connect %s", "host=db hunter2")
    assert capsys.readouterr().err == "info: connect host=db ***\n"
