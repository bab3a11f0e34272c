"""What `assay gate` does, step by step: read, judge, compare with what is known, report, tell the outcome."""

from __future__ import annotations

import contextlib
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from assay import config as configuration
from assay import dates, dispositions
from assay.cli.auditing import Asked, asked, conclude, formats_of, judged, render
from assay.cli.known import Known, before, update
from assay.cli.options import Common
from assay.config import DEFAULTS, Config
from assay.errors import UsageError
from assay.gate.gathering import Gathered, gather, placed
from assay.gate.inputs import recognise
from assay.judging.pool import Worker
from assay.loading import Content, load
from assay.run import Run
from assay.selection import choose, parameters
from assay.snapshot.reader import Snapshot

STAGE = "gate"


@dataclass
class Gate:
    """What one call of the gate was asked for, with all that it needs."""

    common: Common
    config: Config
    content: Content
    paths: Sequence[str]
    facts: Sequence[str]
    options: Mapping[str, Any]
    """What readers of code are told: account, region, parameters."""
    values: Mapping[str, Any]
    """The options of `selecting` and `judging`."""

    @contextlib.contextmanager
    def judge(self, paths: Sequence[str], here: Path, folder: Path) -> Iterator[tuple[Run, Gathered, Asked]]:
        """Read and judge paths as seen from `here`; what is made on the way lies in `folder`."""
        # Its engine starts while the code is read: most of a small gate's time is starting.
        worker = Worker()
        try:
            yield from self._judge(paths, here, folder, worker)
        finally:
            worker.end()

    def _judge(
        self, paths: Sequence[str], here: Path, folder: Path, worker: Worker
    ) -> Iterator[tuple[Run, Gathered, Asked]]:
        inputs = {
            "code": recognise(self.content, paths, here, folder, "code"),
            "facts": recognise(self.content, self.facts, Path.cwd(), folder, "facts"),
        }
        gathered = gather(self.config, self.content, inputs, self.options, folder / "snapshot", self.values["now"])
        ask = self._ask(gathered)
        with judged(Snapshot.open(folder / "snapshot"), self.content, ask, self.settings, self.common, worker) as run:
            yield run, gathered, ask

    @property
    def settings(self) -> dict[str, Any]:
        """The settings of the estate."""
        return {**self.config.values, "settings": self.config.settings()}

    def _ask(self, gathered: Gathered) -> Asked:
        """Judge what the code declares; of what else is known only kinds that no code can declare."""
        sources = gathered.manifest["sources"]
        declared = {kind for source in sources if source["name"] in gathered.code for kind in source["kinds"]}
        beside = [source["name"] for source in sources if source["name"] not in gathered.code]
        return asked([], dict(self.values), STAGE, dict.fromkeys(declared, beside))


def run(common: Common, values: dict[str, Any]) -> int:
    """Carry out `assay gate`; returns the exit code."""
    known = Known.of(values)
    out: Path | None = values.pop("out")
    wanted = values.pop("formats") or ("text",)
    gate = _prepared(common, values)
    formats_of(gate.content, wanted)
    today = _today(gate.config, gate.values["now"])
    waived = known.waivers(gate.config, gate.content, today)
    with tempfile.TemporaryDirectory(prefix="assay-") as name:
        folder = Path(name)
        old = before(gate, known, folder / "before")
        with gate.judge(gate.paths, Path.cwd(), folder) as (judgement, gathered, ask):
            common.warn(gathered.notes)
            _hold(gathered)
            waived.hold(Snapshot.open(folder / "snapshot"))
            decided = dispositions.apply(judgement, lambda finding: waived.of(finding) or old.of(finding), folder)
            decided = waived.told(decided)
            if out is not None:
                decided.save(out)
                common.say(f"assay: wrote {out}")
            render(decided, gate.content, wanted, common)
            update(known, old, decided, gathered, today, common)
            return conclude(decided, ask, gate.settings, common)


def _prepared(common: Common, values: dict[str, Any]) -> Gate:
    """Check everything that can be checked before anything is read."""
    paths, facts = values.pop("paths"), values.pop("facts")
    options = _options(values)
    config = _configuration(values.pop("config_path"))
    own = [config.folder / pack for pack in config.values.get("packs", [])]
    content = load([*own, *(Path(pack) for pack in common.packs)])
    ask = asked([], dict(values), STAGE)
    if not choose(content.catalogue, ask.selection):
        raise UsageError("none of the checks asked for belongs to the gate; `assay policy list` shows which do")
    parameters(content.catalogue, [], config.profiles, config.values.get("parameters", {}))
    return Gate(common, config, content, paths, facts, options, values)


def _options(values: dict[str, Any]) -> dict[str, Any]:
    """Take what readers of code are told out of the command's values."""
    account, region = values.pop("account"), values.pop("region")
    if account is not None and not re.fullmatch("[0-9]{12}", account):
        raise UsageError(f"--account: {account!r} is no account; it has 12 digits")
    parameters = dict(item.partition("=")[::2] for item in values["parameter"] if "=" in item)
    for item in values.pop("parameter"):
        if "=" not in item:
            raise UsageError(f"--parameter: {item!r} is not of the form NAME=VALUE")
    return {"account": account, "region": region, "parameters": parameters or None}


def _configuration(given: Path | None) -> Config:
    """Return the estate's settings: of the file named, else of `assay.yaml` here, else the defaults."""
    if given is not None or Path("assay.yaml").is_file():
        return configuration.load(configuration.find(given))
    return Config(Path("assay.yaml"), {**DEFAULTS, "estate": Path.cwd().name or "code"})


def _today(config: Config, now: str | None) -> date:
    zone = dates.zone(config.values["timezone"])
    return (dates.instant(now, zone) if now else dates.now()).astimezone(zone).date()


def _hold(gathered: Gathered) -> None:
    """Stop where none of the code could be read: nothing was judged."""
    sources = [source for source in gathered.manifest["sources"] if source["name"] in gathered.code]
    failed = [source for source in sources if source["outcome"] == "failed"]
    if failed and len(failed) == len(sources):
        raise UsageError("; ".join(placed(source["name"], source["message"]) for source in failed))
