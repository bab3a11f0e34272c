package lib.incident_clock_test

import data.lib.incident_clock

test_past_after_the_days if {
	incident_clock.past({"days_since_resolved": 11}, 10) == true
	[1 | incident_clock.past({"days_since_resolved": 10}, 10)] == []
	[1 | incident_clock.past({"days_since_resolved": "none"}, 10)] == []
}

test_over_only_where_even_the_least_minutes_are_more if {
	incident_clock.over({"age_minutes_at_least": 61}, 1) == true
	[1 | incident_clock.over({"age_minutes_at_least": 60}, 1)] == []
	[1 | incident_clock.over({}, 1)] == []
}

test_open_only_where_even_the_most_minutes_are_not_more if {
	incident_clock.open({"age_minutes_at_most": 60}, 1) == true
	[1 | incident_clock.open({"age_minutes_at_most": 61}, 1)] == []
	[1 | incident_clock.open({}, 1)] == []
}

test_done_between_the_skew_and_the_limit if {
	incident_clock.done(-15, 60, 1, 15) == true
	[1 | incident_clock.done(-16, -16, 1, 15)] == []
	[1 | incident_clock.done(0, 61, 1, 15)] == []
	[1 | incident_clock.done("none", "none", 1, 15)] == []
}

test_undone_where_it_is_late_early_or_never if {
	incident_clock.undone("none", "none", 1, 15) == true
	incident_clock.undone(61, 61, 1, 15) == true
	incident_clock.undone(-16, -16, 1, 15) == true
	[1 | incident_clock.undone(0, 120, 1, 15)] == []
	[1 | incident_clock.undone(-16, 60, 1, 15)] == []
}

# 2026-11-10 09:05 is the minute 29905025.
test_due_names_day_time_and_offset if {
	incident := {"detected_minute": 29905025, "detected_offset": "+08:00"}
	incident_clock.due(incident, 4) == [{"field": "/due_until", "actual": "2026-11-10 13:05 +08:00"}]
	incident_clock.due(incident, 24) == [{"field": "/due_until", "actual": "2026-11-11 09:05 +08:00"}]
	incident_clock.due_after(29905025, "-05:00", 70)[0].actual == "2026-11-10 10:15 -05:00"
}
