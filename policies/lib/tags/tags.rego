# METADATA
# title: Tags
# description: what the tags of a resource say; names and values are compared without case, - _ and blanks
package lib.tags

# METADATA
# description: one of the tags, given in normal form, has one of the names and one of the values
say(tags, names, values) if {
	some name in names
	some value in tags[_norm(name)]
	some wanted in values
	value == _norm(wanted)
}

_norm(text) := replace(replace(replace(lower(text), "-", ""), "_", ""), " ", "")
