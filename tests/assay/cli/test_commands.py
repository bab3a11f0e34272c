"""Commands that do what they say: where the data goes, what the exit code means, what is imported."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.widgets import SmallPack

from .conftest import Assay

ROOT = Path(__file__).parents[3]


def test_data_goes_to_standard_output_and_the_summary_to_standard_error(assay: Assay, open_bucket: Path) -> None:
    outcome = assay("audit", open_bucket, "-f", "json", "--only", "ENC-02.1")
    run = json.loads(outcome.out)
    assert [finding["verdict"] for finding in run["findings"]] == ["unknown", "fail"]
    assert outcome.code == 1
    assert outcome.err == "assay: 1 gaps and 1 unknown at or above high; exit code 1\n"


def test_quiet_says_nothing_but_the_data(assay: Assay, open_bucket: Path) -> None:
    assert assay("audit", open_bucket, "-q", "-f", "json").err == ""


@pytest.mark.parametrize(
    ("bucket", "options", "code"),
    [
        ("open", "--only ENC-02.1", 1),
        ("open", "--only ENC-02.1 --fail-on critical", 0),
        ("open", "--only ENC-02.1 --allow-unknown", 1),
        ("dark", "--only ENC-02.1", 3),
        ("dark", "--only ENC-02.1 --allow-unknown", 0),
        ("dark", "--only ENC-02.1 --fail-on critical", 0),
        ("dark", "--only ENC-02.1 --fail-on critical --strict", 3),
        ("dark", "--only vendor", 3),
        ("dark", "--only vendor --allow-unknown", 3),
    ],
)
def test_the_exit_code_follows_the_contract(
    assay: Assay, request: pytest.FixtureRequest, bucket: str, options: str, code: int
) -> None:
    folder = request.getfixturevalue(f"{bucket}_bucket")
    outcome = assay("audit", folder, "-q", "-f", "json", *options.split())
    assert outcome.code == code, outcome.out


def test_options_come_from_the_environment_too(
    assay: Assay, open_bucket: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASSAY_FAIL_ON", "critical")
    assert assay("audit", open_bucket, "-q", "-f", "json", "--only", "ENC-02.1").code == 0
    assert assay("audit", open_bucket, "-q", "-f", "json", "--only", "ENC-02.1", "--fail-on", "high").code == 1


def test_a_run_and_reports_are_written_where_they_are_wanted(assay: Assay, open_bucket: Path, tmp_path: Path) -> None:
    outcome = assay("audit", open_bucket, "-o", "run.json", "-f", "json=deep/a.json", "-f", "ndjson=a.ndjson")
    assert outcome.out == ""
    assert [line for line in outcome.err.splitlines() if "wrote" in line] == [
        "assay: wrote run.json",
        "assay: wrote deep/a.json",
        "assay: wrote a.ndjson",
    ]
    assert (tmp_path / "run.json").read_bytes() == (tmp_path / "deep/a.json").read_bytes()
    assert (tmp_path / "run.json").stat().st_mode & 0o077 == 0
    again = assay("report", "run.json", "-f", "ndjson")
    assert again.out == (tmp_path / "a.ndjson").read_text()


def test_a_report_in_chinese_or_english_follows_the_option_then_the_locale(
    assay: Assay, open_bucket: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assay("audit", open_bucket, "-q", "-o", "run.json", "-f", "json")
    english = assay("report", "run.json", "--lang", "en").out
    chinese = assay("report", "run.json", "--lang", "zh-CN").out
    assert english != chinese
    assert assay("report", "run.json").out == english
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert assay("report", "run.json").out == chinese


def test_a_configuration_replaces_the_settings_of_the_snapshot(assay: Assay, open_bucket: Path, tmp_path: Path) -> None:
    (tmp_path / "assay.yaml").write_text("estate: A\nfail_on: critical\n")
    assert assay("audit", open_bucket, "-q", "-f", "json", "--only", "ENC-02.1", "-c", ".").code == 0


def test_packs_of_the_configuration_judge_too(assay: Assay, open_bucket: Path, tmp_path: Path) -> None:
    ours = SmallPack(tmp_path / "ours")
    ours.kind("widget")
    ours.policy("widgets.size")
    ours.check("WID-01.1")
    (tmp_path / "assay.yaml").write_text("estate: A\npacks: [ours]\n")
    outcome = assay("audit", open_bucket, "-q", "-f", "json", "--only", "WID-01.1", "-c", ".")
    assert json.loads(outcome.out)["not_assessed"] == [{"check": "WID-01.1", "why": "no widget in the snapshot"}]
    assert outcome.code == 3


MISTAKES = ["-f pfd", "--only nothing", "--framework nothing"]


@pytest.mark.parametrize("options", MISTAKES)
def test_a_wrong_option_is_told_before_any_source_is_read(assay: Assay, tmp_path: Path, options: str) -> None:
    (tmp_path / "v.yaml").write_text("kind: vendor\nresources: []\n")
    source = "sources: [{name: vendors, collector: register, path: v.yaml}]\n"
    (tmp_path / "assay.yaml").write_text(f"estate: A\n{source}")
    outcome = assay("scan", "-o", "out", *options.split())
    assert (outcome.code, outcome.err.count("\n")) == (2, 1)
    assert not (tmp_path / "out").exists()


def test_two_formats_for_standard_output_are_told_before_any_source_is_read(assay: Assay, tmp_path: Path) -> None:
    source = "sources: [{name: vendors, collector: register, path: v.yaml}]\n"
    (tmp_path / "assay.yaml").write_text(f"estate: A\n{source}")
    outcome = assay("scan", "-f", "text", "-f", "json")
    assert (outcome.code, outcome.out) == (2, "")
    assert "only one format can go to standard output" in outcome.err


def test_formats_without_a_path_go_to_the_folder_but_for_text(assay: Assay, tmp_path: Path) -> None:
    (tmp_path / "v.yaml").write_text("kind: vendor\nresources: [{id: v1, status: ended}]\n")
    source = "sources: [{name: vendors, collector: register, path: v.yaml}]\n"
    (tmp_path / "assay.yaml").write_text(f"estate: A\n{source}")
    outcome = assay("scan", "-o", "out", "-f", "text", "-f", "html", "-f", "ndjson")
    assert "Compliance audit" in outcome.out
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "snapshot",
        "run.json",
        "report.html",
        "report.ndjson",
    }


def test_a_wrong_parameter_is_told_before_any_source_is_read(assay: Assay, tmp_path: Path) -> None:
    (tmp_path / "v.yaml").write_text("kind: vendor\nresources: []\n")
    source = "sources: [{name: vendors, collector: register, path: v.yaml}]\n"
    (tmp_path / "assay.yaml").write_text(f"estate: A\n{source}parameters: {{ENC-02.9: {{x: 1}}}}\n")
    outcome = assay("scan", "-o", "out")
    assert outcome.err.startswith("assay: unknown check 'ENC-02.9'; did you mean '")
    assert (outcome.code, outcome.err.count("\n")) == (2, 1)


def test_collecting_scans_and_tells_a_failed_source(assay: Assay, tmp_path: Path) -> None:
    (tmp_path / "v.yaml").write_text("kind: vendor\nresources:\n  - {id: v1, name: Vendor}\n")
    (tmp_path / "assay.yaml").write_text(
        "estate: A\nsources:\n  - {name: vendors, collector: register, path: v.yaml}\n"
        "  - {name: gone, collector: register, path: gone.yaml}\n"
    )
    collected = assay("collect", "-o", "s")
    assert collected.code == 3
    assert "assay: gone: not read: " in collected.err
    only = assay("collect", "-o", "s", "--only", "vendors")
    assert only.code == 0
    assert assay("scan", "-q", "-o", "out", "-f", "json=out/run2.json").code in (1, 3)
    assert (tmp_path / "out/run.json").read_bytes() == (tmp_path / "out/run2.json").read_bytes()


def test_the_command_list_of_help_is_complete(assay: Assay) -> None:
    from assay.cli import COMMANDS

    for arguments in (["--help"], ["-h"]):
        outcome = assay(*arguments)
        assert outcome.code == 0
        for name in COMMANDS:
            assert f"\n  {name} " in outcome.out
    modules = {path.stem for path in (ROOT / "assay/cli").glob("*.py")}
    assert set(COMMANDS) <= modules


def test_every_command_has_help(assay: Assay) -> None:
    from assay.cli import COMMANDS

    for name in COMMANDS:
        outcome = assay(name, "--help")
        assert (outcome.code, outcome.err) == (0, "")
        assert outcome.out.startswith(f"Usage: assay {name}")


def test_without_arguments_the_help_is_shown_and_nothing_was_done(assay: Assay) -> None:
    outcome = assay()
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("Usage: assay ")


def _python(code: str, cache: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    where = {"PATH": os.environ["PATH"], "XDG_CACHE_HOME": str(cache), "PYTHONPATH": str(ROOT)}
    return subprocess.run([sys.executable, "-c", code, *arguments], env=where, capture_output=True, text=True)


HEAVY = {
    "boto3",
    "sqlalchemy",
    "jsonschema",
    "jsonschema_rs",
    "pydantic",
    "rich",
    "regorus",
    "yaml",
    "msgspec",
    "jinja2",
}


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["completion", "bash"], ["audit", "--help"]])
def test_what_needs_no_pack_imports_nothing_heavy(own_cache: Path, arguments: list[str]) -> None:
    code = "import atexit, sys; atexit.register(lambda: print(*sys.modules, file=sys.stderr)); "
    done = _python(code + "sys.argv[0] = 'assay'; from assay.cli import main; main()", own_cache, *arguments)
    assert done.returncode == 0
    assert done.stdout
    assert HEAVY & set(done.stderr.split()) == set()


def test_a_reader_that_goes_away_is_no_success_and_no_traceback(own_cache: Path) -> None:
    code = "import sys; sys.argv = ['assay', *sys.argv[1:]]; from assay.cli import main; main()"
    where = {"PATH": os.environ["PATH"], "XDG_CACHE_HOME": str(own_cache), "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        [sys.executable, "-c", code, "schema", "storage_bucket"],
        env=where,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 4
    assert said == b""


def test_version_is_that_of_the_package(assay: Assay) -> None:
    from assay import __version__

    assert assay("--version").out == f"assay, version {__version__}\n"
