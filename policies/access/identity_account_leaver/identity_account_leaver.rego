# METADATA
# title: Accounts of leavers were closed in time
# description: an account passes when the person behind it has left and it was disabled within the limit after that
# schemas:
#   - input: schema["identity_account.input"]
package access.identity_account_leaver

import data.lib.deadline
import data.lib.verdict

# METADATA
# description: one answer for each account of the batch, by account id
# entrypoint: true
verdicts[account.id] := _verdict(account, _person(account), input.parameters) if some account in input.resources

_verdict(account, person, parameters) := verdict.not_applicable("no_person") if account.staff_id == "none"

else := verdict.not_applicable("in_service") if {
	person.has_left == false
	person.roster_age_days <= parameters.roster_max_age_days
}

else := verdict.not_due("due", deadline.after_hours(person.end_day, parameters.max_hours)) if {
	person.has_left == true
	account.enabled == true
	is_number(person.end_day)
	person.hours_since_left <= parameters.max_hours
}

else := verdict.not_applicable("closed_before_the_period") if {
	account.enabled == false
	is_number(person.days_since_left)
	((person.days_since_left - 1) - parameters.lookback_days) * 24 > parameters.max_hours
	_unseen(account.days_since_seen_open, parameters.lookback_days)
}

else := verdict.fail("used_after_leaving", array.concat(_left(person), [_used(account)])) if {
	person.has_left == true
	account.used_after_leaving == true
	account.days_since_last_login <= parameters.lookback_days
}

else := verdict.fail("left_without_date", [_of(person, "end_date", "none"), _enabled]) if {
	person.has_left == true
	account.enabled == true
	person.end_date == "none"
}

else := verdict.fail("still_enabled", array.concat(_left(person), [_enabled, _open(person, parameters)])) if {
	person.has_left == true
	account.enabled == true
	is_number(person.hours_since_left)
	person.hours_since_left > parameters.max_hours
}

else := verdict.fail("disabled_late", array.concat(_left(person), _late(account, parameters))) if {
	person.has_left == true
	account.enabled == false
	is_number(account.hours_to_disabled_after)
	account.hours_to_disabled_after > parameters.max_hours
	account.days_since_disabled_after <= parameters.lookback_days
}

else := verdict.pass(array.concat(_left(person), _in_time(account, parameters))) if {
	person.has_left == true
	account.enabled == false
	is_number(account.hours_to_disabled_at)
	account.hours_to_disabled_at <= parameters.max_hours
}

else := verdict.unknown("roster_stale") if person.has_left == false

else := verdict.unknown("leaving_date_missing") if {
	person.has_left == true
	person.end_date == "none"
}

else := verdict.unknown("disabled_between_snapshots") if {
	person.has_left == true
	is_number(account.hours_to_disabled_at)
	is_number(account.hours_to_disabled_after)
}

else := verdict.unknown("closing_unread") if person.has_left == true

else := verdict.unknown("leaver_undecided")

# What is not known of an unknown person is undefined, so no limb that needs it holds.
_person(account) := person if person := input.related.staff_member[account.staff_id]

else := {}

# Days of "none": nothing shows that the account was open.
_unseen(days, _) if days == "none"

_unseen(days, lookback_days) if {
	is_number(days)
	days > lookback_days
}

_of(person, field, value) := {"field": sprintf("/staff_member/%s/%s", [person.id, field]), "actual": value}

_left(person) := [_of(person, "left_at", person.left_at)]

_open(person, parameters) := _within(_of(person, "hours_since_left", person.hours_since_left), parameters)

_enabled := {"field": "/enabled", "actual": true, "expected": false}

_used(account) := {"field": "/last_login_at", "actual": account.last_login_at}

_late(account, parameters) := [
	{"field": "/disabled_after", "actual": account.disabled_after},
	_within({"field": "/hours_to_disabled_after", "actual": account.hours_to_disabled_after}, parameters),
]

_in_time(account, parameters) := [
	{"field": "/disabled_at", "actual": account.disabled_at},
	_within({"field": "/hours_to_disabled_at", "actual": account.hours_to_disabled_at}, parameters),
]

_within(item, parameters) := object.union(item, {"expected": sprintf("<= %d", [parameters.max_hours])})
