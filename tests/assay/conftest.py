"""A small pack for the tests of the engine, and a cache folder that is not the user's."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.widgets import SmallPack, small_pack

from assay.loading import Content


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep what tests cache out of the user's own folder."""
    with pytest.MonkeyPatch.context() as patch:
        place = tmp_path_factory.mktemp("cache")
        patch.setitem(os.environ, "XDG_CACHE_HOME", str(place))
        yield place


@pytest.fixture
def pack(tmp_path: Path) -> SmallPack:
    """A pack that a test may add to."""
    return small_pack(tmp_path / "pack")


@pytest.fixture(scope="session")
def widgets(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """The small pack as it is, loaded once."""
    return small_pack(tmp_path_factory.mktemp("widgets")).content()
