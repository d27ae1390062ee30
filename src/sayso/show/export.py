"""Claims and reports of a ledger, and models, as lines of JSON or rows of CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from sayso.keep.rows import KeptClaim, KeptReport
from sayso.languages.model import Model
from sayso.records import Record

CLAIM_COLUMNS = (
    "claim", "report", "outlet", "published_earliest", "published_latest", "voice", "speaker", "side", "relays",
    "stance", "form", "negated", "words", "source", "cue", "places", "days_earliest", "days_latest", "measures",
    "low", "high", "about",
)  # fmt: skip
REPORT_COLUMNS = (
    "id",
    "outlet",
    "published_earliest",
    "published_latest",
    "title",
    "url",
    "language",
    "claims",
)


def jsonl(rows: Iterable[Record]) -> Iterator[str]:
    """Each row as one line of JSON."""
    return (msgspec.json.encode(row).decode("utf-8") for row in rows)


def csv_of_claims(rows: Iterable[KeptClaim]) -> Iterator[str]:
    """Claims as CSV with a header, a row each; several values of one cell are joined by "; "."""
    return _csv(CLAIM_COLUMNS, map(_claim_cells, rows))


def csv_of_reports(rows: Iterable[KeptReport]) -> Iterator[str]:
    """Reports as CSV with a header, a row each."""
    return _csv(REPORT_COLUMNS, map(_report_cells, rows))


def csv_of_models(rows: Iterable[Model]) -> Iterator[str]:
    """Models as CSV with a header, a row each; size in bytes."""
    return _csv(Model.__struct_fields__, map(msgspec.structs.asdict, rows))


def _claim_cells(row: KeptClaim) -> Mapping[str, object]:
    claim, speaker = row.claim, row.claim.speaker
    return {
        "claim": claim.id,
        "report": row.report,
        "outlet": row.outlet,
        "published_earliest": row.published and row.published.earliest,
        "published_latest": row.published and row.published.latest,
        "voice": claim.voice,
        "speaker": speaker and speaker.name,
        "side": speaker and speaker.side,
        "relays": _joined(relay.name for relay in claim.relays),
        "stance": claim.stance,
        "form": claim.form,
        "negated": str(claim.negated).lower(),
        "words": row.words,
        "source": row.source_words,
        "cue": row.cue_words,
        "places": _joined(place.name for place in row.places),
        "days_earliest": _joined(time.earliest or "" for time in row.times),
        "days_latest": _joined(time.latest or "" for time in row.times),
        "measures": _joined(quantity.measure for quantity in row.quantities),
        "low": _joined(_plain(quantity.low) for quantity in row.quantities),
        "high": _joined(_plain(quantity.high) for quantity in row.quantities),
        "about": claim.about,
    }


def _report_cells(row: KeptReport) -> Mapping[str, object]:
    return {
        "id": row.id,
        "outlet": row.outlet,
        "published_earliest": row.published and row.published.earliest,
        "published_latest": row.published and row.published.latest,
        "title": row.title,
        "url": row.url,
        "language": row.language,
        "claims": row.claims,
    }


def _joined(values: Iterable[str]) -> str:
    return "; ".join(values)


def _plain(value: float | None) -> str:
    return "" if value is None else f"{value:.15g}"


def _csv(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> Iterator[str]:
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, columns, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        yield _taken(buffer)
        writer.writerow({key: _harmless(value) for key, value in row.items()})
    yield _taken(buffer)


def _taken(buffer: io.StringIO) -> str:
    line = buffer.getvalue().rstrip("\n")
    buffer.seek(0)
    buffer.truncate()
    return line


def _harmless(value: object) -> object:
    """A cell that a spreadsheet would run as a formula is marked as text: the words come from strangers."""
    return f"'{value}" if isinstance(value, str) and value[:1] in {"=", "+", "-", "@", "\t", "\r"} else value
