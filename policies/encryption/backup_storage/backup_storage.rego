# METADATA
# title: Backups are encrypted at rest
# description: a backup of data that are not public passes when it is encrypted; an unknown source counts as personal
# schemas:
#   - input: schema["backup.input"]
package encryption.backup_storage

import data.lib.verdict

# METADATA
# description: one answer for each backup of the batch, by backup id
# entrypoint: true
verdicts[backup.id] := _verdict(backup) if some backup in input.resources

_verdict(backup) := verdict.not_applicable("deleted") if backup.is_deleted == true

else := verdict.not_applicable("public_data") if backup.data_level in {"none", "public"}

else := verdict.pass([_encrypted(backup)]) if backup.encrypted == true

else := verdict.fail("not_encrypted", [_encrypted(backup)]) if backup.encrypted == false

else := verdict.unknown("encryption_unread")

_encrypted(backup) := {"field": "/encrypted", "actual": backup.encrypted, "expected": true}
