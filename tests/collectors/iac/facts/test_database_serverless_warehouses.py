"""Warehouses of Redshift Serverless that code declares."""

from __future__ import annotations

from typing import Any

from support.declared_backups import resource, why
from support.declared_databases import first

from collectors.iac.declared import Declared
from collectors.iac.value import Unknown

ALL = ["connect", "ddl", "dml", "role", "select"]
LOGS = ["connectionlog", "userlog", "useractivitylog"]


def namespace(**values: Any) -> Declared:
    return resource("aws_redshiftserverless_namespace.n", namespace_name="n", **values)


def workgroup(name: str = "w", **values: Any) -> Declared:
    config = [
        {"parameter_key": key, "parameter_value": "true"} for key in ("require_ssl", "enable_user_activity_logging")
    ]
    told = {"namespace_name": "n", "config_parameter": config, **values}
    return resource(f"aws_redshiftserverless_workgroup.{name}", workgroup_name=name, **told)


def test_a_namespace_is_told_with_its_workgroup() -> None:
    open_ = resource("aws_security_group.g", id="sg-g", ingress=[{"protocol": "-1", "cidr_blocks": ["0.0.0.0/0"]}])
    declared = workgroup(publicly_accessible=False, security_group_ids=["sg-g"])
    found = first(namespace(log_exports=LOGS), declared, open_)
    assert (found["engine"], found["at_rest_encryption"]) == ("redshift", "provider_default")
    assert (found["publicly_accessible"], found["ingress_any"], found["tls_required"]) == (False, True, True)
    assert found["audit_scope"] == ALL
    assert found["log_source_id"].endswith("logs:log-group//aws/redshift/n/connectionlog")


def test_a_namespace_has_the_worst_of_its_workgroups() -> None:
    found = first(namespace(), workgroup(publicly_accessible=False), workgroup("x", publicly_accessible=True))
    assert found["publicly_accessible"] is True
    assert "tls_required" not in found
    assert "ingress_any" not in found


def test_a_namespace_without_exports_records_nothing() -> None:
    found = first(namespace())
    assert (found["audit_enabled"], found["log_source_id"]) == (False, "none")
    assert why(first(namespace(log_exports=Unknown())), "log_source_id") == "known_after_apply"
    assert why(first(namespace(log_exports=LOGS)), "audit_scope") == "not_in_source"
