# METADATA
# title: Disposals
# description: what the destruction records of a data asset prove, as reached by a join from the asset
package lib.disposal

import data.lib.related

# METADATA
# description: the disposals of the asset that were carried out within so many days
recent(asset, days) := [record |
	some record in related.records("destruction_record", asset.id)
	record.is_done == true
	record.days_since_executed <= days
]

# METADATA
# description: the disposals of the asset that have been due for longer than the days of grace and were not done
overdue(asset, grace) := [record |
	some record in related.records("destruction_record", asset.id)
	record.is_done == false
	record.days_since_due > grace
]

# METADATA
# description: the register was read wholly and holds no disposal of the asset that is overdue
settled(asset, grace) if {
	input.complete.destruction_record == true
	records := related.records("destruction_record", asset.id)
	count([record | some record in records; _is_settled(record, grace)]) == count(records)
}

_is_settled(record, _) if record.is_done == true

_is_settled(record, grace) if record.days_since_due <= grace
