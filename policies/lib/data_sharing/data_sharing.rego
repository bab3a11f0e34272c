# METADATA
# title: Sharings of data
# description: |
#   which of them are judged, and whether their legal basis stands. Where neither a proof of yes nor one of no holds, a
#   field that decides was not read
package lib.data_sharing

import data.lib.lists

# METADATA
# description: the sharing is only planned
# scope: document
is_planned(share) if share.days_since_executed == "none"

is_planned(share) if {
	is_number(share.days_since_executed)
	share.days_since_executed < 0
}

# METADATA
# description: the sharing was over before the period of so many days
# scope: document
is_past(share, days) if {
	is_number(share.days_since_end)
	share.days_since_end > days
}

is_past(share, days) if {
	share.days_since_end == "one_off"
	is_number(share.days_since_executed)
	share.days_since_executed > days
}

# METADATA
# description: the sharing has a legal basis that the law which governs it knows
# scope: document
has_basis(share) if lists.lacks(["none", "legitimate_interest"], share.legal_basis)

has_basis(share) if {
	share.legal_basis == "legitimate_interest"
	is_outside_china(share)
}

# METADATA
# description: the sharing has no legal basis, or one that the law of China does not know
# scope: document
lacks_basis(share) if share.legal_basis == "none"

lacks_basis(share) if {
	share.legal_basis == "legitimate_interest"
	"CN" in share.governing_laws
}

# METADATA
# description: other laws than that of China govern the sharing
is_outside_china(share) if {
	count(share.governing_laws) > 0
	lists.lacks(share.governing_laws, "CN")
}
