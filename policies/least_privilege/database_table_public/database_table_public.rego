# METADATA
# title: PUBLIC holds no right on tables
# description: a table passes when neither PUBLIC nor every account holds a right on it
# schemas:
#   - input: schema["database_table.input"]
package least_privilege.database_table_public

import data.lib.verdict

# METADATA
# description: one answer for each table of the batch, by table id
# entrypoint: true
verdicts[table.id] := _verdict(table) if some table in input.resources

_verdict(table) := verdict.not_applicable("public_data") if table.data_level in {"none", "public"}

else := verdict.fail("granted_to_public", [_rights(table)]) if count(table.public_privileges) > 0

else := verdict.pass([_rights(table)]) if table.public_privileges == []

else := verdict.unknown("grants_unread")

_rights(table) := {"field": "/public_privileges", "actual": table.public_privileges, "expected": []}
