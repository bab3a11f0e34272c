# METADATA
# title: The assessment of an incident has every element and a grade
# description: an incident passes when each element of its assessment is established and the grade fits the persons
# schemas:
#   - input: schema["incident.input"]
package incidents.incident_assessment_content

import data.lib.incident_clock
import data.lib.verdict

# METADATA
# description: one answer for each incident of the batch, by incident id
# entrypoint: true
verdicts[incident.id] := _verdict(incident, _gaps(incident, input.parameters), input.parameters) if {
	some incident in input.resources
}

_verdict(incident, gaps, parameters) := verdict.not_applicable("no_personal_data") if incident.is_pi_breach == false

else := verdict.not_applicable("resolved_long_ago") if incident_clock.past(incident, parameters.lookback_days)

else := verdict.pass([{"field": "/assessed_at", "actual": incident.assessed_at}]) if {
	is_string(incident.assessed_at)
	gaps == []
	_is_complete(incident)
	_grade_fits(incident, parameters)
}

else := verdict.not_due("due", incident_clock.due(incident, parameters.max_hours)) if {
	incident_clock.open(incident, parameters.max_hours)
}

else := verdict.fail("incomplete", [{"field": "/elements_open", "actual": gaps, "expected": []}]) if {
	incident_clock.over(incident, parameters.max_hours)
	count(gaps) > 0
}

else := verdict.unknown("elements_unread")

_is_complete(incident) if {
	is_number(incident.assessed_minutes_at_least)
	count(incident.data_categories) > 0
	incident.data_level in {"personal", "sensitive", "important"}
	is_number(incident.record_count)
	incident.risk_level in {"low", "medium", "high"}
	incident.is_scope_stated == true
}

_grade_fits(incident, parameters) if {
	is_string(incident.severity)
	incident.persons_affected < parameters.persons_thresholds.larger
}

_grade_fits(incident, parameters) if {
	incident.severity in {"larger", "major", "extra_major"}
	incident.persons_affected < parameters.persons_thresholds.major
}

_grade_fits(incident, parameters) if {
	incident.severity in {"major", "extra_major"}
	incident.persons_affected < parameters.persons_thresholds.extra_major
}

_grade_fits(incident, _) if {
	incident.severity == "extra_major"
	is_number(incident.persons_affected)
}

# What is known not to be established: named as open, or read and not good enough.
_gaps(incident, parameters) := array.concat(
	[item | some item in incident.assessment_open_items],
	[name | some name in _elements; _is_open(incident, parameters, name)],
)

_elements := ["assessed_at", "data_categories", "data_level", "impact_scope", "severity"]

_is_open(incident, _, name) if {
	name == "assessed_at"
	incident.assessed_minutes_at_least == "none"
}

_is_open(incident, _, name) if {
	name == "data_categories"
	incident.data_categories == []
}

_is_open(incident, _, name) if {
	name == "data_level"
	incident.data_level in {"none", "public", "internal"}
}

_is_open(incident, _, name) if {
	name == "impact_scope"
	incident.is_scope_stated == false
}

_is_open(incident, parameters, name) if {
	name == "severity"
	_grade_too_low(incident, parameters)
}

_grade_too_low(incident, parameters) if {
	incident.severity == "general"
	_reaches(incident.persons_affected, parameters.persons_thresholds.larger)
}

_grade_too_low(incident, parameters) if {
	incident.severity == "larger"
	_reaches(incident.persons_affected, parameters.persons_thresholds.major)
}

_grade_too_low(incident, parameters) if {
	incident.severity == "major"
	_reaches(incident.persons_affected, parameters.persons_thresholds.extra_major)
}

_reaches(persons, least) if {
	is_number(persons)
	persons >= least
}
