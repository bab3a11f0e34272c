# METADATA
# title: The reporting measures of the cyberspace administration
# description: |
#   whether they ask for a report of an incident, and what became of it. Of each question there are two helpers, one
#   that proves yes and one that proves no; where neither holds, what decides was not read. `terms` has the moment
#   since when the measures are in force, and the persons from which the grade is above general
package lib.reporting_measures

import data.lib.incident_duties

# METADATA
# description: a report is due, by the grade or by decision; a decision against it does not outweigh the grade
# scope: document
bind(incident, terms) if {
	in_force(incident, terms)
	incident.report_required_cn == "yes"
}

bind(incident, terms) if {
	in_force(incident, terms)
	graded(incident, terms)
}

# METADATA
# description: no report is due
# scope: document
spare(incident, terms) if before(incident, terms)

spare(incident, terms) if {
	general(incident, terms)
	incident.report_required_cn in {"no", "undecided"}
}

# METADATA
# description: the incident was detected when the measures were in force
in_force(incident, terms) if {
	is_string(incident.detected_in_beijing)
	incident.detected_in_beijing >= terms.from
}

# METADATA
# description: the incident was detected before the measures were in force
before(incident, terms) if {
	is_string(incident.detected_in_beijing)
	incident.detected_in_beijing < terms.from
}

# METADATA
# description: the grade is larger or above, as it was entered or by the persons affected
# scope: document
graded(incident, _) if incident.judged_severity in {"larger", "major", "extra_major"}

graded(incident, terms) if {
	is_number(incident.judged_persons)
	incident.judged_persons >= terms.persons
}

# METADATA
# description: the grade is general, by what was entered and by the persons affected
general(incident, terms) if {
	incident.judged_severity == "general"
	is_number(incident.judged_persons)
	incident.judged_persons < terms.persons
}

# METADATA
# description: a processor has to decide whether a leak of a general grade asks for a report of its own
ask_for_decision(incident, terms) if {
	incident.judged_pi_breach == true
	incident.judged_role == "processor"
	incident.report_required_cn in {"no", "undecided"}
	in_force(incident, terms)
	general(incident, terms)
}

# METADATA
# description: there is nothing that a processor would have to decide
# scope: document
ask_for_no_decision(incident, _) if incident.judged_pi_breach == false

ask_for_no_decision(incident, _) if incident.judged_role in {"controller", "both"}

ask_for_no_decision(incident, _) if incident.report_required_cn == "yes"

ask_for_no_decision(incident, terms) if before(incident, terms)

ask_for_no_decision(incident, terms) if graded(incident, terms)

# METADATA
# description: |
#   what became of the reports; while it is not known which sort of operator we are, what holds for each of them stands.
#   `ways` has the hours of each sort, and the groups of which somebody has to be told
state(incident, notices, ways, skew) := common if {
	states := {incident_duties.joint(reports) |
		some operator in incident.operators
		reports := _reports(incident, notices, ways[operator], skew)
	}
	count(states) == 1
	some common in states
}

else := "undecided"

# METADATA
# description: the reports that each sort of operator which we may be has to make
duties(incident, notices, ways, skew) := [duty |
	some operator in incident.operators
	some duty in _reports(incident, notices, ways[operator], skew)
]

_reports(incident, notices, way, skew) := [duty |
	some group in way.groups
	duty := incident_duties.tell(incident, notices, group, way.hours, skew)
]
