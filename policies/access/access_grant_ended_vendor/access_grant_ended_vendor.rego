# METADATA
# title: Vendors whose time is over keep no access
# description: a grant passes when the vendor that holds it is bound, or is over and its account disabled
# schemas:
#   - input: schema["access_grant.input"]
package access.access_grant_ended_vendor

import data.lib.deadline
import data.lib.verdict

# METADATA
# description: one answer for each grant of the batch, by grant id
# entrypoint: true
verdicts[grant.id] := _verdict(grant, _vendor(grant), input.parameters) if some grant in input.resources

_verdict(grant, vendor, parameters) := verdict.not_applicable("no_single_holder") if {
	grant.principal_type in {"group", "public"}
}

else := verdict.not_applicable("no_vendor") if grant.holder_vendor_id == "none"

else := verdict.not_applicable("still_bound") if {
	grant.vendor_over == false
	vendor.status == "offboarding"
}

else := verdict.not_due("due", deadline.after_hours(grant.vendor_end_day, parameters.max_hours)) if {
	grant.vendor_over == true
	is_number(grant.vendor_end_day)
	grant.hours_since_vendor_end <= parameters.max_hours
}

else := verdict.fail("ended_without_date", array.concat(_ended(vendor), _live(grant))) if {
	grant.vendor_over == true
	vendor.relationship_end_date == "none"
	count(_live(grant)) > 0
}

else := verdict.fail("access_after_end", array.concat(_over(grant, parameters), _live(grant))) if {
	grant.vendor_over == true
	is_number(grant.hours_since_vendor_end)
	grant.hours_since_vendor_end > parameters.max_hours
	count(_live(grant)) > 0
}

else := verdict.pass([_of(vendor, "status", "active"), _item("/vendor_over", false)]) if {
	grant.vendor_over == false
	vendor.status == "active"
}

else := verdict.pass([_item("/vendor_over", true), _enabled(grant, false)]) if {
	grant.vendor_over == true
	input.related.identity_account[grant.holder_account_id].enabled == false
}

else := verdict.unknown("vendor_undecided")

# What is not known of an unknown vendor is undefined, so no limb that needs it holds.
_vendor(grant) := vendor if vendor := input.related.vendor[grant.holder_vendor_id]

else := {}

# The evidence that the grant can be used: nobody disables a principal from outside, so its grant is enough.
_live(grant) := [_item("/principal_type", "external")] if grant.principal_type == "external"

else := [_enabled(grant, true)] if input.related.identity_account[grant.holder_account_id].enabled == true

else := []

_enabled(grant, actual) := {
	"field": sprintf("/identity_account/%s/enabled", [grant.holder_account_id]),
	"actual": actual,
	"expected": false,
}

_over(grant, parameters) := [
	_item("/holder_vendor_id", grant.holder_vendor_id),
	_item("/vendor_end_at", grant.vendor_end_at),
	{
		"field": "/hours_since_vendor_end",
		"actual": grant.hours_since_vendor_end,
		"expected": sprintf("<= %d", [parameters.max_hours]),
	},
]

_ended(vendor) := [_of(vendor, "status", vendor.status), _of(vendor, "relationship_end_date", "none")]

_of(vendor, field, value) := _item(sprintf("/vendor/%s/%s", [vendor.id, field]), value)

_item(field, value) := {"field": field, "actual": value}
