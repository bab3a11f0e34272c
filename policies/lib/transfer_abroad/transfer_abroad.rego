# METADATA
# title: Transfers abroad
# description: whether a sharing has the mechanisms that the laws which govern it ask for before data leave the country
package lib.transfer_abroad

import data.lib.lists

_from_china := {"security_assessment", "standard_contract", "certification", "exempt"}

_from_europe := {"adequacy", "sccs", "certification", "exempt"}

# METADATA
# description: a transfer abroad has the mechanisms that the laws ask for
# scope: document
may_leave(share) if share.kind in {"third_party", "public"}

may_leave(share) if {
	count(share.governing_laws) > 0
	_leaves_china(share)
	_leaves_europe(share)
}

# METADATA
# description: a transfer abroad lacks a mechanism that a law asks for
# scope: document
may_not_leave(share) if {
	share.kind == "cross_border"
	share.transfer_mechanisms == []
}

may_not_leave(share) if {
	share.kind == "cross_border"
	"CN" in share.governing_laws
	_none_of(share.transfer_mechanisms, _from_china)
}

may_not_leave(share) if {
	share.kind == "cross_border"
	_none_of(share.transfer_mechanisms, _from_europe)
	some law in share.governing_laws
	law in {"EU", "UK"}
}

_leaves_china(share) if lists.lacks(share.governing_laws, "CN")

_leaves_china(share) if {
	some mechanism in share.transfer_mechanisms
	mechanism in _from_china
}

_leaves_europe(share) if {
	lists.lacks(share.governing_laws, "EU")
	lists.lacks(share.governing_laws, "UK")
}

_leaves_europe(share) if {
	some mechanism in share.transfer_mechanisms
	mechanism in _from_europe
}

_none_of(list, words) if {
	is_array(list)
	count([word | some word in list; word in words]) == 0
}
