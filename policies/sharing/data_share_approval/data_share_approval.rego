# METADATA
# title: Sharing and export were approved beforehand
# description: |
#   a sharing passes when somebody approved it by the day on which it was carried out, and it has a basis or gives no
#   person away
# schemas:
#   - input: schema["data_share.input"]
package sharing.data_share_approval

import data.lib.data_sharing
import data.lib.lists
import data.lib.verdict

# METADATA
# description: one answer for each sharing of the batch, by its id
# entrypoint: true
verdicts[share.id] := _verdict(share, input.parameters.lookback_days) if some share in input.resources

_verdict(share, days) := verdict.not_applicable("planned") if data_sharing.is_planned(share)

else := verdict.not_applicable("before_the_period") if data_sharing.is_past(share, days)

else := verdict.not_applicable("not_personal") if {
	count(share.asset_ids) > 0
	harmless := [id |
		some id in share.asset_ids
		input.related.data_asset[id].data_level in {"none", "public"}
	]
	count(harmless) == count(share.asset_ids)
}

else := verdict.fail("nobody_approved", [_approver(share)]) if share.approved_by_staff_id == "none"

else := verdict.fail("not_approved", [_approval(share)]) if share.approved_at == "none"

else := verdict.fail("approved_afterwards", [_approval(share), _execution(share)]) if {
	is_number(share.days_since_approved)
	is_number(share.days_since_executed)
	share.days_since_approved < share.days_since_executed
}

else := verdict.fail("no_legal_basis", [_basis(share)]) if {
	lists.lacks(["anonymised"], share.deidentified)
	data_sharing.lacks_basis(share)
}

else := verdict.pass([_approver(share), _approval(share), _execution(share)]) if {
	lists.lacks(["none"], share.approved_by_staff_id)
	is_number(share.days_since_approved)
	is_number(share.days_since_executed)
	share.days_since_approved >= share.days_since_executed
	_is_lawful(share)
}

else := verdict.unknown("approval_or_basis_unread")

_is_lawful(share) if share.deidentified == "anonymised"

_is_lawful(share) if data_sharing.has_basis(share)

_approver(share) := {"field": "/approved_by_staff_id", "actual": share.approved_by_staff_id}

_approval(share) := {"field": "/approved_at", "actual": share.approved_at}

_execution(share) := {"field": "/executed_at", "actual": share.executed_at}

_basis(share) := {"field": "/legal_basis", "actual": share.legal_basis}
