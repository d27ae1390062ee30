"""What SQLite complains of, as the errors of Sayso: the one place that knows both."""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from sayso.errors import (
    LedgerDamaged,
    LedgerError,
    LedgerFull,
    LedgerLocked,
    LedgerReadOnly,
    NotALedger,
    SaysoError,
    Unreadable,
)


class Damaged(Exception):
    """What is kept contradicts itself. Never leaves this folder: `named` turns it into an error about the file."""


def no_ledger(path: Path) -> SaysoError:
    return NotALedger(
        f"{path} is not a ledger.",
        "Name another file with --ledger; a new ledger is made where there is no file.",
    )


def damaged(path: Path, what: object) -> SaysoError:
    return LedgerDamaged(
        f"{path} is damaged and cannot be used as a ledger ({what}).",
        "Copy it away as it is, then go back to a backup or add the reports to a new ledger.",
    )


def locked(path: Path) -> SaysoError:
    return LedgerLocked(
        f"{path} is being written by another program.",
        "Wait until that program is done and try again; nothing was kept.",
    )


def read_only(path: Path) -> SaysoError:
    return LedgerReadOnly(
        f"{path} cannot be written.",
        "Check the permissions of the file and of its folder, or name another ledger with --ledger.",
    )


def full(path: Path) -> SaysoError:
    return LedgerFull(
        f"No space is left for {path}.", "Free some space on that disk and try again; nothing was half-kept."
    )


def cannot_open(path: Path) -> SaysoError:
    if path.exists() and not os.access(path, os.R_OK):
        return Unreadable(f"{path} cannot be read.", "Check the permissions of the file.")
    return read_only(path)


FAULTS: dict[int, Callable[[Path], SaysoError]] = {
    sqlite3.SQLITE_NOTADB: no_ledger,
    sqlite3.SQLITE_CORRUPT: lambda path: damaged(path, "parts of the file are missing or overwritten"),
    sqlite3.SQLITE_BUSY: locked,
    sqlite3.SQLITE_LOCKED: locked,
    sqlite3.SQLITE_PROTOCOL: locked,
    sqlite3.SQLITE_READONLY: read_only,
    sqlite3.SQLITE_PERM: read_only,
    sqlite3.SQLITE_CANTOPEN: cannot_open,
    sqlite3.SQLITE_FULL: full,
}


def primary_code(error: sqlite3.Error) -> int | None:
    """SQLite's result code without the extension; None for errors of the sqlite3 module itself."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


@contextmanager
def named(path: Path) -> Iterator[None]:
    """Within it, whatever SQLite or the decoding of kept data raises becomes an error that names the file."""
    try:
        yield
    except sqlite3.Error as error:
        code = primary_code(error)
        if code is None:
            raise
        fault = FAULTS.get(code)
        raise (fault(path) if fault else LedgerError(f"{path} cannot be used: {error}.")) from error
    except (Damaged, msgspec.MsgspecError, zlib.error) as error:
        raise damaged(path, error) from error
