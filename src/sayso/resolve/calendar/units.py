"""Units of the calendar: the unit a day lies in, its TIMEX3 value, its first and last day, and the unit so many on.

Weeks are ISO 8601 weeks, Monday to Sunday. Seasons are meteorological and northern; a winter carries the year of its
December. All functions are pure.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from sayso.moments import SeasonCode, Unit

Day = dt.date
ONE_DAY = dt.timedelta(days=1)

# The finer unit has the smaller number: how precisely a time is known.
FINENESS: dict[Unit, int] = {
    "second": 0,
    "minute": 0,
    "hour": 0,
    "day": 1,
    "weekend": 2,
    "week": 3,
    "month": 4,
    "quarter": 5,
    "half": 6,
    "year": 7,
    "decade": 8,
    "century": 9,
    "millennium": 10,
}


class Placed(NamedTuple):
    """A TIMEX3 value with the days it means; `first` is None where they are not known. `unit` says how fine it is."""

    value: str
    first: Day | None
    last: Day | None
    unit: Unit


# Values of units of which only the kind is known.
UNKNOWN: dict[Unit, str] = {
    "day": "XXXX-XX-XX",
    "weekend": "XXXX-WXX-WE",
    "week": "XXXX-WXX",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
    "millennium": "X",
}


def unknown(unit: Unit) -> Placed:
    return Placed(UNKNOWN.get(unit, UNKNOWN["day"]), None, None, unit)


def of_day(day: Day) -> Placed:
    return Placed(day.isoformat(), day, day, "day")


def month(year: int, number: int) -> Placed:
    first = dt.date(year, number, 1)
    return Placed(f"{year:04d}-{number:02d}", first, add_months(first, 1) - ONE_DAY, "month")


def months(year: int, first_month: int, count: int, value: str, unit: Unit) -> Placed:
    first = dt.date(year, first_month, 1)
    return Placed(value, first, add_months(first, count) - ONE_DAY, unit)


def quarter(year: int, number: int) -> Placed:
    return months(year, 3 * number - 2, 3, f"{year:04d}-Q{number}", "quarter")


def half(year: int, number: int) -> Placed:
    return months(year, 6 * number - 5, 6, f"{year:04d}-H{number}", "half")


def of_year(year: int) -> Placed:
    return Placed(f"{year:04d}", dt.date(year, 1, 1), dt.date(year, 12, 31), "year")


def decade(first_year: int) -> Placed:
    start = first_year // 10 * 10
    return Placed(f"{start // 10:03d}", dt.date(start, 1, 1), dt.date(start + 9, 12, 31), "decade")


def century(first_year: int) -> Placed:
    start = first_year // 100 * 100
    return Placed(f"{start // 100:02d}", dt.date(start or 1, 1, 1), dt.date(start + 99, 12, 31), "century")


def week(day: Day) -> Placed:
    year, number, weekday = day.isocalendar()
    first = day - (weekday - 1) * ONE_DAY
    return Placed(f"{year:04d}-W{number:02d}", first, first + 6 * ONE_DAY, "week")


def weekend(day: Day) -> Placed:
    """The weekend of the week that a day lies in."""
    seven = week(day)
    assert seven.first is not None and seven.last is not None
    return Placed(f"{seven.value}-WE", seven.last - ONE_DAY, seven.last, "weekend")


SEASON_BEGINS: dict[SeasonCode, int] = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def season(year: int, code: SeasonCode) -> Placed:
    return months(year, SEASON_BEGINS[code], 3, f"{year:04d}-{code}", "quarter")


def add_months(day: Day, count: int) -> Day:
    """The day so many months on, or the last day of that month where it has no such day."""
    year, index = divmod(day.year * 12 + day.month - 1 + count, 12)
    start = dt.date(year, index + 1, 1)
    following = dt.date(year + (index == 11), (index + 1) % 12 + 1, 1)
    return start + min(day.day - 1, (following - start).days - 1) * ONE_DAY


def around(day: Day, unit: Unit) -> Placed:
    """The unit that a day lies in."""
    match unit:
        case "week":
            return week(day)
        case "weekend":
            return weekend(day)
        case "month":
            return month(day.year, day.month)
        case "quarter":
            return quarter(day.year, (day.month + 2) // 3)
        case "half":
            return half(day.year, (day.month + 5) // 6)
        case "year":
            return of_year(day.year)
        case "decade":
            return decade(day.year)
        case "century":
            return century(day.year)
        case _:
            return of_day(day)


_MONTHS: dict[Unit, int] = {
    "month": 1,
    "quarter": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
    "millennium": 12000,
}
_DAYS: dict[Unit, int] = {"day": 1, "week": 7, "weekend": 7}


def moved(day: Day, unit: Unit, count: int) -> Day:
    """The day so many units on. Hours and less are counted in whole days begun."""
    if unit in _MONTHS:
        return add_months(day, count * _MONTHS[unit])
    if unit in _DAYS:
        return day + count * _DAYS[unit] * ONE_DAY
    per_day = {"hour": 24, "minute": 1440, "second": 86400}[unit]
    whole = -(-abs(count) // per_day)
    return day + (whole if count > 0 else -whole) * ONE_DAY


def shifted(day: Day, unit: Unit, count: int) -> Placed:
    """The unit so many on from the one that a day lies in."""
    return around(moved(day, unit, count), unit)


def feast(rule: str, year: int) -> Day:
    """The day of a holiday in a year. Rules as in moments.Feast.

    Easter after the anonymous Gregorian algorithm, Orthodox Easter after Meeus's Julian one (J. Meeus, Astronomical
    Algorithms, ch. 8), in the Gregorian calendar as from 1900 to 2099.
    """
    if rule.startswith("easter"):
        return _easter(year) + int(rule[6:]) * ONE_DAY
    if rule.startswith("pascha"):
        return _pascha(year) + int(rule[6:]) * ONE_DAY
    month_number, weekday_or_day, *nth = (part for part in rule.replace("--", "-~").split("-"))
    if not nth:
        return dt.date(year, int(month_number), int(weekday_or_day))
    wanted = int(weekday_or_day)
    if nth[0].startswith("~"):
        last = add_months(dt.date(year, int(month_number), 1), 1) - ONE_DAY
        return last - (last.isoweekday() - wanted) % 7 * ONE_DAY
    first = dt.date(year, int(month_number), 1)
    return first + ((wanted - first.isoweekday()) % 7 + 7 * (int(nth[0]) - 1)) * ONE_DAY


def _easter(year: int) -> Day:
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    number, day = divmod(h + m - 7 * n + 114, 31)
    return dt.date(year, number, day + 1)


def _pascha(year: int) -> Day:
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    number, day = divmod(d + e + 114, 31)
    return dt.date(year, number, day + 1) + 13 * ONE_DAY
