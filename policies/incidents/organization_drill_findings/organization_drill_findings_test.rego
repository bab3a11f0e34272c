package incidents.organization_drill_findings_test

import data.incidents.organization_drill_findings

_drill(id, facts) := object.union(
	{"id": id, "days_since_performed": 730, "findings_overdue": 0, "includes_vendor": true},
	facts,
)

_vendor(facts) := object.union({"id": "v", "status": "active", "processes_pi": true}, facts)

_judge(drills, vendors, complete) := answer if {
	document := {
		"parameters": {"max_days": 730},
		"resources": [{"id": "o"}],
		"related": {
			"drill": {drill.id: drill | some drill in drills},
			"vendor": {vendor.id: vendor | some vendor in vendors},
		},
		"links": {
			"drill": {"o": [drill.id | some drill in drills]},
			"vendor": {"o": [vendor.id | some vendor in vendors]},
		},
		"complete": complete,
	}
	answer := organization_drill_findings.verdicts.o with input as document
}

_answer(drills, vendors) := _judge(drills, vendors, {"drill": true, "vendor": true})

_one(facts, vendors) := _answer([_drill("d", facts)], vendors).reason

test_pass_when_a_vendor_took_part if {
	answer := _answer([_drill("d", {}), _drill("e", {"days_since_performed": "none"})], [_vendor({})])
	answer.verdict == "pass"
	answer.evidence == [{"field": "/drill/d/findings_overdue", "actual": 0, "expected": 0}]
}

test_pass_when_there_is_no_vendor_to_invite if {
	_one({"includes_vendor": false}, [_vendor({"status": "ended"})]) == "pass"
	_one({"includes_vendor": false}, [_vendor({"processes_pi": false})]) == "pass"
}

test_fail_when_a_finding_is_overdue if {
	answer := _judge([_drill("d", {"findings_overdue": 2})], [], {"drill": false, "vendor": false})
	answer.reason == "findings_overdue"
	answer.evidence == [{"field": "/drill/d/findings_overdue", "actual": 2, "expected": 0}]
}

test_fail_when_no_vendor_took_part if {
	_answer([], [_vendor({})]).evidence == [{"field": "/vendors_to_invite", "actual": 1}]
	_one({"includes_vendor": false}, [_vendor({})]) == "no_vendor_took_part"
	_one({"days_since_performed": 731}, [_vendor({})]) == "no_vendor_took_part"
	_one({"days_since_performed": "none"}, [_vendor({})]) == "no_vendor_took_part"
}

test_not_applicable_without_drill_and_vendor if _answer([], []).reason == "no_drill_and_no_vendor"

test_unknown_when_a_register_is_partial if {
	drills := [_drill("d", {"includes_vendor": false})]
	_judge(drills, [], {"drill": false, "vendor": true}).reason == "registers_out_of_sight"
	_judge(drills, [], {"drill": true, "vendor": false}).reason == "registers_out_of_sight"
}

test_unknown_when_a_fact_was_not_read if {
	_answer([object.remove(_drill("d", {}), ["findings_overdue"])], [_vendor({})]).reason == "drills_or_vendors_unread"
	_one({"includes_vendor": false}, [object.remove(_vendor({}), ["status"])]) == "drills_or_vendors_unread"
}

test_every_organization_is_answered if {
	document := {
		"parameters": {"max_days": 730},
		"resources": [{"id": "a"}, {"id": "b"}],
		"links": {"drill": {"a": [], "b": []}, "vendor": {"a": [], "b": []}},
	}
	answers := organization_drill_findings.verdicts with input as document
	count(answers) == 2
}
