"""What `collect`, `scan` and `demo` do alike: load the configuration and read its sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from assay import config as configuration
from assay import logs
from assay.cli.options import Common
from assay.collect import collect, failed
from assay.collector import Collector
from assay.config import Config
from assay.errors import ConfigError, UsageError
from assay.loading import Content, load
from assay.progress import Progress
from assay.references import dangling
from assay.snapshot.reader import Snapshot
from assay.suggest import unknown


def prepare(
    path: Path | None, common: Common, only: Sequence[str] = ()
) -> tuple[Config, Content, Mapping[str, Collector]]:
    """Read configuration and packs and check every source, before anything runs."""
    config = configuration.load(configuration.find(path))
    logs.hide(config.secrets.scrub)
    own = [config.folder / pack for pack in config.values.get("packs", [])]
    content = load([*own, *(Path(pack) for pack in common.packs)])
    known = [entry.name for entry in config.sources]
    for name in only:
        if name not in known:
            raise UsageError(unknown("source", name, known))
    if only:
        config.sources = [entry for entry in config.sources if entry.name in only]
    if not config.sources:
        raise ConfigError(f"{config.path}: names no source; add or uncomment one under `sources:`")
    return config, content, configuration.check_sources(config, content)


def gather(
    config: Config,
    content: Content,
    collectors: Mapping[str, Collector],
    target: Path,
    now: str | None,
    common: Common,
) -> dict[str, Any]:
    """Read the sources and tell the user what needs a hand; returns the manifest."""
    common.say(f"assay: reading {len(config.sources)} source{'s' if len(config.sources) > 1 else ''}")
    progress, read = Progress("reading", "sources", common.progress), 0

    def done(name: str) -> None:
        nonlocal read
        read += 1
        progress(read, len(config.sources))

    manifest, notes = collect(config, content, collectors, target, now, done)
    progress.end()
    common.warn(notes)
    common.warn(list(dangling(Snapshot.open(target), content.schemas)))
    for name, message in failed(manifest):
        common.say(f"assay: {name}: not read: {message}")
    return manifest
