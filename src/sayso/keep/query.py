"""Questions to the ledger: each filter is a condition in SQL, all of them must hold, and the order is always the same."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, TypedDict, get_args

from sayso.errors import UsageError
from sayso.keep import rows
from sayso.keep.folding import fold, match_expression, name_pattern, writable
from sayso.keep.rows import KeptClaim, KeptReport
from sayso.records import Measure, Stance, Voice

# South, west, north, east in decimal degrees; one that is further west in the east crosses the 180th meridian.
Box = tuple[float, float, float, float]


class ReportFilters(TypedDict, total=False):
    """What reports may be asked for. None and "" ask for nothing; all that is asked must hold.

    outlet        words of its name, whole and side by side, without case and diacritics; "reut*" for a beginning
    since, until  ISO days; a report answers when the days of its publication may lie between them, both included
    text          words in title or text, all of them; "a phrase" and beginn* work
    speaker, side, place, measure, stance, voice
                  as for claims; a report answers when one of its claims answers them all
    """

    outlet: str | None
    since: str | None
    until: str | None
    text: str | None
    speaker: str | Sequence[str] | None
    side: str | None
    place: str | None
    measure: str | None
    stance: str | None
    voice: str | None


class ClaimFilters(TypedDict, total=False):
    """What claims may be asked for. None and "" ask for nothing; all that is asked must hold.

    speaker       words of the speaker's name, as for `outlet`: "zelensky" finds "Volodymyr Zelensky"; several names
                  for any of them
    side          the speaker's side, whole, without case and diacritics
    outlet        as for reports
    place         words of the name of a place, as for `outlet`, or a country's ISO 3166-1 alpha-2 code; never a name
                  that stands for a government
    box           (south, west, north, east) in degrees: places on that piece of the map
    since, until  ISO days; a claim answers when the days of what happened may lie between them, both included. Where
                  the claim names no day, the days of publication stand in; where nobody knows, it does not answer
    measure       of a quantity of the claim
    stance, voice the claim's
    text          words in what is said or in the speaker's name, all of them; "a phrase" and beginn* work
    report        a report's id
    id            the claim's id
    """

    speaker: str | Sequence[str] | None
    side: str | None
    outlet: str | None
    place: str | None
    box: Box | None
    since: str | None
    until: str | None
    measure: str | None
    stance: str | None
    voice: str | None
    text: str | None
    report: str | None
    id: str | None


class Condition(NamedTuple):
    """A condition in SQL and the values of its question marks."""

    sql: str
    values: tuple[Any, ...] = ()


NEVER = Condition("0")


def reports(
    db: sqlite3.Connection, filters: ReportFilters, limit: int | None, offset: int
) -> list[KeptReport]:
    """The reports that answer, by day of publication and id; those of unknown day last."""
    where, values = _where_reports(filters)
    found = db.execute(
        f"SELECT {rows.REPORT_COLUMNS} FROM reports WHERE {where} ORDER BY {_ORDER} LIMIT ? OFFSET ?",  # noqa: S608
        (*values, *_page(limit, offset)),
    )
    return [rows.kept_report(row) for row in found]


def count_reports(db: sqlite3.Connection, filters: ReportFilters) -> int:
    where, values = _where_reports(filters)
    return _number(db, f"SELECT count(*) FROM reports WHERE {where}", values)  # noqa: S608


def claims(db: sqlite3.Connection, filters: ClaimFilters, limit: int | None, offset: int) -> list[KeptClaim]:
    """The claims that answer, by day of publication, report and order in the report."""
    where, values = _where(filters, CLAIM_CONDITIONS)
    # Few claims are put in order after they are found; where most answer, they are met in order until there are enough.
    few = any(filters.get(name) for name in NARROW)
    tables = _CLAIMS_FIRST if few else "reports CROSS JOIN claims ON claims.report = reports.serial"
    # Only numbers are sorted; what is shown is fetched for one page.
    found = db.execute(
        f"SELECT {rows.CLAIM_COLUMNS} FROM"  # noqa: S608
        f" (SELECT claims.serial AS wanted FROM {tables} WHERE {where} ORDER BY {_ORDER}, claims.ordinal"
        " LIMIT ? OFFSET ?)"
        " CROSS JOIN claims ON claims.serial = wanted CROSS JOIN reports ON reports.serial = claims.report"
        " CROSS JOIN readings ON readings.serial = (SELECT max(serial) FROM readings WHERE report = reports.serial)"
        f" ORDER BY {_ORDER}, claims.ordinal",
        (*values, *_page(limit, offset)),
    ).fetchall()
    return rows.kept_claims(db, found)


def count_claims(db: sqlite3.Connection, filters: ClaimFilters) -> int:
    where, values = _where(filters, CLAIM_CONDITIONS)
    return _number(db, f"SELECT count(*) FROM {_CLAIMS_FIRST} WHERE {where}", values)  # noqa: S608


_ORDER = "reports.published_earliest IS NULL, reports.published_earliest, reports.id"
_CLAIMS_FIRST = "claims JOIN reports ON reports.serial = claims.report"


def _number(db: sqlite3.Connection, question: str, values: tuple[Any, ...]) -> int:
    (number,) = db.execute(question, values).fetchone()
    return int(number)


def _where_reports(filters: ReportFilters) -> tuple[str, tuple[Any, ...]]:
    """The conditions on a report itself, and those on one and the same of its claims."""
    of_a_claim = {name: value for name, value in filters.items() if name in OF_A_CLAIM and value}
    its_own = {name: value for name, value in filters.items() if name not in OF_A_CLAIM}
    where, values = _where(its_own, REPORT_CONDITIONS)
    if not of_a_claim:
        return where, values
    claim, claim_values = _where(of_a_claim, CLAIM_CONDITIONS)
    among = f"reports.serial IN (SELECT claims.report FROM claims WHERE {claim})"  # noqa: S608
    return f"{where} AND {among}", (*values, *claim_values)


def _where(
    filters: Mapping[str, Any], table: Mapping[str, Callable[[Any], Condition]]
) -> tuple[str, tuple[Any, ...]]:
    """All conditions in one, made of the fixed pieces below only: what a person typed is always a value."""
    conditions = []
    for name, value in filters.items():
        if name not in table:
            raise TypeError(f"there is no filter {name!r}; there are {', '.join(table)}")
        if value is not None and value != "":
            conditions.append(table[name](value))
    since, until = filters.get("since"), filters.get("until")
    if since and until and since > until:
        raise UsageError(f"The days from {since} until {until} are none.", "Exchange them.")
    sql = " AND ".join(f"({condition.sql})" for condition in conditions) or "1"
    return sql, tuple(value for condition in conditions for value in condition.values)


def _page(limit: int | None, offset: int) -> tuple[int, int]:
    if (limit is not None and limit < 0) or offset < 0:
        raise UsageError("A limit or an offset cannot be less than nothing.", "Give a number from 0 up.")
    return -1 if limit is None else limit, offset


def _day(value: str) -> str:
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
            return date.fromisoformat(value).isoformat()
    except ValueError:
        pass
    raise UsageError(f"{value!r} is not a day.", "Write days as in 2024-08-18.")


def _one_of(words: tuple[str, ...], name: str, sql: str) -> Callable[[str], Condition]:
    """A condition on one of a few fixed words; `sql` has a question mark for it."""

    def condition(value: str) -> Condition:
        if value not in words:
            raise UsageError(f"There is no {name} {value!r}.", f"There are: {', '.join(words)}.")
        return Condition(sql, (value,))

    return condition


def _named(sql: str) -> Callable[[str], Condition]:
    """A condition on a folded name; `sql` has a question mark for what the name must hold."""

    def condition(value: str) -> Condition:
        pattern = name_pattern(value)
        return NEVER if pattern is None else Condition(sql, (pattern,))

    return condition


def _any_named(sql: str) -> Callable[[str | Sequence[str]], Condition]:
    """The same for one name or any of several."""
    one = _named(sql)

    def condition(value: str | Sequence[str]) -> Condition:
        each = [one(name) for name in ([value] if isinstance(value, str) else value)]
        sql = " OR ".join(condition.sql for condition in each)
        return Condition(sql or "0", tuple(v for condition in each for v in condition.values))

    return condition


def _matching(sql: str) -> Callable[[str], Condition]:
    """A condition on words; `sql` has a question mark for the FTS5 expression."""

    def condition(value: str) -> Condition:
        expression = match_expression(value)
        return NEVER if expression is None else Condition(sql, (expression,))

    return condition


def _exactly(sql: str) -> Callable[[str], Condition]:
    return lambda value: Condition(sql, (writable(value),))


def _side(value: str) -> Condition:
    folded = fold(value)
    if not folded:
        return NEVER
    return Condition("claims.speaker IN (SELECT serial FROM speakers WHERE side_folded = ?)", (folded,))


_AT_PLACE = (
    "claims.serial IN (SELECT claim FROM claim_places JOIN places ON serial = place WHERE literal AND "
)


def _place(value: str) -> Condition:
    pattern = name_pattern(value)
    if pattern is None:
        return NEVER
    by_name = "names IN (SELECT serial FROM place_names WHERE instr(folded, ?))"
    if re.fullmatch(r"[A-Za-z]{2}", value):
        return Condition(f"{_AT_PLACE} (country = ? OR {by_name}))", (value.upper(), pattern))
    return Condition(f"{_AT_PLACE} {by_name})", (pattern,))


def _box(value: Box) -> Condition:
    south, west, north, east = value
    both = "OR" if west > east else "AND"
    # The R*Tree holds 32-bit numbers, rounded outwards; the places themselves decide.
    return Condition(
        f"{_AT_PLACE} place IN (SELECT place FROM place_boxes"  # noqa: S608
        f" WHERE north >= ? AND south <= ? AND (east >= ? {both} west <= ?))"
        f" AND latitude >= ? AND latitude <= ? AND (longitude >= ? {both} longitude <= ?))",
        (south, north, west, east, south, north, west, east),
    )


REPORT_CONDITIONS: dict[str, Callable[[Any], Condition]] = {
    "outlet": _named("instr(reports.outlet_folded, ?)"),
    "since": lambda value: Condition("reports.published_latest >= ?", (_day(value),)),
    "until": lambda value: Condition("reports.published_earliest <= ?", (_day(value),)),
    "text": _matching("reports.serial IN (SELECT rowid FROM report_words WHERE report_words MATCH ?)"),
}

CLAIM_CONDITIONS: dict[str, Callable[[Any], Condition]] = {
    "speaker": _any_named("claims.speaker IN (SELECT serial FROM speakers WHERE instr(folded, ?))"),
    "side": _side,
    "outlet": _named("claims.report IN (SELECT serial FROM reports WHERE instr(outlet_folded, ?))"),
    "place": _place,
    "box": _box,
    "since": lambda value: Condition("claims.latest >= ?", (_day(value),)),
    "until": lambda value: Condition("claims.earliest <= ?", (_day(value),)),
    "measure": _one_of(
        get_args(Measure),
        "measure",
        "claims.serial IN (SELECT claim FROM claim_quantities JOIN quantities ON serial = quantity WHERE measure = ?)",
    ),
    "stance": _one_of(get_args(Stance), "stance", "claims.stance = ?"),
    "voice": _one_of(get_args(Voice), "voice", "claims.voice = ?"),
    "text": _matching("claims.serial IN (SELECT rowid FROM claim_words WHERE claim_words MATCH ?)"),
    "report": _exactly("reports.id = ?"),
    "id": _exactly("claims.id = ?"),
}

# What a report is asked for that is said of its claims.
OF_A_CLAIM = frozenset({"speaker", "side", "place", "measure", "stance", "voice"})

# Filters that few claims answer as a rule, each with an index behind it.
NARROW = ("speaker", "side", "place", "box", "since", "until", "measure", "text", "report", "id")
