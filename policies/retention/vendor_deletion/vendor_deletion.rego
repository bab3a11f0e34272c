# METADATA
# title: Vendors return or delete the data after the end
# description: a vendor passes when evidence of return or deletion lies within the days allowed around the end
# schemas:
#   - input: schema["vendor.input"]
package retention.vendor_deletion

import data.lib.calendar
import data.lib.verdict

# METADATA
# description: one answer for each vendor of the batch, by vendor id
# entrypoint: true
verdicts[vendor.id] := _verdict(vendor, input.parameters) if some vendor in input.resources

_verdict(vendor, parameters) := verdict.not_applicable("no_personal_data") if vendor.processes_pi == false

else := verdict.not_applicable("vendor_active") if vendor.status == "active"

else := verdict.not_applicable("no_end_yet") if {
	vendor.status == "offboarding"
	vendor.relationship_end_date == "none"
}

else := verdict.pass(_dates(vendor)) if {
	_deleted(vendor)
	_days_late(vendor) + parameters.early_days >= 0
	_days_late(vendor) <= parameters.max_days
}

else := verdict.not_due("deletion_due", [{"field": "/due_until", "actual": _due(vendor, parameters)}]) if {
	is_number(vendor.days_since_end)
	vendor.days_since_end <= parameters.max_days
	_without_deletion(vendor, parameters)
}

else := verdict.fail("deleted_late", _dates(vendor)) if {
	_deleted(vendor)
	_days_late(vendor) > parameters.max_days
}

else := verdict.fail("not_deleted", _dates(vendor)) if {
	is_number(vendor.days_since_end)
	_without_deletion(vendor, parameters)
}

else := verdict.unknown("no_end_recorded") if vendor.relationship_end_date == "none"

else := verdict.unknown("end_or_evidence_unread")

_deleted(vendor) if {
	is_number(vendor.days_since_deletion)
	vendor.days_since_deletion >= 0
}

_days_late(vendor) := vendor.days_since_end - vendor.days_since_deletion if {
	is_number(vendor.days_since_end)
	is_number(vendor.days_since_deletion)
}

_without_deletion(vendor, _) if vendor.deletion_evidence_at == "none"

# Evidence of a day to come is a plan.
_without_deletion(vendor, _) if {
	is_number(vendor.days_since_deletion)
	vendor.days_since_deletion < 0
}

# What was deleted long before the end says nothing about the data that came after it.
_without_deletion(vendor, parameters) if _days_late(vendor) + parameters.early_days < 0

_due(vendor, parameters) := calendar.date((vendor.as_of_day - vendor.days_since_end) + parameters.max_days)

_dates(vendor) := [
	{"field": "/relationship_end_date", "actual": vendor.relationship_end_date},
	{"field": "/deletion_evidence_at", "actual": vendor.deletion_evidence_at},
]
