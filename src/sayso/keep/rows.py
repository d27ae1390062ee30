"""What the ledger gives back, and how its rows become that."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any, Literal, TypeVar

import msgspec

from sayso.records import Claim, Place, Published, Quantity, ReaderInfo, Record, Report, Time

R = TypeVar("R", bound=Record)

# Open ends of an interval, so that days compare as text.
FIRST_DAY = "0001-01-01"
LAST_DAY = "9999-12-31"


class KeptReport(Record, frozen=True, kw_only=True):
    """A report as a list of reports shows it. `claims` is how many claims its newest reading found."""

    id: str
    outlet: str | None
    title: str | None
    url: str | None
    language: str
    published: Published | None
    claims: int


class MeantClaim(Record, frozen=True, kw_only=True):
    """The claim that another one doubts, denies or confirms. `speaker` is the name, `words` are those of its content."""

    id: str
    speaker: str | None
    words: str


class KeptClaim(Record, frozen=True, kw_only=True):
    """A claim with what it refers to, readable without its report.

    report, outlet, title, published   the report's
    words, source_words, cue_words     the words at the claim's spans, segments joined by " … "
    quantities, times, places          the records that the claim names by their ids
    about                              the claim that this one doubts, denies or confirms by pointing back
    earliest, latest                   the days of what happened; None at an open end
    day                                whose days they are: those of the claim's own times ("event"), those of
                                       publication where the claim names none, or None where nobody knows
    reader                             what found the claim: its version, and each of its models by SHA-256
    """

    claim: Claim
    report: str
    outlet: str | None
    title: str | None
    published: Published | None
    words: str
    source_words: str
    cue_words: str
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    about: MeantClaim | None
    earliest: str | None
    latest: str | None
    day: Literal["event", "published"] | None
    reader: ReaderInfo | None


class Reading(Record, frozen=True, kw_only=True):
    """One reading of a report: what read it, when it was kept (ISO, UTC), what was found."""

    reader: ReaderInfo | None
    added_at: str
    report: Report


REPORT_COLUMNS = """reports.id, reports.outlet, reports.title, reports.url, reports.language,
  reports.published_earliest, reports.published_latest, reports.published_basis,
  (SELECT count(*) FROM claims WHERE claims.report = reports.serial)"""

CLAIM_COLUMNS = """claims.serial, claims.record, reports.id, reports.outlet, reports.title,
  reports.published_earliest, reports.published_latest, reports.published_basis,
  claims.words, claims.source_words, claims.cue_words, claims.earliest, claims.latest, claims.day,
  readings.reader_name, readings.reader_version, readings.models"""


def decode(line: str, kind: type[R]) -> R:
    """The record on a line of kept JSON. Raises msgspec.MsgspecError where it is damaged."""
    return msgspec.json.decode(line, type=kind)


def kept_report(row: Sequence[Any]) -> KeptReport:
    """From REPORT_COLUMNS."""
    return KeptReport(
        id=row[0],
        outlet=row[1],
        title=row[2],
        url=row[3],
        language=row[4],
        published=published(row[5:8]),
        claims=row[8],
    )


def kept_claims(connection: sqlite3.Connection, rows: Sequence[Sequence[Any]]) -> list[KeptClaim]:
    """From CLAIM_COLUMNS, with one more question for each kind of thing that claims refer to."""
    serials = [row[0] for row in rows]
    quantities = _referred(connection, _QUANTITIES, serials, Quantity)
    times = _referred(connection, _TIMES, serials, Time)
    places = _referred(connection, _PLACES, serials, Place)
    about = _meant(connection, serials)
    return [
        KeptClaim(
            claim=decode(row[1], Claim),
            report=row[2],
            outlet=row[3],
            title=row[4],
            published=published(row[5:8]),
            words=row[8],
            source_words=row[9],
            cue_words=row[10],
            quantities=tuple(quantities.get(row[0], ())),
            times=tuple(times.get(row[0], ())),
            places=tuple(places.get(row[0], ())),
            about=about.get(row[0]),
            earliest=None if row[11] == FIRST_DAY else row[11],
            latest=None if row[12] == LAST_DAY else row[12],
            day=row[13],
            reader=reader(row[14:17]),
        )
        for row in rows
    ]


def published(columns: Sequence[Any]) -> Published | None:
    """From earliest, latest and basis."""
    earliest, latest, basis = columns
    return None if basis is None else Published(earliest=earliest, latest=latest, basis=basis)


def reader(columns: Sequence[Any]) -> ReaderInfo | None:
    """From name, version and models."""
    name, version, models = columns
    if name is None:
        return None
    return ReaderInfo(name=name, version=version, models=msgspec.json.decode(models, type=dict[str, str]))


_QUANTITIES = """SELECT claim, serial, record FROM claim_quantities JOIN quantities ON serial = quantity
  WHERE claim IN (SELECT value FROM json_each(?)) ORDER BY claim, ordinal"""
_TIMES = """SELECT claim, serial, record FROM claim_times JOIN times ON serial = time
  WHERE claim IN (SELECT value FROM json_each(?)) ORDER BY claim, ordinal"""
_PLACES = """SELECT claim, serial, record FROM claim_places JOIN places ON serial = place
  WHERE claim IN (SELECT value FROM json_each(?)) ORDER BY claim, ordinal"""


def _referred(
    connection: sqlite3.Connection, question: str, claims: Iterable[int], kind: type[R]
) -> dict[int, list[R]]:
    decoded: dict[int, R] = {}
    by_claim: dict[int, list[R]] = {}
    for claim, serial, record in connection.execute(question, (json.dumps(list(claims)),)):
        if serial not in decoded:
            decoded[serial] = decode(record, kind)
        by_claim.setdefault(claim, []).append(decoded[serial])
    return by_claim


_ABOUT = """SELECT claims.serial, meant.id, speakers.name, meant.words FROM claims
  JOIN claims AS meant ON meant.report = claims.report AND meant.id = json_extract(claims.record, '$.about')
  LEFT JOIN speakers ON speakers.serial = meant.speaker
  WHERE claims.serial IN (SELECT value FROM json_each(?))"""


def _meant(connection: sqlite3.Connection, claims: Iterable[int]) -> dict[int, MeantClaim]:
    found = connection.execute(_ABOUT, (json.dumps(list(claims)),))
    return {claim: MeantClaim(id=id_, speaker=speaker, words=words) for claim, id_, speaker, words in found}
