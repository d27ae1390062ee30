"""The ledger as a thing to open, add to and ask."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Self, Unpack

from sayso.errors import IdTaken, LedgerReadOnly, NotFound
from sayso.keep import connect, faults, layout, query, write
from sayso.keep.folding import writable
from sayso.keep.query import ClaimFilters, ReportFilters
from sayso.keep.rows import KeptClaim, KeptReport, Reading, decode, reader
from sayso.records import Report


class Ledger:
    """One SQLite file with reports, their originals and all that was read from them.

    path       the file; made where there is none, unless `create` is False
    read_only  open it without ever writing; sees what others commit from the next question on
    timeout    seconds to wait for another writer
    now        the clock that says when something was added

    Usable as a context manager. Threads may share a Ledger: its calls take turns. For questions side by side open one
    for each thread or process. One writer at a time, and it never blocks those who read.

    Opening raises NotFound (no file, or no folder for it), IsFolder, Unreadable, NotALedger, LedgerDamaged,
    NewerLedger, LedgerReadOnly or LedgerLocked. Anything later may raise LedgerLocked, LedgerFull, LedgerReadOnly,
    or NotALedger where damage comes to light.
    """

    def __init__(
        self,
        path: str | Path,
        *,
        read_only: bool = False,
        create: bool = True,
        timeout: float = 5.0,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.path = Path(path)
        self.read_only = read_only
        self._timeout = timeout
        self._now = now
        self._lock = RLock()
        # Where the file is taken for unchanging: its stamp then, to notice that it is not.
        self._stamp: tuple[object, ...] | None = None
        with faults.named(self.path):
            if read_only:
                self._open_to_read()
            else:
                self._db = connect.for_writing(self.path, create=create, timeout=timeout)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file. Closing twice is no error."""
        with self._lock:
            self._db.close()

    def add(self, report: Report, original: bytes | None = None, media_type: str = "text/plain") -> bool:
        """Keep a report, with the bytes it was read from, in one transaction. True if it is new.

        False if a report of this id and text is kept already; another reading of it is then not kept (`reread` does
        that), but bytes that were not kept with it are. Bytes are kept once, whatever number of reports came from
        them. Raises IdTaken if another text is kept under this id, Undecodable if the report cannot be written down;
        after any error nothing of it is kept.
        """
        line, text_sha256 = write.record_of(report)
        bytes_kept = write.original_of(original, media_type) if original is not None else None
        added_at = self._moment()
        with self._writing() as db:
            serial = self._serial(db, report, text_sha256)
            is_new = serial is None
            if serial is None:
                serial = write.insert_report(db, report, text_sha256, added_at)
                write.insert_reading(db, serial, report, line, added_at)
            if bytes_kept:
                write.insert_original(db, serial, bytes_kept, added_at)
        return is_new

    def reread(self, report: Report) -> bool:
        """Keep a later reading of a report: from now on it is the one that questions are answered from.

        False if it is equal to the newest one. Earlier readings stay (`readings`). Raises NotFound if no report of
        this id is kept, IdTaken if its text is another.
        """
        line, text_sha256 = write.record_of(report)
        added_at = self._moment()
        with self._writing() as db:
            serial = self._serial(db, report, text_sha256)
            if serial is None:
                raise NotFound(f"{self.path} has no report {report.id!r} to read again.", "Add it first.")
            if _newest(db, report.id) == report:
                return False
            layout.clear(db, serial, report)
            write.insert_reading(db, serial, report, line, added_at)
        return True

    def has_original(self, sha256: str) -> bool:
        """Whether bytes of this SHA-256 (hexadecimal) are kept, so that they need not be read again.

        The original of a report is its own bytes: the file of a page, but one line of JSONL, one entry of a feed.
        """
        return bool(self.reports_from(sha256))

    def reports_from(self, sha256: str) -> list[str]:
        """The ids of the reports that came from the bytes of this SHA-256, in the order they were added."""
        with self._reading() as db:
            found = db.execute(
                "SELECT reports.id FROM originals JOIN report_originals ON original = originals.serial"
                " JOIN reports ON report = reports.serial WHERE sha256 = ? ORDER BY report_originals.serial",
                (sha256.lower(),),
            )
            return [row[0] for row in found]

    def original(self, report_id: str) -> tuple[bytes, str] | None:
        """The bytes that a report was first read from, and their media type; None if none are kept."""
        with self._reading() as db:
            found = db.execute(
                "SELECT sha256, size, body, media_type FROM reports JOIN report_originals ON report = reports.serial"
                " JOIN originals ON original = originals.serial WHERE id = ? ORDER BY report_originals.serial LIMIT 1",
                (writable(report_id),),
            ).fetchone()
            if found is None:
                return None
            sha256, size, body, media_type = found
            # No more than was put in, whatever a damaged row would unpack to.
            content = zlib.decompressobj().decompress(body, size + 1)
            if hashlib.sha256(content).hexdigest() != sha256:
                raise faults.Damaged(f"the original {sha256} is not what was kept")
            return content, media_type

    def report(self, report_id: str) -> Report | None:
        """A report as it was last read; None if none of this id is kept."""
        with self._reading() as db:
            return _newest(db, report_id)

    def readings(self, report_id: str) -> list[Reading]:
        """All readings of a report, the first one first."""
        with self._reading() as db:
            found = db.execute(
                "SELECT reader_name, reader_version, models, readings.added_at, record"
                " FROM reports JOIN readings ON report = reports.serial WHERE id = ? ORDER BY readings.serial",
                (writable(report_id),),
            )
            return [
                Reading(
                    reader=reader(row[:3]),
                    added_at=row[3],
                    report=decode(row[4], Report),
                )
                for row in found
            ]

    def reports(
        self, *, limit: int | None = None, offset: int = 0, **filters: Unpack[ReportFilters]
    ) -> list[KeptReport]:
        """Reports that answer all filters (`query.ReportFilters`), by first day of publication and id, unknown days
        last. Raises UsageError for a day, limit or offset that has no sense.
        """
        with self._reading() as db:
            return query.reports(db, filters, limit, offset)

    def count_reports(self, **filters: Unpack[ReportFilters]) -> int:
        """How many reports answer."""
        with self._reading() as db:
            return query.count_reports(db, filters)

    def claims(
        self, *, limit: int | None = None, offset: int = 0, **filters: Unpack[ClaimFilters]
    ) -> list[KeptClaim]:
        """Claims that answer all filters (`query.ClaimFilters`), by the order of their reports and within them.

        Raises UsageError for a day, measure, stance, voice, limit or offset that has no sense.
        """
        with self._reading() as db:
            return query.claims(db, filters, limit, offset)

    def count_claims(self, **filters: Unpack[ClaimFilters]) -> int:
        """How many claims answer."""
        with self._reading() as db:
            return query.count_claims(db, filters)

    def _moment(self) -> str:
        return self._now().astimezone(UTC).isoformat(timespec="seconds")

    def _serial(self, db: sqlite3.Connection, report: Report, text_sha256: str) -> int | None:
        found = db.execute("SELECT serial, text_sha256 FROM reports WHERE id = ?", (report.id,)).fetchone()
        if found is None:
            return None
        if found[1] != text_sha256:
            raise IdTaken(
                f"{self.path} has another text under the id {report.id!r}.",
                "Give this report another id; the one that is kept stays as it is.",
            )
        return int(found[0])

    def _open_to_read(self) -> None:
        before = connect.stamp(self.path)
        self._db, unchanging = connect.for_reading(self.path, timeout=self._timeout)
        self._stamp = before if unchanging else None

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        """One state of the ledger for all that is asked within, and errors that name the file."""
        with self._lock, faults.named(self.path):
            if self._stamp is not None and self._stamp != connect.stamp(self.path):
                self._db.close()
                self._open_to_read()
            self._db.execute("BEGIN")
            try:
                yield self._db
            finally:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """All that is done within, or nothing of it."""
        if self.read_only:
            raise LedgerReadOnly(
                f"{self.path} is open for reading only.", "Open it for writing to add reports."
            )
        with self._lock, faults.named(self.path):
            # Taking the writer's place first: waiting for it later could not end well, as what was read would be old.
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            finally:
                # SQLite has already rolled back on some errors, a full disk among them.
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")


def _newest(db: sqlite3.Connection, report_id: str) -> Report | None:
    found = db.execute(
        "SELECT record FROM reports JOIN readings ON report = reports.serial WHERE id = ?"
        " ORDER BY readings.serial DESC LIMIT 1",
        (writable(report_id),),
    ).fetchone()
    return decode(found[0], Report) if found else None
