"""Values of a record -> words for a reader, the same on the page and in the terminal: numbers with bounds, intervals
of days, places. Pure.
"""

from __future__ import annotations

import datetime as dt
import re
import textwrap

import msgspec

from sayso.records import Place, Published, Quantity, Stance
from sayso.show import strings

# Letters of a claim by which it is known again.
ENOUGH = 120

_POP_ISOLATE, _POP_EMBEDDING = "\u2069", "\u202c"
_CLOSED_BY = {
    **dict.fromkeys("\u2066\u2067\u2068", _POP_ISOLATE),
    **dict.fromkeys("\u202a\u202b\u202d\u202e", _POP_EMBEDDING),
}
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_TURNING = re.compile("[\u2029\u202a-\u202e\u2066-\u2069]")


def held(text: str) -> str:
    """The text with its characters that turn the direction of writing in pairs, so that a name in a line can turn
    only itself: what it opens is closed at its end, and what it has not opened it cannot close.
    """
    if _TURNING.search(text) is None:
        return text
    kept: list[str] = []
    due: list[str] = []
    for character in text.replace("\u2029", " "):
        if character in _CLOSED_BY:
            due.append(_CLOSED_BY[character])
        elif character == _POP_EMBEDDING:
            if due[-1:] != [character]:
                continue
            due.pop()
        elif character == _POP_ISOLATE:
            if character not in due:
                continue
            # Ends whatever was opened within the isolate.
            while due.pop() != character:
                pass
        kept.append(character)
    return "".join(kept) + "".join(reversed(due))


def plain(text: str) -> str:
    """Words on one line for a terminal: control characters, which could steer it, are shown as what cannot be shown."""
    return held(_CONTROL.sub("\ufffd", " ".join(text.split())))


def number(value: float) -> str:
    """A number with thousands apart: 1120 is "1,120", 2.5 is "2.5"."""
    if abs(value) >= 1e15:
        return f"{value:.4g}"
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.3f}".rstrip("0").rstrip(".")


def bounds(quantity: Quantity) -> str:
    """What the words allow: "74 or more", "1,120 or fewer", "about 30 (27 to 33)", "1 to 2"."""
    low, high, value = quantity.low, quantity.high, quantity.value
    if quantity.hedge == "approximate" and value is not None and low != high:
        about = strings.BOUNDS["approximate"].format(value=number(value))
        if low is None or high is None:
            return about
        between = strings.BOUNDS["range"].format(low=number(low), high=number(high))
        return f"{about} ({between})"
    if low is None and high is None:
        return strings.BOUNDS["unknown"] if value is None else number(value)
    if high is None:
        return strings.BOUNDS["at_least"].format(low=number(low or 0))
    if low is None or (low == 0 < high and quantity.hedge == "at_most"):
        return strings.BOUNDS["at_most"].format(high=number(high))
    if low == high:
        return number(low)
    return strings.BOUNDS["range"].format(low=number(low), high=number(high))


def figure(quantity: Quantity) -> str:
    """Bounds with the unit, what is counted and what became of them: "74 or more settlements", "30%",
    "386 square miles", "12 civilians killed", "31 injured".
    """
    if quantity.unit == "fraction":
        quantity = _in_percent(quantity)
    amount = bounds(quantity)
    if quantity.unit == "percentage":
        amount += "%"
    elif quantity.unit:
        amount += f" {strings.unit(quantity.unit, one=quantity.low == quantity.high == 1)}"
    if quantity.counted is not None:
        amount += f" {quantity.counted.text}"
    named = quantity.counted.text.lower().split() if quantity.counted else []
    if quantity.unit is None and quantity.measure in strings.FATES and strings.FATE_TOLD.isdisjoint(named):
        amount += f" {strings.MEASURES[quantity.measure]}"
    return amount


def _in_percent(quantity: Quantity) -> Quantity:
    """A fraction in hundredths: a third is 33.3%."""
    scaled = {
        name: None if value is None else round(100 * value, 1)
        for name, value in (("value", quantity.value), ("low", quantity.low), ("high", quantity.high))
    }
    return msgspec.structs.replace(quantity, unit="percentage", **scaled)


def meant(stance: Stance, who: str | None, said: str) -> str:
    """What a claim points back at: "Doubts: Kyiv’s claim “the bridge was hit”". `stance` is that of the one that points."""
    does, _ = strings.ANSWERS.get(stance, strings.ANSWERS["asserts"])
    return f"{does}: {claim_of(who)} “{shortened(said)}”"


def claim_of(who: str | None) -> str:
    """A claim by its speaker's name: "Kyiv’s claim", or "the claim" where nobody is named."""
    return strings.TEXT["claim_of"].format(who=who) if who else strings.TEXT["claim_of_nobody"]


def shortened(said: str) -> str:
    """So much of the words as is needed to know them again."""
    return textwrap.shorten(said, ENOUGH, placeholder=f" {strings.TEXT['gap']}")


def day(iso: str) -> str:
    """An ISO day in words; anything else as it stands."""
    when = _date(iso)
    return iso if when is None else f"{when.day} {strings.MONTHS[when.month - 1]} {when.year}"


def days(earliest: str | None, latest: str | None) -> str:
    """An interval of days, as short as it can be said: "18–25 August 2024", "August 2024", "2024"; an open end is
    left open after a dash.
    """
    if earliest is None and latest is None:
        return strings.TEXT["no_day"]
    if earliest == latest and earliest is not None:
        return day(earliest)
    first, last = _date(earliest), _date(latest)
    if first is None or last is None or first > last or last == dt.date.max:
        return f"{day(earliest) if earliest else ''} – {day(latest) if latest else ''}".strip()
    return _whole_span(first, last + dt.timedelta(days=1)) or _between(first, last)


def _whole_span(first: dt.date, following: dt.date) -> str | None:
    """The name of the month or year from `first` up to but not including `following`, where it is a whole one."""
    if first.day != 1 or following.day != 1:
        return None
    if first.month == following.month == 1 and following.year == first.year + 1:
        return str(first.year)
    if (following.year, following.month) == (first.year + first.month // 12, first.month % 12 + 1):
        return f"{strings.MONTHS[first.month - 1]} {first.year}"
    return None


def _between(first: dt.date, last: dt.date) -> str:
    end = day(last.isoformat())
    if first.year != last.year:
        return f"{day(first.isoformat())} – {end}"
    if first.month != last.month:
        return f"{first.day} {strings.MONTHS[first.month - 1]} – {end}"
    return f"{first.day}–{end}"


def _date(iso: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(iso or "")
    except ValueError:
        return None


def published(when: Published | None) -> str:
    """The days of publication, without their basis."""
    return strings.TEXT["day_unknown"] if when is None else days(when.earliest, when.latest)


def where(place: Place) -> str:
    """Kind, country and coordinates of a place; that it was not found; or that it is no place on the map."""
    if not place.literal:
        return strings.TEXT["metonym"]
    if place.latitude is None or place.longitude is None:
        return strings.TEXT["not_found"]
    north = f"{abs(place.latitude):.3f}° {'N' if place.latitude >= 0 else 'S'}"
    east = f"{abs(place.longitude):.3f}° {'E' if place.longitude >= 0 else 'W'}"
    return ", ".join(part for part in (place.kind, place.country, f"{north}, {east}") if part)
