"""Reads a snapshot: checks its format and every digest before anything is judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assay import codec, files, schema
from assay.errors import IntegrityError, SnapshotError
from assay.snapshot import FORMAT, SEAL

MANIFEST_LIMIT = 64 * 2**20


@dataclass(frozen=True)
class Snapshot:
    """A snapshot on disk whose files are those that its manifest names."""

    folder: Path
    manifest: Mapping[str, Any]
    digest: str
    """The SHA-256 of the manifest, which holds those of all files."""

    @classmethod
    def open(cls, folder: Path) -> Snapshot:
        """Open and verify; raises `SnapshotError` where it is none, `IntegrityError` where it was changed."""
        path = folder / "manifest.json"
        if not path.is_file():
            raise SnapshotError(f"{folder}: is no snapshot (no manifest.json); make one with `assay collect`")
        data = files.read(path, MANIFEST_LIMIT)
        _verify_seal(folder / SEAL, data)
        manifest = _manifest(path, data)
        for name, recorded in sorted(manifest["files"].items()):
            _verify(folder, name, recorded)
        _verify_list(folder, manifest)
        return cls(folder, manifest, codec.digest(data))

    @property
    def kinds(self) -> Sequence[str]:
        """The kinds of which the snapshot holds resources, sorted."""
        return sorted(Path(name).stem for name in self.manifest["files"] if name.startswith("resources/"))

    def path(self, kind: str) -> Path:
        """Where the resources of a kind lie."""
        return self.folder / "resources" / f"{kind}.ndjson"


def seal(manifest: bytes) -> bytes:
    """Return what the seal of a manifest has to say."""
    return f"{codec.digest(manifest).removeprefix('sha256:')}  manifest.json\n".encode()


def _manifest(path: Path, data: bytes) -> dict[str, Any]:
    try:
        manifest = codec.decode(data)
    except ValueError as error:
        raise SnapshotError(f"{path}: is not JSON: {error}") from None
    found = manifest.get("format") if isinstance(manifest, dict) else None
    if isinstance(found, str) and found.startswith("assay.snapshot/") and found != FORMAT:
        raise SnapshotError(f"{path}: has the format {found}; this assay reads {FORMAT}: use a newer assay")
    for where, mistake in schema.mistakes(schema.own("snapshot"), manifest):
        raise SnapshotError(f"{path}: {'.'.join(map(str, where)) or 'the manifest'}: {mistake}")
    return dict(manifest)


def _verify_seal(path: Path, data: bytes) -> None:
    """Hold the manifest against its own digest; a snapshot that another program made may have none."""
    if path.is_file() and files.read(path, MANIFEST_LIMIT) != seal(data):
        manifest = path.parent / "manifest.json"
        raise IntegrityError(f"{manifest}: was changed after collecting (it breaks its seal)")


def _verify_list(folder: Path, manifest: Mapping[str, Any]) -> None:
    """Look for files that were added, and for the seal where the manifest says that it has one."""
    listed = {"manifest.json", SEAL, *manifest["files"]}
    for extra in sorted(folder.rglob("*")):
        name = extra.relative_to(folder).as_posix()
        if name not in listed and not extra.is_dir() and not extra.name.startswith("."):
            raise IntegrityError(f"{extra}: is not in the manifest; it was added after collecting")
    if "seal" in manifest and not (folder / SEAL).is_file():
        raise IntegrityError(f"{folder / SEAL}: is named by the manifest and not there; it was removed")


def _verify(folder: Path, name: str, recorded: str) -> None:
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        raise IntegrityError(f"{folder / 'manifest.json'}: names a file outside the snapshot: {name}")
    try:
        found = codec.digest_file(path)
    except OSError:
        raise IntegrityError(f"{path}: is in the manifest and not there; it was removed") from None
    if found != recorded:
        raise IntegrityError(f"{path}: was changed after collecting (its digest is not that of the manifest)")
