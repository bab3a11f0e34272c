# METADATA
# title: Accounts of people from outside
# description: whose accounts they are, and until when their engagement lasts
package lib.outside_accounts

import data.lib.lists
import data.lib.vendor_contract

# METADATA
# description: nobody stands behind the account, or staff of our own does
# scope: document
is_own(account) if account.staff_id == "none"

is_own(account) if input.related.staff_member[account.staff_id].employment_type in {"employee", "intern"}

# METADATA
# description: somebody of another employer stands behind the account
is_outsourced(account) if input.related.staff_member[account.staff_id].employment_type in {"contractor", "outsourced"}

# METADATA
# description: the account is a vendor's, or somebody of another employer stands behind it
# scope: document
is_from_outside(account) if account.kind == "vendor"

is_from_outside(account) if is_outsourced(account)

# METADATA
# description: days to the last working day of the person behind the account
days_left(account) := 0 - days if {
	days := input.related.staff_member[account.staff_id].days_since_left
	is_number(days)
}

# METADATA
# description: the account expires with a contract of the employer, or with the last working day where there is none
# scope: document
is_covered(account, contracts) if {
	lists.lacks(["none"], account.employer_id)
	some contract in vendor_contract.in_force(contracts)
	_lasts(contract, account)
}

is_covered(account, _) if {
	account.employer_id == "none"
	account.days_to_expiry <= days_left(account)
}

is_covered(account, _) if {
	account.employer_id == "none"
	input.related.staff_member[account.staff_id].days_since_left == "none"
}

_lasts(contract, _) if contract.days_to_end == "open_ended"

_lasts(contract, _) if contract.auto_renew == true

_lasts(contract, account) if {
	is_number(contract.days_to_end)
	account.days_to_expiry <= contract.days_to_end
}

# METADATA
# description: the contract is over before the account expires
# scope: document
ends_before(contract, _) if contract.in_force == false

ends_before(contract, account) if {
	contract.auto_renew == false
	is_number(contract.days_to_end)
	is_number(account.days_to_expiry)
	contract.days_to_end < account.days_to_expiry
}
