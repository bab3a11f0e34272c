package lib.provision_test

import data.lib.provision

_given := {
	"kind": "third_party",
	"recipient_role": "controller",
	"legal_basis": "consent",
	"governing_laws": ["CN"],
	"separate_consent": false,
	"days_since_executed": 10,
	"days_since_notice": 10,
}

_holds(value) if count([one | some one in value; one == true]) == 1

else := false

_consent(facts) := [
	_holds([yes | yes := provision.consented(object.union(_given, facts))]),
	_holds([yes | yes := provision.without_consent(object.union(_given, facts))]),
]

_notice(facts) := [
	_holds([yes | yes := provision.told(object.union(_given, facts))]),
	_holds([yes | yes := provision.not_told(object.union(_given, facts))]),
]

test_separate_consent_is_asked_for_where_consent_is_the_basis if {
	_consent({}) == [false, true]
	_consent({"separate_consent": true}) == [true, false]
	_consent({"legal_basis": "contract"}) == [true, false]
	_consent({"recipient_role": "processor"}) == [true, false]
	_consent({"recipient_role": "authority"}) == [true, false]
	_consent({"governing_laws": ["EU"]}) == [true, false]
}

test_separate_consent_is_asked_for_before_publication if {
	_consent({"kind": "public", "legal_basis": "contract"}) == [false, true]
	_consent({"kind": "public", "legal_basis": "legal_duty"}) == [true, false]
}

test_separate_consent_is_open_while_it_was_not_read if {
	unread := object.remove(_given, ["separate_consent"])
	count([yes | yes := provision.consented(unread)]) == 0
	count([yes | yes := provision.without_consent(unread)]) == 0
}

test_people_are_told_by_the_day_of_the_sharing if {
	_notice({}) == [true, false]
	_notice({"days_since_notice": 9}) == [false, true]
	_notice({"days_since_notice": "none"}) == [false, true]
}

test_people_need_not_be_told_of_a_processor_or_an_authority if {
	_notice({"recipient_role": "processor", "days_since_notice": "none"}) == [true, false]
	_notice({"recipient_role": "authority", "days_since_notice": "none"}) == [true, false]
}

test_people_are_told_of_transfers_abroad_and_of_publication if {
	_notice({"kind": "cross_border", "recipient_role": "processor", "days_since_notice": "none"}) == [false, true]
	_notice({"kind": "public", "recipient_role": "public", "days_since_notice": "none"}) == [false, true]
}
