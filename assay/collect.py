"""Collects: every source into one snapshot; one that fails is in the ledger and hides no other."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import Any

from assay import dates
from assay.collector import Collector, CollectorFailed, Resource, Source
from assay.config import ABOUT, Config, SourceEntry
from assay.errors import AssayError, StorageError
from assay.loading import Content
from assay.snapshot.source import SourceWriter
from assay.snapshot.writer import SnapshotWriter

AT_ONCE = 4
"""Sources read side by side; each waits on its own server."""
log = logging.getLogger(__name__)


def collect(
    config: Config,
    content: Content,
    collectors: Mapping[str, Collector],
    target: Path,
    now: str | None = None,
    done: Callable[[str], None] = lambda name: None,
) -> tuple[dict[str, Any], list[str]]:
    """Read the sources into a snapshot at `target`; returns the manifest and the lines for the user.

    Raises `AssayError` only where the snapshot itself cannot be written.
    """
    zone = dates.zone(config.values["timezone"])
    moment = dates.instant(now, zone) if now else dates.now()
    header = {"estate": config.values["estate"], "taken_at": dates.stamp(moment), "settings": config.settings()}
    with SnapshotWriter(target, header, content.schemas, config.secrets.scrub) as writer:
        about(config, writer)
        jobs = []
        for entry in config.sources:
            collector = collectors[entry.name]
            out = writer.source(entry.name, entry.collector, collector.basis)
            jobs.append((collector, source(config, content, entry, moment), out))
        threads = ThreadPoolExecutor(AT_ONCE)
        try:
            for name in threads.map(lambda job: read(*job), jobs):
                done(name)
        finally:
            # All are done, or the user has interrupted: then nobody waits for a server that may never answer.
            threads.shutdown(wait=False, cancel_futures=True)
        manifest = writer.commit()
        notes = [f"{out.name}: {line}" for out in writer.sources for line in out.notes]
    return manifest, notes


def source(config: Config, content: Content, entry: SourceEntry, moment: datetime) -> Source:
    """Return what a collector is told of its source."""
    zone = dates.zone(config.values["timezone"])
    return Source(
        entry.name, entry.collector, entry.options, config.folder, zone, moment.astimezone(zone), content.schemas
    )


def read(collector: Collector, source: Source, out: SourceWriter) -> str:
    """Run one collector; whatever happens to it, the others go on and the ledger says why."""
    began = time.monotonic()
    try:
        out.feeds(_kinds(collector, source, out))
        collector.collect(source, out)
    except CollectorFailed as failed:
        out.fail(failed.reason, str(failed))
    except StorageError:
        raise
    except AssayError as error:
        out.fail("error", str(error))
    except Exception as error:
        # A collector of any pack may fail in any way. Its text may quote the source, so only its kind is kept.
        log.debug("collector %s failed", collector.name, exc_info=error)
        out.fail("error", f"the collector failed ({type(error).__name__}); this is a bug in it")
    log.info("%s: read in %.1f s", source.name, time.monotonic() - began)
    return source.name


def _kinds(collector: Collector, source: Source, out: SourceWriter) -> Sequence[str]:
    """Return the kinds that a source feeds; where it fails to say so, any kind may lack what it holds."""
    try:
        return collector.kinds(source)
    except Exception:
        out.feeds(sorted(source.schemas))
        raise


def about(config: Config, writer: SnapshotWriter) -> None:
    """Write what the configuration says of the organisation itself, where it does."""
    facts = config.values.get(ABOUT)
    if facts is None:
        return
    out = writer.source(config.path.name, "config", "declared")
    out.feeds([ABOUT])
    line = config.origins[ABOUT].rpartition(":")[2]
    given = {name: value for name, value in facts.items() if value is not None}
    place = {"path": config.path.name, "line": int(line)}
    out.resource(ABOUT, Resource(ABOUT, config.values["estate"], given, location=place))


def failed(manifest: Mapping[str, Any]) -> Sequence[tuple[str, str]]:
    """Return (source, message) of the sources that failed altogether."""
    return [(item["name"], item["message"]) for item in manifest["sources"] if item["outcome"] == "failed"]
