"""The cache of loaded packs: it saves time, and nothing else about it can be noticed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from support.widgets import SIZED, SmallPack

from assay import cache, codec
from assay.cache import Kept
from assay.errors import PackError
from assay.loading import Content
from assay.pack import Pack


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder that holds nothing yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    return tmp_path / "caches" / "assay"


def _packs(pack: SmallPack) -> list[Pack]:
    return [Pack.open(pack.root)]


def _file(place: Path) -> Path:
    (path,) = place.iterdir()
    return path


def _same(one: Content, other: Content) -> bool:
    parts = [(content.catalogue, content.reads, content.modules, content.schemas) for content in (one, other)]
    return msgspec.json.encode(parts[0], order="sorted") == msgspec.json.encode(parts[1], order="sorted")


def test_what_is_kept_is_what_was_loaded(pack: SmallPack) -> None:
    pack.check("WID-01.2", related=[{"kind": "person", "by": "owner_id"}], tags=["slow"], fix={"cli": "x", "sql": None})
    pack.check("WID-01.3", severity_when=[{"field": "color", "in": ["red", 3, True], "severity": "low"}])
    assert cache.load(_packs(pack)) is None
    cold = pack.content()
    assert cache.load(_packs(pack)) is not None
    assert _same(cold, pack.content())


def test_it_is_the_users_alone(pack: SmallPack, place: Path) -> None:
    pack.content()
    assert place.stat().st_mode & 0o777 == 0o700
    assert _file(place).stat().st_mode & 0o777 == 0o600


def test_a_warm_start_reads_no_yaml_and_lints_nothing(tmp_path: Path) -> None:
    script = (
        "import sys; from assay.loading import load; load();"
        "print(*sorted({'yaml', 'regorus', 'jsonschema', 'jsonschema_rs', 'assay.engines.lint'} & sys.modules.keys()))"
    )
    where = {"XDG_CACHE_HOME": str(tmp_path), "PATH": "", "PYTHONPATH": str(Path(__file__).parents[2])}
    told = [
        subprocess.run([sys.executable, "-c", script], env=where, capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    ]
    assert "yaml" in told[0]
    assert told[1] == "\n"


CHANGES = {
    "a policy": ("policies/widgets/size/size.rego", "too_big", "too_bag"),
    "words": ("policies/widgets/size/messages.yaml", '"en": "too_big"', '"en": "large"'),
    "a kind": ("policies/schemas/widget.json", '"email"', '"mail"'),
    "a check": ("checks/widgets/WID-01.1.yaml", '"high"', '"low"'),
    "a control": ("checks/controls/WID-01.yaml", "small", "tiny"),
}


@pytest.mark.parametrize(("path", "old", "new"), CHANGES.values(), ids=CHANGES.keys())
def test_any_change_of_a_pack_is_seen(pack: SmallPack, path: str, old: str, new: str) -> None:
    pack.content()
    source = (pack.root / path).read_text("utf-8")
    assert old in source
    pack.write(path, source.replace(old, new))
    assert cache.load(_packs(pack)) is None
    pack.content()
    assert cache.load(_packs(pack)) is not None


def test_a_policy_that_became_bad_is_refused_though_the_good_one_was_kept(pack: SmallPack) -> None:
    pack.content()
    pack.policy("widgets.size", SIZED.replace("widget.size <=", "not widget.size >"))
    with pytest.raises(PackError, match="`not` reads what is absent as a pass"):
        pack.content()


def test_a_pack_that_is_refused_is_not_kept(pack: SmallPack, place: Path) -> None:
    pack.check("WID-01.2", "widgets.other")
    with pytest.raises(PackError):
        pack.content()
    assert not place.exists()


def test_every_changed_or_missing_byte_of_the_file_makes_it_nothing(pack: SmallPack, place: Path) -> None:
    cold = pack.content()
    path = _file(place)
    data = path.read_bytes()
    for spot in range(0, len(data), 11):
        for damaged in (data[:spot], data[:spot] + bytes([data[spot] ^ 1]) + data[spot + 1 :]):
            path.write_bytes(damaged)
            assert cache.load(_packs(pack)) is None
    assert _same(cold, pack.content())
    assert path.read_bytes() == data, "it was written anew"


def _sealed(body: bytes) -> bytes:
    return codec.digest(body).encode() + b"\n" + body


@pytest.mark.parametrize("body", [b"", b"null", b"[]", b"{}", b"\xff", b"[" * 10_000, b'{"key": 3}'])
def test_a_file_of_another_form_is_nothing(pack: SmallPack, place: Path, body: bytes) -> None:
    pack.content()
    _file(place).write_bytes(_sealed(body))
    assert cache.load(_packs(pack)) is None


def test_what_another_version_kept_is_nothing(pack: SmallPack, place: Path) -> None:
    pack.content()
    kept = cache.load(_packs(pack))
    assert kept is not None
    other = Kept("sha256:" + "0" * 64, kept.catalogue, kept.reads)
    _file(place).write_bytes(_sealed(msgspec.json.encode(other)))
    assert cache.load(_packs(pack)) is None


def test_a_folder_that_others_may_write_to_is_not_used(pack: SmallPack, place: Path) -> None:
    pack.content()
    place.chmod(0o777)
    assert cache.load(_packs(pack)) is None
    before = _file(place).stat().st_mtime_ns
    pack.content()
    assert _file(place).stat().st_mtime_ns == before


@pytest.mark.parametrize("home", ["/dev/null", "/proc/none"])
def test_a_folder_that_cannot_be_written_costs_nothing_but_time(
    pack: SmallPack, monkeypatch: pytest.MonkeyPatch, home: str
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", home)
    assert _same(pack.content(), pack.content())


def test_the_folder_follows_the_users_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", "/var/caches")
    assert cache.folder() == Path("/var/caches/assay")
    for ignored in ("", "relative/path"):
        monkeypatch.setenv("XDG_CACHE_HOME", ignored)
        assert cache.folder() == tmp_path / ".cache/assay"


def test_one_set_of_packs_has_one_file_however_often_it_changes(pack: SmallPack, place: Path) -> None:
    for severity in ("low", "medium", "high"):
        pack.check("WID-01.1", severity=severity)
        pack.content()
    assert len(list(place.iterdir())) == 1
