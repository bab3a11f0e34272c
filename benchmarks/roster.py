"""`python -m benchmarks.roster [PEOPLE [ACCOUNTS]]`: a roster joined with the accounts of a directory.

The join is what `assay match` does, start and end of the command included: every account to its person, by employee
number or any of several e-mail addresses, in whatever spelling, and everybody on both sides who has no partner.
Claims: under 5 seconds, and no process over 300 MB. Reading the roster (GB18030), and judging who left by
`assay audit --only ACC-03.1` with two workers, are timed beside it and claim nothing.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from assay import config as configuration
from assay.collect import collect
from assay.collector import Resource
from assay.loading import Content, load
from assay.snapshot.writer import SnapshotWriter
from collectors.identity import persons

DAY = date(2026, 11, 21)
ROUNDS = 3
CHECK = "ACC-03.1"
REFERENCE = "identity_account.staff_id"
_HEADER = "工号,姓名,状态,入职日期,离职日期,邮箱,部门,岗位\n"
_CONFIG = """
estate: Generated
timezone: Asia/Shanghai
sources:
  - {name: people, collector: hr_roster, path: staff.csv, encoding: gb18030}
"""


def main() -> None:
    """Generate, read, join so many times, print the least disturbed."""
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    accounts = int(sys.argv[2]) if len(sys.argv) > 2 else 60_000
    with tempfile.TemporaryDirectory() as name:
        folder, content = Path(name), load()
        (folder / "staff.csv").write_text(_HEADER + "".join(_row(n) for n in range(people)), "gb18030")
        (folder / "assay.yaml").write_text(_CONFIG, "utf-8")
        began = time.perf_counter()
        _collect(folder, content)
        read = time.perf_counter() - began
        snapshot = _with_accounts(folder, content, people, accounts)
        joined = [_timed("match", snapshot) for _ in range(ROUNDS)]
        judged = [_timed("audit", snapshot) for _ in range(ROUNDS)]
    print(f"{people:,} people, {accounts:,} accounts, best of {ROUNDS}")
    print(f"roster read                       {read:>8.1f} s")
    print(f"joined                            {min(joined)[0]:>8.1f} s  (claim: under 5)")
    print(f"joined and judged, two workers    {min(judged)[0]:>8.1f} s")
    peak = max(memory for _, memory in (*joined, *judged))
    print(f"largest process, peak memory      {peak / 1e6:>8.0f} MB (claim: under 300)")


def _row(number: int) -> str:
    """Return one person; one in twenty has left."""
    left = number % 20 == 0
    end = (DAY - timedelta(days=number % 300)).isoformat() if left else ""
    status = "离职" if left else "在职"
    return f"E{number:06d},员工{number},{status},2020/3/1,{end},Staff{number}@Example.cn,客服部,客服\n"


def _collect(folder: Path, content: Content) -> None:
    config = configuration.load(folder / "assay.yaml")
    collectors = configuration.check_sources(config, content)
    collect(config, content, collectors, folder / "people", "2026-11-21T12:00:00+08:00")


def _with_accounts(folder: Path, content: Content, people: int, accounts: int) -> Path:
    """Write the snapshot of the roster again, with the accounts of a directory beside it."""
    made = random.Random(7)  # noqa: S311 - made-up data
    header = {"estate": "Generated", "taken_at": "2026-11-21T04:00:00Z", "settings": {"timezone": "Asia/Shanghai"}}
    target = folder / "snapshot"
    with SnapshotWriter(target, header, content.schemas) as writer:
        from assay import codec

        roster = writer.source("people", "hr_roster", "declared")
        for line in (folder / "people" / "resources" / "staff_member.ndjson").open("rb"):
            record = codec.decode(line)
            facts = {name: record[name] for name in ("status", "hire_date", "end_date") if name in record}
            roster.resource("staff_member", Resource(record["id"], record["name"], facts, aliases=record["aliases"]))
        directory = writer.source("corp", "ldap", "observed")
        for number in range(accounts):
            directory.resource("identity_account", _account(made, number, people))
        writer.commit()
    return target


def _account(made: random.Random, number: int, people: int) -> Resource:
    """Return an account that names its person in one of the ways that directories do, or nobody in the roster."""
    person = made.randrange(people + people // 20)
    numbers, mail = [f"ｅ{person:06d}"], f"STAFF{person}@example.cn"
    numbers, mails = made.choice([(numbers, [mail]), (numbers, []), ([], [mail, f"s{person}@mail.example.cn"])])
    enabled = made.random() < 0.95
    resource = Resource(f"directory:corp:account/u{number}", f"u{number}", aliases=[f"uid=u{number},dc=example"])
    closed = "none" if enabled else "2026-11-01T09:00:00+08:00"
    facts = {"directory": "ldap", "enabled": enabled, "disabled_at": closed, "last_login_at": "2026-10-01"}
    for name, value in {**facts, "person_keys": persons.keys(numbers, mails)}.items():
        resource.state(name, value)
    resource.miss("vendor_id", "not_in_source", "kept in a register")
    return resource


def _timed(command: str, snapshot: Path) -> tuple[float, int]:
    """Run a command as a user would; returns seconds, and the peak memory of its largest process in bytes."""
    run = str(snapshot.parent / "run.json")
    options = {"match": [REFERENCE], "audit": ["-o", run, "-q", "-j", "2", "--only", CHECK]}[command]
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.timed", command, str(snapshot), *options],
        check=True,
        capture_output=True,
    )
    return time.perf_counter() - began, max(int(word) for word in done.stdout.split()[-2:])


if __name__ == "__main__":
    main()
