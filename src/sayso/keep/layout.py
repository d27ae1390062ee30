"""The newest reading of a report, laid out in rows for questions. All of it can be worked out again from the reading."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import count
from typing import Any

from sayso.keep.folding import fold
from sayso.keep.rows import FIRST_DAY, LAST_DAY
from sayso.records import Claim, Place, Report, Span, Speaker, Time, encode


def lay_out(db: sqlite3.Connection, serial: int, report: Report) -> None:
    """Rows for all that was found in the report, and its words for the full-text search."""
    db.execute(
        "INSERT INTO report_words (rowid, title, text) VALUES (?,?,?)", (serial, report.title, report.text)
    )
    quantities = _insert_quantities(db, serial, report)
    times = _insert_times(db, serial, report)
    places = _insert_places(db, serial, report)
    claims = list(zip(_next_serials(db, "claims"), report.claims, strict=False))
    _insert_claims(db, serial, report, claims)
    db.executemany(
        "INSERT INTO relays (claim, ordinal, name, kind, folded) VALUES (?,?,?,?,?)",
        [
            (number, ordinal, relay.name, relay.kind, fold(relay.name))
            for number, claim in claims
            for ordinal, relay in enumerate(claim.relays)
        ],
    )
    db.executemany(
        "INSERT INTO claim_quantities (claim, ordinal, quantity) VALUES (?,?,?)",
        _links((number, claim.quantities, quantities) for number, claim in claims),
    )
    db.executemany(
        "INSERT INTO claim_times (claim, ordinal, time) VALUES (?,?,?)",
        _links((number, claim.times, times) for number, claim in claims),
    )
    db.executemany(
        "INSERT INTO claim_places (claim, ordinal, place) VALUES (?,?,?)",
        _links((number, claim.places, places) for number, claim in claims),
    )


def clear(db: sqlite3.Connection, serial: int, report: Report) -> None:
    """Take away what the last reading had laid out, and give the report's row the heading of this one."""
    db.execute(
        "INSERT INTO claim_words (claim_words, rowid, words, speaker) SELECT 'delete', claims.serial, words, name"
        " FROM claims LEFT JOIN speakers ON speaker = speakers.serial WHERE report = ?",
        (serial,),
    )
    db.execute(
        "DELETE FROM place_boxes WHERE place IN (SELECT serial FROM places WHERE report = ?)", (serial,)
    )
    for table in ("claims", "quantities", "times", "places"):
        db.execute(f"DELETE FROM {table} WHERE report = ?", (serial,))  # noqa: S608 - names from the line above
    (title,) = db.execute("SELECT title FROM reports WHERE serial = ?", (serial,)).fetchone()
    # A report's text never changes, so this one's is what was indexed.
    db.execute(
        "INSERT INTO report_words (report_words, rowid, title, text) VALUES ('delete', ?, ?, ?)",
        (serial, title, report.text),
    )
    db.execute(
        "UPDATE reports SET outlet = ?, outlet_folded = ?, title = ?, url = ?, language = ?,"
        " published_earliest = ?, published_latest = ?, published_basis = ? WHERE serial = ?",
        (*heading(report), serial),
    )


def heading(report: Report) -> tuple[str | None, ...]:
    """The values of a report's own row that a later reading may know better, in the order of its columns."""
    published = report.published
    return (
        report.outlet,
        fold(report.outlet or ""),
        report.title,
        report.url,
        report.language,
        published.earliest if published else None,
        published.latest if published else None,
        published.basis if published else None,
    )


def days_of(
    claim: Claim, times: dict[str, Time], report: Report
) -> tuple[str | None, str | None, str | None]:
    """First day, last day and whose they are: of the claim's own times where they mean any, else of publication.

    An open end is FIRST_DAY or LAST_DAY; all three are None where nobody knows.
    """
    own = [times[name] for name in claim.times if name in times]
    placed = [time for time in own if time.earliest or time.latest]
    if placed:
        earliest = min(time.earliest or FIRST_DAY for time in placed)
        return earliest, max(time.latest or LAST_DAY for time in placed), "event"
    if report.published:
        return report.published.earliest, report.published.latest, "published"
    return None, None, None


def inserted(cursor: sqlite3.Cursor) -> int:
    """The serial number that the row just inserted was given."""
    number: Any = cursor.lastrowid
    return int(number)


def _insert_claims(
    db: sqlite3.Connection, serial: int, report: Report, claims: Sequence[tuple[int, Claim]]
) -> None:
    times = {time.id: time for time in report.times}
    speakers: dict[tuple[str, str, str | None], int] = {}
    rows = [
        (
            number,
            serial,
            ordinal,
            claim.id,
            claim.voice,
            claim.form,
            claim.stance,
            _speaker(db, claim.speaker, speakers),
            claim.negated,
            claim.confidence,
            _words(report, claim.content),
            _words(report, claim.source),
            _words(report, claim.cue),
            *days_of(claim, times, report),
            encode(claim),
        )
        for ordinal, (number, claim) in enumerate(claims)
    ]
    db.executemany(
        "INSERT INTO claims (serial, report, ordinal, id, voice, form, stance, speaker, negated, confidence,"
        " words, source_words, cue_words, earliest, latest, day, record)"
        " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        rows,
    )
    db.execute(
        "INSERT INTO claim_words (rowid, words, speaker) SELECT claims.serial, words, name"
        " FROM claims LEFT JOIN speakers ON speaker = speakers.serial WHERE report = ?",
        (serial,),
    )


def _insert_quantities(db: sqlite3.Connection, serial: int, report: Report) -> dict[str, int]:
    numbered = list(zip(_next_serials(db, "quantities"), report.quantities, strict=False))
    db.executemany(
        "INSERT INTO quantities (serial, report, id, value, low, high, hedge, unit, counted, measure, change, record)"
        " VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
        [
            (
                number,
                serial,
                q.id,
                q.value,
                q.low,
                q.high,
                q.hedge,
                q.unit,
                q.counted.text if q.counted else None,
                q.measure,
                q.change,
                encode(q),
            )
            for number, q in numbered
        ],
    )
    return {quantity.id: number for number, quantity in numbered}


def _insert_times(db: sqlite3.Connection, serial: int, report: Report) -> dict[str, int]:
    numbered = list(zip(_next_serials(db, "times"), report.times, strict=False))
    db.executemany(
        "INSERT INTO times (serial, report, id, type, value, earliest, latest, record) VALUES (?,?,?,?,?,?,?,?)",
        [
            (number, serial, time.id, time.type, time.value, time.earliest, time.latest, encode(time))
            for number, time in numbered
        ],
    )
    return {time.id: number for number, time in numbered}


def _insert_places(db: sqlite3.Connection, serial: int, report: Report) -> dict[str, int]:
    numbered = list(zip(_next_serials(db, "places"), report.places, strict=False))
    names: dict[str, int] = {}
    db.executemany(
        "INSERT INTO places (serial, report, id, names, kind, country, latitude, longitude, gazetteer_id, literal,"
        " record) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
        [
            (
                number,
                serial,
                place.id,
                _place_names(db, report, place, names),
                place.kind,
                place.country,
                place.latitude,
                place.longitude,
                place.gazetteer_id,
                place.literal,
                encode(place),
            )
            for number, place in numbered
        ],
    )
    db.execute(
        "INSERT INTO place_boxes (place, south, north, west, east)"
        " SELECT serial, latitude, latitude, longitude, longitude FROM places"
        " WHERE report = ? AND literal AND latitude IS NOT NULL AND longitude IS NOT NULL",
        (serial,),
    )
    return {place.id: number for number, place in numbered}


def _speaker(
    db: sqlite3.Connection, speaker: Speaker | None, known: dict[tuple[str, str, str | None], int]
) -> int | None:
    if speaker is None:
        return None
    key = (speaker.name, speaker.kind, speaker.side)
    if key not in known:
        found = db.execute(
            "SELECT serial FROM speakers WHERE name = ? AND kind = ? AND ifnull(side, '') = ifnull(?, '')",
            key,
        ).fetchone()
        known[key] = (
            found[0]
            if found
            else inserted(
                db.execute(
                    "INSERT INTO speakers (name, kind, side, folded, side_folded) VALUES (?,?,?,?,?)",
                    (*key, fold(speaker.name), fold(speaker.side or "")),
                )
            )
        )
    return known[key]


def _place_names(db: sqlite3.Connection, report: Report, place: Place, known: dict[str, int]) -> int:
    """A place answers to its name, to the words of the report, and to the gazetteer's name for the one chosen."""
    names = [place.name, report.text[place.start : place.end]]
    names += [c.name for c in place.candidates if c.gazetteer_id == place.gazetteer_id]
    folded = "|".join(dict.fromkeys(fold(name) for name in names))
    if folded not in known:
        db.execute("INSERT INTO place_names (folded) VALUES (?) ON CONFLICT (folded) DO NOTHING", (folded,))
        (known[folded],) = db.execute("SELECT serial FROM place_names WHERE folded = ?", (folded,)).fetchone()
    return known[folded]


def _links(
    references: Iterable[tuple[int, tuple[str, ...], dict[str, int]]],
) -> list[tuple[int, int, int]]:
    # A name that the report does not have stays in the claim's record; there is no row to link it to.
    return [
        (claim, ordinal, numbers[name])
        for claim, names, numbers in references
        for ordinal, name in enumerate(names)
        if name in numbers
    ]


def _words(report: Report, spans: tuple[Span, ...]) -> str:
    return " … ".join(report.words(span) for span in spans)


def _next_serials(db: sqlite3.Connection, table: str) -> Iterable[int]:
    # Numbers are given here and not by SQLite so that rows go in by the hundred and can still be linked.
    (last,) = db.execute(f"SELECT max(serial) FROM {table}").fetchone()  # noqa: S608 - never from outside
    return count((last or 0) + 1)
