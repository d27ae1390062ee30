"""What is kept of a report and never changed: its bytes, its text and each reading. All that can be worked out
beforehand is, so that the writer holds the ledger only briefly.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib

import msgspec

from sayso.errors import Undecodable
from sayso.keep.layout import heading, inserted, lay_out
from sayso.records import Report, encode


class Original(msgspec.Struct, frozen=True, kw_only=True):
    """The bytes that a report was read from, ready to be kept."""

    sha256: str
    size: int
    body: bytes
    media_type: str


def original_of(content: bytes, media_type: str) -> Original:
    """The bytes compressed and with their name."""
    return Original(
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        body=zlib.compress(content),
        media_type=media_type,
    )


def record_of(report: Report) -> tuple[str, str]:
    """The report's line of JSON and the SHA-256 of its text. Raises Undecodable where they cannot be written down."""
    try:
        return encode(report), hashlib.sha256(report.text.encode("utf-8")).hexdigest()
    except UnicodeEncodeError as error:
        raise Undecodable(
            f"Report {report.id!a} holds half a character ({error.object[error.start]!a}) and cannot be written down.",
            "Read it again from its bytes.",
        ) from error


def insert_report(db: sqlite3.Connection, report: Report, text_sha256: str, added_at: str) -> int:
    """A row for a report nobody has kept; its serial number."""
    values = (report.id, text_sha256, added_at, *heading(report))
    return inserted(
        db.execute(
            "INSERT INTO reports (id, text_sha256, added_at, outlet, outlet_folded, title, url, language,"
            " published_earliest, published_latest, published_basis) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
            values,
        )
    )


def insert_original(db: sqlite3.Connection, serial: int, original: Original, added_at: str) -> None:
    """Keep the bytes, once, and that the report was read from them."""
    db.execute(
        "INSERT INTO originals (sha256, size, body) VALUES (?,?,?) ON CONFLICT (sha256) DO NOTHING",
        (original.sha256, original.size, original.body),
    )
    db.execute(
        "INSERT INTO report_originals (report, original, media_type, added_at)"
        " SELECT ?, serial, ?, ? FROM originals WHERE sha256 = ? ON CONFLICT (report, original) DO NOTHING",
        (serial, original.media_type, added_at, original.sha256),
    )


def insert_reading(db: sqlite3.Connection, serial: int, report: Report, line: str, added_at: str) -> None:
    """Keep the reading, and lay it out for questions in place of the last one."""
    reader = report.reader
    db.execute(
        "INSERT INTO readings (report, reader_name, reader_version, models, record, added_at) VALUES (?,?,?,?,?,?)",
        (
            serial,
            reader.name if reader else None,
            reader.version if reader else None,
            msgspec.json.encode(reader.models, order="sorted").decode() if reader else None,
            line,
            added_at,
        ),
    )
    lay_out(db, serial, report)
