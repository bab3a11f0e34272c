# METADATA
# title: Lists
# description: what a list lacks, proved on lists that were read
package lib.lists

# METADATA
# description: the list was read and does not hold the value
lacks(list, value) if {
	is_array(list)
	count([item | some item in list; item == value]) == 0
}

# METADATA
# description: what the first list holds and the second lacks; undefined where one of them was not read
missing(wanted, present) := [item | some item in wanted; lacks(present, item)] if {
	is_array(wanted)
	is_array(present)
}
