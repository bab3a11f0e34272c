# METADATA
# title: Applications hold no credentials in their code
# description: an application passes when a recent scan of its source and configuration found no credential
# schemas:
#   - input: schema["application.input"]
package authentication.application_secrets

import data.lib.verdict

# METADATA
# description: one answer for each application of the batch, by application id
# entrypoint: true
verdicts[application.id] := _verdict(application, input.parameters) if some application in input.resources

_verdict(application, parameters) := verdict.not_applicable("no_source") if application.acquisition == "saas"

else := verdict.fail("secrets_found", [_findings(application)]) if application.hardcoded_secret_findings > 0

else := verdict.pass([_findings(application), _scan(application)]) if {
	application.hardcoded_secret_findings == 0
	application.days_since_secret_scan >= 0
	application.days_since_secret_scan <= parameters.max_age_days
}

# What was not found then may have been written since.
else := verdict.unknown("scan_too_old") if {
	is_number(application.days_since_secret_scan)
	application.days_since_secret_scan > parameters.max_age_days
}

else := verdict.unknown("never_scanned") if application.secret_scan_at == "never"

else := verdict.unknown("scan_unread")

_findings(application) := {
	"field": "/hardcoded_secret_findings",
	"actual": application.hardcoded_secret_findings,
	"expected": 0,
}

_scan(application) := {"field": "/secret_scan_at", "actual": application.secret_scan_at}
