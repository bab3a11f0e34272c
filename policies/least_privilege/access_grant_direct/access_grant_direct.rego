# METADATA
# title: Rights come through roles or groups, not direct grants
# description: a grant passes when it comes through a group, role or policy, or when nobody logs in with what holds it
# schemas:
#   - input: schema["access_grant.input"]
package least_privilege.access_grant_direct

import data.lib.verdict

# METADATA
# description: one answer for each grant of the batch, by grant id
# entrypoint: true
verdicts[grant.id] := _verdict(grant) if some grant in input.resources

_verdict(grant) := verdict.not_applicable("no_single_holder") if grant.principal_type in {"external", "group", "public"}

else := verdict.not_applicable("no_single_holder") if grant.via == "public"

else := verdict.not_applicable("not_granted") if grant.origin in {"engine_builtin", "owner", "superuser"}

else := verdict.not_applicable("harmless_data") if grant.data_level in {"none", "public"}

else := verdict.not_applicable("no_person") if _role(grant).kind in {"application", "builtin", "replication", "service"}

else := verdict.fail("direct", [_via(grant)]) if {
	grant.via == "direct"
	grant.principal_type == "account"
}

else := verdict.fail("direct_log_in", [_via(grant), _login(grant)]) if {
	grant.via == "direct"
	_role(grant).can_login == true
	_role(grant).kind in {"human", "shared"}
}

else := verdict.pass([_via(grant)]) if grant.via in {"group", "policy", "role"}

else := verdict.pass([_login(grant)]) if _role(grant).can_login == false

else := verdict.unknown("way_unread")

_role(grant) := input.related.database_role[grant.principal_id] if grant.principal_type == "database_role"

_via(grant) := {"field": "/via", "actual": grant.via}

_login(grant) := {
	"field": sprintf("/database_role/%s/can_login", [grant.principal_id]),
	"actual": _role(grant).can_login,
}
