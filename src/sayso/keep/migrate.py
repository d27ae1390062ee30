"""From any older shape of the ledger to the newest: the numbered scripts in schema/, one transaction each."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from functools import cache
from importlib import resources
from pathlib import Path

from sayso.errors import LedgerReadOnly, NewerLedger, SaysoError
from sayso.keep import faults

APPLICATION_ID = int.from_bytes(b"SAYS", "big")


@cache
def scripts() -> tuple[str, ...]:
    """The scripts in order; the first makes version 1 out of nothing."""
    folder = resources.files("sayso.keep").joinpath("schema")
    named = {entry.name: entry for entry in folder.iterdir() if re.fullmatch(r"\d{4}\.sql", entry.name)}
    return tuple(named[f"{number:04}.sql"].read_text("utf-8") for number in range(1, len(named) + 1))


def statements(script: str) -> Iterator[str]:
    """The statements of a script, which has no more than one of them end on a line."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def version(connection: sqlite3.Connection, path: Path) -> int:
    """The schema's version; 0 for an empty file. Raises NotALedger where the file holds something else."""
    application, number, tables = connection.execute(
        "SELECT application_id, user_version, (SELECT count(*) FROM sqlite_master)"
        " FROM pragma_application_id, pragma_user_version"
    ).fetchone()
    if application != APPLICATION_ID and (application or number or tables):
        raise faults.no_ledger(path)
    return int(number)


def check(connection: sqlite3.Connection, path: Path) -> None:
    """Raises NotALedger, NewerLedger or, where it would have to be brought up to date first, LedgerReadOnly."""
    found = version(connection, path)
    if found > len(scripts()):
        raise newer(path, found)
    if found == 0:
        raise faults.no_ledger(path)
    if found < len(scripts()):
        raise LedgerReadOnly(
            f"{path} was written by an older Sayso and is open for reading only.",
            "Open it once for writing, which brings it up to date.",
        )


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the ledger to the newest version. Raises NotALedger or NewerLedger and then has changed nothing."""
    while (found := version(connection, path)) != len(scripts()):
        if found > len(scripts()):
            raise newer(path, found)
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Another program may have done the same while this one waited.
            if version(connection, path) == found:
                for statement in statements(scripts()[found]):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {found + 1}")
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")


def newer(path: Path, found: int) -> SaysoError:
    return NewerLedger(
        f"{path} was written by a newer Sayso (ledger version {found}; this one knows {len(scripts())}).",
        "Update Sayso, or name another ledger with --ledger.",
    )
