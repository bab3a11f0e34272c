package retention.vendor_deletion_test

import data.retention.vendor_deletion

_parameters := {"max_days": 30, "early_days": 30}

_answer(facts) := answer if {
	vendor := object.union({"id": "v", "as_of_day": 20778}, facts)
	answer := vendor_deletion.verdicts.v with input as {"parameters": _parameters, "resources": [vendor]}
}

_ended(days, evidence, evidence_days) := {
	"status": "ended",
	"relationship_end_date": "2026-10-22",
	"days_since_end": days,
	"deletion_evidence_at": evidence,
	"days_since_deletion": evidence_days,
}

_reason_of(days, evidence, evidence_days) := _answer(_ended(days, evidence, evidence_days)).reason

test_pass_when_deleted_in_time if {
	_answer(_ended(40, "2026-11-06", 15)) == {"verdict": "pass", "reason": "pass", "evidence": [
		{"field": "/relationship_end_date", "actual": "2026-10-22"},
		{"field": "/deletion_evidence_at", "actual": "2026-11-06"},
	]}
}

test_pass_at_both_limits if {
	_reason_of(40, "2026-11-11", 10) == "pass"
	_reason_of(40, "2026-09-12", 70) == "pass"
}

test_pass_when_deleted_before_an_end_to_come if _reason_of(-10, "2026-11-15", 6) == "pass"

test_fail_when_nothing_is_evidenced if {
	_answer(_ended(31, "none", "none")) == {"verdict": "fail", "reason": "not_deleted", "evidence": [
		{"field": "/relationship_end_date", "actual": "2026-10-22"},
		{"field": "/deletion_evidence_at", "actual": "none"},
	]}
}

test_fail_when_deleted_late if _reason_of(40, "2026-11-12", 9) == "deleted_late"

test_fail_when_deleted_long_before_the_end if _reason_of(40, "2026-09-11", 71) == "not_deleted"

test_fail_when_deletion_is_planned if _reason_of(40, "2026-11-22", -1) == "not_deleted"

test_fail_when_the_status_was_not_read if {
	_answer(object.remove(_ended(31, "none", "none"), ["status"])).reason == "not_deleted"
}

test_unknown_when_no_end_is_recorded if {
	facts := {"status": "ended", "relationship_end_date": "none", "days_since_end": "none"}
	_answer(object.union(facts, {"deletion_evidence_at": "none"})).reason == "no_end_recorded"
}

test_unknown_when_the_end_was_not_read if {
	facts := object.remove(_ended(0, "2026-11-06", 15), ["relationship_end_date", "days_since_end"])
	_answer(facts).reason == "end_or_evidence_unread"
}

test_unknown_when_the_evidence_was_not_read if {
	_answer(object.remove(_ended(40, "", 0), ["deletion_evidence_at", "days_since_deletion"])).verdict == "unknown"
	_answer(object.remove(_ended(10, "", 0), ["deletion_evidence_at", "days_since_deletion"])).verdict == "unknown"
}

test_not_applicable_while_deletion_is_due if {
	_answer(_ended(10, "none", "none")) == {"verdict": "not_applicable", "reason": "deletion_due", "evidence": [{
		"field": "/due_until",
		"actual": "2026-12-11",
	}]}
}

test_not_applicable_on_the_last_day if _answer(_ended(30, "none", "none")).evidence[0].actual == "2026-11-21"

test_not_applicable_while_only_early_evidence_exists if _reason_of(1, "2026-05-04", 201) == "deletion_due"

test_not_applicable_while_deletion_is_planned_in_time if _reason_of(10, "2026-11-22", -1) == "deletion_due"

test_not_applicable_when_active if _answer({"status": "active"}).reason == "vendor_active"

test_not_applicable_without_personal_data if _answer({"processes_pi": false}).reason == "no_personal_data"

test_not_applicable_when_leaving_without_a_date if {
	_answer({"status": "offboarding", "relationship_end_date": "none"}).reason == "no_end_yet"
}

test_every_vendor_is_answered if {
	document := {"parameters": _parameters, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := vendor_deletion.verdicts with input as document
	count(answers) == 2
}
