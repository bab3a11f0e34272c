"""A folder of contracts beside the registers of a company, scanned: joined by name, merged by digest, judged."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from support import docx_files

_CONTRACT = """\
代理记账服务合同
合同编号：JZ-2024-7
甲方：青山文化有限公司
乙方：{vendor}
1.1 乙方对甲方客户信息负有保密义务，不得向第三方透露。
2.1 发生数据泄露的，乙方应在十二小时内通知甲方。
3.1 本合同自2024年3月1日起至2028年2月28日止。
甲方（盖章） 日期：2024年2月20日
乙方（盖章） 日期：2024年2月21日
"""
_ASSAY = """\
estate: 青山文化有限公司
timezone: Asia/Shanghai
sources:
  - {name: files, collector: contracts, path: contracts/}
  - {name: book, collector: register, path: book.yaml}
organization: {is_ciio: false}
"""
_VENDORS = """\
resources:
  vendor:
    - {id: v, name: 绿水 记账有限责任公司, processes_pi: yes, status: active}
    - {id: w, name: 红土物流有限公司, processes_pi: yes, status: active}
"""
Found = dict[tuple[str, str], dict[str, Any]]


def _write(path: Path, vendor: str) -> str:
    """Write a contract with a vendor; returns its digest."""
    path.parent.mkdir(exist_ok=True)
    lines = _CONTRACT.format(vendor=vendor).splitlines()
    docx_files.write(path, docx_files.parts("".join(map(docx_files.p, lines))))
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _scan(folder: Path, book: str) -> tuple[Found, str]:
    """Scan the estate; returns the findings and what was told."""
    (folder / "assay.yaml").write_text(_ASSAY, "utf-8")
    (folder / "book.yaml").write_text(book, "utf-8")
    command = [sys.executable, "-m", "assay", "scan", "-o", "out", "--now", "2026-11-21", "--allow-unknown"]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert ran.returncode in (0, 1), ran.stderr
    run = json.loads((folder / "out" / "run.json").read_bytes())
    return {(item["check"], item["resource"]): item for item in run["findings"]}, ran.stderr


def _verdicts(findings: Found, check: str) -> dict[str, str]:
    return {id: item["verdict"] for (of, id), item in findings.items() if of == check}


def test_a_file_is_the_contract_of_the_vendor_that_it_names(tmp_path: Path) -> None:
    _write(tmp_path / "contracts" / "a.docx", "绿水记账有限公司")
    findings, _ = _scan(tmp_path, _VENDORS)
    assert _verdicts(findings, "VEN-02.1") == {"v": "pass", "w": "fail"}
    assert _verdicts(findings, "VEN-02.10") == {"contract:files:a.docx": "pass"}


def test_a_file_of_a_name_that_nobody_bears_may_be_of_any_vendor_and_is_named(tmp_path: Path) -> None:
    _write(tmp_path / "contracts" / "a.docx", "绿水记账有限公司")
    _write(tmp_path / "contracts" / "b.docx", "蓝天仓储有限公司")
    findings, _ = _scan(tmp_path, _VENDORS)
    assert _verdicts(findings, "VEN-02.1") == {"v": "pass", "w": "unknown"}
    assert findings["VEN-02.1", "w"]["evidence"][-1] == {
        "field": "/vendor_contract",
        "unread": "partial",
        "operation": "to whom it belongs is not known of contract:files:b.docx",
    }
    listed = findings["VEN-02.10", "contract:files:b.docx"]["evidence"]
    (why,) = (item for item in listed if item["field"] == "/vendor_id")
    assert why["operation"] == "no vendor that was read has the name 蓝天仓储有限公司"


@pytest.mark.parametrize(("vouched", "hours", "verdict"), [("24", "24", "pass"), ("48", "48", "fail")])
def test_a_row_of_the_same_digest_is_the_file_and_goes_before_the_detector(
    tmp_path: Path, vouched: str, hours: str, verdict: str
) -> None:
    digest = _write(tmp_path / "contracts" / "a.docx", "绿水记账有限公司")
    row = f"    - {{id: c, name: books, document_sha256: {digest}, breach_notice_hours: {vouched}}}\n"
    findings, told = _scan(tmp_path, f"{_VENDORS}  vendor_contract:\n{row}")
    assert f"breach_notice_hours: {hours} by book, 12 by files; book counts" in told
    assert list(_verdicts(findings, "VEN-02.10")) == ["contract:files:a.docx"]
    notice = findings["VEN-02.5", "v"]
    assert (notice["verdict"], notice["evidence"][-1]["actual"]) == (verdict, {"value": 12, "source": "files"})
