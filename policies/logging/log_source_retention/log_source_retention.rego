# METADATA
# title: Logs are kept six months or longer
# description: |
#   a source of logs passes when it is on and keeps its records for ever or for the limit, which is longer where card
#   data are handled; one that is off and whose stores are all gone is retired
# schemas:
#   - input: schema["log_source.input"]
package logging.log_source_retention

import data.lib.lists
import data.lib.verdict

# METADATA
# description: one answer for each source of the batch, by source id
# entrypoint: true
verdicts[log.id] := _verdict(log, input.parameters) if some log in input.resources

_verdict(log, parameters) := verdict.not_applicable("on_paper") if log.kind == "paper_register"

else := verdict.not_applicable("retired") if _is_retired(log)

else := verdict.fail("off", [_fact(log, "enabled", true)]) if log.enabled == false

else := verdict.fail("kept_too_short", [_kept(log, parameters.min_days)]) if {
	_ends_before(log, parameters.min_days)
}

else := verdict.fail("kept_too_short_for_cards", [_kept(log, parameters.card_data_min_days), _cards(log)]) if {
	_organization(log).handles_card_data == true
	_ends_before(log, parameters.card_data_min_days)
}

else := verdict.pass([_fact(log, "enabled", true), _fact(log, "retention_days", -1)]) if {
	log.enabled == true
	log.retention_days == -1
}

else := verdict.pass([_fact(log, "enabled", true), _kept(log, parameters.card_data_min_days)]) if {
	log.enabled == true
	log.retention_days >= parameters.min_days
	log.retention_days >= parameters.card_data_min_days
}

else := verdict.pass([_fact(log, "enabled", true), _kept(log, parameters.min_days), _cards(log)]) if {
	log.enabled == true
	log.retention_days >= parameters.min_days
	_organization(log).handles_card_data == false
}

else := verdict.unknown("card_duty_unread") if {
	log.enabled == true
	log.retention_days >= parameters.min_days
}

else := verdict.unknown("retention_unread")

_is_retired(log) if {
	log.enabled == false
	count(log.covers_ids) > 0
	lists.lacks(log.covers_ids, "all")
	_are_gone(log, "database_instance")
	_are_gone(log, "storage_bucket")
	_are_gone(log, "application")
}

_are_gone(log, kind) if {
	input.complete[kind] == true
	input.links[kind][log.id] == []
}

_ends_before(log, days) if {
	log.retention_days < days
	log.retention_days > -1
}

_organization(log) := input.related.organization[id] if [id] := input.links.organization[log.id]

_fact(log, field, expected) := {"field": concat("", ["/", field]), "actual": log[field], "expected": expected}

_kept(log, days) := {
	"field": "/retention_days",
	"actual": log.retention_days,
	"expected": sprintf("-1 or >= %d", [days]),
}

_cards(log) := {
	"field": sprintf("/organization/%s/handles_card_data", [_organization(log).id]),
	"actual": _organization(log).handles_card_data,
}
