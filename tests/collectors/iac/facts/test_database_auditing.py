"""What declared databases record of their use, and where that goes."""

from __future__ import annotations

import pytest
from support.declared_backups import Record, resource, why
from support.declared_databases import cluster, first, group, instance, member

from collectors.iac.declared import Declared
from collectors.iac.value import Unknown

ALL = ["connect", "ddl", "dml", "role", "select"]
PGAUDIT = {"shared_preload_libraries": "pgaudit,pg_stat_statements", "log_connections": "1"}


def postgresql(**parameters: object) -> Record:
    return first(instance(parameter_group_name="g"), group("aws_db_parameter_group", **parameters))


def aurora(*others: Declared, **parameters: object) -> Record:
    named = cluster(db_cluster_parameter_group_name="g")
    return first(named, group("aws_rds_cluster_parameter_group", **parameters), *others)


@pytest.mark.parametrize(
    ("classes", "scope"),
    [
        ("all", ALL),
        ("ddl,role,read,write", ALL),
        ("all, -read", ["connect", "ddl", "dml", "role"]),
        ("write", ["connect", "dml"]),
    ],
)
def test_pgaudit_records_the_classes_that_it_is_told(classes: str, scope: list[str]) -> None:
    found = postgresql(pgaudit__log=classes, **PGAUDIT)
    assert (found["audit_scope"], found["audit_enabled"]) == (scope, True)


def test_pgaudit_records_nothing_unless_it_is_loaded() -> None:
    assert postgresql(pgaudit__log="all")["audit_scope"] == []
    assert postgresql(pgaudit__log="all")["audit_enabled"] is False


def test_whether_pgaudit_is_loaded_may_not_be_known() -> None:
    found = postgresql(pgaudit__log="all", shared_preload_libraries=Unknown())
    assert why(found, "audit_scope") == why(found, "audit_enabled") == "known_after_apply"
    assert postgresql(shared_preload_libraries=Unknown(), log_statement="all")["audit_scope"] == ALL[1:]


def test_statements_that_are_logged_count_too() -> None:
    assert postgresql(log_statement="ddl", log_connections="on")["audit_scope"] == ["connect", "ddl", "role"]


def test_a_group_outside_of_the_code_records_nobody_knows_what() -> None:
    assert why(first(instance(parameter_group_name="elsewhere")), "audit_scope") == "not_in_source"


def test_a_cluster_of_aurora_records_by_its_parameters() -> None:
    found = aurora(server_audit_logging="1", server_audit_events="CONNECT,QUERY_DDL,QUERY_DCL")
    assert found["audit_scope"] == ["connect", "ddl", "role"]


def test_a_cluster_of_aurora_records_nothing_unless_it_is_switched_on() -> None:
    assert aurora(server_audit_events="CONNECT")["audit_scope"] == []
    assert why(aurora(server_audit_logging="1"), "audit_scope") == "not_in_source"


def test_a_cluster_records_what_all_of_its_instances_record() -> None:
    own = resource("aws_db_parameter_group.i", name="i", parameter=[{"name": "pgaudit.log", "value": "ddl"}])
    named = cluster(engine="aurora-postgresql", db_cluster_parameter_group_name="g")
    whole = group("aws_rds_cluster_parameter_group", pgaudit__log="all", **PGAUDIT)
    members = [member("one"), member("two", db_parameter_group_name="i")]
    assert first(named, whole, own, *members)["audit_scope"] == ["connect", "ddl"]


def test_an_instance_with_a_group_outside_of_the_code_hides_what_the_cluster_records() -> None:
    found = aurora(member("one", db_parameter_group_name="elsewhere"), server_audit_logging="1")
    assert why(found, "audit_scope") == "not_in_source"


@pytest.mark.parametrize(
    ("value", "scope"),
    [("all", ALL), ("ddl, dml_read", ["connect", "ddl", "role", "select"]), ("disabled", [])],
)
def test_documentdb_records_by_a_parameter(value: str, scope: list[str]) -> None:
    documents = resource("aws_docdb_cluster.d", cluster_identifier="d", db_cluster_parameter_group_name="g")
    assert first(documents, group("aws_docdb_cluster_parameter_group", audit_logs=value))["audit_scope"] == scope
    left_out = first(documents, group("aws_docdb_cluster_parameter_group"))
    assert why(left_out, "audit_scope") == "not_in_source"


def test_what_neptune_records_the_code_does_not_show() -> None:
    graph = resource("aws_neptune_cluster.n", cluster_identifier="n", enable_cloudwatch_logs_exports=["audit"])
    assert why(first(graph), "audit_scope") == "not_in_source"


def test_an_exported_log_has_its_log_group() -> None:
    found = first(instance("Db", enabled_cloudwatch_logs_exports=["upgrade", "postgresql"]))
    assert found["log_source_id"] == "aws:210987654321:eu-central-1:logs:log-group//aws/rds/instance/db/postgresql"


def test_a_log_group_of_an_account_that_is_not_known_is_named_shortly() -> None:
    found = first(cluster(enabled_cloudwatch_logs_exports=["audit"]), account=None)
    assert found["log_source_id"] == "aws:logs:log-group//aws/rds/cluster/c/audit"


def test_a_log_group_of_a_database_whose_name_is_not_known_is_that_of_its_address() -> None:
    found = first(instance(identifier=None, enabled_cloudwatch_logs_exports=["postgresql"]))
    assert found["log_source_id"] == "tf:aws_db_instance.db:log/postgresql"


@pytest.mark.parametrize("exports", [None, [], ["upgrade"]])
def test_a_log_that_is_not_exported_goes_nowhere(exports: list[str] | None) -> None:
    assert first(instance(enabled_cloudwatch_logs_exports=exports))["log_source_id"] == "none"


def test_exports_that_are_not_known_are_unread() -> None:
    assert why(first(instance(enabled_cloudwatch_logs_exports=Unknown())), "log_source_id") == "known_after_apply"
