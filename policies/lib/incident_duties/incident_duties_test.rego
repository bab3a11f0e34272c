package lib.incident_duties_test

import data.lib.incident_duties

_incident(age) := {
	"id": "i",
	"notifications_complete": true,
	"age_minutes_at_least": age,
	"age_minutes_at_most": age,
	"detected_minute": 29905025,
	"detected_offset": "+08:00",
}

_notice(audience, minutes) := {
	"id": "n",
	"audience": audience,
	"sent_at": "2026-11-10T10:00:00+08:00",
	"sent_minutes_at_least": minutes,
	"sent_minutes_at_most": minutes,
}

_state(incident, notices) := incident_duties.tell(incident, notices, ["police", "cac"], 4, 15).state

test_met_by_one_message_in_time if {
	duty := incident_duties.tell({}, [_notice("client", 5), _notice("cac", 240)], ["cac"], 4, 15)
	duty.state == "met"
	expected := {"actual": "2026-11-10T10:00:00+08:00", "expected": "<= 4 h", "field": "/incident_notification/n/sent_at"}
	incident_duties.proof([duty]) == [expected]
}

test_missed_when_the_hours_are_over if {
	_state(_incident(241), []) == "missed"
	_state(_incident(241), [_notice("cac", 241)]) == "missed"
	_state(_incident(241), [_notice("cac", "none"), _notice("client", 5)]) == "missed"
}

test_open_until_the_hours_are_over if _state(_incident(240), []) == "open"

test_undecided_while_something_is_unread if {
	_state(_incident(241), [object.remove(_notice("cac", 5), ["audience"])]) == "undecided"
	_state(_incident(241), [{"id": "n", "audience": "cac"}]) == "undecided"
	_state(object.remove(_incident(241), ["notifications_complete"]), []) == "undecided"
	_state({"id": "i", "notifications_complete": true}, []) == "undecided"
}

test_joint_state_of_several_duties if {
	incident_duties.joint([{"state": "met"}, {"state": "missed"}]) == "missed"
	incident_duties.joint([{"state": "met"}, {"state": "met"}]) == "met"
	incident_duties.joint([{"state": "met"}, {"state": "open"}]) == "open"
	incident_duties.joint([{"state": "met"}, {"state": "undecided"}]) == "undecided"
	incident_duties.joint([]) == "undecided"
}

test_lack_names_what_was_missed if {
	missed := incident_duties.made("missed", [], "executive", 4)
	met := incident_duties.made("met", [{"field": "/x"}], "police", 1)
	lack := [{"field": "/not_done_in_time", "actual": "executive", "expected": "<= 4 h"}]
	incident_duties.lack([missed, met]) == lack
	incident_duties.proof([missed, met]) == [{"field": "/x"}]
}

test_due_names_the_earliest_end if {
	duties := [incident_duties.made("open", [], "a", 24), incident_duties.made("open", [], "b", 4)]
	incident_duties.due(_incident(1), duties) == [{"field": "/due_until", "actual": "2026-11-10 13:05 +08:00"}]
}
