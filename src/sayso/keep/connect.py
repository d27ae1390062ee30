"""Opening the file: what it must be, for writing and for reading, and what is set on every connection."""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path

from sayso.errors import IsFolder, LedgerReadOnly, NotFound
from sayso.keep import faults, migrate

# Bytes; every page of every SQLite file is a multiple of it.
SMALLEST_PAGE = 512


def for_writing(path: Path, *, create: bool, timeout: float) -> sqlite3.Connection:
    """A connection to a ledger of the newest version, made where there is none and `create` is set."""
    _check_file(path, create=create)
    if path.exists() and not os.access(path, os.W_OK):
        raise faults.read_only(path)
    breaks_off = _breaks_off(path)
    connection = _connect(path, "mode=rwc" if create else "mode=rw", timeout)
    try:
        if migrate.version(connection, path) == 0 and not create:
            raise faults.no_ledger(path)
        if breaks_off:
            raise faults.damaged(path, "its end is missing")
        _write_ahead(connection, timeout)
        # An acknowledged report outlives a power cut, at the price of one fsync each.
        connection.execute("PRAGMA synchronous = FULL")
        migrate.migrate(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def for_reading(path: Path, *, timeout: float) -> tuple[sqlite3.Connection, bool]:
    """A connection that cannot write, and whether it takes the file for unchanging.

    A write-ahead log needs a file of shared memory beside it. In a folder where none can be made, a ledger without
    a log is whole by itself and is opened as unchanging; one with a log would be told without its newest reports.
    """
    _check_file(path, create=False)
    try:
        return _reader(path, "mode=ro", timeout), False
    except sqlite3.OperationalError as error:
        if faults.primary_code(error) not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise
        if not os.access(path, os.R_OK):
            raise
    log = Path(f"{path}-wal")
    if log.exists() and log.stat().st_size:
        raise LedgerReadOnly(
            f"{path} has reports in {log.name} that cannot be reached: its folder cannot be written.",
            "Open the ledger once where it can be written, or copy both files to such a folder.",
        )
    return _reader(path, "mode=ro&immutable=1", timeout), True


def stamp(path: Path) -> tuple[object, ...]:
    """What changes when the ledger is written: to notice it on a connection that takes the file for unchanging."""
    return tuple(_stamp(Path(name)) for name in (f"{path}", f"{path}-wal"))


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns


def _check_file(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise IsFolder(f"{path} is a folder.", "Name a file for the ledger.")
    if path.exists():
        # Never by opening it: to close a file lets go of the locks that this program's other connections have on it.
        # SQLite would take a file of a few bytes for an empty one and write over it.
        if not path.is_file() or 0 < path.stat().st_size < SMALLEST_PAGE:
            raise faults.no_ledger(path)
    elif not create:
        raise NotFound(
            f"There is no ledger {path}.", "Make one with `sayso add`, or name another with --ledger."
        )
    elif not path.parent.is_dir():
        raise NotFound(f"There is no folder {path.parent} for the ledger.", "Make the folder first.")


def _breaks_off(path: Path) -> bool:
    """Whether the end of the file is missing: SQLite would fill its last page with zeros and say nothing.

    Where there is a log, the last page may be on its way from there. To be asked before SQLite makes one.
    """
    found = _stamp(path)
    return found is not None and found[1] % SMALLEST_PAGE != 0 and _stamp(Path(f"{path}-wal")) is None


def _reader(path: Path, mode: str, timeout: float) -> sqlite3.Connection:
    breaks_off = _breaks_off(path)
    connection = _connect(path, mode, timeout)
    try:
        connection.execute("PRAGMA query_only = ON")
        migrate.check(connection, path)
        if breaks_off:
            raise faults.damaged(path, "its end is missing")
    except BaseException:
        connection.close()
        raise
    return connection


def _connect(path: Path, mode: str, timeout: float) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{mode}",
        uri=True,
        timeout=timeout,
        isolation_level=None,
        check_same_thread=False,  # the Ledger's lock lets one thread in at a time
    )
    connection.execute("PRAGMA foreign_keys = ON")
    # A ledger may come from a stranger: its schema may call nothing with side effects.
    connection.execute("PRAGMA trusted_schema = OFF")
    # Sorting must not fail where there is no writable folder for temporary files.
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def _write_ahead(connection: sqlite3.Connection, timeout: float) -> None:
    """Readers are never blocked by the writer. SQLite does not wait its busy time for this switch, so it is done here.

    Where the file system has no shared memory, SQLite keeps its older journal: slower, but as safe.
    """
    deadline = time.monotonic() + timeout
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if faults.primary_code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
        time.sleep(0.01)
