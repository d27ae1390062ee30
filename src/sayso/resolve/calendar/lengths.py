"""Lengths of time as TIMEX3 values, and how far they reach from a day."""

from __future__ import annotations

import datetime as dt

from sayso.moments import Duration, Unit
from sayso.resolve.calendar.units import ONE_DAY, add_months, moved

_LETTER: dict[Unit, str] = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "weekend": "WE",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "half": "H",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
    "millennium": "ML",
}
# TimeML writes these in the unit beside.
_WRITTEN_IN: dict[Unit, tuple[Unit, int]] = {
    "quarter": ("month", 3),
    "half": ("month", 6),
    "decade": ("year", 10),
    "century": ("year", 100),
    "millennium": ("year", 1000),
}
# What a fraction of a unit is counted in.
_FINER: dict[Unit, tuple[Unit, int]] = {
    "year": ("month", 12),
    "day": ("hour", 24),
    "hour": ("minute", 60),
    "minute": ("second", 60),
}
# How far "recent days" and their like reach back, as the guide to our labels has them: seven days, four weeks, five years.
_VAGUE: dict[Unit, int] = {
    "second": 1,
    "minute": 1,
    "hour": 24,
    "day": 7,
    "weekend": 4,
    "week": 4,
    "month": 6,
    "quarter": 4,
    "half": 4,
    "year": 5,
    "decade": 5,
    "century": 5,
    "millennium": 5,
}
_CLOCK = ("second", "minute", "hour")


def duration_value(duration: Duration) -> str:
    """The TIMEX3 value: "P3W", "PT2H30M", "PXD" where the amount is vague, "PXX" where even the unit is."""
    if not duration.amounts:
        return "PXX"
    days: list[str] = []
    clock: list[str] = []
    for amount, unit in duration.amounts:
        for count, name in _written(amount, unit):
            (clock if name in _CLOCK else days).append(f"{count}{_LETTER[name]}")
    return "P" + "".join(days) + ("T" + "".join(clock) if clock else "")


def _written(amount: float | None, unit: Unit) -> list[tuple[str, Unit]]:
    if amount is None:
        return [("X", unit)]
    if unit in _WRITTEN_IN:
        unit, times = _WRITTEN_IN[unit]
        amount *= times
    whole = int(amount)
    rest = amount - whole
    if rest == 0:
        return [(str(whole), unit)]
    if unit in _FINER:
        finer, per = _FINER[unit]
        if (rest * per).is_integer():
            small: tuple[str, Unit] = (str(int(rest * per)), finer)
            return [(str(whole), unit), small] if whole else [small]
    return [(f"{amount:g}", unit)]


def reach(duration: Duration, day: dt.date) -> tuple[dt.date, dt.date]:
    """First and last day of a length of time that ends ("past") or begins ("coming") on a day."""
    sign = -1 if duration.extent == "past" else 1
    other = day
    for amount, unit in duration.amounts:
        count = _VAGUE[unit] if amount is None else amount
        whole = int(count)
        other = moved(other, unit, sign * whole)
        if count != whole:
            fraction = count - whole
            other = add_months(other, sign * int(12 * fraction)) if unit == "year" else other + sign * ONE_DAY
    return (other, day) if sign < 0 else (day, other)
