# METADATA
# title: Deadlines
# description: the evidence of a duty that is not due yet
package lib.deadline

import data.lib.calendar

# METADATA
# description: due so many days after a day, which is given as its number; the last day counts
after_days(day, days) := [{"field": "/due_until", "actual": calendar.date(day + days)}]

# METADATA
# description: due so many hours after the end of a day; names the day on which the last of them falls
after_hours(day, hours) := after_days(day, ((hours + 23) - ((hours + 23) % 24)) / 24)
