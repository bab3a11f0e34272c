"""The statements that are sent in each database; objects with an oid below 16384 are the server's own."""

from __future__ import annotations

from .statements import Statement

RELATIONS = Statement(
    "relations",
    "SELECT ON pg_class, pg_namespace, pg_policy",
    """\
SELECT c.oid::bigint AS oid, n.nspname AS schema, c.relname AS name, c.relkind::text AS kind,
       c.relowner::bigint AS owner, coalesce(pg_partition_root(c.oid)::oid, c.oid)::bigint AS root,
       CASE WHEN c.reltuples = 0 AND current_setting('server_version_num')::int < 140000 THEN -1
            ELSE c.reltuples::bigint
        END AS row_estimate, c.relrowsecurity AS row_security,
       (SELECT count(*) FROM pg_policy AS p WHERE p.polrelid = c.oid) AS row_policies
  FROM pg_class AS c
  JOIN pg_namespace AS n ON n.oid = c.relnamespace
 WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'm', 'f', 'v') AND c.relpersistence <> 't'""",
)

# What GRANT gave on tables and on single columns; a table that was never granted has its owner's default.
TABLE_PRIVILEGES = Statement(
    "table_privileges",
    "SELECT ON pg_class, pg_attribute",
    """\
SELECT c.oid::bigint AS relation, a.grantee::bigint AS role, lower(a.privilege_type) AS privilege,
       a.is_grantable AS grantable
  FROM pg_class AS c, aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) AS a
 WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'm', 'f', 'v') AND c.relpersistence <> 't'
UNION
SELECT t.attrelid::bigint, a.grantee::bigint, lower(a.privilege_type), a.is_grantable
  FROM pg_attribute AS t, aclexplode(t.attacl) AS a
 WHERE t.attrelid >= 16384 AND NOT t.attisdropped""",
)

COLUMNS = Statement(
    "columns",
    "SELECT ON pg_attribute, pg_class, pg_type",
    """\
SELECT t.attrelid::bigint AS relation, t.attname AS name,
       format_type(t.atttypid, t.atttypmod) AS data_type, y.typcategory::text AS type_category
  FROM pg_attribute AS t
  JOIN pg_class AS c ON c.oid = t.attrelid
  JOIN pg_type AS y ON y.oid = t.atttypid
 WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'm', 'f') AND c.relpersistence <> 't'
   AND t.attnum > 0 AND NOT t.attisdropped""",
)

# Temporary tables and large objects are data, not structure: to own one is no right to change the schema.
OWNERS = Statement(
    "owners",
    "SELECT ON pg_shdepend, pg_database, pg_class",
    """\
SELECT DISTINCT s.refobjid::bigint AS role
  FROM pg_shdepend AS s
 WHERE s.refclassid = 'pg_authid'::regclass AND s.deptype = 'o'
   AND s.dbid IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
   AND s.classid <> 'pg_largeobject'::regclass
   AND NOT EXISTS (SELECT FROM pg_class AS c
                    WHERE s.classid = 'pg_class'::regclass AND c.oid = s.objid AND c.relpersistence = 't')""",
)

CREATORS = Statement(
    "creators",
    "SELECT ON pg_namespace, pg_database",
    """\
SELECT DISTINCT a.grantee::bigint AS role
  FROM pg_namespace AS n, aclexplode(n.nspacl) AS a
 WHERE a.privilege_type = 'CREATE'
UNION
SELECT a.grantee::bigint
  FROM pg_database AS d, aclexplode(d.datacl) AS a
 WHERE a.privilege_type = 'CREATE'""",
)

# Built-in functions that reach the files of the server, given to others than their owner.
FILE_FUNCTIONS = Statement(
    "file_functions",
    "SELECT ON pg_proc",
    """\
SELECT DISTINCT a.grantee::bigint AS role, p.proname AS name
  FROM pg_proc AS p, aclexplode(p.proacl) AS a
 WHERE p.pronamespace = 'pg_catalog'::regnamespace AND a.grantee <> p.proowner
   AND p.proname IN ('pg_read_file', 'pg_read_binary_file', 'pg_ls_dir', 'lo_import', 'lo_export',
                     'pg_file_write', 'pg_file_rename', 'pg_file_unlink')""",
)

OF_A_DATABASE = (RELATIONS, TABLE_PRIVILEGES, COLUMNS, OWNERS, CREATORS, FILE_FUNCTIONS)

#: For `assay doctor` alone: what the role may do with the tables of a database.
TABLE_RIGHTS = Statement(
    "table_rights",
    "SELECT ON pg_class",
    """\
SELECT count(*) FILTER (WHERE NOT has_table_privilege(oid, 'SELECT')) AS unreadable,
       count(*) FILTER (WHERE has_table_privilege(oid, 'INSERT, UPDATE, DELETE, TRUNCATE')) AS writable
  FROM pg_class
 WHERE oid >= 16384 AND relkind IN ('r', 'p', 'm') AND relpersistence <> 't'""",
)
