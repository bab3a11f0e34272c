# METADATA
# title: A cloud trail covers all regions of every account and is running
# description: |
#   the organisation passes when each cloud account that holds a bucket or a database of it is recorded by a trail
#   that is on, covers all regions, and wrote a record lately
# schemas:
#   - input: schema["organization.input"]
package logging.organization_trail

import data.lib.lists
import data.lib.related
import data.lib.verdict

# METADATA
# description: one answer for each organisation of the batch, by its id
# entrypoint: true
verdicts[organization.id] := answer if {
	some organization in input.resources
	answer := _verdict(organization, related.records("log_source", organization.id), input.parameters)
}

_verdict(organization, trails, parameters) := verdict.not_applicable("no_cloud") if {
	organization.used_accounts_read == true
	organization.used_account_ids == []
}

else := verdict.fail("account_without_trail", [_accounts(organization), _without(without)]) if {
	organization.trails_read == true
	without := [id | some id in organization.used_account_ids; _is_bare(id, trails, parameters)]
	count(without) > 0
}

else := verdict.pass([_accounts(organization)]) if {
	organization.used_accounts_read == true
	count(_recorded(organization, trails, parameters)) == count(organization.used_account_ids)
}

else := verdict.unknown("accounts_unread") if {
	count(_recorded(organization, trails, parameters)) == count(organization.used_account_ids)
}

else := verdict.unknown("trails_unread")

_recorded(organization, trails, parameters) := [id |
	some id in organization.used_account_ids
	count([trail | some trail in trails; _records(trail, id, parameters)]) > 0
]

_is_bare(id, trails, parameters) if {
	count([trail | some trail in trails; _passes_by(trail, id, parameters)]) == count(trails)
}

_records(trail, id, parameters) if {
	trail.enabled == true
	trail.multi_region == true
	_covers(trail.account_ids, id)
	is_number(trail.hours_since_last_event)
	trail.hours_since_last_event <= parameters.max_gap_hours
}

_covers(accounts, _) if "all" in accounts

_covers(accounts, id) if id in accounts

_passes_by(trail, _, _) if trail.enabled == false

_passes_by(trail, _, _) if trail.multi_region == false

_passes_by(trail, _, _) if trail.last_event_at == "never"

_passes_by(trail, _, parameters) if {
	is_number(trail.hours_silent)
	trail.hours_silent > parameters.max_gap_hours
}

_passes_by(trail, id, _) if {
	lists.lacks(trail.account_ids, "all")
	lists.lacks(trail.account_ids, id)
}

_accounts(organization) := {"field": "/used_account_ids", "actual": organization.used_account_ids}

_without(ids) := {"field": "/without_trail", "actual": ids, "expected": []}
