"""Bad input: one line on standard error, the exit code of the contract, never a traceback."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.widgets import small_pack

from .conftest import Assay, Outcome


def _told(outcome: Outcome, code: int, line: str) -> None:
    assert outcome.code == code, outcome.err
    assert outcome.out == ""
    assert outcome.err.count("\n") == 1, outcome.err
    assert outcome.err.startswith("assay: ")
    assert "Traceback" not in outcome.err
    assert line in outcome.err


COMMANDS: list[tuple[str, int, str]] = [
    ("adit", 2, "unknown command 'adit'; did you mean 'audit'?"),
    ("audit", 2, "Missing argument 'SNAPSHOT'"),
    ("audit x --fial-on high", 2, "No such option"),
    ("audit x --fail-on higher", 2, "'higher' is not one of"),
    ("audit x --jobs 0", 2, "0 is not in the range"),
    ("audit x --jobs many", 2, "'many' is not a valid integer"),
    ("audit x y", 2, "Got unexpected extra argument (y)"),
    ("audit none", 2, "none: is no snapshot (no manifest.json); make one with `assay collect`"),
    ("audit .", 2, ".: is no snapshot"),
    ("audit SNAPSHOT --only ENC-99.9", 2, "unknown check, control, kind, source or tag 'ENC-99.9'; did you mean"),
    ("audit SNAPSHOT --skip storage_buckt", 2, "did you mean 'storage_bucket'?"),
    ("audit SNAPSHOT --framework GDRP", 2, "unknown framework 'GDRP'; did you mean 'GDPR'?"),
    ("audit SNAPSHOT -f pfd", 2, "unknown format 'pfd'"),
    ("audit SNAPSHOT -f json=x -f html=./x", 2, "x: two formats would be written to it"),
    ("audit SNAPSHOT --batch-seconds 0", 2, "0 is not in the range"),
    ("audit SNAPSHOT -f text -f json", 2, "only one format can go to standard output"),
    ("audit SNAPSHOT --now yesterday", 2, "time 'yesterday' is not one; use 2026-11-21"),
    ("audit SNAPSHOT --opa-url https://x", 2, "--opa-url goes with --engine opa or both"),
    ("audit SNAPSHOT --engine opa --opa-url http://opa.example.com", 2, "would travel in clear text; use https"),
    ("audit SNAPSHOT --engine opa --opa-url http://127.0.0.1:9", 4, "does not answer"),
    ("audit SNAPSHOT -c none.yaml", 2, "none.yaml: is not there; make one with `assay init`"),
    ("audit SNAPSHOT -q -o /dev/null/run.json", 4, "/dev/null/run.json: cannot be written: "),
    ("audit SNAPSHOT -q -f json=/dev/null/x", 4, "/dev/null/x: cannot be written: "),
    ("audit SNAPSHOT --pack none", 2, "none: is no pack"),
    ("--pack none audit SNAPSHOT", 2, "none: is no pack"),
    ("collect -o x", 2, "assay.yaml: is not there; make one with `assay init`, or name it with -c"),
    ("scan", 2, "assay.yaml: is not there"),
    ("config show -c none.yaml", 2, "none.yaml: is not there"),
    ("report none.json", 2, "none.json: cannot be read: No such file"),
    ("report .", 2, ".: cannot be read: Is a directory"),
    ("report SNAPSHOT/manifest.json", 2, "'run' is a required property"),
    ("report RUN -o x -f text -f json", 2, "-o takes one format"),
    ("report RUN -f htm", 2, "unknown format 'htm'; did you mean 'html'?"),
    ("explain ENC-01.99", 2, "unknown check 'ENC-01.99'; did you mean"),
    ("explain ENC-02.1 open", 2, "name the run that holds the finding: --run run.json"),
    ("explain ENC-02.1 nobody --run RUN", 2, "has no finding of ENC-02.1 on 'nobody'"),
    ("policy show ENC-1.1", 2, "unknown check 'ENC-1.1'; did you mean 'ENC-01.1'?"),
    ("policy prove ENC-1.1", 2, "unknown check 'ENC-1.1'; did you mean 'ENC-01.1'?"),
    ("policy prove ENC-01.1 --snapshot SNAPSHOT", 2, "holds no database_instance; name a snapshot that does"),
    ("policy list --only nothing", 2, "unknown check, control, kind, source or tag 'nothing'"),
    ("control show ENC-99", 2, "unknown control 'ENC-99'; did you mean"),
    ("framework show GDRP", 2, "unknown framework 'GDRP'; did you mean 'GDPR'?"),
    ("schema storage_buckt", 2, "unknown schema or kind 'storage_buckt'; did you mean 'storage_bucket'?"),
    ("schema registr", 2, "unknown schema or kind 'registr'; did you mean 'register'?"),
    ("completion tcsh", 2, "'tcsh' is not one of"),
]


@pytest.fixture
def recorded(assay: Assay, open_bucket: Path, tmp_path: Path) -> Path:
    assay("audit", open_bucket, "-q", "-o", tmp_path / "run.json")
    return tmp_path / "run.json"


@pytest.mark.parametrize(("line", "code", "told"), COMMANDS, ids=[line for line, _, _ in COMMANDS])
def test_a_wrong_command_is_told_in_one_line(
    assay: Assay, open_bucket: Path, request: pytest.FixtureRequest, line: str, code: int, told: str
) -> None:
    if "RUN" in line:
        line = line.replace("RUN", str(request.getfixturevalue("recorded")))
    _told(assay(*line.replace("SNAPSHOT", str(open_bucket)).split()), code, told)


CONFIGURATIONS: list[tuple[str, str]] = [
    ("estate: A\nsourcs: []\n", "assay.yaml:2: sourcs: unknown key 'sourcs'; did you mean 'sources'?"),
    ("estate: [\n", "assay.yaml:2:1: "),
    ("estate: A\n", "assay.yaml: names no source; add or uncomment one under `sources:`"),
    ("estate: A\nsources: [{name: x, collector: nope}]\n", "assay.yaml:2: source x: unknown collector 'nope'"),
    ("estate: A\npacks: [none]\nsources: []\n", "none: is no pack"),
]


@pytest.mark.parametrize(("text", "told"), CONFIGURATIONS, ids=[text for text, _ in CONFIGURATIONS])
@pytest.mark.parametrize("command", ["collect -o x", "scan", "config validate"])
def test_a_wrong_configuration_is_told_in_one_line(
    assay: Assay, tmp_path: Path, command: str, text: str, told: str
) -> None:
    (tmp_path / "assay.yaml").write_text(text)
    _told(assay(*command.split()), 2, told)


def _tampered(folder: Path) -> None:
    with (folder / "resources/storage_bucket.ndjson").open("a") as file:
        file.write("{}\n")


def _newer(folder: Path) -> None:
    manifest = folder / "manifest.json"
    manifest.write_text(manifest.read_text().replace("assay.snapshot/1", "assay.snapshot/2").replace('"seal"', '"was"'))
    (folder / "manifest.sha256").unlink()


@pytest.mark.parametrize(
    ("change", "code", "told"),
    [
        (_tampered, 4, "storage_bucket.ndjson: was changed after collecting"),
        (lambda folder: (folder / "ledger.ndjson").unlink(), 4, "ledger.ndjson: is in the manifest and not there"),
        (lambda folder: (folder / "extra").touch(), 4, "extra: is not in the manifest; it was added after collecting"),
        (lambda folder: (folder / "manifest.json").write_text("{}"), 4, "manifest.json: was changed after collecting"),
        (_newer, 2, "has the format assay.snapshot/2; this assay reads assay.snapshot/1: use a newer assay"),
    ],
)
def test_a_snapshot_that_was_changed_is_not_judged(
    assay: Assay, open_bucket: Path, tmp_path: Path, change: Callable[[Path], object], code: int, told: str
) -> None:
    copy = Path(shutil.copytree(open_bucket, tmp_path / "copy"))
    change(copy)
    _told(assay("audit", copy), code, told)


def test_a_policy_that_does_not_parse_is_told_with_its_place(assay: Assay, open_bucket: Path, tmp_path: Path) -> None:
    pack = small_pack(tmp_path / "ours")
    shutil.rmtree(pack.root / "policies/lib")
    pack.policy("widgets.size", "\n_verdict(w, _) := :=\n")
    _told(
        assay("audit", open_bucket, "--pack", pack.root),
        2,
        "ours/policies/widgets/size/size.rego:7: expecting expression",
    )


def test_an_internal_error_is_one_line_without_the_text_of_the_error(
    assay: Assay, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> None:
        raise ZeroDivisionError("hunter2 of a source")

    monkeypatch.setattr("assay.cli.completion.get_completion_class", fail)
    outcome = assay("completion", "bash")
    _told(outcome, 4, "internal error: ZeroDivisionError in fail:")
    assert "hunter2" not in outcome.err


def test_a_name_cannot_forge_a_second_line(assay: Assay) -> None:
    _told(assay("audit", "x\nassay: all is well\x1b[2K"), 2, "is no snapshot")
