"""Reading a snapshot: every change after collecting is found, and what is none is told from what is newer."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.widgets import resource, snapshot

from assay import codec
from assay.errors import AssayError, IntegrityError, SnapshotError
from assay.loading import Content
from assay.snapshot import SEAL
from assay.snapshot.reader import Snapshot


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory, widgets: Content) -> Path:
    folder = tmp_path_factory.mktemp("original") / "s"
    given = {"widget": [resource("a", size=1), resource("b", size=2)], "person": [resource("p", level=3)]}
    return snapshot(folder, widgets, given).folder


@pytest.fixture
def copy(original: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(original, tmp_path / "copy"))


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_an_untouched_copy_opens_with_the_same_digest(original: Path, copy: Path) -> None:
    assert Snapshot.open(copy).digest == Snapshot.open(original).digest


def test_every_flipped_byte_of_every_file_is_found(copy: Path) -> None:
    for path in _files(copy):
        data = path.read_bytes()
        for place in range(0, len(data), 7):
            path.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
            with pytest.raises(IntegrityError):
                Snapshot.open(copy)
        path.write_bytes(data)
    assert Snapshot.open(copy).kinds == ["person", "widget"]


def test_every_truncated_file_is_found(copy: Path) -> None:
    for path in _files(copy):
        data = path.read_bytes()
        for length in {0, 1, len(data) // 2, len(data) - 1} - {len(data)}:
            path.write_bytes(data[:length])
            with pytest.raises(IntegrityError):
                Snapshot.open(copy)
        path.write_bytes(data)


def test_every_deleted_file_is_found(original: Path, copy: Path) -> None:
    for path in _files(copy):
        data = path.read_bytes()
        path.unlink()
        with pytest.raises(AssayError) as found:
            Snapshot.open(copy)
        missing_whole = path.name == "manifest.json"
        assert isinstance(found.value, SnapshotError if missing_whole else IntegrityError)
        path.write_bytes(data)
    assert Snapshot.open(copy).digest == Snapshot.open(original).digest


@pytest.mark.parametrize("name", ["resources/gadget.ndjson", "resources/widget.bak", "notes.txt", "deep/er/x"])
def test_an_added_file_is_found_by_name(copy: Path, name: str) -> None:
    (copy / name).parent.mkdir(parents=True, exist_ok=True)
    (copy / name).write_text("{}\n")
    with pytest.raises(IntegrityError, match="it was added after collecting") as found:
        Snapshot.open(copy)
    assert name in str(found.value)


def test_what_a_desktop_leaves_behind_is_no_tampering(copy: Path) -> None:
    (copy / ".DS_Store").write_bytes(b"\0")
    assert Snapshot.open(copy).kinds == ["person", "widget"]


def test_two_swapped_files_are_found(copy: Path) -> None:
    one, other = copy / "resources/person.ndjson", copy / "resources/widget.ndjson"
    held = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(held)
    with pytest.raises(IntegrityError, match="was changed after collecting"):
        Snapshot.open(copy)


def test_tampering_ends_with_exit_code_4(copy: Path) -> None:
    (copy / "ledger.ndjson").write_text("")
    with pytest.raises(AssayError) as found:
        Snapshot.open(copy)
    assert found.value.exit_code == 4


def _rewrite(folder: Path, change: Callable[[dict[str, object]], object]) -> None:
    """Change the manifest as another program would that writes the format without a seal."""
    manifest = codec.decode((folder / "manifest.json").read_bytes())
    del manifest["seal"]
    change(manifest)
    (folder / "manifest.json").write_bytes(codec.encode(manifest))
    (folder / SEAL).unlink()


def test_a_snapshot_of_another_program_needs_no_seal(copy: Path) -> None:
    _rewrite(copy, lambda manifest: None)
    assert Snapshot.open(copy).kinds == ["person", "widget"]


@pytest.mark.parametrize("name", ["../outside.txt", "/etc/hostname", "resources/../../outside.txt"])
def test_a_manifest_that_names_a_file_outside_is_refused(copy: Path, name: str) -> None:
    (copy.parent / "outside.txt").write_text("x")
    _rewrite(copy, lambda manifest: manifest.update(files={name: "sha256:" + "0" * 64}))
    with pytest.raises(IntegrityError, match="names a file outside the snapshot"):
        Snapshot.open(copy)


def test_a_newer_format_is_told_as_such_with_exit_code_2(copy: Path) -> None:
    _rewrite(copy, lambda manifest: manifest.update(format="assay.snapshot/2"))
    with pytest.raises(SnapshotError, match="use a newer assay") as found:
        Snapshot.open(copy)
    assert found.value.exit_code == 2


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b"null", b'{"format": 1}', b"[" * 5000, b"\xff", b'{"format":"x"}']
)
def test_what_is_no_manifest_is_told_in_one_line_with_exit_code_2(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "manifest.json").write_bytes(data)
    with pytest.raises(SnapshotError) as found:
        Snapshot.open(tmp_path)
    assert found.value.exit_code == 2
    assert len(str(found.value).splitlines()) == 1


def test_a_folder_without_manifest_is_no_snapshot(tmp_path: Path) -> None:
    with pytest.raises(SnapshotError, match="make one with `assay collect`"):
        Snapshot.open(tmp_path)
