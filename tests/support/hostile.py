"""Names that sources may send to harm who reads a report in a pipeline, and runs in which they stand everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from support import sample_run as sample

from assay.run import Run

NAMES = (
    "]]>",
    "<script>alert(1)</script>",
    "<!-- --><img src=https://evil.example onerror=alert(1)>",
    "@team",
    "%0A::error::forged",
    "::error::forged",
    "##[error]forged",
    "a\n::stop-commands::x",
    "a\r\n::error::forged",
    "\u202egpj.exe",
    "\x00\x1b[2J\x7f",
    "\ufffe\uffff",
    "`code`` and ```fence",
    "| pipe \\| pipe",
    "[text](https://evil.example)",
    "![text](https://evil.example)",
    "https://evil.example/x www.evil.example #1 GH-1 :boom: 1234567890abcdef",
    "# heading",
    "{0} {{x}}",
    "a,b:c=d",
    " ",
)
PLACES = ("/home/user/secret/main.tf", "../../outside/main.tf", "a b/#1?.tf", "c:\\main.tf", "javascript:alert(1)", "")


def finding(name: str, **more: Any) -> dict[str, Any]:
    """Return a gap in which a name stands in every text that a source sends."""
    evidence = [{"field": f"/{name}", "actual": name, "expected": [name], "basis": "declared"}]
    location = {"path": f"{name}.tf", "line": 3, "address": name}
    reason = {"en": f"open to {name}", "zh-CN": f"向 {name} 开放"}
    made = {"reason": reason, "evidence": evidence, "location": location} | more
    check, verdict = made.pop("check", "ENC-02.1"), made.pop("verdict", "fail")
    return sample.finding(check, "storage_bucket", name, verdict, "high", **made)


def run(folder: Path) -> Run:
    """Return a run of gaps, unknowns and accepted gaps with each of the names."""
    found = [finding(name) for name in NAMES]
    found += [finding(name, verdict="unknown", check="ENC-02.2") for name in NAMES]
    found += [finding(name, disposition="waived", check="ENC-02.3") for name in NAMES]
    return sample.run(folder, found, estate=NAMES[1])
