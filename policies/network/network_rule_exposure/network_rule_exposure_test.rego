package network.network_rule_exposure_test

import data.network.network_rule_exposure

_parameters := {"ports": [22, 5432], "min_prefix_v4_bits": 8, "min_prefix_v6_bits": 16}

_open := {
	"direction": "in",
	"action": "allow",
	"protocol": "tcp",
	"attached_to_ids": ["tf:db"],
	"port_from": 5000,
	"port_to": 6000,
	"cidr": "0.0.0.0/0",
	"cidr_version": 4,
	"cidr_prefix": 0,
	"is_any": true,
}

_answer(facts) := answer if {
	document := {"parameters": _parameters, "resources": [object.union({"id": "r"}, facts)]}
	answer := network_rule_exposure.verdicts.r with input as document
}

_reason_but(facts) := _answer(object.union(_open, facts)).reason

_verdict_without(fields) := _answer(object.remove(_open, fields)).verdict

_range(version, prefix) := {"cidr_version": version, "cidr_prefix": prefix, "is_any": false}

test_fail_when_everybody_reaches_a_data_port if {
	_answer(_open) == {"verdict": "fail", "reason": "open_to_all", "evidence": [
		{"field": "/cidr", "actual": "0.0.0.0/0"},
		{"field": "/is_any", "actual": true},
		{"field": "/port_from", "actual": 5000},
		{"field": "/port_to", "actual": 6000},
	]}
}

test_fail_when_half_of_the_internet_does if _reason_but(_range(4, 1)) == "open_to_all"

test_fail_when_the_range_is_wide_by_its_version if {
	_reason_but(_range(4, 7)) == "open_to_all"
	_reason_but(_range(6, 15)) == "open_to_all"
}

test_fail_when_the_range_is_unread_and_everybody_is_said if _verdict_without(["cidr", "cidr_prefix"]) == "fail"

test_pass_when_the_range_is_narrow_by_its_version if {
	_reason_but(_range(4, 8)) == "pass"
	_reason_but(_range(6, 16)) == "pass"
}

test_pass_when_the_source_is_a_group if _reason_but(_range("none", "none")) == "pass"

test_pass_when_no_port_of_the_list_is_open if _reason_but({"port_from": 80, "port_to": 443}) == "pass"

test_pass_when_the_ports_are_harmless_and_the_source_unread if {
	facts := object.union(object.remove(_open, ["cidr", "cidr_prefix", "is_any"]), {"port_from": 443, "port_to": 443})
	_answer(facts).reason == "pass"
}

test_pass_when_the_range_is_narrow_and_the_rest_unread if {
	_answer(_range(4, 26)).reason == "pass"
}

test_unknown_when_a_fact_that_decides_was_not_read if {
	fields := ["direction", "action", "port_from", "port_to"]
	count([field | some field in fields; _verdict_without([field]) == "unknown"]) == count(fields)
}

test_unknown_when_the_source_was_not_read if {
	_verdict_without(["is_any", "cidr", "cidr_prefix", "cidr_version"]) == "unknown"
}

test_unknown_when_not_any_and_the_range_was_not_read if {
	_answer(object.union(object.remove(_open, ["cidr_prefix"]), {"is_any": false})).verdict == "unknown"
}

test_fail_when_the_attachment_was_not_read if _verdict_without(["attached_to_ids"]) == "fail"

test_fail_when_the_protocol_was_not_read if _verdict_without(["protocol"]) == "fail"

test_not_applicable_when_outbound if _reason_but({"direction": "out"}) == "outbound"

test_not_applicable_when_it_denies if _reason_but({"action": "deny"}) == "denies"

test_not_applicable_when_attached_to_nothing if _reason_but({"attached_to_ids": []}) == "unattached"

test_not_applicable_when_it_reaches_no_tcp_port if {
	_reason_but({"protocol": "icmp"}) == "no_tcp_port"
	_reason_but({"protocol": "udp"}) == "no_tcp_port"
	_reason_but({"protocol": "other"}) == "no_tcp_port"
}

test_every_rule_is_answered if {
	document := {"parameters": _parameters, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := network_rule_exposure.verdicts with input as document
	count(answers) == 2
}
