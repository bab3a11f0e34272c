# METADATA
# title: A firewall blocks attacks on web applications
# description: an application that the internet reaches passes when its web application firewall blocks
# schemas:
#   - input: schema["application.input"]
package applications.application_firewall

import data.lib.verdict

# METADATA
# description: one answer for each application of the batch, by application id
# entrypoint: true
verdicts[application.id] := _verdict(application) if some application in input.resources

_verdict(application) := verdict.not_applicable("not_public") if application.internet_facing == false

else := verdict.not_applicable("no_personal_data") if application.processes_pi == false

else := verdict.fail("no_firewall", [_mode(application)]) if application.waf_mode == "none"

else := verdict.fail("detects_only", [_mode(application)]) if application.waf_mode == "detect"

else := verdict.pass([_mode(application)]) if application.waf_mode == "block"

else := verdict.unknown("firewall_unread")

_mode(application) := {"field": "/waf_mode", "actual": application.waf_mode, "expected": "block"}
