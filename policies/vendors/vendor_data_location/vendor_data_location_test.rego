package vendors.vendor_data_location_test

import data.vendors.vendor_data_location

_vendor := {
	"id": "v",
	"contracts_complete": true,
	"stores_read": true,
	"replicas_read": true,
	"bucket_ids": ["b"],
	"database_ids": ["d"],
	"replica_ids": [],
}

_none := {"bucket_ids": [], "database_ids": []}

_contract(codes) := {
	"id": "c",
	"in_force": true,
	"data_location_codes": codes,
	"superseded_by": [],
	"may_be_superseded_by": [],
}

# Records by kind, and what is reached from whom.
_judge(facts, contracts, related, links) := answer if {
	document := {
		"parameters": {"eea": ["DE", "FR"]},
		"resources": [object.union(_vendor, facts)],
		"related": object.union(
			{"vendor_contract": {contract.id: contract | some contract in contracts}},
			{kind: {record.id: record | some record in records} | some kind, records in related},
		),
		"links": object.union({"vendor_contract": {"v": [contract.id | some contract in contracts]}}, links),
		"complete": {},
	}
	answer := vendor_data_location.verdicts.v with input as document
}

_home := {"cross_border": false}

_in(countries) := {
	"storage_bucket": [{"id": "b", "country": countries[0]}, {"id": "copy", "country": countries[2]}],
	"database_instance": [{"id": "d", "country": countries[1]}],
}

_reason_of(facts, codes, countries) := _judge(facts, [_contract(codes)], _in(countries), {}).reason

test_pass_when_all_lie_where_agreed if {
	_judge(_home, [_contract(["CN"])], _in(["CN", "CN", "HK"]), {}) == {
		"verdict": "pass",
		"reason": "pass",
		"evidence": [{"field": "/vendor_contract/c/data_location_codes", "actual": ["CN"]}],
	}
}

test_pass_when_the_eea_is_agreed if _reason_of({}, ["EEA", "CH"], ["DE", "CH", "US"]) == "pass"

test_fail_when_a_store_lies_elsewhere if {
	_judge(_home, [_contract(["CN"])], _in(["HK", "CN", "CN"]), {}) == {
		"verdict": "fail",
		"reason": "elsewhere",
		"evidence": [{"field": "/storage_bucket/b/country", "actual": "HK", "expected": ["CN"]}],
	}
	_reason_of(_home, ["CN"], ["CN", "HK", "CN"]) == "elsewhere"
}

test_fail_when_a_copy_lies_elsewhere if {
	_reason_of({"cross_border": false, "replica_ids": ["copy"]}, ["CN"], ["CN", "CN", "HK"]) == "elsewhere"
}

test_fail_when_processing_is_abroad_against_the_contract if {
	_judge(object.union(_none, {"cross_border": true}), [_contract(["CN"])], {}, {}) == {
		"verdict": "fail",
		"reason": "abroad_against_the_contract",
		"evidence": [
			{"field": "/cross_border", "actual": true, "expected": false},
			{"field": "/vendor_contract/c/data_location_codes", "actual": ["CN"]},
		],
	}
}

test_unknown_when_processing_abroad_was_not_read if {
	_reason_of({}, ["CN"], ["CN", "CN", "CN"]) == "places_undecided"
	_judge(_none, [_contract(["CN"])], {}, {}).reason == "places_undecided"
}

test_unknown_when_a_country_or_a_copy_was_not_read if {
	_judge(_home, [_contract(["CN"])], {}, {}).reason == "places_undecided"
	partly := {"cross_border": false, "replicas_read": false}
	_reason_of(partly, ["CN"], ["CN", "CN", "CN"]) == "places_undecided"
}

test_unknown_when_contracts_are_out_of_sight if {
	_reason_of({"contracts_complete": false}, ["CN"], ["HK", "HK", "HK"]) == "contracts_out_of_sight"
}

test_not_applicable_when_no_place_is_agreed if {
	_reason_of(_home, [], ["HK", "HK", "HK"]) == "no_place_agreed"
	_reason_of(_home, ["customer_selected"], ["HK", "HK", "HK"]) == "no_place_agreed"
}

test_not_applicable_without_stores_and_promise_about_the_border if {
	_judge(object.union(_none, _home), [_contract(["CN"])], {}, {}).reason == "no_stores"
	_judge(object.union(_none, {"cross_border": true}), [_contract(["CN", "HK"])], {}, {}).reason == "no_stores"
}

test_not_applicable_when_ended if _judge({"status": "ended"}, [], {}, {}).reason == "vendor_ended"

test_not_applicable_without_personal_data if _judge({"processes_pi": false}, [], {}, {}).reason == "no_personal_data"

test_not_applicable_when_no_contract_is_in_force if _judge({}, [], {}, {}).reason == "no_contract_in_force"

test_every_vendor_is_answered if {
	links := {"vendor_contract": {"a": [], "b": []}}
	document := {"parameters": {"eea": []}, "resources": [{"id": "a"}, {"id": "b"}], "links": links}
	answers := vendor_data_location.verdicts with input as document
	count(answers) == 2
}
