# METADATA
# title: Promised encryption
# description: what the contracts in force of a vendor promise about encryption, and whether a store keeps it
package lib.promised_encryption

import data.lib.lists
import data.lib.vendor_contract

_bucket_modes := {
	"at_rest": {"sse_s3", "sse_kms_managed", "sse_kms_customer"},
	"customer_key": {"sse_kms_customer"},
}

_database_modes := {
	"at_rest": {"volume", "provider_default", "kms_managed", "kms_customer", "tde"},
	"customer_key": {"kms_customer"},
}

# METADATA
# description: the promises that are known to bind
words(contracts) := {word |
	some contract in vendor_contract.in_force(contracts)
	some word in contract.encryption_promised
}

# METADATA
# description: no promise of the vendor is out of sight
all_read(vendor, contracts) if {
	vendor.contracts_complete == true
	count([contract | some contract in contracts; _read(contract)]) == count(contracts)
}

_read(contract) if contract.in_force == false

_read(contract) if {
	contract.in_force == true
	is_array(contract.encryption_promised)
}

# METADATA
# description: how a bucket keeps a promise, as far as its settings say so
# scope: document
of_bucket(bucket, word) := setting if {
	is_string(bucket.default_encryption)
	modes := _bucket_modes[word]
	keeps := bucket.default_encryption in modes
	field := sprintf("/storage_bucket/%s/default_encryption", [bucket.id])
	setting := {"field": field, "actual": bucket.default_encryption, "promised": word, "keeps": keeps}
}

of_bucket(bucket, word) := setting if {
	word == "in_transit"
	keeps := bucket.deny_insecure_transport
	field := sprintf("/storage_bucket/%s/deny_insecure_transport", [bucket.id])
	setting := {"field": field, "actual": bucket.deny_insecure_transport, "promised": word, "keeps": keeps}
}

# METADATA
# description: how a database keeps a promise, as far as its settings say so
# scope: document
of_database(database, word) := setting if {
	is_string(database.at_rest_encryption)
	count([open | open := _is_open(database, word)]) == 0
	modes := _database_modes[word]
	keeps := database.at_rest_encryption in modes
	field := sprintf("/database_instance/%s/at_rest_encryption", [database.id])
	setting := {"field": field, "actual": database.at_rest_encryption, "promised": word, "keeps": keeps}
}

of_database(database, word) := setting if {
	word == "in_transit"
	keeps := _keeps_in_transit(database)
	field := sprintf("/database_instance/%s/tls_required", [database.id])
	setting := {"field": field, "actual": _tls(database), "promised": word, "keeps": keeps}
}

# METADATA
# description: the settings that keep their promise, or those that break it, as evidence
evidence(settings, keeps) := [{"field": setting.field, "actual": setting.actual, "expected": setting.promised} |
	some setting in settings
	setting.keeps == keeps
]

# Encryption by the engine itself says nothing about who holds the key.
_is_open(database, word) if {
	word == "customer_key"
	database.at_rest_encryption == "tde"
}

_keeps_in_transit(database) if database.tls_required == true

else if database.engine == "dynamodb"

else := false if {
	database.tls_required == false
	lists.lacks(["dynamodb"], database.engine)
}

# DynamoDB is reached over TLS only and has no setting for it.
_tls(database) := "always" if database.engine == "dynamodb"

else := database.tls_required
