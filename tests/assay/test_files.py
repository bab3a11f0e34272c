"""Files: what is written is whole, what is read is bounded."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from assay import files
from assay.errors import StorageError, UsageError


def test_a_file_is_written_whole_and_private(tmp_path: Path) -> None:
    path = tmp_path / "deep/er/file"
    with files.whole(path) as file:
        file.write(b"new")
        assert not path.exists()
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o600
    assert [item.name for item in path.parent.iterdir()] == ["file"]


def test_an_error_in_the_middle_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")

    def interrupted() -> None:
        with files.whole(path) as file:
            file.write(b"ne")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert path.read_bytes() == b"old"
    assert [item.name for item in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("path", ["/dev/null/x", "/proc/x"])
def test_what_the_disk_refuses_is_told_with_the_name(path: str) -> None:
    with pytest.raises(StorageError, match=f"{path}: cannot be written: ") as found, files.whole(Path(path)):
        pass
    assert found.value.exit_code == 4


def test_a_folder_of_that_name_stays(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    with pytest.raises(StorageError, match="cannot be written"), files.whole(tmp_path / "x"):
        pass
    assert [item.name for item in tmp_path.iterdir()] == ["x"]


def test_what_is_read_is_bounded(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x" * 100)
    assert len(files.read(path, 100)) == 100
    with pytest.raises(UsageError, match="is larger than 99 bytes"):
        files.read(path, 99)


@pytest.mark.parametrize("name", ["/dev/zero", "/dev/null", "."])
def test_what_is_no_plain_file_is_not_read(name: str) -> None:
    with pytest.raises(UsageError, match=r"is not a regular file|cannot be read"):
        files.read(Path(name), 10)


def test_a_pipe_does_not_hold_the_reader(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UsageError, match="is not a regular file"):
        files.read(tmp_path / "pipe", 10)


def test_a_finished_folder_takes_its_name_whoever_had_it(tmp_path: Path) -> None:
    for state in ("nobody", "an empty folder", "a folder"):
        folder, target = tmp_path / f"new {state}", tmp_path / f"target {state}"
        folder.mkdir()
        (folder / "file").write_text("new")
        if state != "nobody":
            target.mkdir()
        if state == "a folder":
            (target / "old").write_text("old")
        files.name_folder(folder, target)
        assert [item.name for item in target.iterdir()] == ["file"]
        assert not folder.exists()


def test_where_names_cannot_be_exchanged_the_folder_takes_its_name_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without(name: str | None) -> object:
        return object()

    monkeypatch.setattr("ctypes.CDLL", without)
    folder, target = tmp_path / "new", tmp_path / "target"
    for path, name in ((folder, "new"), (target, "old")):
        path.mkdir()
        (path / name).write_text(name)
    files.name_folder(folder, target)
    assert [item.name for item in target.iterdir()] == ["new"]
    assert [item.name for item in tmp_path.iterdir()] == ["target"]
