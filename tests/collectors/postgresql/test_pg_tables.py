"""Tables, columns, and who may do what with them."""

from __future__ import annotations

import pytest
from support.crm import collect_from, done, facts
from support.output import MemoryOutput
from support.postgres import Postgres

TABLE = "pg:crm-db:table/"


def test_tables_are_read_and_views_are_not(estate: MemoryOutput) -> None:
    tables = {table["id"].removeprefix(TABLE): table for table in estate.every("database_table")}
    assert set(tables) == {
        'crm.odd%2Eschema.we ird"name',
        *(f"crm.public.{name}" for name in ("customers", "events", "events_2025", "invoices", "logins", "notices")),
    }
    assert facts(tables["crm.public.invoices"], "row_security_enabled", "row_policy_count") == (True, 2)
    assert facts(tables["crm.public.customers"], "row_security_enabled", "row_policy_count") == (False, 0)
    assert tables["crm.public.notices"]["public_privileges"] == ["select"]
    assert tables["crm.public.customers"]["public_privileges"] == []
    assert tables["crm.public.customers"]["row_estimate"] == 2
    assert "row_estimate" not in tables["crm.public.logins"]


def test_a_partition_counts_for_its_table_unless_it_was_granted_apart(estate: MemoryOutput) -> None:
    assert estate.one("database_table", f"{TABLE}crm.public.events")["row_estimate"] == 30
    assert estate.one("database_table", f"{TABLE}crm.public.events_2025")["row_estimate"] == 0
    assert f"{TABLE}crm.public.events_2026" not in estate.records["database_table"]


def test_a_partition_that_is_partitioned_itself_does_not_count_as_empty(server: Postgres) -> None:
    make = (
        "CREATE TABLE visits (at date, n int) PARTITION BY RANGE (at);"
        "CREATE TABLE visits_26 PARTITION OF visits FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')"
        " PARTITION BY RANGE (n); GRANT SELECT ON visits_26 TO crm_app;"
        "CREATE TABLE visits_26_1 PARTITION OF visits_26 DEFAULT;"
        "INSERT INTO visits VALUES ('2026-01-01', 1); ANALYZE visits_26_1"
    )
    with done(server, make, "DROP TABLE visits", "shop"):
        out = collect_from(server, databases=["shop"])
    tables = {table["id"].removeprefix(f"{TABLE}shop.public."): table for table in out.every("database_table")}
    assert tables.keys() == {"visits", "visits_26"}
    assert tables["visits"]["row_estimate"] == 1
    assert "row_estimate" not in tables["visits_26"]


def test_a_column_has_its_type_and_the_category_of_its_name(estate: MemoryOutput) -> None:
    column = estate.one("database_column", "pg:crm-db:column/crm.public.customers.id_card_no")
    assert facts(column, "database_id", "table_id", "data_type", "detected_category", "detector", "sample_size") == (
        *("pg:crm-db", f"{TABLE}crm.public.customers", "text", "id_number", "name", 0),
    )
    assert estate.one("database_column", 'pg:crm-db:column/crm.odd%2Eschema.we ird"name.姓名')


GRANT = ("principal_type", "actions", "scope", "via", "origin", "grant_option", "wildcard_action")


ALL = ["admin", "delete", "grant", "read", "write"]


@pytest.mark.parametrize(
    ("grant", "expected"),
    [
        (
            "crm_read@crm.public.customers",
            ("database_role", ["read"], "object", "role", "granted", False, False),
        ),
        (
            "crm_write@crm.public.customers",
            ("database_role", ["grant", "write"], "object", "role", "granted", True, False),
        ),
        (
            "zhang_wei@crm.public.customers",  # on single columns
            ("database_role", ["read", "write"], "object", "direct", "granted", False, False),
        ),
        ("crm_owner@crm.public.customers", ("database_role", ALL, "object", "role", "owner", True, True)),
        (
            "user_admin@crm.public.invoices",
            (
                "database_role",
                ["admin", "delete", "read", "write"],
                "object",
                "direct",
                "granted",
                False,
                True,
            ),
        ),
        ("public@crm.public.notices", ("public", ["read"], "object", "public", "granted", False, False)),
        ("dba@superuser", ("database_role", ALL, "all_objects", "direct", "superuser", True, True)),
        (
            "analyst@pg_read_all_data",
            ("database_role", ["read"], "all_objects", "role", "granted", False, False),
        ),
    ],
)
def test_a_grant_says_who_may_do_what_and_why(estate: MemoryOutput, grant: str, expected: tuple[object, ...]) -> None:
    assert facts(estate.one("access_grant", f"pg:crm-db:grant/{grant}"), *GRANT) == expected


def test_a_grant_on_a_view_does_not_say_whether_the_view_masks(estate: MemoryOutput) -> None:
    view = estate.one("access_grant", "pg:crm-db:grant/zhang_wei@crm.public.customer_names")
    assert facts(view, "resource_type", "resource_id") == (
        "database_view",
        f"{TABLE}crm.public.customer_names",
    )
    assert "masked_view_only" not in view
    table = estate.one("access_grant", "pg:crm-db:grant/zhang_wei@crm.public.customers")
    assert table["masked_view_only"] is False
