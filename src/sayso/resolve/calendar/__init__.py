"""Time expressions placed in the calendar: TIMEX3 values as TempEval-3 writes them, and the days they mean.

In: time mentions and the day or days of publication. Out: a Time for each. `resolve` goes through the mentions in
order; `placing` has a rule for each kind of expression; `units` knows the units of the calendar, `lengths` durations.

Values follow TimeML 1.2.1 as TimeBank uses it. Where publication is an interval of days, an expression is placed from its
first and from its last day. Every rule here moves forward with the day of publication, never back, so those two places
bound all between: the days are what they span, the value keeps what they share ("2024-08-XX").
"""

from sayso.resolve.calendar.resolve import resolve_times

__all__ = ["resolve_times"]
