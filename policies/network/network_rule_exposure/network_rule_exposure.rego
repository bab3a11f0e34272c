# METADATA
# title: No rule opens data and admin ports to everybody
# description: |
#   an inbound rule passes when its range is not wide, or when no port of the list lies between its ports; two halves
#   of the internet are wide as well
# schemas:
#   - input: schema["network_rule.input"]
package network.network_rule_exposure

import data.lib.verdict

# METADATA
# description: one answer for each rule of the batch, by rule id
# entrypoint: true
verdicts[rule.id] := _verdict(rule, input.parameters) if some rule in input.resources

_verdict(rule, parameters) := verdict.not_applicable("outbound") if rule.direction == "out"

else := verdict.not_applicable("denies") if rule.action == "deny"

else := verdict.not_applicable("unattached") if rule.attached_to_ids == []

else := verdict.not_applicable("no_tcp_port") if rule.protocol in {"icmp", "other", "udp"}

else := verdict.fail("open_to_all", array.concat(_source(rule), _ports(rule))) if {
	rule.direction == "in"
	rule.action == "allow"
	_is_broad(rule, parameters)
	count(_open_ports(rule, parameters)) > 0
}

else := verdict.pass(_source(rule)) if _is_narrow(rule, parameters)

else := verdict.pass(_ports(rule)) if {
	is_number(rule.port_from)
	is_number(rule.port_to)
	count(_open_ports(rule, parameters)) == 0
}

else := verdict.unknown("rule_unread")

_is_broad(rule, _) if rule.is_any == true

_is_broad(rule, parameters) if rule.cidr_prefix < _narrowest(rule, parameters)

_is_narrow(rule, _) if {
	rule.is_any == false
	rule.cidr_prefix == "none"
}

_is_narrow(rule, parameters) if {
	rule.is_any == false
	rule.cidr_prefix >= _narrowest(rule, parameters)
}

_narrowest(rule, parameters) := parameters.min_prefix_v4_bits if rule.cidr_version == 4

else := parameters.min_prefix_v6_bits if rule.cidr_version == 6

_open_ports(rule, parameters) := [port |
	some port in parameters.ports
	port >= rule.port_from
	port <= rule.port_to
]

_source(rule) := [{"field": concat("", ["/", field]), "actual": rule[field]} | some field in ["cidr", "is_any"]]

_ports(rule) := [{"field": concat("", ["/", field]), "actual": rule[field]} | some field in ["port_from", "port_to"]]
