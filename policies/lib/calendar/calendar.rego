# METADATA
# title: Calendar
# description: writes a day number as a date, so that a policy can name a due date that its parameters move
package lib.calendar

# METADATA
# description: the date of a day number; day 0 is 1970-01-01. Years are counted from March, the leap day comes last
date(number) := sprintf("%d-%s-%s", [year, _two_digits(month), _two_digits(day)]) if {
	shifted := number + 719468 # days since 0000-03-01
	era := _whole(shifted, 146097) # 400 years
	in_era := shifted % 146097
	leap_days := (_whole(in_era, 1460) - _whole(in_era, 36524)) + _whole(in_era, 146096)
	year_in_era := _whole(in_era - leap_days, 365)
	in_year := in_era - (((365 * year_in_era) + _whole(year_in_era, 4)) - _whole(year_in_era, 100))
	from_march := _whole((5 * in_year) + 2, 153)
	day := (in_year - _whole((153 * from_march) + 2, 5)) + 1
	month := ((from_march + 2) % 12) + 1
	year := (year_in_era + (era * 400)) + _whole(from_march, 10)
}

_whole(number, by) := (number - (number % by)) / by

_two_digits(number) := sprintf("0%d", [number]) if number < 10

_two_digits(number) := sprintf("%d", [number]) if number >= 10
