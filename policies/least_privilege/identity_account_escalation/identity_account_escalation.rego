# METADATA
# title: No principal can raise its own rights
# description: an account passes when its policies together complete no path to further rights
# schemas:
#   - input: schema["identity_account.input"]
package least_privilege.identity_account_escalation

import data.lib.verdict

# METADATA
# description: one answer for each account of the batch, by account id
# entrypoint: true
verdicts[account.id] := _verdict(account, input.parameters) if some account in input.resources

_verdict(account, parameters) := verdict.not_applicable("other_directory") if {
	account.directory in {"ldap", "scim", "database", "saas", "local"}
}

else := verdict.not_applicable("emergency_account") if account.kind in {"break_glass", "root"}

else := verdict.not_applicable("disabled") if account.enabled == false

else := verdict.not_applicable("administrator") if account.id in parameters.admin_principals

else := verdict.fail("can_raise_rights", [_item(paths)]) if {
	paths := _paths(account, parameters)
	count(paths) > 0
}

else := verdict.pass([_item([])]) if count(_paths(account, parameters)) == 0

else := verdict.unknown("policies_unread")

_paths(account, parameters) := paths if {
	is_array(account.escalation_paths)
	paths := [path | some path in account.escalation_paths; is_array(parameters.paths[path])]
}

_item(paths) := {"field": "/escalation_paths", "actual": paths, "expected": []}
