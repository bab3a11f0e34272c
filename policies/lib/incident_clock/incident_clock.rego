# METADATA
# title: The clock of an incident
# description: |
#   hours since detection against limits. Spans are given by their least and their most minutes; where both say the
#   same of a limit it is known, else a moment was written without its time
package lib.incident_clock

import data.lib.calendar

# METADATA
# description: the incident was resolved more than so many days ago
past(incident, days) if {
	is_number(incident.days_since_resolved)
	incident.days_since_resolved > days
}

# METADATA
# description: so many hours since detection are over
over(incident, hours) if {
	is_number(incident.age_minutes_at_least)
	incident.age_minutes_at_least > hours * 60
}

# METADATA
# description: so many hours since detection are not over
open(incident, hours) if {
	is_number(incident.age_minutes_at_most)
	incident.age_minutes_at_most <= hours * 60
}

# METADATA
# description: what took these minutes was done within the hours, and no more than `skew` minutes before detection
done(least, most, hours, skew) if {
	is_number(least)
	is_number(most)
	least >= 0 - skew
	most <= hours * 60
}

# METADATA
# description: what took these minutes was not done in time; "none" was not done at all
# scope: document
undone(least, _, _, _) if least == "none"

undone(least, _, hours, _) if {
	is_number(least)
	least > hours * 60
}

undone(_, most, _, skew) if {
	is_number(most)
	most < 0 - skew
}

# METADATA
# description: the evidence of a duty that is due until so many hours after detection
due(incident, hours) := due_after(incident.detected_minute, incident.detected_offset, hours * 60)

# METADATA
# description: the evidence of a duty that is due so many minutes after a minute of the clock on the wall
due_after(minute, offset, minutes) := [{"field": "/due_until", "actual": actual}] if {
	end := minute + minutes
	in_day := end % 1440
	day := calendar.date((end - in_day) / 1440)
	minute_of_hour := in_day % 60
	shown := [_two_digits((in_day - minute_of_hour) / 60), _two_digits(minute_of_hour)]
	actual := sprintf("%s %s:%s %s", [day, shown[0], shown[1], offset])
}

_two_digits(number) := sprintf("0%d", [number]) if number < 10

_two_digits(number) := sprintf("%d", [number]) if number >= 10
