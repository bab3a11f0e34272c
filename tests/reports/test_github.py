"""Workflow commands: as many as GitHub shows, the worst first, and none that a name has written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support import hostile
from support import sample_run as sample

from assay.run import Run
from assay.text import one_line
from reports.github import FORMAT

_COMMAND = re.compile(r"::(?P<level>\w+) (?P<properties>[^:]*)::(?P<message>.*)")


class Command:
    """A command as GitHub's runner reads it."""

    def __init__(self, line: str) -> None:
        match = _COMMAND.fullmatch(line)
        assert match, line
        self.level = match["level"]
        pairs = (pair.split("=", 1) for pair in match["properties"].split(","))
        self.properties = {key: self._decoded(value) for key, value in pairs}
        self.message = self._decoded(match["message"])

    @staticmethod
    def _decoded(text: str) -> str:
        for code, character in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
            text = text.replace(code, character)
        return text


def read(run: Run, language: str = "en") -> tuple[list[Command], str]:
    """Return the commands and the last line, which is none."""
    *lines, last = sample.rendered(FORMAT, run, language).splitlines()
    assert "::" not in last
    assert "##[" not in last
    return [Command(line) for line in lines], last


def gaps(severity: str, number: int) -> list[dict[str, object]]:
    return [sample.finding("ENC-02.1", "storage_bucket", f"{severity}-{n}", "fail", severity) for n in range(number)]


def test_a_gap_stands_beside_its_line(tmp_path: Path) -> None:
    commands, _ = read(sample.run(tmp_path))
    assert commands[0].level == "error"
    assert commands[0].properties == {
        "file": "infra/buckets.tf",
        "line": "12",
        "title": "ENC-02.1 Bucket default encryption is on",
    }
    assert commands[0].message.startswith(
        "aws:s3:bucket/client-exports (aws_s3_bucket.client_exports): default encryption is off"
    )


def test_a_gap_without_a_file_names_none(tmp_path: Path) -> None:
    commands, _ = read(sample.run(tmp_path))
    assert set(commands[1].properties) == {"title"}


def test_no_more_of_a_level_than_github_shows(tmp_path: Path) -> None:
    found = [*gaps("low", 20), *gaps("medium", 20), *gaps("high", 20), *gaps("critical", 3)]
    found.append(sample.finding("ENC-02.2", "storage_bucket", "u", "unknown", "low"))
    commands, last = read(sample.run(tmp_path, found))
    levels = [command.level for command in commands]
    assert levels == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert commands[0].message.startswith("critical-0: ")
    assert last == (
        "Gaps: 3 critical, 20 high, 20 medium, 20 low; 34 gaps are left out here, the run in JSON holds them"
    )


def test_what_was_not_decided_is_told_once(tmp_path: Path) -> None:
    commands, _ = read(sample.run(tmp_path))
    assert commands[-1].level == "notice"
    assert commands[-1].message == "5 verdicts could not be reached. That is no pass."


def test_accepted_gaps_are_not_annotated(tmp_path: Path) -> None:
    found = [sample.finding("ENC-02.1", "storage_bucket", "b", "fail", "high", disposition="waived")]
    assert read(sample.run(tmp_path, found)) == ([], "No open gap in what was assessed.")


def test_a_name_can_neither_end_a_command_nor_begin_one(tmp_path: Path) -> None:
    found = [hostile.finding(name) for name in hostile.NAMES]
    for finding in found:
        commands, _ = read(sample.run(tmp_path, [finding]))
        (command,) = commands
        assert command.level == "error"
        assert set(command.properties) == {"file", "line", "title"}
        assert command.message.startswith(f"{one_line(finding['resource'])}: open to ")


@pytest.mark.parametrize("path", hostile.PLACES)
def test_a_path_stays_in_its_property(tmp_path: Path, path: str) -> None:
    commands, _ = read(sample.run(tmp_path, [hostile.finding("b", location={"path": path, "line": 3})]))
    (command,) = commands
    assert not command.properties.get("file", "x").startswith(("/", ".."))
    assert "secret" not in command.properties.get("file", "")


def test_it_speaks_chinese(tmp_path: Path) -> None:
    commands, last = read(sample.run(tmp_path), "zh-CN")
    assert "未开启默认加密" in commands[0].message
    assert last.startswith("不符合项：1 严重、11 高")
