package applications.application_firewall_test

import data.applications.application_firewall

_answer(facts) := answer if {
	document := {"resources": [object.union({"id": "a"}, facts)]}
	answer := application_firewall.verdicts.a with input as document
}

_reason_of(facts) := _answer(facts).reason

test_pass_when_the_firewall_blocks if {
	_answer({"internet_facing": true, "waf_mode": "block"}) == {"verdict": "pass", "reason": "pass", "evidence": [{
		"field": "/waf_mode",
		"actual": "block",
		"expected": "block",
	}]}
}

test_pass_when_reach_and_data_were_not_read if _reason_of({"waf_mode": "block"}) == "pass"

test_fail_when_the_firewall_only_detects if {
	_answer({"internet_facing": true, "waf_mode": "detect"}) == {
		"verdict": "fail",
		"reason": "detects_only",
		"evidence": [{"field": "/waf_mode", "actual": "detect", "expected": "block"}],
	}
}

test_fail_when_there_is_none if _reason_of({"waf_mode": "none"}) == "no_firewall"

test_unknown_when_the_mode_was_not_read if {
	_answer({"internet_facing": true, "processes_pi": true}).verdict == "unknown"
}

test_not_applicable_when_the_internet_does_not_reach_it if {
	_reason_of({"internet_facing": false, "waf_mode": "none"}) == "not_public"
}

test_not_applicable_when_it_processes_no_personal_data if {
	_reason_of({"internet_facing": true, "processes_pi": false, "waf_mode": "none"}) == "no_personal_data"
}

test_every_application_is_answered if {
	answers := application_firewall.verdicts with input as {"resources": [{"id": "a"}, {"id": "b"}]}
	count(answers) == 2
}
