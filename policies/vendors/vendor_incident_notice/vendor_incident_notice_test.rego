package vendors.vendor_incident_notice_test

import data.vendors.vendor_incident_notice

_vendor := {"id": "v", "kind": "software", "processes_pi": true, "status": "active", "contracts_complete": true}

_contract(id, hours) := {
	"id": id,
	"in_force": true,
	"clauses_source": "register",
	"clauses_present": ["breach_notification"],
	"breach_notice_hours": hours,
	"may_be_superseded_by": [],
}

_longer := object.union(_contract("base", 48), {"may_be_superseded_by": ["more"]})

_parameters(accept_detector) := {"max_hours": 24, "ciio_max_hours": 2, "accept_detector": accept_detector}

_judge(vendor, contracts, organizations, accept_detector) := answer if {
	document := {
		"parameters": _parameters(accept_detector),
		"resources": [object.union(_vendor, vendor)],
		"related": {
			"vendor_contract": {id: contract | some contract in contracts; id := contract.id},
			"organization": organizations,
		},
		"links": {
			"vendor_contract": {"v": [contract.id | some contract in contracts]},
			"organization": {"v": [id | some id, _ in organizations]},
		},
	}
	answer := vendor_incident_notice.verdicts.v with input as document
}

_answer(vendor, contracts) := _judge(vendor, contracts, {"o": {"is_ciio": false}}, true)

_reason_of(vendor, contracts) := _answer(vendor, contracts).reason

_for(organization, hours) := _judge({}, [_contract("a", hours)], {"o": organization}, true).verdict

test_pass_when_in_time if {
	answer := _answer({}, [_contract("a", 24)])
	answer.verdict == "pass"
	answer.evidence == [{"field": "/vendor_contract/a/breach_notice_hours", "actual": 24, "expected": 24}]
}

test_pass_when_an_amendment_shortens_the_period if {
	_reason_of({}, [object.union(_longer, {"superseded_by": ["more"]}), _contract("more", 24)]) == "pass"
}

test_pass_when_the_other_contract_is_silent_or_over if {
	silent := object.union(_contract("b", 48), {"clauses_present": []})
	over := object.union(_contract("c", 48), {"in_force": false})
	_reason_of({}, [_contract("a", 24), silent, over]) == "pass"
}

test_fail_when_too_long if {
	answer := _answer({}, [_contract("a", 48), _contract("b", 24)])
	answer.reason == "notice_too_long"
	answer.evidence == [{"field": "/vendor_contract/a/breach_notice_hours", "actual": 48, "expected": 24}]
}

test_fail_when_there_is_no_number if {
	{_reason_of({}, [_contract("a", hours)]) | some hours in ["unstated", "none"]} == {"notice_without_hours"}
}

test_fail_when_no_contract_has_the_clause if {
	answer := _answer({}, [object.union(_contract("a", "none"), {"clauses_present": ["purpose"]})])
	answer.reason == "no_notice_clause"
	answer.evidence[0].expected == ["breach_notification"]
}

test_critical_infrastructure_has_the_shorter_limit if {
	_for({"is_ciio": true}, 2) == "pass"
	_for({"is_ciio": true}, 3) == "fail"
}

test_either_limit_may_bind_while_that_was_not_read if {
	_for({}, 2) == "pass"
	_for({}, 20) == "unknown"
	_for({}, 25) == "fail"
	_judge({}, [_contract("a", 20)], {}, true).verdict == "unknown"
}

test_unknown_when_a_longer_period_is_perhaps_replaced if {
	_reason_of({}, [_longer, _contract("more", 24)]) == "notice_undecided"
}

test_unknown_when_the_hours_were_not_read if {
	_reason_of({}, [object.remove(_contract("a", 0), ["breach_notice_hours"])]) == "notice_undecided"
}

test_unknown_when_the_detector_is_not_accepted if {
	found := object.union(_contract("a", 24), {"clauses_source": "detector", "text_extracted": true})
	_judge({}, [found], {"o": {"is_ciio": false}}, false).reason == "notice_undecided"
	_reason_of({}, [found]) == "pass"
}

test_unknown_when_a_silent_contract_is_undecided if {
	_reason_of({}, [{"id": "a", "clauses_source": "register", "clauses_present": []}]) == "notice_undecided"
}

test_unknown_out_of_sight if _reason_of({"contracts_complete": false}, [_contract("a", 24)]) == "contracts_out_of_sight"

test_not_applicable_when_ended if _reason_of({"status": "ended"}, []) == "vendor_ended"

test_not_applicable_without_personal_data_unless_it_hosts if {
	_reason_of({"processes_pi": false}, [_contract("a", 48)]) == "no_personal_data"
	_reason_of({"processes_pi": false, "kind": "cloud"}, [_contract("a", 48)]) == "notice_too_long"
}

test_not_applicable_when_no_contract_is_in_force if _reason_of({}, []) == "no_contract_in_force"

test_every_vendor_is_answered if {
	links := {"vendor_contract": {"a": [], "b": []}}
	document := {"parameters": _parameters(true), "resources": [{"id": "a"}, {"id": "b"}], "links": links}
	answers := vendor_incident_notice.verdicts with input as document
	count(answers) == 2
}
