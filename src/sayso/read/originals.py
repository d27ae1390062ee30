"""What was given to be read, before anyone looks at its words: its bytes, decoded, and what is known about it."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import Literal

import msgspec

from sayso.errors import InputError
from sayso.records import Basis, Published, Record

Kind = Literal["text", "html"]
MEDIA_TYPES: Mapping[Kind, str] = {"text": "text/plain; charset=utf-8", "html": "text/html"}

# What a caller may give for a date: "2024-08-18", an instant, a day, or {"earliest": ..., "latest": ...}.
Given = str | datetime.date | Mapping[str, object] | Published | None

_MONTH = re.compile(r"(\d{4})-(\d\d)")
_YEAR = re.compile(r"\d{4}")


class Original(Record, frozen=True, kw_only=True):
    """One document as it was given.

    id          as given, None where none was
    data        the text, or the page's HTML; for text, offsets of the report count in it
    kind        "text" or "html"
    part        True for HTML that is all article, without a page around it (an item of a feed)
    published   as given, or as the feed says; None where neither says
    title, outlet, url, language, authors   as given, or as the feed says
    source      where it came from, for messages ("report.jsonl, line 3")
    raw         the bytes to keep: the file, the line of JSONL, the item's text; media_type says of what kind
    sha256      of `raw`, in hexadecimal
    """

    id: str | None = None
    data: str
    kind: Kind
    part: bool = False
    published: Published | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    source: str
    raw: bytes
    media_type: str
    sha256: str

    @property
    def report_id(self) -> str:
        """The id as given, else "r-" and the first sixteen hexadecimal digits of the SHA-256 of the original bytes."""
        return self.id or f"r-{self.sha256[:16]}"


def original(
    data: str, *, kind: Kind, source: str, raw: bytes, media_type: str = "", **known: object
) -> Original:
    """An original with its digest. `known` are the other fields of `Original`."""
    return msgspec.structs.replace(
        Original(
            data=data,
            kind=kind,
            source=source,
            raw=raw,
            media_type=media_type or MEDIA_TYPES[kind],
            sha256=hashlib.sha256(raw).hexdigest(),
        ),
        **known,
    )


def published(given: Given, basis: Basis = "given") -> Published | None:
    """A date as given, as the days it means. None for None.

    Takes an ISO date, month or year, an ISO instant (its own local day), a `datetime.date` or `datetime.datetime`,
    or a mapping with "earliest" and "latest". Raises InputError on anything else.
    """
    if given is None or isinstance(given, Published):
        return given
    if isinstance(given, Mapping):
        return _interval(given, basis)
    days = _days(given)
    if days is None:
        raise InputError(f"The publication date {given!r} is not understood.", _DATE_ADVICE)
    return Published(earliest=days[0].isoformat(), latest=days[1].isoformat(), basis=basis)


def published_in_metadata(written: str | None) -> Published | None:
    """The day that a page or a feed gives (RFC 822, RFC 3339, ISO), in its own time zone; None where it is no date."""
    if not written:
        return None
    days = _days(written)
    if days is None:
        try:
            day = parsedate_to_datetime(written).date()
        except (ValueError, TypeError, IndexError):
            return None
        days = day, day
    return Published(earliest=days[0].isoformat(), latest=days[1].isoformat(), basis="metadata")


_DATE_ADVICE = 'Give a day such as 2024-08-18, an instant, or {"earliest": ..., "latest": ...}.'


def _interval(given: Mapping[str, object], basis: Basis) -> Published:
    first, last = _days(given.get("earliest")), _days(given.get("latest"))
    if first is None or last is None or first[0] > last[1]:
        raise InputError(f"The publication interval {dict(given)!r} is not understood.", _DATE_ADVICE)
    known = given.get("basis")
    if known in ("given", "metadata", "text", "retrieved"):
        basis = known
    return Published(earliest=first[0].isoformat(), latest=last[1].isoformat(), basis=basis)


def _days(given: object) -> tuple[datetime.date, datetime.date] | None:
    """First and last day of what is written; None where it is no date."""
    if isinstance(given, datetime.datetime):
        return given.date(), given.date()
    if isinstance(given, datetime.date):
        return given, given
    if not isinstance(given, str):
        return None
    written = given.strip()
    try:
        if month := _MONTH.fullmatch(written):
            first = datetime.date(int(month[1]), int(month[2]), 1)
            following = (first.replace(day=28) + datetime.timedelta(days=4)).replace(day=1)
            return first, following - datetime.timedelta(days=1)
        if _YEAR.fullmatch(written):
            return datetime.date(int(written), 1, 1), datetime.date(int(written), 12, 31)
        day = datetime.datetime.fromisoformat(written).date()
    except (ValueError, OverflowError):
        return None
    return day, day
