"""A folder of documents becomes resources: what was found with its proof, what could not be read with the reason."""

from __future__ import annotations

import dataclasses
import hashlib
from pathlib import Path

import pytest
from support import docx_files
from support.contract_texts import document
from support.output import MemoryOutput, Record
from support.tables import schemas, source

from assay import reviews
from assay.collector import CollectorFailed
from collectors.contracts import stating
from collectors.contracts.collector import Contracts
from collectors.contracts.detect import detect
from collectors.contracts.fields import CONTENT

DAY = "2026-11-21"
_CONTRACT = """\
代理记账服务合同
合同编号：JZ-2024-7
甲方：青山文化有限公司
乙方：绿水记账有限公司
一、保密
1.1 乙方对甲方客户信息负有保密义务，不得向第三方透露。
二、事件
2.1 发生数据泄露的，乙方应在十二小时内通知甲方。
三、期限
3.1 本合同自2024年3月1日起至2026年2月28日止。
甲方（盖章） 日期：2024年2月20日
乙方（盖章） 日期：2024年2月21日
"""
_AMENDMENT = """\
代理记账服务合同补充协议
合同编号：JZ-2024-7-补1
甲方：青山文化有限公司
乙方：绿水记账有限公司
双方于2024年2月21日签订《代理记账服务合同》（合同编号：JZ-2024-7，下称“主合同”），现变更如下：
1.1 主合同第一条（乙方对甲方客户信息负有保密义务，不得向第三方透露）删除，不再适用。
甲方（盖章） 日期：2025年2月20日
乙方（盖章） 日期：2025年2月21日
"""
_SECRECY = """\
员工保密协议
甲方：青山文化有限公司
乙方：李不语
1. 乙方应当对甲方客户资料保守秘密。
甲方（盖章） 日期：2025年3月1日
乙方（签字） 日期：2025年3月1日
"""


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    docx_files.write(path, docx_files.parts("".join(map(docx_files.p, text.splitlines()))))


def _collect(folder: Path, **options: str) -> MemoryOutput:
    out = MemoryOutput(source="book")
    Contracts().collect(source(folder, **options), out)
    return out


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three documents, one of them in a folder of its own, and what is none."""
    made = tmp_path / "contracts"
    _write(made / "base.docx", _CONTRACT)
    _write(made / "later" / "amendment.DOCX", _AMENDMENT)
    _write(made / "nda.docx", _SECRECY)
    (made / "notes.txt").write_text("none")
    (made / "~$base.docx").write_text("kept by an editor")
    return made


def _one(out: MemoryOutput, name: str) -> Record:
    (found,) = (
        records[f"contract:book:{name}"] for records in out.records.values() if f"contract:book:{name}" in records
    )
    return found


def test_each_document_is_a_resource_of_its_kind(folder: Path) -> None:
    out = _collect(folder)
    assert {kind: sorted(records) for kind, records in out.records.items()} == {
        "vendor_contract": ["contract:book:base.docx", "contract:book:later/amendment.DOCX"],
        "confidentiality_agreement": ["contract:book:nda.docx"],
    }
    assert [line.outcome for line in out.ledger] == ["ok"] * 3
    assert not out.incomplete_kinds


def test_facts_stand_with_their_proof_and_the_hash_of_the_file(folder: Path) -> None:
    record = _one(_collect(folder), "base.docx")
    assert record["document_sha256"] == hashlib.sha256((folder / "base.docx").read_bytes()).hexdigest()
    assert record["place"] == {"path": "contracts/base.docx"}
    assert (record["vendor_name"], record["signed_at"], record["effective_to"]) == (
        "绿水记账有限公司",
        "2024-02-21",
        "2026-02-28",
    )
    assert (record["breach_notice_hours"], record["text_extracted"], record["clauses_source"]) == (12, True, "detector")
    assert set(record["clauses_present"]) == {"confidentiality", "breach_notification"}
    proof = record["extracted"]["breach_notice_hours"]
    assert (proof["quote"], proof["where"]) == ("发生数据泄露的，乙方应在十二小时内通知甲方。", "paragraph 8")
    assert record["extracted"]["confidentiality"]["confidence"] > 0.9
    assert record["extracted"]["audit_right"] == {"quote": "", "where": "", "confidence": 0.7}


def test_what_the_text_leaves_open_is_unread(folder: Path) -> None:
    record = _one(_collect(folder), "later/amendment.DOCX")
    unread = {item["field"]: item["reason"] for item in record["unread"]}
    assert unread.items() >= {"effective_to": "not_in_source", "auto_renew": "not_in_source"}.items()


def test_an_amendment_refers_to_its_base_and_lists_what_it_removes(folder: Path) -> None:
    out = _collect(folder)
    amendment = _one(out, "later/amendment.DOCX")
    assert amendment["amends_contract_id"] == "contract:book:base.docx"
    assert (amendment["clauses_removed"], amendment["clauses_present"]) == (["confidentiality"], [])
    assert _one(out, "base.docx")["amends_contract_id"] == "none"


def test_a_document_that_cannot_be_read_leaves_every_field_unread_and_may_be_of_either_kind(folder: Path) -> None:
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 not a document")
    out = _collect(folder)
    record = _one(out, "broken.docx")
    unread = {item["field"]: item["reason"] for item in record["unread"]}
    assert unread == dict.fromkeys(CONTENT["vendor_contract"], "corrupt")
    assert record["text_extracted"] is False
    assert list(out.incomplete_kinds) == ["confidentiality_agreement"]
    assert out.notes[0].startswith("contracts/broken.docx: ")


def test_an_absence_is_no_fact_where_part_of_the_document_could_not_be_read() -> None:
    read = dataclasses.replace(document(_CONTRACT.splitlines()), unread=["page 3"])
    resource = stating.stated("id", "a.pdf", read, detect(read), None)
    assert resource.unread["audit_right"] == resource.unread["clauses_present"] == ("no_text", "page 3")
    assert resource.facts["breach_notice_hours"] == 12
    assert "confidentiality" in resource.facts["extracted"]


def test_a_folder_that_is_not_there_fails_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(CollectorFailed, match="correct `path`"):
        _collect(tmp_path / "contracts")
    (probe,) = Contracts().probe(source(tmp_path / "contracts"))
    assert probe.outcome == "failed"


def test_the_probe_counts_the_documents(folder: Path) -> None:
    (probe,) = Contracts().probe(source(folder))
    assert (probe.outcome, probe.what) == ("ok", "read the folder: 3 documents")


def test_the_fields_that_are_asked_for_are_those_of_the_kind() -> None:
    for kind, names in CONTENT.items():
        assert set(names) <= schemas()[kind]["properties"].keys()


def test_a_base_that_is_not_there_is_unread_and_named(folder: Path) -> None:
    (folder / "base.docx").unlink()
    unread = {item["field"]: item for item in _one(_collect(folder), "later/amendment.DOCX")["unread"]}
    assert unread["amends_contract_id"] == {
        "field": "amends_contract_id",
        "reason": "not_in_source",
        "operation": "the contract that it changes JZ-2024-7 of 2024-02-21 is not among the documents",
    }


def test_a_copy_of_the_base_is_no_second_base(folder: Path) -> None:
    (folder / "later" / "copy.docx").write_bytes((folder / "base.docx").read_bytes())
    amendment = _one(_collect(folder), "later/amendment.DOCX")
    assert amendment["amends_contract_id"] == "contract:book:base.docx"


def test_what_a_folder_holds_is_said_by_the_source_where_a_document_cannot_be_read(folder: Path) -> None:
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 not a document")
    out = _collect(folder, kind="confidentiality_agreement")
    assert "contract:book:broken.docx" in out.records["confidentiality_agreement"]
    assert not out.incomplete_kinds


@pytest.mark.parametrize(
    ("field", "value", "kind"),
    [("party_name", "Ann Li", "confidentiality_agreement"), ("vendor_name", "Green Ltd", "vendor_contract")],
)
def test_what_a_document_is_that_cannot_be_read_its_review_says(
    folder: Path, field: str, value: str, kind: str
) -> None:
    broken = folder / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 not a document")
    sha = hashlib.sha256(broken.read_bytes()).hexdigest()
    reviews.add(folder / "r.yaml", [{"document_sha256": sha, "field": field, "value": value, "by": "A", "date": DAY}])
    out = _collect(folder, reviews="contracts/r.yaml")
    assert out.records[kind]["contract:book:broken.docx"][field] == value
    assert not out.incomplete_kinds


@pytest.mark.parametrize("line", ["工号：E1002", "Employee no.: E1002", "Staff ID E1002"])
def test_an_agreement_gives_the_employee_number_of_the_person(folder: Path, line: str) -> None:
    _write(folder / "nda.docx", _SECRECY.replace("乙方：李不语", f"乙方：李不语\n{line}"))
    assert _one(_collect(folder), "nda.docx")["party_number"] == "E1002"


def test_of_two_employee_numbers_none_is_that_of_the_person(folder: Path) -> None:
    _write(folder / "nda.docx", _SECRECY + "工号：E1002\n工号：E1003\n")
    assert "party_number" not in _one(_collect(folder), "nda.docx")


def test_answers_that_nobody_has_given_yet_are_none(folder: Path) -> None:
    out = _collect(folder, reviews="reviews.yaml")
    assert len(out.records["vendor_contract"]) == 2
    assert out.notes == ["reviews.yaml: is not there; no answers of people count"]
