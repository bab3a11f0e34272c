"""A generated estate: made-up resources of the kinds that the checks judge, the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from assay.collector import Resource
from assay.loading import Content
from assay.snapshot.writer import SnapshotWriter

DAY = date(2026, 11, 21)
LEVELS = ("none", "public", "internal", "personal", "sensitive")
Facts = dict[str, Any]

#: Share of each kind in a thousand resources.
SHARES = {
    "database_column": 300,
    "lifecycle_rule": 100,
    "storage_bucket": 100,
    "data_asset": 80,
    "identity_account": 80,
    "access_grant": 80,
    "staff_member": 50,
    "database_role": 50,
    "database_table": 50,
    "vendor_contract": 30,
    "confidentiality_agreement": 30,
    "vendor": 20,
    "training_record": 20,
    "database_instance": 10,
}


def write(folder: Path, content: Content, count: int, seed: int = 7) -> None:
    """Write a snapshot of about `count` resources."""
    made = random.Random(seed)  # noqa: S311 - made-up data
    header = {"estate": "Generated", "taken_at": "2026-11-21T04:00:00Z", "settings": {"timezone": "Asia/Shanghai"}}
    sizes = {kind: max(1, count * share // 1000) for kind, share in SHARES.items()}
    with SnapshotWriter(folder, header, content.schemas) as writer:
        source = writer.source("generated", "generated", "observed")
        source.feeds([*SHARES, "organization", "retention_rule", "credential", "training_course"])
        source.resource("organization", Resource("organization", "Generated", _organization()))
        for number in range(20):
            source.resource("retention_rule", Resource(f"rule-{number}", f"Rule {number}", _retention_rule(made)))
        for kind, size in sizes.items():
            for number in range(size):
                facts = _FACTS[kind](made, number, sizes)
                source.resource(kind, Resource(f"{kind}-{number}", f"{kind} {number}", _some_unread(made, facts)))
        writer.commit()


def _some_unread(made: random.Random, facts: Facts) -> Facts:
    """Drop a fact now and then: estates are never read wholly."""
    return {name: value for name, value in facts.items() if made.random() > 0.02 or name.endswith("_id")}


def _day(made: random.Random, back: int = 700, ahead: int = 0) -> str:
    return (DAY - timedelta(days=made.randint(-ahead, back))).isoformat()


def _organization() -> Facts:
    return {"sectors": ["accounting_agent"], "is_ciio": False, "cloud_account_ids": ["111122223333"]}


def _retention_rule(made: random.Random) -> Facts:
    return {
        "min_days": made.choice(["none", 365, 1825]),
        "max_days": made.choice([365, 1825, 3650]),
        "trigger": made.choice(["creation", "contract_end"]),
        "disposal_action": "delete",
        "permanent_basis": "none",
    }


def _bucket(made: random.Random, number: int, sizes: dict[str, int]) -> Facts:
    return {
        "provider": "aws_s3",
        "region": "cn-north-1",
        "default_encryption": made.choice(["none", "sse_s3", "sse_kms_customer"]),
        "deny_unencrypted_put": made.random() < 0.5,
        "deny_insecure_transport": made.random() < 0.8,
        "public_access_block": made.choice(["full", "full", "partial"]),
        "policy_public": made.random() < 0.05,
        "acl_public": False,
        "external_principals": made.choice([[], [], ["arn:aws:iam::444455556666:role/partner"]]),
        "versioning": made.choice(["enabled", "disabled"]),
        "object_lock_mode": "none",
        "object_lock_days": 0,
        "lifecycle_state": "present",
        "access_logging": made.choice(["none", "server_access", "both"]),
        "tags": {"data_level": made.choice(LEVELS)},
    }


def _lifecycle_rule(made: random.Random, number: int, sizes: dict[str, int]) -> Facts:
    return {
        "bucket_id": f"storage_bucket-{number % sizes['storage_bucket']}",
        "enabled": True,
        "covers_whole_bucket": made.random() < 0.8,
        "prefix": "",
        "other_filter": False,
        "expiration_days": made.choice([30, 365, 2000, "none"]),
        "noncurrent_expiration_days": made.choice([30, 90, "none"]),
        "abort_multipart_days": 7,
    }


def _data_asset(made: random.Random, number: int, sizes: dict[str, int]) -> Facts:
    return {
        "category": "customer records",
        "level": made.choice(LEVELS),
        "location_ids": [f"storage_bucket-{made.randrange(sizes['storage_bucket'])}"],
        "retention_rule_id": f"rule-{made.randrange(20)}",
        "classified_at": _day(made),
        "declared_no_pi": False,
        "owner_staff_id": f"staff_member-{made.randrange(sizes['staff_member'])}",
    }


def _instance(made: random.Random, number: int, sizes: dict[str, int]) -> Facts:
    return {
        "engine": "postgresql",
        "engine_version": made.choice(["13.4", "15.8", "17.2"]),
        "hosting": "self_hosted",
        "at_rest_encryption": made.choice(["none", "volume"]),
        "tls_required": made.random() < 0.7,
        "tls_min_version": made.choice(["1.0", "1.2", "1.3"]),
        "tls_weak_ciphers": [],
        "publicly_accessible": made.random() < 0.1,
        "ingress_any": False,
        "open_host_rules": [],
        "trust_auth_rules": made.choice([[], ["local all all trust"]]),
        "trust_auth_remote": False,
        "plaintext_auth_rules": [],
        "anonymous_account_count": 0,
        "remote_listener": True,
        "audit_enabled": made.random() < 0.5,
        "audit_scope": ["connect", "role", "ddl"],
        "log_source_id": "none",
        "auto_minor_upgrade": True,
    }


def _table(made: random.Random, number: int, sizes: dict[str, int]) -> Facts:
    return {
        "database_id": f"database_instance-{number % sizes['database_instance']}",
        "row_estimate": made.randrange(100_000),
        "public_privileges": made.choice([[], [], ["select"]]),
    }


def _column(made: random.Random, number: int, sizes: dict[str, int]) -> Facts:
    return {
        "database_id": f"database_instance-{number % sizes['database_instance']}",
        "table_id": f"database_table-{number % sizes['database_table']}",
        "data_type": "text",
        "declared_category": made.choice(["none", "phone", "password", "name", "biometric"]),
        "jrt_class": made.choice(["none", "C1", "C3"]),
        "protection": made.choice(["none", "encrypted", "salted_hash"]),
        "algorithm": made.choice(["bcrypt", "md5", "argon2id"]),
        "plaintext_hits": made.choice([0, 0, 3]),
        "in_use": True,
    }


def _role(made: random.Random, number: int, sizes: dict[str, int]) -> Facts:
    return {
        "database_id": f"database_instance-{number % sizes['database_instance']}",
        "account_id": f"identity_account-{made.randrange(sizes['identity_account'])}",
        "kind": made.choice(["human", "application", "service"]),
        "can_login": True,
        "is_superuser": made.random() < 0.05,
        "can_create_role": False,
        "bypass_row_security": False,
        "ddl_privileges": made.random() < 0.2,
        "is_migration_role": False,
        "dangerous_privileges": made.choice([[], [], ["pg_read_server_files"]]),
    }


def _account(made: random.Random, number: int, sizes: dict[str, int]) -> Facts:
    return {
        "directory": "ldap",
        "kind": made.choice(["human", "human", "service", "vendor"]),
        "staff_id": f"staff_member-{made.randrange(sizes['staff_member'])}",
        "vendor_id": f"vendor-{made.randrange(sizes['vendor'])}",
        "enabled": made.random() < 0.9,
        "created_at": _day(made),
        "last_login_at": made.choice(["never", f"{_day(made, 200)}T09:00:00+08:00"]),
        "mfa_enabled": made.random() < 0.8,
        "mfa_type": made.choice(["none", "totp", "sms"]),
        "privileged": made.random() < 0.2,
        "expires_at": "none",
        "disabled_at": "none",
        "disabled_after": "none",
    }


def _grant(made: random.Random, number: int, sizes: dict[str, int]) -> Facts:
    return {
        "principal_type": "account",
        "principal_id": f"identity_account-{made.randrange(sizes['identity_account'])}",
        "resource_type": "storage_bucket",
        "resource_id": f"storage_bucket-{made.randrange(sizes['storage_bucket'])}",
        "actions": ["read"],
        "last_used_at": f"{_day(made, 200)}T09:00:00+08:00",
    }


def _staff(made: random.Random, number: int, sizes: dict[str, int]) -> Facts:
    left = made.random() < 0.1
    return {
        "employment_type": "employee",
        "vendor_id": "none",
        "status": "left" if left else "active",
        "hire_date": _day(made, 3000),
        "end_date": _day(made, 300) if left else "none",
        "handles_pi": True,
    }


def _vendor(made: random.Random, number: int, sizes: dict[str, int]) -> Facts:
    return {
        "kind": "cloud",
        "processes_pi": made.random() < 0.8,
        "data_levels": ["personal"],
        "status": made.choice(["active", "active", "offboarding", "ended"]),
        "relationship_end_date": "none",
        "due_diligence_at": _day(made),
        "due_diligence_result": "pass",
        "last_monitored_at": _day(made),
        "open_findings_overdue": made.choice([0, 0, 2]),
        "cloud_account_ids": [f"{number:012d}"],
        "deletion_evidence_at": "none",
    }


def _contract(made: random.Random, number: int, sizes: dict[str, int]) -> Facts:
    return {
        "vendor_id": f"vendor-{number % sizes['vendor']}",
        "signed_at": _day(made),
        "effective_from": _day(made),
        "effective_to": made.choice(["open_ended", _day(made, 100, 600)]),
        "auto_renew": False,
        "clauses_present": ["purpose", "duration", "method", "data_types", "return_or_deletion"],
        "clauses_source": "register",
        "breach_notice_hours": made.choice([24, 48, "none"]),
        "amends_contract_id": "none",
        "audit_right": made.choice(["full", "excluded"]),
        "renewal_notice_days": 30,
        "deletion_period_days": 30,
    }


def _agreement(made: random.Random, number: int, sizes: dict[str, int]) -> Facts:
    return {
        "party_type": "staff",
        "party_id": f"staff_member-{made.randrange(sizes['staff_member'])}",
        "signed_at": _day(made),
        "effective_to": "open_ended",
    }


def _training(made: random.Random, number: int, sizes: dict[str, int]) -> Facts:
    return {
        "staff_id": f"staff_member-{made.randrange(sizes['staff_member'])}",
        "course_id": "none",
        "completed_at": _day(made),
        "passed": True,
    }


_FACTS: dict[str, Callable[[random.Random, int, dict[str, int]], Facts]] = {
    "access_grant": _grant,
    "confidentiality_agreement": _agreement,
    "data_asset": _data_asset,
    "database_column": _column,
    "database_instance": _instance,
    "database_role": _role,
    "database_table": _table,
    "identity_account": _account,
    "lifecycle_rule": _lifecycle_rule,
    "staff_member": _staff,
    "storage_bucket": _bucket,
    "training_record": _training,
    "vendor": _vendor,
    "vendor_contract": _contract,
}
