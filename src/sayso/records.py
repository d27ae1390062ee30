"""The report record: what `sayso read` gives, as frozen structs. The JSON Schema comes from here.

Offsets are Unicode code points into `Report.text`, end exclusive; `text[start:end]` is always the quoted words.
Days are ISO dates ("2024-08-18"), intervals of days inclusive at both ends. Identifiers of quantities, times and
places ("q1", "t1", "p1") hold within one report; a claim's id holds everywhere.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

Span = tuple[int, int]

Basis = Literal["given", "metadata", "text", "retrieved"]
SegmentKind = Literal["title", "paragraph", "caption", "credit", "boilerplate"]
Voice = Literal["attributed", "own"]
Form = Literal["direct", "indirect", "mixed"]
Stance = Literal["asserts", "denies", "predicts", "threatens", "intends", "urges", "asks", "doubts", "judges"]
ActorKind = Literal["person", "organisation", "armed group", "state", "outlet", "group", "unknown"]
Hedge = Literal["exact", "approximate", "at_least", "at_most", "range", "vague"]
Measure = Literal[
    "killed",
    "injured",
    "killed_or_injured",
    "missing",
    "detained",
    "captured",
    "displaced",
    "force",
    "equipment",
    "area",
    "distance",
    "places",
    "money",
    "time",
    "other",
]
Change = Literal["increase", "decrease"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
PlaceKind = Literal["site", "settlement", "district", "region", "country", "other"]


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of everything that is passed on: frozen, compared by value, JSON in and out."""


class Published(Record, frozen=True, kw_only=True):
    """The days within which the report was published, and how that is known."""

    earliest: str
    latest: str
    basis: Basis


class Segment(Record, frozen=True, kw_only=True):
    """A stretch of the text with one part to play. Claims are never found in boilerplate."""

    start: int
    end: int
    kind: SegmentKind


class Speaker(Record, frozen=True, kw_only=True):
    """Who says it, resolved through the report. `span` is where the report gives the fullest name."""

    name: str
    kind: ActorKind
    side: str | None = None
    span: Span | None = None


class Relay(Record, frozen=True, kw_only=True):
    """One who passed a claim on."""

    name: str
    kind: ActorKind
    span: Span | None = None


class Event(Record, frozen=True, kw_only=True):
    """What a claim says happened: PLOVER type and mode, ACLED sub-event type, the words that carry it."""

    type: str
    mode: str | None
    cue: Span
    agent: str | None
    target: str | None
    acled: str | None


class Claim(Record, frozen=True, kw_only=True):
    """An attributed statement, or an event which the outlet states in its own voice.

    `about` is the id of the claim of this report that this one doubts, denies or confirms by pointing back to it ("the
    claim could not be verified", "Baku denied it"); None where it speaks for itself, or where the claim meant is not told.
    """

    id: str
    voice: Voice
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speaker: Speaker | None
    relays: tuple[Relay, ...] = ()
    form: Form
    stance: Stance
    hedges: tuple[Span, ...] = ()
    negated: bool = False
    event: Event | None = None
    quantities: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    about: str | None = None
    confidence: float


class Counted(Record, frozen=True, kw_only=True):
    """The words for what a quantity counts."""

    text: str
    start: int
    end: int


class Quantity(Record, frozen=True, kw_only=True):
    """A number with bounds. `value` is the number as written, `low` and `high` what the words allow, inclusive;
    None is an open end. `unit` is the normalised unit ("square kilometre", "metric ton", "dollar", "percentage", "fraction"),
    None for a count.
    """

    id: str
    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    hedge: Hedge
    unit: str | None = None
    counted: Counted | None = None
    measure: Measure
    change: Change | None = None
    same_as: str | None = None
    part_of: str | None = None


class Time(Record, frozen=True, kw_only=True):
    """A time expression: TIMEX3 type and value, and the interval of days it means (None where it means none)."""

    id: str
    start: int
    end: int
    type: TimexType
    value: str
    earliest: str | None
    latest: str | None


class Candidate(Record, frozen=True, kw_only=True):
    """A place that a name could have meant. Coordinates in decimal degrees, WGS 84."""

    gazetteer_id: str
    name: str
    kind: PlaceKind
    country: str | None
    latitude: float
    longitude: float
    score: float


class Place(Record, frozen=True, kw_only=True):
    """A place name. `country` is ISO 3166-1 alpha-2; coordinates are None where the name is not resolved.

    `literal` is False where the name stands for a government or another institution ("the Kremlin said").
    """

    id: str
    start: int
    end: int
    name: str
    kind: PlaceKind
    country: str | None
    latitude: float | None
    longitude: float | None
    gazetteer_id: str | None
    literal: bool
    confidence: float
    candidates: tuple[Candidate, ...] = ()


class ReaderInfo(Record, frozen=True, kw_only=True):
    """What read the report: its name, version, and each model file with its SHA-256."""

    name: str
    version: str
    models: dict[str, str]


class Report(Record, frozen=True, kw_only=True):
    """One document of one outlet, with all that was read from it."""

    id: str
    text: str
    language: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    published: Published | None = None
    segments: tuple[Segment, ...] = ()
    claims: tuple[Claim, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    main_event: str | None = None
    reader: ReaderInfo | None = None

    def words(self, span: Span) -> str:
        """The words at a span of this report's text."""
        return self.text[span[0] : span[1]]

    def to_json(self) -> str:
        """The record on one line, as `sayso read --format jsonl` prints it."""
        return encode(self)


class Fault(Record, frozen=True, kw_only=True):
    """Why a report could not be read."""

    code: str
    message: str


class Failure(Record, frozen=True, kw_only=True):
    """The line that stands in place of a report which could not be read."""

    id: str
    error: Fault


def encode(record: Record) -> str:
    """A record as one line of JSON, fields in the order of the schema."""
    return msgspec.json.encode(record).decode("utf-8")


def decode_report(line: str | bytes) -> Report:
    """The report on a line of `sayso read --format jsonl`. Raises msgspec.ValidationError where it is none."""
    return msgspec.json.decode(line, type=Report)


def schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of one line of `sayso read --format jsonl`: a report, or a failure.

    Every field is required: what is unknown is printed as null, what there is none of as an empty list.
    """
    found, components = msgspec.json.schema_components([Report, Failure], ref_template="#/$defs/{name}")
    for shape in components.values():
        shape["required"] = list(shape["properties"])
        for field in shape["properties"].values():
            field.pop("default", None)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Sayso report record",
        "anyOf": list(found),
        "$defs": components,
    }
