"""Small reports with claims, for the tests of the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sayso.records import (
    Candidate,
    Claim,
    Counted,
    Place,
    Published,
    Quantity,
    ReaderInfo,
    Relay,
    Report,
    Segment,
    Speaker,
    Time,
)

READER = ReaderInfo(name="sayso", version="0.1.0", models={"grammar": "0" * 64})
SUDZHA = Candidate(
    gazetteer_id="487846",
    name="Sudzha",
    kind="settlement",
    country="RU",
    latitude=51.1903,
    longitude=35.2706,
    score=0.9,
)


def published(earliest: str, latest: str | None = None) -> Published:
    return Published(earliest=earliest, latest=latest or earliest, basis="given")


def speaker(name: str, side: str | None = None) -> Speaker:
    return Speaker(name=name, kind="person", side=side)


def said(who: str | Speaker | None, words: str, **fields: Any) -> dict[str, Any]:
    """A claim to be: who said it, in which words; `fields` are those of Claim, and `day`, `number`, `place`.

    day     (earliest, latest) of a time expression of its own
    number  (low, high, measure) of a quantity of its own
    place   fields of a place of its own: a name, or a whole mapping
    """
    return {"who": speaker(who) if isinstance(who, str) else who, "words": words, **fields}


def report(name: str = "r1", *sayings: dict[str, Any], **fields: Any) -> Report:
    """A report whose text is one sentence a claim: "The governor said WORDS."."""
    text, claims = "", []
    quantities: list[Quantity] = []
    times: list[Time] = []
    places: list[Place] = []
    for saying in sayings or (said("the governor", "two bridges were destroyed"),):
        who, words = saying["who"], saying["words"]
        source = who.name if who else "It"
        start = len(text)
        text += f"{source} said {words}. "
        cue = start + len(source) + 1
        content = (cue + 5, cue + 5 + len(words))
        given = {
            key: value
            for key, value in saying.items()
            if key not in ("who", "words", "day", "number", "place")
        }
        values: dict[str, Any] = {
            "id": f"{name}-c{len(claims)}",
            "voice": "attributed",
            "source": ((start, start + len(source)),),
            "cue": ((cue, cue + 4),),
            "content": (content,),
            "speaker": who,
            "form": "indirect",
            "stance": "asserts",
            "confidence": 0.9,
            "quantities": _add(quantities, quantity(saying.get("number"), len(quantities), content)),
            "times": _add(times, time(saying.get("day"), len(times), content)),
            "places": _add(places, place(saying.get("place"), len(places), content)),
        }
        claims.append(Claim(**{**values, **given}))
    whole: dict[str, Any] = {
        "id": name,
        "text": text,
        "language": "en",
        "title": "Bridges over the Seim",
        "outlet": "The Border Courier",
        "published": published("2024-08-18"),
        "segments": (Segment(start=0, end=len(text), kind="paragraph"),),
        "claims": tuple(claims),
        "quantities": tuple(quantities),
        "times": tuple(times),
        "places": tuple(places),
        "reader": READER,
    }
    return Report(**{**whole, **fields})


def quantity(number: Sequence[Any] | None, index: int, at: tuple[int, int]) -> Quantity | None:
    if number is None:
        return None
    low, high, measure = number
    return Quantity(
        id=f"q{index}",
        start=at[0],
        end=at[1],
        value=low,
        low=low,
        high=high,
        hedge="exact" if low == high else "range",
        counted=Counted(text="people", start=at[0], end=at[1]),
        measure=measure,
    )


def time(day: Sequence[str | None] | None, index: int, at: tuple[int, int]) -> Time | None:
    if day is None:
        return None
    return Time(
        id=f"t{index}", start=at[0], end=at[1], type="DATE", value="2024-08", earliest=day[0], latest=day[1]
    )


def place(of: str | dict[str, Any] | None, index: int, at: tuple[int, int]) -> Place | None:
    if of is None:
        return None
    values: dict[str, Any] = {
        "id": f"p{index}",
        "start": at[0],
        "end": at[1],
        "kind": "settlement",
        "country": None,
        "latitude": None,
        "longitude": None,
        "gazetteer_id": None,
        "literal": True,
        "confidence": 0.8,
    }
    return Place(**{**values, **({"name": of} if isinstance(of, str) else of)})


def relayed(name: str) -> Relay:
    return Relay(name=name, kind="outlet")


def _add(known: list[Any], new: Any) -> tuple[str, ...]:
    if new is None:
        return ()
    known.append(new)
    return (new.id,)
