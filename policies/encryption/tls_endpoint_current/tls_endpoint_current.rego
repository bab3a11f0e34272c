# METADATA
# title: Public endpoints use valid, current TLS
# description: |
#   an endpoint passes when it answers no clear text, accepts only current versions and no weak suite, and has a valid
#   certificate that lasts or is renewed by itself
# schemas:
#   - input: schema["tls_endpoint.input"]
package encryption.tls_endpoint_current

import data.lib.verdict

# METADATA
# description: one answer for each endpoint of the batch, by endpoint id
# entrypoint: true
verdicts[endpoint.id] := _verdict(endpoint, input.parameters) if some endpoint in input.resources

_rank := {"1.0": 0, "1.1": 1, "1.2": 2, "1.3": 3}

_verdict(endpoint, parameters) := verdict.not_applicable("not_public") if endpoint.is_public == false

else := verdict.fail("clear_text", [_clear_text(endpoint)]) if endpoint.plaintext_port_open == true

else := verdict.fail("old_version", [_version(endpoint, parameters)]) if _is_old(endpoint, parameters)

else := verdict.fail("weak_suites", [_suites(endpoint)]) if count(endpoint.tls_weak_ciphers) > 0

else := verdict.fail("chain_broken", [_chain(endpoint)]) if endpoint.cert_chain_valid == false

else := verdict.fail("certificate_ends", [_certificate(endpoint, parameters.auto_renew_warn_days)]) if {
	_ends_before(endpoint, parameters.auto_renew_warn_days)
}

else := verdict.fail("not_renewed", [_certificate(endpoint, parameters.cert_warn_days), _renewal(endpoint)]) if {
	_ends_before(endpoint, parameters.cert_warn_days)
	endpoint.cert_auto_renew == false
}

else := verdict.pass([
	_clear_text(endpoint),
	_version(endpoint, parameters),
	_suites(endpoint),
	_chain(endpoint),
	_certificate(endpoint, parameters.cert_warn_days),
]) if {
	endpoint.plaintext_port_open == false
	_is_current(endpoint, parameters)
	endpoint.tls_weak_ciphers == []
	endpoint.cert_chain_valid == true
	_lasts(endpoint, parameters)
}

else := verdict.unknown("certificate_unread") if {
	endpoint.plaintext_port_open == false
	_is_current(endpoint, parameters)
	endpoint.tls_weak_ciphers == []
}

else := verdict.unknown("tls_unread")

_is_old(endpoint, parameters) if _rank[endpoint.tls_min_version] < _rank[parameters.min_version]

_is_current(endpoint, parameters) if _rank[endpoint.tls_min_version] >= _rank[parameters.min_version]

_ends_before(endpoint, days) if {
	is_number(endpoint.cert_days)
	endpoint.cert_days < days
}

_lasts(endpoint, parameters) if {
	is_number(endpoint.cert_days)
	endpoint.cert_days >= parameters.cert_warn_days
}

_lasts(endpoint, parameters) if {
	endpoint.cert_auto_renew == true
	is_number(endpoint.cert_days)
	endpoint.cert_days >= parameters.auto_renew_warn_days
}

_clear_text(endpoint) := {"field": "/plaintext_port_open", "actual": endpoint.plaintext_port_open, "expected": false}

_version(endpoint, parameters) := {
	"field": "/tls_min_version",
	"actual": endpoint.tls_min_version,
	"expected": parameters.min_version,
}

_suites(endpoint) := {"field": "/tls_weak_ciphers", "actual": endpoint.tls_weak_ciphers, "expected": []}

_chain(endpoint) := {"field": "/cert_chain_valid", "actual": endpoint.cert_chain_valid, "expected": true}

_certificate(endpoint, days) := {"field": "/cert_days", "actual": endpoint.cert_days, "expected": days}

_renewal(endpoint) := {"field": "/cert_auto_renew", "actual": endpoint.cert_auto_renew, "expected": true}
