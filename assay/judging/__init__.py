"""From a snapshot to findings: index, derived facts, joins, engines, answers checked, findings built."""
