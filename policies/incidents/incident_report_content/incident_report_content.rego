# METADATA
# title: Reports to authorities have the required content
# description: an incident passes when what each authority was told, all messages together, holds what it has to be told
# schemas:
#   - input: schema["incident.input"]
package incidents.incident_report_content

import data.lib.deadline
import data.lib.incident_clock
import data.lib.lists
import data.lib.verdict

# METADATA
# description: one answer for each incident of the batch, by incident id
# entrypoint: true
verdicts[incident.id] := _verdict(incident, _reports(incident, input.parameters), input.parameters) if {
	some incident in input.resources
}

_verdict(incident, reports, parameters) := verdict.not_applicable("no_report") if {
	incident.notifications_complete == true
	is_object(incident.report_elements)
	reports == []
}

else := verdict.not_applicable("resolved_long_ago") if incident_clock.past(incident, parameters.lookback_days)

else := verdict.fail("content_missing", _lacks(_late(reports, parameters))) if {
	incident.notifications_complete == true
	count(_late(reports, parameters)) > 0
}

else := verdict.not_due("due", deadline.after_days(min(days), parameters.complete_days)) if {
	incident.notifications_complete == true
	count([report | some report in reports; report.state == "undecided"]) == 0
	days := [report.first_day | some report in reports; report.state == "short"]
	count(days) > 0
}

else := verdict.pass(_proof(reports)) if {
	count(reports) > 0
	count([report | some report in reports; report.state == "whole"]) == count(reports)
}

else := verdict.unknown("notifications_out_of_sight") if incident.notifications_complete == false

else := verdict.unknown("content_unread")

# What was sent to each authority of the parameters, with what it lacks.
_reports(incident, parameters) := [report |
	some audience, elements in incident.report_elements
	needed := _needed(incident, audience, parameters)
	missing := lists.missing(needed, elements)
	report := {
		"audience": audience,
		"missing": missing,
		"state": _state(audience, missing, incident.report_unread),
		"first_day": incident.report_days[audience],
		"days": incident.as_of_day - incident.report_days[audience],
	}
]

_state(audience, missing, unread) := "whole" if {
	missing == []
}

else := "undecided" if {
	audience in unread
}

else := "short"

_needed(incident, audience, parameters) := array.concat(parameters.required[audience], [element |
	some element in parameters.required_pi
	audience in {"cac", "sector_regulator"}
	incident.judged_pi_breach == true
	incident.judged_role in {"controller", "both"}
	lists.lacks(parameters.required[audience], element)
])

_late(reports, parameters) := [report |
	some report in reports
	report.state == "short"
	report.days > parameters.complete_days
]

_lacks(reports) := [evidence |
	some report in reports
	field := sprintf("/reports/%s/missing", [report.audience])
	evidence := {"field": field, "actual": report.missing, "expected": []}
]

_proof(reports) := [{"field": "/reports", "actual": [report.audience | some report in reports]}]
