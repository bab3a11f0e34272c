# METADATA
# title: Related records
# description: the records that belong to a record, through a declared join
package lib.related

# METADATA
# description: |
#   the records of a kind that were reached from the record of that id; undefined where the join was not made, so
#   that a join that is missing is never an empty list
records(kind, id) := [input.related[kind][other] | some other in others] if others := input.links[kind][id]
