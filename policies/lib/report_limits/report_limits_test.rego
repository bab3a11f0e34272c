package lib.report_limits_test

import data.lib.report_limits

_laws := [
	{"name": "ciio", "hours": 1},
	{"name": "central_gov", "hours": 2},
	{"name": "cn_large", "hours": 4, "persons": 1000000},
	{"name": "gdpr", "hours": 48},
]

_small := {
	"jurisdictions": ["CN"],
	"is_ciio": false,
	"is_central_gov_unit": false,
	"natural_person_count": 50000,
}

_limits(organizations) := {
	"bind": report_limits.binding(organizations, _laws),
	"may_bind": report_limits.possible(organizations, _laws),
}

_of(facts) := _limits([object.union(_small, facts)])

_without(field) := _limits([object.remove(_small, [field])])

test_a_small_one_in_china_has_no_hours if _of({}) == {"bind": [], "may_bind": []}

test_each_law_binds_by_its_own_fact if {
	_of({"is_ciio": true}) == {"bind": [1], "may_bind": [1]}
	_of({"is_central_gov_unit": true}) == {"bind": [2], "may_bind": [2]}
	_of({"natural_person_count": 1000000}) == {"bind": [4], "may_bind": [4]}
	_of({"jurisdictions": ["EU"], "is_ciio": true}) == {"bind": [48], "may_bind": [48]}
	_of({"jurisdictions": ["UK"]}).bind == [48]
}

test_a_law_may_bind_while_its_fact_is_unread if {
	_without("is_ciio") == {"bind": [], "may_bind": [1]}
	_without("is_central_gov_unit") == {"bind": [], "may_bind": [2]}
	_without("natural_person_count") == {"bind": [], "may_bind": [4]}
	_without("jurisdictions") == {"bind": [], "may_bind": [48]}
}

test_every_law_may_bind_an_organisation_out_of_sight if {
	_limits([]) == {"bind": [], "may_bind": [1, 2, 4, 48]}
}

test_several_organisations_are_bound_by_what_binds_one if {
	found := _limits([_small, object.union(_small, {"is_ciio": true})])
	found == {"bind": [1], "may_bind": [1]}
}
