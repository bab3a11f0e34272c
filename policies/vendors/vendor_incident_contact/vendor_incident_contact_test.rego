package vendors.vendor_incident_contact_test

import data.vendors.vendor_incident_contact

_good := {
	"id": "v",
	"incident_contact": "soc",
	"incident_contact_verified_at": "2026-05-21",
	"days_since_contact_verified": 184,
	"in_approved_plan": true,
}

_judge(vendor) := answer if {
	document := {"parameters": {"max_days": 184}, "resources": [vendor]}
	answer := vendor_incident_contact.verdicts.v with input as document
}

_with(facts) := _judge(object.union(_good, facts))

test_pass_when_tested_and_in_the_plan if {
	_judge(_good) == {"verdict": "pass", "reason": "pass", "evidence": [
		{"field": "/incident_contact", "actual": "soc"},
		{"field": "/days_since_contact_verified", "actual": 184, "expected": 184},
		{"field": "/in_approved_plan", "actual": true, "expected": true},
	]}
}

test_fail_when_tested_long_ago if {
	_with({"days_since_contact_verified": 185}) == {"verdict": "fail", "reason": "tested_long_ago", "evidence": [{
		"field": "/days_since_contact_verified",
		"actual": 185,
		"expected": 184,
	}]}
}

test_fail_without_a_contact if _judge({"id": "v", "incident_contact": "none"}).reason == "no_contact"

test_fail_when_never_tested if _judge({"id": "v", "incident_contact_verified_at": "never"}).reason == "never_tested"

test_fail_when_in_no_approved_plan if _judge({"id": "v", "in_approved_plan": false}).reason == "in_no_approved_plan"

test_unknown_when_a_fact_was_not_read if {
	_judge(object.remove(_good, ["incident_contact"])).reason == "contact_or_plan_unread"
	_judge(object.remove(_good, ["days_since_contact_verified"])).reason == "contact_or_plan_unread"
	_judge(object.remove(_good, ["in_approved_plan"])).reason == "contact_or_plan_unread"
}

test_unknown_when_the_test_lies_ahead if {
	_with({"days_since_contact_verified": -1}).reason == "contact_or_plan_unread"
}

test_not_applicable_without_personal_data if _with({"processes_pi": false}).reason == "no_personal_data"

test_not_applicable_when_the_vendor_leaves if {
	_with({"status": "offboarding"}).reason == "vendor_leaving"
	_with({"status": "ended"}).reason == "vendor_leaving"
}

test_every_vendor_is_answered if {
	document := {"parameters": {"max_days": 184}, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := vendor_incident_contact.verdicts with input as document
	count(answers) == 2
}
