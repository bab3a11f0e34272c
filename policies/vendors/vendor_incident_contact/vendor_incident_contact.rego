# METADATA
# title: Incident contacts of vendors are tested and in the plan
# description: a vendor passes when its contact was tested lately and an approved incident plan names the vendor
# schemas:
#   - input: schema["vendor.input"]
package vendors.vendor_incident_contact

import data.lib.lists
import data.lib.verdict

# METADATA
# description: one answer for each vendor of the batch, by vendor id
# entrypoint: true
verdicts[vendor.id] := _verdict(vendor, input.parameters.max_days) if some vendor in input.resources

_verdict(vendor, max_days) := verdict.not_applicable("no_personal_data") if vendor.processes_pi == false

else := verdict.not_applicable("vendor_leaving") if vendor.status in {"ended", "offboarding"}

else := verdict.fail("no_contact", [_contact(vendor)]) if vendor.incident_contact == "none"

else := verdict.fail("never_tested", [_tested(vendor)]) if vendor.incident_contact_verified_at == "never"

else := verdict.fail("tested_long_ago", [_days(vendor, max_days)]) if {
	is_number(vendor.days_since_contact_verified)
	vendor.days_since_contact_verified > max_days
}

else := verdict.fail("in_no_approved_plan", [_plan(vendor)]) if vendor.in_approved_plan == false

else := verdict.pass([_contact(vendor), _days(vendor, max_days), _plan(vendor)]) if {
	lists.lacks(["none"], vendor.incident_contact)
	is_number(vendor.days_since_contact_verified)
	vendor.days_since_contact_verified >= 0
	vendor.days_since_contact_verified <= max_days
	vendor.in_approved_plan == true
}

else := verdict.unknown("contact_or_plan_unread")

_contact(vendor) := {"field": "/incident_contact", "actual": vendor.incident_contact}

_tested(vendor) := {"field": "/incident_contact_verified_at", "actual": vendor.incident_contact_verified_at}

_plan(vendor) := {"field": "/in_approved_plan", "actual": vendor.in_approved_plan, "expected": true}

_days(vendor, max_days) := {
	"field": "/days_since_contact_verified",
	"actual": vendor.days_since_contact_verified,
	"expected": max_days,
}
