package lib.promised_encryption_test

import data.lib.promised_encryption

_contract(promises) := {"in_force": true, "encryption_promised": promises}

_over := {"in_force": false, "encryption_promised": ["customer_key"]}

_all_read(vendor, contracts) if promised_encryption.all_read(vendor, contracts)

else := false

test_promises_of_contracts_in_force_are_united if {
	contracts := [_contract(["at_rest"]), _contract(["in_transit"]), _over, {"in_force": true}]
	promised_encryption.words(contracts) == {"at_rest", "in_transit"}
}

test_all_promises_were_read if {
	_all_read({"contracts_complete": true}, [_contract([]), _over]) == true
	_all_read({"contracts_complete": true}, [_contract([]), {"in_force": false}]) == true
}

test_a_promise_may_be_out_of_sight if {
	_all_read({"contracts_complete": true}, [{"in_force": true}]) == false
	_all_read({"contracts_complete": true}, [{"encryption_promised": []}]) == false
	_all_read({"contracts_complete": false}, [_contract([])]) == false
	_all_read({}, []) == false
}

_kept(settings) := [setting.keeps | some setting in settings]

_bucket(facts, word) := _kept([setting |
	setting := promised_encryption.of_bucket(object.union({"id": "b"}, facts), word)
])

_database(facts, word) := _kept([setting |
	setting := promised_encryption.of_database(object.union({"id": "d"}, facts), word)
])

test_a_setting_is_shown_with_its_promise if {
	promised_encryption.of_bucket({"id": "b", "default_encryption": "none"}, "at_rest") == {
		"field": "/storage_bucket/b/default_encryption",
		"actual": "none",
		"promised": "at_rest",
		"keeps": false,
	}
}

test_a_bucket_is_encrypted_at_rest_by_any_mode if {
	_bucket({"default_encryption": "sse_s3"}, "at_rest") == [true]
	_bucket({"default_encryption": "none"}, "at_rest") == [false]
	_bucket({}, "at_rest") == []
}

test_a_customer_key_of_a_bucket_is_ours if {
	_bucket({"default_encryption": "sse_kms_customer"}, "customer_key") == [true]
	_bucket({"default_encryption": "sse_s3"}, "customer_key") == [false]
	_bucket({}, "customer_key") == []
}

test_a_bucket_is_encrypted_in_transit_when_it_denies_the_rest if {
	_bucket({"deny_insecure_transport": true}, "in_transit") == [true]
	_bucket({"deny_insecure_transport": false}, "in_transit") == [false]
	_bucket({}, "in_transit") == []
}

test_a_database_is_encrypted_at_rest_by_any_mode if {
	_database({"at_rest_encryption": "tde"}, "at_rest") == [true]
	_database({"at_rest_encryption": "none"}, "at_rest") == [false]
	_database({}, "at_rest") == []
}

test_encryption_by_the_engine_leaves_the_key_open if {
	_database({"at_rest_encryption": "tde"}, "customer_key") == []
	_database({"at_rest_encryption": "volume"}, "customer_key") == [false]
	_database({"at_rest_encryption": "kms_customer"}, "customer_key") == [true]
	_database({}, "customer_key") == []
}

test_a_database_is_encrypted_in_transit_when_it_demands_tls if {
	_database({"tls_required": true}, "in_transit") == [true]
	_database({"tls_required": false, "engine": "mysql"}, "in_transit") == [false]
	_database({"tls_required": false}, "in_transit") == []
	_database({"engine": "mysql"}, "in_transit") == []
}

test_dynamodb_is_always_reached_over_tls if {
	_database({"tls_required": false, "engine": "dynamodb"}, "in_transit") == [true]
	promised_encryption.of_database({"id": "d", "engine": "dynamodb"}, "in_transit").actual == "always"
}

test_a_promise_of_an_unknown_kind_is_open if {
	_bucket({"default_encryption": "sse_s3", "deny_insecure_transport": true}, "quantum") == []
	_database({"at_rest_encryption": "tde", "tls_required": true}, "quantum") == []
}

test_evidence_is_of_the_settings_that_keep_or_break if {
	kept := {"field": "/a", "actual": 1, "promised": "at_rest", "keeps": true}
	broken := object.union(kept, {"field": "/b", "keeps": false})
	promised_encryption.evidence([kept, broken], true) == [{"field": "/a", "actual": 1, "expected": "at_rest"}]
	promised_encryption.evidence([kept, broken], false) == [{"field": "/b", "actual": 1, "expected": "at_rest"}]
}
