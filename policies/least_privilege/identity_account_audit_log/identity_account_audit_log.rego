# METADATA
# title: Administrators cannot manage the audit log
# description: an administrator passes when neither the account nor a role of it may alter a log of what it administers
# schemas:
#   - input: schema["identity_account.input"]
package least_privilege.identity_account_audit_log

import data.lib.lists
import data.lib.related
import data.lib.verdict

# METADATA
# description: one answer for each account of the batch, by account id
# entrypoint: true
verdicts[account.id] := _verdict(account, _logs(account)) if some account in input.resources

_verdict(account, logs) := verdict.not_applicable("no_administrator") if account.privileged == false

else := verdict.not_applicable("disabled") if account.enabled == false

else := verdict.not_applicable("no_log") if {
	_all_read(account)
	logs == []
}

else := verdict.fail("manages_own_log", [_writers(log) | some log in _managed(account, logs)]) if {
	account.privileged == true
	count(_managed(account, logs)) > 0
}

else := verdict.pass([_writers(log) | some log in logs]) if {
	account.privileged == true
	_all_read(account)
	count([log | some log in logs; _is_apart(log, account)]) == count(logs)
}

else := verdict.unknown("log_out_of_sight")

_logs(account) := related.records("log_source", account.id)

_all_read(account) if {
	account.administered_read == true
	input.complete.log_source == true
}

_names(account) := array.concat([account.id], account.role_ids)

_managed(account, logs) := [log |
	some log in logs
	count([name | some name in _names(account); name in log.writer_admin_ids]) > 0
]

_is_apart(log, account) if count(lists.missing(_names(account), log.writer_admin_ids)) == count(_names(account))

_writers(log) := {"field": sprintf("/log_source/%s/writer_admin_ids", [log.id]), "actual": log.writer_admin_ids}
