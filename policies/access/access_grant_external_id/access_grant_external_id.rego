# METADATA
# title: Roles trusted by outside accounts demand an external id
# description: |
#   a trust passes when an outside account has to name an external id, or when only the own organisation gets through
# schemas:
#   - input: schema["access_grant.input"]
package access.access_grant_external_id

import data.lib.verdict

# METADATA
# description: one answer for each grant of the batch, by grant id
# entrypoint: true
verdicts[grant.id] := _verdict(grant) if some grant in input.resources

_verdict(grant) := verdict.not_applicable("no_trust") if grant.is_role_trust == false

else := verdict.not_applicable("own_account") if grant.trust_relation in {"same_account", "same_organization"}

else := verdict.not_applicable("no_account") if grant.trust_relation in {"federated", "service"}

else := verdict.fail("anybody", [_who(grant), _wanted("organization_condition")]) if {
	grant.is_role_trust == true
	grant.trust_relation == "any"
	grant.organization_condition == false
}

else := verdict.fail("no_external_id", _open(grant)) if {
	grant.is_role_trust == true
	grant.trust_relation == "external"
	grant.external_id_required == false
	grant.organization_condition == false
}

else := verdict.pass([_who(grant), _held("external_id_required")]) if {
	grant.is_role_trust == true
	grant.trust_relation == "external"
	grant.external_id_required == true
}

else := verdict.pass([_who(grant), _held("organization_condition")]) if {
	grant.is_role_trust == true
	grant.trust_relation in {"external", "any"}
	grant.organization_condition == true
}

else := verdict.unknown("trust_unread")

_who(grant) := {"field": "/principal_id", "actual": grant.principal_id} if is_string(grant.principal_id)

else := {"field": "/trust_relation", "actual": grant.trust_relation}

_open(grant) := [_who(grant), _wanted("external_id_required"), _wanted("organization_condition")]

_wanted(field) := {"field": sprintf("/%s", [field]), "actual": false, "expected": true}

_held(field) := {"field": sprintf("/%s", [field]), "actual": true}
