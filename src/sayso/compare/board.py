"""The board: who says which figure about what, side by side, and what is denied or doubted.

In: tellings, one for each figure of each claim. Out: topics, each with a row for every different telling. No figure is
averaged, none dropped, and a figure told in five reports is still one row: reports are named, never counted as proof.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.records import Claim, Measure, Quantity, Record

# A figure of these says nothing that another claimant could dispute about the event itself.
NOT_ON_BOARD: frozenset[Measure] = frozenset({"time", "money", "other"})
# These are told of all kinds of things: bridges are not settlements, tanks not drones.
BY_THING: frozenset[Measure] = frozenset({"places", "equipment", "distance"})


class Telling(Record, frozen=True, kw_only=True):
    """A figure in a claim in a report. `day` is the first day on which the report can have been published;
    `actor` is who speaks under one name in all reports ("Zelenskyy" and "Zelensky" are one), None for nobody.
    """

    claim: Claim
    actor: str | None
    quantity: Quantity
    words: str
    report: str
    outlet: str | None
    day: str | None


class Row(Record, frozen=True, kw_only=True):
    """One speaker's figure, with all the tellings of it, earliest first."""

    side: str | None
    speaker: str | None
    relays: tuple[str, ...]
    quantity: Quantity
    tellings: tuple[Telling, ...]


class Topic(Record, frozen=True, kw_only=True):
    """Figures of one measure about one kind of thing, rows by side, speaker and day."""

    measure: Measure
    thing: str | None
    rows: tuple[Row, ...]


def board(tellings: Iterable[Telling]) -> tuple[Topic, ...]:
    """All figures that can be laid side by side, the topics with most rows first."""
    topics: dict[tuple[Measure, str | None], list[Telling]] = {}
    for telling in tellings:
        quantity = telling.quantity
        if quantity.measure in NOT_ON_BOARD or quantity.same_as:
            continue
        topics.setdefault((quantity.measure, _thing(quantity)), []).append(telling)
    found = [
        Topic(measure=measure, thing=thing, rows=_rows(group)) for (measure, thing), group in topics.items()
    ]
    return tuple(sorted(found, key=lambda t: (-len(t.rows), t.measure, t.thing or "")))


def _thing(quantity: Quantity) -> str | None:
    """What is counted, in one word: the unit, or the last word of the counted noun phrase without its plural."""
    if quantity.measure not in BY_THING:
        return quantity.unit
    if quantity.unit or not quantity.counted:
        return quantity.unit
    head = quantity.counted.text.split(" of ")[0].split()[-1].lower()
    return head[:-1] if head.endswith("s") and not head.endswith("ss") else head


def _rows(tellings: Sequence[Telling]) -> tuple[Row, ...]:
    groups: dict[tuple[object, ...], list[Telling]] = {}
    for telling in sorted(tellings, key=lambda t: (t.day or "", t.report, t.claim.id)):
        claim, quantity = telling.claim, telling.quantity
        relays = tuple(relay.name for relay in claim.relays)
        key = (telling.actor, relays, quantity.low, quantity.high, claim.stance)
        groups.setdefault(key, []).append(telling)
    rows = [_row(group) for group in groups.values()]
    return tuple(
        sorted(
            rows,
            key=lambda r: (r.side or "~", r.speaker or "~", r.tellings[0].day or "", r.quantity.low or 0),
        )
    )


def _row(group: Sequence[Telling]) -> Row:
    claim = group[0].claim
    return Row(
        side=claim.speaker.side if claim.speaker else None,
        speaker=group[0].actor,
        relays=tuple(relay.name for relay in claim.relays),
        quantity=group[0].quantity,
        tellings=tuple(group),
    )
