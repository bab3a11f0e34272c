"""The ids of what is copied, as the builders of databases and buckets make them."""

from __future__ import annotations

from ...code import Code
from ...declared import Declared
from ...ids import identified
from ..buckets.naming import bucket_id
from ..databases.identity import database_id

#: What a plan of the backup service copies and of which there are records.
SOURCES = (
    "aws_s3_bucket aws_db_instance aws_rds_cluster aws_docdb_cluster aws_neptune_cluster aws_redshift_cluster "
    "aws_dynamodb_table"
).split()


def source_id(code: Code, declared: Declared) -> str:
    """Return the id of a database or bucket; what has no records of its own goes by its address."""
    if declared.type == "aws_s3_bucket":
        return bucket_id(code, declared)
    if declared.type in SOURCES or declared.type == "aws_redshiftserverless_namespace":
        return database_id(code, declared)
    return identified(code, declared, "", "", None).id
