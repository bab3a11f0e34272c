"""A child that reads a hostile file is bounded, alone, and says why it gave no answer."""

from __future__ import annotations

import textwrap
import time
from pathlib import Path

import pytest

from assay import sandbox

SMALL = sandbox.Limits(memory=256 * 1024 * 1024, cpu_seconds=1, seconds=3, answer=1000)

PROBE = """
    import os, sys, time
    from assay.sandbox import SandboxFailed
    from .neighbour import word

    def echo(**given): return {**given, "word": word}
    def environment(): return [dict(os.environ), sys.flags.isolated, "" in sys.path]
    def grow(): return len("x" * 10**10)
    def spin():
        while True: pass
    def sleep(): time.sleep(60)
    def chatter(): return "x" * 2000
    def surrogate(): return "\\ud800"
    def abort(): os.abort()
    def crash(): os.kill(os.getpid(), 11)
    def leave(): os._exit(3)
    def quote(): raise ValueError("secret-4711")
    def refuse(): raise SandboxFailed("locked", "is encrypted")
    def write(path):
        with open(path, "w") as file: file.write("x")
    def noise():
        print("noise", file=sys.stderr)
        return 1
"""


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("pack")
    folder = root / "collectors"
    folder.mkdir()
    (folder / "__init__.py").write_text("NAMES = ()\n")
    (folder / "neighbour.py").write_text("word = '机密'\n")
    (folder / "probe.py").write_text(textwrap.dedent(PROBE))
    return root


def failure(pack: Path, name: str, **arguments: object) -> sandbox.SandboxFailed:
    started = time.monotonic()
    with pytest.raises(sandbox.SandboxFailed) as caught:
        sandbox.run(f"collectors.probe:{name}", arguments, pack, SMALL)
    assert time.monotonic() - started < 6
    return caught.value


def test_arguments_go_in_and_the_result_comes_out(pack: Path) -> None:
    found = sandbox.run("collectors.probe:echo", {"a": ["张三", 1]}, pack)
    assert found == {"a": ["张三", 1], "word": "机密"}


def test_a_function_of_an_importable_module_needs_no_pack() -> None:
    assert sandbox.run("json:dumps", {"obj": [1, "二"]}) == '[1, "\\u4e8c"]'


def test_nothing_of_the_environment_reaches_the_child(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret-4711")
    monkeypatch.setenv("PYTHONPATH", "/nowhere")
    environment, isolated, looks_in_working_folder = sandbox.run("collectors.probe:environment", {}, pack)
    assert set(environment) <= {"LC_CTYPE"}
    assert isolated
    assert not looks_in_working_folder


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("grow", "limit"),
        ("abort", "limit"),
        ("chatter", "limit"),
        ("spin", "timeout"),
        ("sleep", "timeout"),
        ("crash", "corrupt"),
        ("leave", "corrupt"),
        ("surrogate", "corrupt"),
    ],
)
def test_a_child_that_cannot_answer_gives_its_reason(pack: Path, name: str, reason: str) -> None:
    assert failure(pack, name).reason == reason


def test_a_function_may_say_its_own_reason(pack: Path) -> None:
    error = failure(pack, "refuse")
    assert (error.reason, str(error)) == ("locked", "is encrypted")


def test_the_words_of_an_unexpected_error_do_not_come_out(pack: Path) -> None:
    error = failure(pack, "quote")
    assert str(error) == "cannot be read (ValueError)"


def test_the_child_writes_no_file(pack: Path, tmp_path: Path) -> None:
    path = tmp_path / "written"
    assert failure(pack, "write", path=str(path)).reason == "corrupt"
    assert not path.exists() or path.read_bytes() == b""
    assert not list(pack.rglob("__pycache__"))


def test_what_the_child_prints_is_heard_by_nobody(pack: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert sandbox.run("collectors.probe:noise", {}, pack) == 1
    assert capfd.readouterr() == ("", "")
