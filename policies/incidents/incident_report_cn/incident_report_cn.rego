# METADATA
# title: Incidents are reported under Chinese law in time
# description: |
#   an incident passes when each duty that binds is met: the report that the reporting measures ask for by grade, the
#   notice to the authority that a controller owes for every leak, and a processor's decision that no report is due
# schemas:
#   - input: schema["incident.input"]
package incidents.incident_report_cn

import data.lib.incident_clock
import data.lib.incident_duties
import data.lib.lists
import data.lib.related
import data.lib.reporting_measures
import data.lib.verdict

# METADATA
# description: one answer for each incident of the batch, by incident id
# entrypoint: true
verdicts[incident.id] := _verdict(incident, limbs, input.parameters) if {
	some incident in input.resources
	notices := related.records("incident_notification", incident.id)
	limbs := [
		_measures(incident, notices, input.parameters),
		_leak(incident, notices, input.parameters),
		_decision(incident, input.parameters),
	]
}

_verdict(incident, limbs, parameters) := verdict.not_applicable("not_in_china") if {
	lists.lacks(incident.organization_laws, "CN")
}

else := verdict.not_applicable("no_report_due") if count(_binding(limbs, {"no"})) == count(limbs)

else := verdict.not_applicable("resolved_long_ago") if incident_clock.past(incident, parameters.lookback_days)

else := verdict.fail("not_reported_in_time", incident_duties.lack(_duties(missed))) if {
	missed := [limb | some limb in _binding(limbs, {"yes"}); limb.state == "missed"]
	count(missed) > 0
}

else := verdict.not_due("due", incident_duties.due(incident, _duties(_binding(limbs, {"yes", "perhaps"})))) if {
	count([limb | some limb in _binding(limbs, {"yes", "perhaps"}); limb.state == "open"]) > 0
	_none_else(limbs, {"met", "open"})
}

else := verdict.pass(incident_duties.proof(_duties(_binding(limbs, {"yes"})))) if {
	count(_binding(limbs, {"yes"})) > 0
	_none_else(limbs, {"met"})
}

else := verdict.unknown("notifications_out_of_sight") if incident.notifications_complete == false

else := verdict.unknown("report_undecided")

_binding(limbs, answers) := [limb | some limb in limbs; limb.binds in answers]

_duties(limbs) := [duty | some limb in limbs; some duty in limb.duties]

_none_else(limbs, states) if {
	settled := [limb | some limb in _binding(limbs, {"yes", "perhaps"}); limb.state in states]
	count(settled) == count(_binding(limbs, {"yes", "perhaps"}))
}

_measures(incident, notices, parameters) := limb if {
	ways := {
		"cii": {"hours": parameters.ciio_hours, "groups": parameters.recipients.cii},
		"central_gov": {"hours": parameters.central_gov_hours, "groups": parameters.recipients.central_gov},
		"other": {"hours": parameters.cn_hours, "groups": parameters.recipients.other},
	}
	state := reporting_measures.state(incident, notices, ways, parameters.skew_minutes)
	duties := reporting_measures.duties(incident, notices, ways, parameters.skew_minutes)
	limb := {"binds": _measures_bind(incident, _terms(parameters)), "state": state, "duties": duties}
}

_measures_bind(incident, terms) := "yes" if reporting_measures.bind(incident, terms)

else := "no" if reporting_measures.spare(incident, terms)

else := "perhaps"

_terms(parameters) := {"from": parameters.measures_in_force_from, "persons": parameters.persons_thresholds.larger}

_leak(incident, notices, parameters) := limb if {
	hours := parameters.pi_breach_hours
	duty := incident_duties.tell(incident, notices, parameters.recipients.pipl, hours, parameters.skew_minutes)
	limb := {"binds": _leak_binds(incident), "state": incident_duties.joint([duty]), "duties": [duty]}
}

_leak_binds(incident) := "yes" if {
	incident.judged_pi_breach == true
	incident.judged_role in {"controller", "both"}
}

else := "no"

_decision(incident, parameters) := limb if {
	state := _decision_state(incident, parameters)
	proof := [{"field": "/report_required_cn", "actual": "no"}]
	duty := incident_duties.made(state, proof, "report_decision_by", parameters.decision_hours)
	limb := {"binds": _decision_binds(incident, _terms(parameters)), "state": state, "duties": [duty]}
}

_decision_binds(incident, terms) := "yes" if reporting_measures.ask_for_decision(incident, terms)

else := "no" if reporting_measures.ask_for_no_decision(incident, terms)

else := "perhaps"

_decision_state(incident, parameters) := "met" if {
	incident.report_required_cn == "no"
	incident.is_decided_by_someone == true
}

else := incident_duties.unmet(incident, parameters.decision_hours) if _not_decided(incident)

else := "undecided"

_not_decided(incident) if incident.report_required_cn == "undecided"

_not_decided(incident) if incident.is_decided_by_someone == false
