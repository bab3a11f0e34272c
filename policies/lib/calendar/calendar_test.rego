package lib.calendar_test

import data.lib.calendar

test_day_zero if calendar.date(0) == "1970-01-01"

test_last_day_of_a_year if calendar.date(364) == "1970-12-31"

test_leap_day if calendar.date(19782) == "2024-02-29"

test_day_after_a_leap_day if calendar.date(19783) == "2024-03-01"

test_no_leap_day_in_a_common_year if calendar.date(20513) == "2026-03-01"

test_leap_day_of_a_fourth_century if calendar.date(11016) == "2000-02-29"

test_no_leap_day_in_other_centuries if calendar.date(47541) == "2100-03-01"

test_last_day_of_february_of_other_centuries if calendar.date(47540) == "2100-02-28"

test_two_digit_months if calendar.date(20778) == "2026-11-21"
