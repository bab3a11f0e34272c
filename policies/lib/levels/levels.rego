# METADATA
# title: Data levels
# description: the order of data levels; a level that was not read has no place
package lib.levels

_rank := {"none": 0, "public": 1, "internal": 2, "personal": 3, "sensitive": 4, "important": 5}

# METADATA
# description: the level is the least that is asked for, or above it
reaches(level, least) if _rank[level] >= _rank[least]

# METADATA
# description: the level is below the least that is asked for
below(level, least) if _rank[level] < _rank[least]
