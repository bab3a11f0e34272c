# METADATA
# title: Duties to tell
# description: |
#   what became of each duty to tell somebody of an incident within some hours. Its state is one of met, missed, open
#   (not met, but the hours are not over) and undecided
package lib.incident_duties

import data.lib.incident_clock
import data.lib.lists

# METADATA
# description: the duty to tell one of the audiences within so many hours
tell(incident, notices, audiences, hours, skew) := found(incident, notices, messages, audiences, hours) if {
	messages := {
		"met": [notice | some notice in notices; _meets(notice, audiences, hours, skew)],
		"unmet": [notice | some notice in notices; _fails_to_meet(notice, audiences, hours, skew)],
	}
}

# METADATA
# description: |
#   what was found of a duty: `messages` holds the messages that meet it, and those that are known not to; `whom` is who
#   has to be told
found(incident, notices, messages, whom, hours) := made(state, proof, whom, hours) if {
	state := _state(incident, notices, messages, hours)
	proof := [evidence |
		some notice in messages.met
		field := sprintf("/incident_notification/%s/sent_at", [notice.id])
		evidence := {"field": field, "actual": notice.sent_at, "expected": _within(hours)}
	]
}

# METADATA
# description: a duty of which the state is known, with the evidence of its being met
made(state, proof, what, hours) := {
	"state": state,
	"hours": hours,
	"proof": proof,
	"lack": {"field": "/not_done_in_time", "actual": what, "expected": _within(hours)},
}

# METADATA
# description: the state of a duty that is known not to be met, by the hours since detection
unmet(incident, hours) := "missed" if incident_clock.over(incident, hours)

else := "open" if incident_clock.open(incident, hours)

else := "undecided"

# METADATA
# description: the message was sent in time
in_time(notice, hours, skew) if {
	incident_clock.done(notice.sent_minutes_at_least, notice.sent_minutes_at_most, hours, skew)
}

# METADATA
# description: the message was sent too late, before detection, or not yet
out_of_time(notice, hours, skew) if {
	incident_clock.undone(notice.sent_minutes_at_least, notice.sent_minutes_at_most, hours, skew)
}

# METADATA
# description: the duties in one of the states
among(duties, states) := [duty | some duty in duties; duty.state in states]

# METADATA
# description: there are duties, and every one of them is in one of the states
all_among(duties, states) if {
	count(duties) > 0
	count(among(duties, states)) == count(duties)
}

# METADATA
# description: the state of several duties of which each has to be met
joint(duties) := "missed" if {
	count(among(duties, ["missed"])) > 0
}

else := "met" if {
	all_among(duties, ["met"])
}

else := "open" if {
	all_among(duties, ["met", "open"])
}

else := "undecided"

# METADATA
# description: the evidence of duties that were met
proof(duties) := [duty.proof[0] | some duty in among(duties, ["met"])]

# METADATA
# description: the evidence of the duties that were missed
lack(duties) := [duty.lack | some duty in among(duties, ["missed"])]

# METADATA
# description: the evidence of the duties that are open, with the earliest end
due(incident, duties) := incident_clock.due(incident, min([duty.hours | some duty in among(duties, ["open"])]))

_within(hours) := sprintf("<= %d h", [hours])

_state(incident, notices, messages, hours) := "met" if count(messages.met) > 0

else := unmet(incident, hours) if {
	incident.notifications_complete == true
	count(messages.unmet) == count(notices)
}

else := "undecided"

_meets(notice, audiences, hours, skew) if {
	notice.audience in audiences
	in_time(notice, hours, skew)
}

_fails_to_meet(notice, audiences, _, _) if lists.lacks(audiences, notice.audience)

_fails_to_meet(notice, _, hours, skew) if out_of_time(notice, hours, skew)
