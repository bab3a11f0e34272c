package vendors.vendor_contract_registered_vendor_test

import data.vendors.vendor_contract_registered_vendor

_judge(contract, complete) := answer if {
	document := {
		"resources": [object.union({"id": "c"}, contract)],
		"related": {"vendor": {"v": {"id": "v"}}},
		"complete": {"vendor": complete},
	}
	answer := vendor_contract_registered_vendor.verdicts.c with input as document
}

test_pass_when_the_vendor_is_registered if {
	_judge({"in_force": true, "vendor_id": "v"}, false) == {
		"verdict": "pass",
		"reason": "pass",
		"evidence": [{"field": "/vendor_id", "actual": "v"}],
	}
}

test_fail_when_nobody_registered_the_vendor if {
	_judge({"in_force": true, "vendor_id": "w"}, true).reason == "vendor_not_registered"
	_judge({"vendor_id": "w"}, true).reason == "vendor_not_registered"
}

test_unknown_when_the_register_is_partial if _judge({"vendor_id": "w"}, false).reason == "vendor_unread"

test_unknown_when_the_vendor_was_not_read if _judge({"in_force": true}, true).reason == "vendor_not_named"

test_unknown_when_the_name_of_the_vendor_fits_none if {
	_judge({"in_force": true, "vendor_name": "Who Ltd"}, true).reason == "vendor_not_matched"
}

test_not_applicable_when_not_in_force if _judge({"in_force": false, "vendor_id": "w"}, true).reason == "not_in_force"

test_every_contract_is_answered if {
	document := {"resources": [{"id": "a"}, {"id": "b"}], "related": {"vendor": {}}, "complete": {"vendor": true}}
	answers := vendor_contract_registered_vendor.verdicts with input as document
	count(answers) == 2
}
