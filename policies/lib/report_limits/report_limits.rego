# METADATA
# title: Legal hours for a report
# description: |
#   the hours that laws give an organisation to report an incident: those that are known to bind, and those that may
#   while a fact about the organisation was not read
package lib.report_limits

import data.lib.lists

# METADATA
# description: the hours of the laws that are known to bind
binding(organizations, laws) := [law.hours |
	some law in laws
	some organization in organizations
	_binds(law, organization)
]

# METADATA
# description: the hours of the laws that bind, or may for all that was read
possible(organizations, laws) := [law.hours |
	some law in laws
	count(_spared(law, organizations)) < _most(organizations)
]

# An organisation out of sight may be bound by every law.
_most(organizations) := max([1, count(organizations)])

_spared(law, organizations) := [organization |
	some organization in organizations
	_spares(law, organization)
]

_binds(law, organization) if {
	law.name == "ciio"
	"CN" in organization.jurisdictions
	organization.is_ciio == true
}

_binds(law, organization) if {
	law.name == "central_gov"
	"CN" in organization.jurisdictions
	organization.is_central_gov_unit == true
}

_binds(law, organization) if {
	law.name == "cn_large"
	"CN" in organization.jurisdictions
	is_number(organization.natural_person_count)
	organization.natural_person_count >= law.persons
}

_binds(law, organization) if {
	law.name == "gdpr"
	some jurisdiction in organization.jurisdictions
	jurisdiction in {"EU", "UK"}
}

_spares(law, organization) if {
	law.name in {"ciio", "central_gov", "cn_large"}
	lists.lacks(organization.jurisdictions, "CN")
}

_spares(law, organization) if {
	law.name == "ciio"
	organization.is_ciio == false
}

_spares(law, organization) if {
	law.name == "central_gov"
	organization.is_central_gov_unit == false
}

_spares(law, organization) if {
	law.name == "cn_large"
	is_number(organization.natural_person_count)
	organization.natural_person_count < law.persons
}

_spares(law, organization) if {
	law.name == "gdpr"
	lists.lacks(organization.jurisdictions, "EU")
	lists.lacks(organization.jurisdictions, "UK")
}
