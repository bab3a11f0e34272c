package lib.deadline_test

import data.lib.deadline

# 2026-11-20
_day := 20777

_due(day) := [{"field": "/due_until", "actual": day}]

test_days_are_counted_from_the_day if deadline.after_days(_day, 30) == _due("2026-12-20")

test_no_days_end_on_the_day_itself if deadline.after_days(_day, 0) == _due("2026-11-20")

test_hours_within_a_day_end_on_the_next if {
	deadline.after_hours(_day, 1) == _due("2026-11-21")
	deadline.after_hours(_day, 24) == _due("2026-11-21")
}

test_an_hour_more_ends_a_day_later if deadline.after_hours(_day, 25) == _due("2026-11-22")

test_no_hours_end_on_the_day_itself if deadline.after_hours(_day, 0) == _due("2026-11-20")
