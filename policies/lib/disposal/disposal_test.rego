package lib.disposal_test

import data.lib.disposal

_document(records, complete) := {
	"related": {"destruction_record": {record.id: record | some record in records}},
	"links": {"destruction_record": {"a": [record.id | some record in records]}},
	"complete": {"destruction_record": complete},
}

_recent(record) := count(found) if {
	found := disposal.recent({"id": "a"}, 184) with input as _document([record], true)
}

_overdue(record) := count(found) if {
	found := disposal.overdue({"id": "a"}, 30) with input as _document([record], true)
}

_settled(records, complete) if {
	disposal.settled({"id": "a"}, 30) with input as _document(records, complete)
}

else := false

_done(days) := {"id": "d", "is_done": true, "days_since_executed": days}

_open(days) := {"id": "d", "is_done": false, "days_since_due": days}

test_a_disposal_is_recent_up_to_the_last_day if {
	_recent(_done(184)) == 1
	_recent(_done(185)) == 0
}

test_a_plan_is_no_recent_disposal if {
	_recent({"id": "d", "is_done": false, "days_since_executed": -3}) == 0
	_recent({"id": "d"}) == 0
}

test_a_disposal_is_overdue_after_the_days_of_grace if {
	_overdue(_open(31)) == 1
	_overdue(_open(30)) == 0
}

test_a_disposal_that_may_have_been_done_is_not_overdue if {
	_overdue({"id": "d", "days_since_due": 99}) == 0
	_overdue({"id": "d", "is_done": false}) == 0
}

test_settled_when_each_is_done_or_not_yet_late if {
	_settled([], true) == true
	_settled([_done(400)], true) == true
	_settled([_open(30)], true) == true
	_settled([{"id": "d", "days_since_due": -5}], true) == true
}

test_not_settled_when_one_may_be_late if {
	_settled([_open(31)], true) == false
	_settled([{"id": "d"}], true) == false
	_settled([{"id": "d", "is_done": false}], true) == false
}

test_not_settled_when_the_register_is_partial if _settled([_done(1)], false) == false
