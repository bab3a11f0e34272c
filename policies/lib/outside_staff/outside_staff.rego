# METADATA
# title: People from outside
# description: |
#   the grants of a person from outside, and what was done by the day of a grant. Each question has a pair of helpers,
#   one that proves yes and one that proves no; where neither holds, a field that decides was not read
package lib.outside_staff

import data.lib.related

# METADATA
# description: the grants to the accounts of the person
grants(person) := [grant |
	some account in related.records("identity_account", person.id)
	some grant in related.records("access_grant", account.id)
]

# METADATA
# description: the grant opens personal data, or data that nobody classified, and was given since the day
binds(grant, baseline) if {
	count([level | level := grant.data_level; level in {"none", "public", "internal"}]) == 0
	is_number(grant.days_since_granted)
	grant.granted_at >= baseline
}

# METADATA
# description: the grant opens no personal data, or was given before the day
# scope: document
spares(grant, _) if grant.data_level in {"none", "public", "internal"}

spares(grant, baseline) if {
	is_number(grant.days_since_granted)
	grant.granted_at < baseline
}

# METADATA
# description: the person's agreement was signed by the day of the grant
signed_by(agreement, grant) if {
	agreement.party_type == "staff"
	is_number(agreement.days_since_signed)
	is_number(grant.days_since_granted)
	agreement.days_since_signed >= grant.days_since_granted
}

# METADATA
# description: the agreement is another's, is not signed, or was signed after the day of the grant
# scope: document
signed_after(agreement, _) if agreement.party_type == "vendor"

signed_after(agreement, _) if agreement.days_since_signed == "none"

signed_after(agreement, grant) if {
	is_number(agreement.days_since_signed)
	is_number(grant.days_since_granted)
	agreement.days_since_signed < grant.days_since_granted
}

# METADATA
# description: the training was completed with success by the day of the grant
trained_by(training, grant) if {
	training.successful == true
	is_number(training.days_since_completed)
	is_number(grant.days_since_granted)
	training.days_since_completed >= grant.days_since_granted
}

# METADATA
# description: the training had no success, or was completed after the day of the grant
# scope: document
trained_after(training, _) if training.successful == false

trained_after(training, grant) if {
	is_number(training.days_since_completed)
	is_number(grant.days_since_granted)
	training.days_since_completed < grant.days_since_granted
}
