"""The mentions of one report placed one after another, from the first and from the last day of publication."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sayso.moments import Anchor, Expression, PartOfDay, Tense, TimeMention, Unit, YearPart
from sayso.records import Published, Time
from sayso.resolve.calendar.placing import Placing, place
from sayso.resolve.calendar.units import Placed, unknown

# So many times back a part of the day is looked for to which a time on the clock may belong.
NEARBY = 3


def resolve_times(mentions: Sequence[TimeMention], published: Published | None) -> tuple[Time, ...]:
    """Type, value and days for each mention, in the order given, with ids "t1", "t2" and so on.

    `published` None leaves relative expressions with X for what is not known ("XXXX-WXX-7") and without days.
    Days are inclusive. A DURATION or SET has days only where the words tie it to now ("the past 24 hours").
    Raises ValueError where `published` holds no ISO dates.
    """
    if published is None:
        ends: tuple[dt.date | None, ...] = (None,)
    else:
        ends = tuple(
            dict.fromkeys(
                (dt.date.fromisoformat(published.earliest), dt.date.fromisoformat(published.latest))
            )
        )
    runs = [_placed_from(mentions, day) for day in ends]
    return tuple(
        _time(number, mention, _merged([run[number] for run in runs], mention))
        for number, mention in enumerate(mentions)
    )


def place_from(expression: Expression, day: dt.date | None, tense: Tense | None, anchor: Anchor) -> Placed:
    """One expression by itself, from one day of publication."""
    return place(expression, Placing(day=day, tense=tense, anchor=anchor, previous=None))


def _placed_from(mentions: Sequence[TimeMention], day: dt.date | None) -> list[Placed]:
    placed: list[Placed] = []
    previous: Placed | None = None
    quarter: Placed | None = None
    for number, mention in enumerate(mentions):
        try:
            result = place(
                mention.expression,
                Placing(
                    day=day,
                    tense=mention.tense,
                    anchor=mention.anchor,
                    previous=previous,
                    quarter=quarter,
                    part=_part_before(mentions, placed, number),
                ),
            )
        except (ValueError, OverflowError):  # outside the calendar: 30 February, the year 12000
            result = unknown("day")
        placed.append(result)
        if mention.type in ("DATE", "TIME") and result.first is not None:
            previous = result
        if (
            isinstance(mention.expression, YearPart)
            and mention.expression.unit == "quarter"
            and result.first is not None
        ):
            quarter = result
    return placed


def _part_before(mentions: Sequence[TimeMention], placed: Sequence[Placed], number: int) -> Placed | None:
    """The part of a day named last, if no more than another time or two stands between: the scene is still the same."""
    for before in range(number - 1, max(-1, number - 1 - NEARBY), -1):
        if isinstance(mentions[before].expression, PartOfDay):
            return placed[before]
    return None


def _merged(places: Sequence[Placed], mention: TimeMention) -> Placed:
    first, last = places[0], places[-1]
    if first == last:
        return first
    unit: Unit = first.unit
    value = _common(first.value, last.value)
    if value is None:
        value = place_from(mention.expression, None, mention.tense, mention.anchor).value
    if first.first is None or last.last is None or first.last is None or last.first is None:
        return Placed(value, None, None, unit)
    return Placed(value, min(first.first, last.first), max(first.last, last.last), unit)


def _common(one: str, other: str) -> str | None:
    """What two values of one shape share, X for every figure from the first field in which they differ."""
    if one == other:
        return one
    day, clock, part = one.partition("T")
    other_day, _, other_part = other.partition("T")
    fields, other_fields = day.split("-"), other_day.split("-")
    if part != other_part or [len(f) for f in fields] != [len(f) for f in other_fields]:
        return None
    differ = next(i for i, (a, b) in enumerate(zip(fields, other_fields, strict=True)) if a != b)
    hidden = ["".join("X" if c.isdigit() else c for c in field) for field in fields[differ:]]
    if len(fields[0]) != 4 or (hidden and any(len(f) == 2 and f.isalpha() and "X" not in f for f in hidden)):
        return None
    return "-".join([*fields[:differ], *hidden]) + clock + part


def _time(number: int, mention: TimeMention, placed: Placed) -> Time:
    return Time(
        id=f"t{number + 1}",
        start=mention.start,
        end=mention.end,
        type=mention.type,
        value=placed.value,
        earliest=placed.first.isoformat() if placed.first else None,
        latest=placed.last.isoformat() if placed.last else None,
    )
