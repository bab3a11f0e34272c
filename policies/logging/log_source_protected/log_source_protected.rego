# METADATA
# title: Logs are central and protected from change
# description: |
#   a source of logs passes when it delivers to where its own administrators have no say, when its records cannot be
#   changed there or a change would show, and when they are encrypted
# schemas:
#   - input: schema["log_source.input"]
package logging.log_source_protected

import data.lib.verdict

# METADATA
# description: one answer for each source of the batch, by source id
# entrypoint: true
verdicts[log.id] := _verdict(log) if some log in input.resources

_verdict(log) := verdict.not_applicable("on_paper") if log.kind == "paper_register"

else := verdict.not_applicable("harmless_data") if {
	count(log.covers_ids) > 0
	count([id | some id in log.covers_ids; _is_harmless(id)]) == count(log.covers_ids)
}

else := verdict.fail("plain_log", [_fact(log, "centralised"), _fact(log, "immutable"), _validation(log)]) if {
	log.centralised == false
	_is_changeable(log)
}

else := verdict.fail("not_central", [_fact(log, "centralised")]) if log.centralised == false

else := verdict.fail("changeable", [_fact(log, "immutable"), _validation(log)]) if _is_changeable(log)

else := verdict.fail("not_encrypted", [_fact(log, "encrypted")]) if log.encrypted == false

else := verdict.pass([_fact(log, "centralised"), _fact(log, "immutable"), _fact(log, "encrypted")]) if {
	log.centralised == true
	log.immutable == true
	log.encrypted == true
}

else := verdict.pass([_fact(log, "centralised"), _validation(log), _fact(log, "encrypted")]) if {
	log.centralised == true
	log.integrity_validation == true
	log.encrypted == true
}

else := verdict.unknown("protection_unread")

_is_changeable(log) if {
	log.immutable == false
	log.integrity_validation == false
}

# A store whose level was not read counts as personal.
_is_harmless(id) if input.related.database_instance[id].data_level in {"none", "public", "internal"}

_is_harmless(id) if input.related.storage_bucket[id].data_level in {"none", "public", "internal"}

_is_harmless(id) if input.related.application[id].processes_pi == false

_validation(log) := _fact(log, "integrity_validation")

_fact(log, field) := {"field": concat("", ["/", field]), "actual": log[field], "expected": true}
