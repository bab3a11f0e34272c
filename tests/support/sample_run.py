"""A hand-written run: all verdicts and dispositions, related evidence, long, Chinese and hostile names."""

from __future__ import annotations

import hashlib
import io
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from support.sample_catalogue import catalogue

from assay import codec
from assay.report import Context, Format
from assay.run import Run

#: Names as a source may send them, each meant to harm one reader.
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=https://evil.example/x onerror=alert(1)>',
    "\x1b]8;;https://evil.example\x1b\\click\x1b[2J",
    "\u202egpj.exe\u2066",
    "pass\u200b\U000e0041",
    "[bold]name[/]",
    "{{ 7 * 7 }}{0}",
    "line\n\nComplete",
    "\u9b54" * 60 + "a" * 200,
    "javascript:alert(1)",
)
BUCKET = "aws:s3:bucket/"
ACCOUNT = "aws:210987654321:iam:user/"
CONTRACT = "contract:legal:供应商/蓝天印务 2024.pdf"

_NOT_ENCRYPTED = {"en": "default encryption is off", "zh-CN": "未开启默认加密"}
_NO_MFA_FACT = {
    "en": "whether the account has a second factor was not read",
    "zh-CN": "未能读取该账户是否启用第二因素",
}


def finding(check: str, kind: str, resource: str, verdict: str, severity: str, **more: Any) -> dict[str, Any]:
    """Return one finding with everything that a test does not care about filled in."""
    made: dict[str, Any] = {
        "check": check,
        "control": check.split(".")[0],
        "kind": kind,
        "resource": resource,
        "source": "cloud",
        "verdict": verdict,
        "disposition": "open",
        "severity": severity,
        "reason": {"en": verdict, "zh-CN": verdict},
        "evidence": [],
        "location": None,
        "fingerprint": hashlib.sha256(f"{check}\0{resource}".encode()).hexdigest()[:32],
        "first_seen": None,
        "collected_at": "2026-11-21T03:58:12Z",
    }
    return made | more


def _unencrypted(name: str, severity: str = "high", basis: str = "observed", **more: Any) -> dict[str, Any]:
    accepted = ["sse_s3", "sse_kms_managed", "sse_kms_customer"]
    evidence = [{"field": "/default_encryption", "actual": "none", "expected": accepted, "basis": basis}]
    more = {"reason": _NOT_ENCRYPTED, "evidence": evidence} | more
    return finding("ENC-02.1", "storage_bucket", BUCKET + name, "fail", severity, **more)


def _no_factor(name: str, **more: Any) -> dict[str, Any]:
    evidence = [{"field": "/mfa_enabled", "unread": "denied", "operation": "iam:ListMFADevices"}]
    more = {"reason": _NO_MFA_FACT, "evidence": evidence} | more
    return finding("AUT-02.1", "identity_account", ACCOUNT + name, "unknown", "critical", **more)


def findings() -> list[dict[str, Any]]:
    """Return the findings in the order of a run."""
    return [
        finding(
            "RET-01.1",
            "data_asset",
            "asset:客户档案",
            "fail",
            "high",
            disposition="baseline",
            source="registers",
        ),
        finding("RET-01.1", "data_asset", "asset:newsletter", "not_applicable", "high", source="registers"),
        finding("AUT-02.1", "identity_account", ACCOUNT + "root", "pass", "critical"),
        *(_no_factor(name) for name in ("zhang.san", "li.si", "wang.wu")),
        _no_factor("break-glass", disposition="attested"),
        finding(
            "AUT-02.1",
            "identity_account",
            "directory:people:account/chen",
            "unknown",
            "critical",
            reason={"en": "the policy failed on this batch", "zh-CN": "策略在此批次执行失败"},
            evidence=[{"field": "/policy", "problem": "17 answers for 18 resources"}],
        ),
        _unencrypted(
            "client-exports",
            "critical",
            "declared",
            location={"path": "infra/buckets.tf", "line": 12, "address": "aws_s3_bucket.client_exports"},
            first_seen="2026-10-02T03:58:12Z",
        ),
        finding(
            "ENC-02.2",
            "storage_bucket",
            BUCKET + "client-exports",
            "fail",
            "medium",
            disposition="waived",
            reason=_NOT_ENCRYPTED,
        ),
        *(_unencrypted(name) for name in HOSTILE),
        *(finding("ENC-02.1", "storage_bucket", f"{BUCKET}logs-{n}", "pass", "high") for n in range(24)),
        *(finding("ENC-02.2", "storage_bucket", f"{BUCKET}logs-{n}", "not_applicable", "medium") for n in range(24)),
        *(finding("ENC-02.3", "storage_bucket", f"{BUCKET}logs-{n}", "pass", "medium") for n in range(24)),
        finding(
            "ENC-02.3",
            "storage_bucket",
            BUCKET + "archive",
            "unknown",
            "medium",
            reason={"en": "the bucket's policy was not read", "zh-CN": "未能读取存储桶策略"},
            evidence=[{"field": "/policy_statements", "unread": "timeout", "operation": "s3:GetBucketPolicy"}],
        ),
        finding(
            "VEN-02.1",
            "vendor",
            "vendor:registers:蓝天印务",
            "fail",
            "high",
            source="registers",
            disposition="waiver_expired",
            reason={
                "en": "the contract has ended and no other follows it",
                "zh-CN": "合同已到期且没有后续合同",
            },
            evidence=[
                {"field": "/processes_pi", "actual": True, "basis": "declared"},
                {
                    "field": f"/vendor_contract/{CONTRACT}/effective_to",
                    "actual": "2026-03-31",
                    "expected": "2026-11-21 or later",
                    "basis": "documented",
                },
            ],
            location={"path": "registers/vendors.xlsx", "line": 7},
        ),
    ]


def head(found: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Return the head that goes with the findings."""
    verdicts = dict.fromkeys(("pass", "fail", "unknown", "not_applicable"), 0)
    gaps, unknowns = (dict.fromkeys(("critical", "high", "medium", "low"), 0) for _ in range(2))
    dispositions: Counter[str] = Counter()
    for each in found:
        verdicts[each["verdict"]] += 1
        dispositions[each["disposition"]] += 1
        if each["verdict"] == "fail" and each["disposition"] in ("open", "waiver_expired"):
            gaps[each["severity"]] += 1
        if each["verdict"] == "unknown" and each["disposition"] == "open":
            unknowns[each["severity"]] += 1
    return {
        "format": "assay.run/1",
        "run": {
            "id": "0d1f6f3e-5a53-5e0c-9d54-5f4c8f5f9a01",
            "estate": "Example Bookkeeping 示例代账",
            "as_of": "2026-11-21T12:00:00+08:00",
            "snapshot": "sha256:" + hashlib.sha256(b"snapshot").hexdigest(),
            "engine": {"name": "embedded", "version": "regorus 0.13.0"},
            "pack": [{"name": "assay", "digest": "sha256:" + hashlib.sha256(b"pack").hexdigest()}],
            "complete": False,
            "sources": [
                {
                    "name": "cloud",
                    "collector": "aws",
                    "outcome": "partial",
                    "message": "2 of 41 reads were denied",
                },
                {
                    "name": "people",
                    "collector": "hr_roster",
                    "outcome": "failed",
                    "message": "registers/staff.csv: no such file",
                },
                {"name": "registers", "collector": "register", "outcome": "complete"},
            ],
            "parameters": {"VEN-02.1": {"notice_days": 30}},
        },
        "summary": {
            "resources": 48,
            "checks": {"assessed": 6, "not_assessed": 1},
            "verdicts": verdicts,
            "gaps": gaps,
            "unknowns": unknowns,
            "waived": dispositions["waived"],
            "attested": dispositions["attested"],
            "expired": dispositions["waiver_expired"],
        },
        "not_assessed": [{"check": "LOG-01.1", "why": "no log source in the snapshot"}],
    }


def run(folder: Path, found: list[dict[str, Any]] | None = None, **about: Any) -> Run:
    """Return a run of these findings (by default the whole sample), its lines in the folder."""
    found = findings() if found is None else found
    lines = folder / "findings.ndjson"
    lines.write_bytes(b"".join(codec.encode(each) + b"\n" for each in found))
    made = head(found)
    made["run"] |= about
    return Run(made, lines)


def poisoned(folder: Path, poison: str) -> Run:
    """Return the sample with a poison at the end of every text that is no word of the format itself."""
    made = run(folder, _poison(findings(), poison))
    made.head["run"].update(_poison(dict(made.head["run"]), poison))
    made.head["not_assessed"][:] = _poison(made.head["not_assessed"], poison)
    return made


def _poison(value: Any, poison: str, key: str = "") -> Any:
    match value:
        case str() if key not in ("verdict", "severity", "outcome"):
            return value + poison
        case list():
            return [_poison(item, poison) for item in value]
        case dict():
            return {name: _poison(item, poison, name) for name, item in value.items()}
        case _:
            return value


def rendered(how: Format, run: Run, language: str = "en", width: int = 80, color: bool = False) -> str:
    """Return what a format makes of a run."""
    out = io.BytesIO()
    how.render(run, Context(catalogue(), language, color, width), out)
    return out.getvalue().decode()
