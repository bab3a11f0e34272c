"""What is known of gaps before the gate runs: waivers, a baseline, the revision that the branch left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assay import codec, config, waivers
from assay.cli.options import Common
from assay.errors import UsageError
from assay.gate import baseline, comparison
from assay.gate.baseline import Baseline
from assay.loading import Content
from assay.run import Finding, Run
from assay.snapshot.reader import Snapshot

if TYPE_CHECKING:
    from assay.cli.gating import Gate
    from assay.gate.gathering import Gathered


@dataclass(frozen=True)
class Known:
    """The options that name what is known."""

    baseline: Path | None
    update: bool
    reason: str | None
    against: str | None
    waivers_file: Path | None

    @classmethod
    def of(cls, values: dict[str, Any]) -> Known:
        """Take the options out of the command's values; raises `UsageError` where they do not go together."""
        made = cls(*(values.pop(name) for name in ("baseline", "baseline_update", "reason", "against", "waived")))
        if made.update and not (made.baseline and made.reason):
            raise UsageError("--baseline-update goes with --baseline FILE and --reason TEXT")
        if made.reason and not made.update:
            raise UsageError("--reason goes with --baseline-update")
        return made

    def waivers(self, settings: config.Config, content: Content, today: date) -> Waived:
        """Read the waivers: the file named here, whose targets have to be here, else that of the estate."""
        if self.waivers_file is not None:
            return Waived(waivers.load(self.waivers_file, content.catalogue, today), today, strict=True)
        own = settings.values.get("waivers")
        if own is None:
            return Waived(waivers.Waivers({}), today)
        return Waived(waivers.load(settings.folder / own, content.catalogue, today), today)


@dataclass
class Waived:
    """Waivers with the names of what is there."""

    given: waivers.Waivers
    today: date
    strict: bool = False
    """Whether a waiver for something that is not here stops the run."""
    aliases: dict[str, list[str]] = field(default_factory=dict)
    used: dict[tuple[str, str], waivers.Waiver] = field(default_factory=dict)
    """By check and resource."""

    def hold(self, snapshot: Snapshot) -> None:
        """Hold the targets against what was read; raises `UsageError` for one that is not there."""
        if not self.given.by_target:
            return
        addresses = set()
        for kind in snapshot.kinds:
            with snapshot.path(kind).open("rb") as lines:
                for line in lines:
                    record = codec.decode(line)
                    self.aliases[record["id"]] = record.get("aliases", [])
                    addresses.add(record.get("place", {}).get("address", ""))
        names = {*self.aliases, *addresses, *(alias for names in self.aliases.values() for alias in names)}
        strangers = self.given.strangers(names)
        if strangers and self.strict:
            raise UsageError(strangers[0] + (f" (and {len(strangers) - 1} more)" if len(strangers) > 1 else ""))

    def of(self, finding: Finding) -> str | None:
        """Return the disposition that a waiver gives a gap."""
        place = finding["location"] or {}
        names = [finding["resource"], place.get("address", ""), *self.aliases.get(finding["resource"], ())]
        found = self.given.of(finding["check"], names)
        if found is None:
            return None
        self.used[finding["check"], finding["resource"]] = found
        return waivers.state(found, self.today)

    def told(self, run: Run) -> Run:
        """Return the run with who accepted what, why and until when."""
        listed = [
            {"check": check, "resource": resource, "reason": used.reason, "owner": used.owner}
            | {"approver": used.approver, "expires": used.expires.isoformat()}
            for (check, resource), used in sorted(self.used.items())
        ]
        return replace(run, head={**run.head, "run": {**run.head["run"], "waivers": listed}}) if listed else run


@dataclass(frozen=True)
class Old:
    """Gaps that were there before."""

    recorded: Baseline
    """Those of the baseline file."""
    left: Baseline
    """Those of the revision that the branch left."""
    is_new: bool = False
    """Whether the baseline file is not there yet."""

    def of(self, finding: Finding) -> str:
        """Return the disposition of a gap."""
        return "baseline" if self.recorded.holds(finding) or self.left.holds(finding) else "open"


def before(gate: Gate, known: Known, folder: Path) -> Old:
    """Read the baseline, and judge the revision that the branch left."""
    recorded, left = Baseline({}), Baseline({})
    if known.baseline is not None and known.baseline.exists():
        recorded = baseline.load(known.baseline)
    if known.against is not None:
        folder.mkdir()
        here, paths = comparison.checkout(known.against, gate.paths, folder / "tree")
        if paths:
            with gate.judge(paths, here, folder) as (run, _, _):
                left = baseline.of(finding for finding in run.findings() if finding["verdict"] == "fail")
    return Old(recorded, left, known.baseline is not None and not known.baseline.exists())


def update(known: Known, old: Old, run: Run, gathered: Gathered, today: date, common: Common) -> None:
    """Write the baseline: made where it is absent, less what is mended, more only where that is asked for."""
    if known.baseline is None:
        return
    open_ = [f for f in run.findings() if f["verdict"] == "fail" and f["disposition"] in ("open", "baseline")]
    made = old.recorded.without(_mended(old.recorded, run, gathered))
    if old.is_new or known.update:
        made = made.with_(open_, today.isoformat(), known.reason or "there before the gate")
    if old.is_new or made.gaps.keys() != old.recorded.gaps.keys():
        made.save(known.baseline)
        gone, come = len(old.recorded.gaps.keys() - made.gaps.keys()), len(made.gaps.keys() - old.recorded.gaps.keys())
        common.say(f"assay: wrote {known.baseline}: {come} gaps more, {gone} mended; commit it")


def _mended(recorded: Baseline, run: Run, gathered: Gathered) -> Sequence[baseline.Key]:
    """Return the gaps that this run proves gone: the check ran, the file was read wholly, and it is no gap now."""
    findings = {baseline.key(f): f["verdict"] for f in run.findings()}
    left_out = {item["check"] for item in run.head["not_assessed"]}
    assessed = {f["check"] for f in run.findings()} - left_out
    read = {name for name, whole in _read(gathered).items() if whole}
    return [
        key
        for key, gap in recorded.gaps.items()
        if findings.get(key, "gone") in ("pass", "not_applicable")
        or (key not in findings and gap["check"] in assessed and any(_is_of(gap["path"], name) for name in read))
    ]


def _is_of(path: str, name: str) -> bool:
    return name == "." or path == name or path.startswith(f"{name}/")


def _read(gathered: Gathered) -> Mapping[str, bool]:
    sources = [source for source in gathered.manifest["sources"] if source["name"] in gathered.code]
    return {source["name"]: source["outcome"] == "complete" for source in sources}
