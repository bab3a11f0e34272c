# METADATA
# title: Only administrators may pass on rights
# description: a grant passes when it cannot be passed on, or a named administrator holds it
# schemas:
#   - input: schema["access_grant.input"]
package least_privilege.access_grant_pass_on

import data.lib.lists
import data.lib.verdict

# METADATA
# description: one answer for each grant of the batch, by grant id
# entrypoint: true
verdicts[grant.id] := _verdict(grant) if some grant in input.resources

_verdict(grant) := verdict.not_applicable("not_granted") if grant.origin in {"engine_builtin", "owner", "superuser"}

else := verdict.not_applicable("harmless_data") if grant.data_level in {"none", "public"}

else := verdict.fail("passed_on_by_others", [_holder(grant)]) if {
	_may_pass_on(grant)
	_is_no_administrator(grant)
}

else := verdict.pass([{"field": "/grant_option", "actual": false}]) if {
	grant.grant_option == false
	lists.lacks(grant.actions, "grant")
}

else := verdict.pass([_holder(grant)]) if _is_administrator(grant)

else := verdict.unknown("holder_unread") if _may_pass_on(grant)

else := verdict.unknown("right_unread")

_may_pass_on(grant) if grant.grant_option == true

_may_pass_on(grant) if "grant" in grant.actions

_holder(grant) := {"field": "/principal_type", "actual": grant.principal_type}

_account(grant) := input.related.identity_account[grant.holder_account_id]

_role(grant) := input.related.database_role[grant.principal_id] if grant.principal_type == "database_role"

_is_administrator(grant) if {
	grant.principal_type == "account"
	_account(grant).privileged == true
	_account(grant).kind in {"break_glass", "human"}
}

_is_administrator(grant) if {
	_role(grant).kind == "human"
	_administers(grant)
}

_administers(grant) if _role(grant).is_superuser == true

_administers(grant) if _role(grant).can_create_role == true

_administers(grant) if _account(grant).privileged == true

_is_no_administrator(grant) if grant.principal_type in {"external", "group", "public"}

_is_no_administrator(grant) if {
	grant.principal_type == "account"
	_account(grant).privileged == false
}

_is_no_administrator(grant) if {
	grant.principal_type == "account"
	_account(grant).kind in {"service", "shared", "vendor"}
}

_is_no_administrator(grant) if _role(grant).kind in {"application", "replication", "service", "shared"}

_is_no_administrator(grant) if {
	_role(grant).is_superuser == false
	_role(grant).can_create_role == false
	_has_no_rights_elsewhere(grant)
}

_has_no_rights_elsewhere(grant) if _role(grant).account_id == "none"

_has_no_rights_elsewhere(grant) if _account(grant).privileged == false
