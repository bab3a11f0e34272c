"""PostgreSQL: reads the catalogues of one server, never a row; see docs/collectors/postgresql.md."""

from .collector import PostgreSQL

COLLECTOR = PostgreSQL()
