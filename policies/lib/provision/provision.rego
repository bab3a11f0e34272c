# METADATA
# title: Provision of data to others
# description: |
#   what the law asks of it: separate consent, and notice in time. Each duty has a pair of helpers, one that proves
#   that it is met and one that proves that it is broken
package lib.provision

import data.lib.data_sharing
import data.lib.lists

_without_consent := {
	"contract",
	"hr",
	"legal_duty",
	"emergency",
	"public_interest",
	"public_data",
	"legitimate_interest",
}

# METADATA
# description: separate consent was obtained, or is not asked for
# scope: document
consented(share) if share.separate_consent == true

consented(share) if {
	share.kind == "public"
	share.legal_basis == "legal_duty"
}

consented(share) if {
	lists.lacks(["public"], share.kind)
	share.recipient_role in {"processor", "authority"}
}

consented(share) if {
	lists.lacks(["public"], share.kind)
	share.legal_basis in _without_consent
}

consented(share) if {
	lists.lacks(["public"], share.kind)
	data_sharing.is_outside_china(share)
}

# METADATA
# description: separate consent is asked for and was not obtained
# scope: document
without_consent(share) if {
	share.separate_consent == false
	"CN" in share.governing_laws
	share.kind == "public"
	lists.lacks(["legal_duty"], share.legal_basis)
}

without_consent(share) if {
	share.separate_consent == false
	"CN" in share.governing_laws
	lists.lacks(["public"], share.kind)
	share.recipient_role == "controller"
	share.legal_basis == "consent"
}

# METADATA
# description: the people were told in time, or need not be
# scope: document
told(share) if {
	share.recipient_role in {"processor", "authority"}
	share.kind == "third_party"
}

told(share) if {
	is_number(share.days_since_notice)
	is_number(share.days_since_executed)
	share.days_since_notice >= share.days_since_executed
}

# METADATA
# description: the people had to be told, and were not by the day of the sharing
not_told(share) if {
	_has_to_tell(share)
	_is_untold(share)
}

_has_to_tell(share) if share.recipient_role == "controller"

_has_to_tell(share) if share.kind in {"cross_border", "public"}

_is_untold(share) if share.days_since_notice == "none"

_is_untold(share) if {
	is_number(share.days_since_notice)
	is_number(share.days_since_executed)
	share.days_since_notice < share.days_since_executed
}
