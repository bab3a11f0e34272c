# METADATA
# title: Provision to others meets notice, consent and export rules
# description: |
#   a sharing with others passes when it has a basis, consent where that is asked for, a known recipient, notice, and a
#   lawful way abroad
# schemas:
#   - input: schema["data_share.input"]
package sharing.data_share_provision

import data.lib.data_sharing
import data.lib.lists
import data.lib.provision
import data.lib.transfer_abroad
import data.lib.verdict

# METADATA
# description: one answer for each sharing of the batch, by its id
# entrypoint: true
verdicts[share.id] := _verdict(share, input.parameters.lookback_days) if some share in input.resources

_verdict(share, days) := verdict.not_applicable("not_to_others") if {
	share.kind in {"internal_cross_department", "bulk_export"}
}

else := verdict.not_applicable("anonymised") if share.deidentified == "anonymised"

else := verdict.not_applicable("planned") if data_sharing.is_planned(share)

else := verdict.not_applicable("before_the_period") if data_sharing.is_past(share, days)

else := verdict.fail("no_legal_basis", [_basis(share)]) if data_sharing.lacks_basis(share)

else := verdict.fail("no_separate_consent", [_consent(share)]) if provision.without_consent(share)

else := verdict.fail("recipient_not_registered", [_vendor(share)]) if {
	lists.lacks(["public"], share.kind)
	share.recipient_role in {"controller", "processor"}
	_is_unregistered(share)
}

else := verdict.fail("authority_not_named", [_name(share)]) if {
	share.recipient_role == "authority"
	share.recipient_name == "none"
}

else := verdict.fail("people_not_told", [_notice(share)]) if provision.not_told(share)

else := verdict.fail("no_transfer_mechanism", [_mechanisms(share)]) if transfer_abroad.may_not_leave(share)

else := verdict.pass([_basis(share)]) if {
	data_sharing.has_basis(share)
	provision.consented(share)
	_is_known(share)
	provision.told(share)
	transfer_abroad.may_leave(share)
}

else := verdict.unknown("provision_undecided")

_is_known(share) if share.kind == "public"

_is_known(share) if {
	share.recipient_role == "authority"
	lists.lacks(["none"], share.recipient_name)
}

_is_known(share) if input.related.vendor[share.recipient_vendor_id].id == share.recipient_vendor_id

_is_unregistered(share) if share.recipient_vendor_id == "none"

_is_unregistered(share) if {
	is_string(share.recipient_vendor_id)
	input.complete.vendor == true
	count([id | some id in input.links.vendor[share.id]; id == share.recipient_vendor_id]) == 0
}

_basis(share) := {"field": "/legal_basis", "actual": share.legal_basis}

_consent(share) := {"field": "/separate_consent", "actual": share.separate_consent, "expected": true}

_vendor(share) := {"field": "/recipient_vendor_id", "actual": share.recipient_vendor_id}

_name(share) := {"field": "/recipient_name", "actual": share.recipient_name}

_notice(share) := {"field": "/notice_at", "actual": share.notice_at}

_mechanisms(share) := {"field": "/transfer_mechanisms", "actual": share.transfer_mechanisms}
