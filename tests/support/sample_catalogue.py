"""A small catalogue for the sample run: five controls, seven checks, four frameworks."""

from __future__ import annotations

from typing import Any

from assay.catalogue import Catalogue, Clause, Control, Framework
from assay.check import Check

_CONTROLS = [
    Control(
        "ENC-02",
        {"en": "Object-storage and backup encryption", "zh-CN": "对象存储与备份加密"},
        {
            "en": "Buckets, snapshots and backups are encrypted by default, with customer-managed keys for "
            "sensitive data.",
            "zh-CN": "存储桶、快照和备份默认加密，敏感数据使用自主管理的密钥。",
        },
        clauses=(
            Clause("CN-PIPL", "51(3)", "high"),
            Clause("CN-CSL", "23(4)", "high", "21(4) before 2026"),
            Clause("GDPR", "32(1)(a)", "high"),
            Clause("ISO27001-2022", "A.8.24", "high", "title: Use of cryptography"),
            Clause("ISO27001-2022", "A.8.13", "medium", "title: Information backup"),
        ),
    ),
    Control(
        "VEN-02",
        {"en": "Contracts bind vendors to protect data", "zh-CN": "合同约束供应商保护数据"},
        {
            "en": "Each vendor that handles personal information is bound by a contract with purpose, "
            "period, measures and supervision.",
            "zh-CN": "处理个人信息的供应商均受合同约束，合同约定目的、期限、措施与监督。",
        },
        clauses=(Clause("CN-PIPL", "21", "high"), Clause("GDPR", "28(3)", "high")),
    ),
    Control(
        "AUT-02",
        {"en": "Administrators use more than a password", "zh-CN": "管理员使用多因素认证"},
        {
            "en": "Whoever can administer systems proves it by a second factor.",
            "zh-CN": "有系统管理权限的人员须通过第二因素认证。",
        },
        clauses=(Clause("ISO27001-2022", "A.8.5", "high"), Clause("ISO27001-2022", "A.8.2", "low")),
    ),
    Control(
        "RET-01",
        {"en": "Retention limit defined and enforced", "zh-CN": "保存期限与到期清理"},
        {
            "en": "Every class of customer information has a longest retention period that systems enforce.",
            "zh-CN": "每类客户信息都有最长保存期限，并由系统自动执行。",
        },
        clauses=(Clause("CN-PIPL", "19", "high"), Clause("CN-PIPL", "47(2)", "high")),
    ),
    Control(
        "LOG-01",
        {"en": "Access to customer data is logged", "zh-CN": "客户数据访问留痕"},
        {"en": "Whoever reads customer data leaves a trace.", "zh-CN": "读取客户数据均留有记录。"},
        clauses=(Clause("CN-CSL", "23(3)", "high"),),
    ),
]
_FRAMEWORKS = [
    Framework("CN-PIPL", "个人信息保护法 Personal Information Protection Law", "2021-11-01", "-", "full text read"),
    Framework("CN-CSL", "网络安全法 Cybersecurity Law", "2026-01-01", "-", "full text read"),
    Framework("GDPR", "Regulation (EU) 2016/679", "2018-05-25", "-", "every cited paragraph read"),
    Framework("ISO27001-2022", "ISO/IEC 27001:2022", "2022", "-", "titles only"),
]
_TERRAFORM = """resource "aws_s3_bucket_server_side_encryption_configuration" "NAME" {
  bucket = "BUCKET"
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = "KEY_ARN"
    }
  }
}"""


def _check(name: str, kind: str, severity: str, title: tuple[str, str], remedy: tuple[str, str], **more: Any) -> Check:
    why = {
        "en": "Whoever copies the disk or the backup reads what is not encrypted.",
        "zh-CN": "未加密的数据一旦磁盘或备份被复制即可被读取。",
    }
    words = [{"en": en, "zh-CN": zh} for en, zh in (title, remedy)]
    return Check(name, name.split(".")[0], kind, f"sample.{kind}", words[0], why, words[1], severity, **more)


_CHECKS = [
    _check(
        "ENC-02.1",
        "storage_bucket",
        "high",
        ("Bucket default encryption is on", "存储桶已开启默认加密"),
        (
            "Turn on default encryption; objects that are there have to be copied over themselves once.",
            "为存储桶开启默认加密；已有对象需原地复制一次才会被加密。",
        ),
        fix={
            "cli": "aws s3api put-bucket-encryption --bucket BUCKET \\\n"
            "  --server-side-encryption-configuration file://encryption.json",
            "terraform": _TERRAFORM,
        },
    ),
    _check(
        "ENC-02.2",
        "storage_bucket",
        "medium",
        ("Sensitive buckets use a customer-managed key", "敏感存储桶使用自主管理密钥"),
        ("Encrypt the bucket with a key of your own.", "使用自主管理的密钥加密存储桶。"),
        fix={"terraform": _TERRAFORM},
    ),
    _check(
        "ENC-02.3",
        "storage_bucket",
        "medium",
        ("Uploads without encryption are refused", "拒绝未加密的上传"),
        ("Refuse such uploads in the bucket's policy.", "在存储桶策略中拒绝此类上传。"),
    ),
    _check(
        "VEN-02.1",
        "vendor",
        "high",
        ("A contract is in force for each vendor", "每个供应商均有生效合同"),
        ("Sign a contract, or stop the flow of data to the vendor.", "签订合同，或停止向该供应商提供数据。"),
        parameters={"notice_days": 30},
        clauses={"notice_days": "GDPR 28(3)"},
    ),
    _check(
        "AUT-02.1",
        "identity_account",
        "critical",
        ("Administrators have a second factor", "管理员已启用多因素认证"),
        ("Enrol a second factor for the account.", "为该账户启用第二认证因素。"),
    ),
    _check(
        "RET-01.1",
        "data_asset",
        "high",
        ("Every personal data asset has a retention rule", "每项个人数据资产均有保存期限"),
        ("Set a longest period for the asset.", "为该数据资产设定最长保存期限。"),
    ),
    _check(
        "LOG-01.1",
        "log_source",
        "high",
        ("Reads of customer data are logged", "客户数据的读取有日志"),
        ("Log reads of customer data.", "记录客户数据的读取。"),
    ),
]


def catalogue() -> Catalogue:
    """Return the sample catalogue."""
    return Catalogue(
        checks={check.id: check for check in _CHECKS},
        controls={control.id: control for control in _CONTROLS},
        frameworks={framework.id: framework for framework in _FRAMEWORKS},
    )
