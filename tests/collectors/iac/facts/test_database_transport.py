"""What parameter groups say of TLS."""

from __future__ import annotations

import pytest
from support.declared_backups import Record, known_later, resource, why
from support.declared_databases import cluster, first, group, instance

from collectors.iac.value import Unknown

STRONG = "ECDHE-RSA-AES256-GCM-SHA384"


def with_group(engine: str = "postgres", **parameters: object) -> Record:
    return first(instance(engine=engine, parameter_group_name="g"), group("aws_db_parameter_group", **parameters))


@pytest.mark.parametrize(
    ("engine", "name"),
    [
        ("postgres", "rds__force_ssl"),
        ("sqlserver-se", "rds__force_ssl"),
        ("mysql", "require_secure_transport"),
        ("mariadb", "require_secure_transport"),
    ],
)
@pytest.mark.parametrize(("value", "required"), [("1", True), ("ON", True), ("0", False), ("off", False)])
def test_a_parameter_makes_the_server_demand_tls(engine: str, name: str, value: str, required: bool) -> None:
    assert with_group(engine, **{name: value})["tls_required"] is required


def test_a_parameter_that_the_group_leaves_out_is_not_known() -> None:
    assert why(with_group(), "tls_required") == "not_in_source"


def test_a_value_that_no_engine_has_is_unsupported() -> None:
    assert why(with_group(rds__force_ssl="maybe"), "tls_required") == "unsupported"


def test_a_value_that_is_not_known_is_unread() -> None:
    assert why(with_group(rds__force_ssl=Unknown()), "tls_required") == "known_after_apply"


def test_a_parameter_whose_name_is_not_known_may_be_any() -> None:
    group_ = resource("aws_db_parameter_group.g", name="g", parameter=[{"name": Unknown(), "value": "1"}])
    assert why(first(instance(parameter_group_name="g"), group_), "tls_required") == "known_after_apply"


def test_blocks_that_are_not_known_hide_every_parameter() -> None:
    group_ = resource("aws_db_parameter_group.g", name="g", parameter=Unknown())
    assert why(first(instance(parameter_group_name="g"), group_), "tls_required") == "known_after_apply"


@pytest.mark.parametrize("name", [None, "default.postgres16", "elsewhere"])
def test_a_group_outside_of_the_code_says_nothing(name: str | None) -> None:
    found = first(instance(parameter_group_name=name))
    for field in ("tls_required", "tls_min_version", "tls_weak_ciphers"):
        assert why(found, field) == "not_in_source"


def test_a_group_that_nobody_names_yet_is_found_by_its_reference() -> None:
    named = known_later("aws_db_parameter_group.g", "name")
    found = first(instance(parameter_group_name=named), group("aws_db_parameter_group", rds__force_ssl="1"))
    assert found["tls_required"] is True


@pytest.mark.parametrize(
    ("engine", "name", "value", "lowest"),
    [
        ("postgres", "ssl_min_protocol_version", "TLSv1.2", "1.2"),
        ("postgres", "ssl_min_protocol_version", "TLSv1.3", "1.3"),
        ("mysql", "tls_version", "TLSv1.2,TLSv1.3", "1.2"),
        ("mysql", "tls_version", "TLSv1.3, TLSv1.1", "1.1"),
        ("mariadb", "tls_version", "TLSv1", "1.0"),
    ],
)
def test_the_lowest_version_counts(engine: str, name: str, value: str, lowest: str) -> None:
    assert with_group(engine, **{name: value})["tls_min_version"] == lowest


def test_a_version_that_is_not_known_to_us_is_unsupported() -> None:
    assert why(with_group("mysql", tls_version="TLSv1.2,TLSv9"), "tls_min_version") == "unsupported"


@pytest.mark.parametrize(
    ("engine", "name", "listed"),
    [
        ("postgres", "ssl_ciphers", f"{STRONG}:ECDHE-RSA-AES128-GCM-SHA256"),
        ("mysql", "ssl_cipher", f"{STRONG},AES256-SHA"),
    ],
)
def test_strong_ciphers_are_no_weak_ones(engine: str, name: str, listed: str) -> None:
    assert with_group(engine, **{name: listed})["tls_weak_ciphers"] == []


def test_weak_ciphers_are_named() -> None:
    assert "AECDH-NULL-SHA" in with_group(ssl_ciphers=f"{STRONG}:AECDH-NULL-SHA")["tls_weak_ciphers"]


def test_ciphers_that_cannot_be_expanded_are_unread() -> None:
    assert why(with_group(ssl_ciphers="RC4-MD5"), "tls_weak_ciphers") == "unsupported"


def test_ciphers_that_the_group_leaves_out_are_unread() -> None:
    assert why(with_group(ssl_min_protocol_version="TLSv1.2"), "tls_weak_ciphers") == "not_in_source"


def test_with_the_newest_version_alone_no_cipher_is_weak() -> None:
    assert with_group(ssl_min_protocol_version="TLSv1.3")["tls_weak_ciphers"] == []


def test_a_cluster_takes_the_parameters_of_its_own_group() -> None:
    group_ = group("aws_rds_cluster_parameter_group", require_secure_transport="ON")
    assert first(cluster(db_cluster_parameter_group_name="g"), group_)["tls_required"] is True


@pytest.mark.parametrize(
    ("value", "required"), [("enabled", True), ("tls1.2+", True), ("fips-140-3", True), ("disabled", False)]
)
def test_documentdb_has_a_switch_of_its_own(value: str, required: bool) -> None:
    documents = resource("aws_docdb_cluster.d", cluster_identifier="d", db_cluster_parameter_group_name="g")
    found = first(documents, group("aws_docdb_cluster_parameter_group", tls=value))
    assert (found["engine"], found["tls_required"]) == ("other", required)


def test_neptune_has_a_parameter_of_its_own() -> None:
    graph = resource("aws_neptune_cluster.n", cluster_identifier="n", neptune_cluster_parameter_group_name="g")
    found = first(graph, group("aws_neptune_cluster_parameter_group", neptune_enforce_ssl="1"))
    assert found["tls_required"] is True


def test_of_oracle_no_parameter_is_read() -> None:
    found = with_group("oracle-se2")
    assert "tls_required" not in found
    assert "audit_scope" not in found
