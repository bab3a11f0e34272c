package lib.reporting_measures_test

import data.lib.reporting_measures

_terms := {"from": "2025-11-01T00:00:00+08:00", "persons": 1000000}

_incident(facts) := object.union(
	{
		"detected_in_beijing": "2025-11-01T00:00:00+08:00",
		"judged_severity": "general",
		"judged_persons": 999999,
		"judged_role": "processor",
		"judged_pi_breach": true,
		"report_required_cn": "no",
	},
	facts,
)

_binds(facts) := count([1 | reporting_measures.bind(_incident(facts), _terms)])

_spares(facts) := count([1 | reporting_measures.spare(_incident(facts), _terms)])

_asks(facts) := count([1 | reporting_measures.ask_for_decision(_incident(facts), _terms)])

_asks_not(facts) := count([1 | reporting_measures.ask_for_no_decision(_incident(facts), _terms)])

_before := {"detected_in_beijing": "2025-10-31T23:59:59+08:00"}

test_a_report_is_due_by_grade_by_persons_or_by_decision if {
	_binds({"judged_severity": "larger"}) == 1
	_binds({"judged_persons": 1000000}) == 1
	_binds({"report_required_cn": "yes"}) == 1
	_binds({}) == 0
	_binds(object.union(_before, {"judged_severity": "larger"})) == 0
}

test_none_is_due_below_the_grade_or_before_the_measures if {
	_spares({}) == 1
	_spares({"report_required_cn": "undecided"}) == 1
	_spares(_before) == 1
	_spares({"judged_persons": 1000000}) == 0
}

test_neither_is_proved_while_what_decides_is_unread if {
	facts := object.remove(_incident({}), ["report_required_cn"])
	[1 | reporting_measures.bind(facts, _terms)] == []
	[1 | reporting_measures.spare(facts, _terms)] == []
}

test_a_processor_decides_about_a_general_leak if {
	_asks({}) == 1
	_asks({"judged_role": "controller"}) == 0
	_asks_not({}) == 0
	_asks_not({"judged_role": "both"}) == 1
	_asks_not({"judged_pi_breach": false}) == 1
	_asks_not({"report_required_cn": "yes"}) == 1
	_asks_not({"judged_severity": "major"}) == 1
	_asks_not(_before) == 1
}

_ways := {"cii": {"hours": 1, "groups": [["police"]]}, "other": {"hours": 4, "groups": [["cac"]]}}

_state(operators, age) := reporting_measures.state(
	{
		"operators": operators,
		"notifications_complete": true,
		"age_minutes_at_least": age,
		"age_minutes_at_most": age,
	},
	[], _ways, 15,
)

test_state_of_the_reports_of_one_sort_of_operator if {
	_state(["other"], 240) == "open"
	_state(["cii"], 240) == "missed"
}

test_state_is_undecided_where_sorts_of_operator_differ if {
	_state(["cii", "other"], 240) == "undecided"
	_state(["cii", "other"], 241) == "missed"
}

test_every_sort_of_operator_has_its_duties if {
	incident := {"operators": ["cii", "other"], "notifications_complete": true}
	count(reporting_measures.duties(incident, [], _ways, 15)) == 2
}
