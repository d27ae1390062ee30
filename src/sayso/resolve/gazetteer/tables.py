"""The tables beside this file: what cities500 lacks. Each row is checked as it is read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import get_args

from sayso.errors import GazetteerError
from sayso.records import PlaceKind
from sayso.tables import Row, TableError, parse

FOLDER = files("sayso.resolve.gazetteer")

COUNTRIES = "countries.tsv"
REGIONS = "regions.tsv"
COUNTIES = "counties.tsv"
OWN_PLACES = ("informal.tsv", "sites.tsv", "villages.tsv")
ALL = (COUNTRIES, REGIONS, COUNTIES, *OWN_PLACES)

COLUMNS = {
    COUNTRIES: ("iso", "name", "alternates", "capital", "latitude", "longitude"),
    REGIONS: ("id", "name", "alternates", "country", "admin1", "latitude", "longitude", "radius_km"),
    COUNTIES: ("id", "name", "state", "latitude", "longitude", "radius_km"),
    **dict.fromkeys(
        OWN_PLACES,
        ("name", "alternates", "kind", "country", "latitude", "longitude", "precision_km", "source"),
    ),
}


def rows(table: str, folder: Traversable = FOLDER) -> Iterator[dict[str, str]]:
    """The rows of a table by column. Raises GazetteerError naming the table and the line of a row that is wrong."""
    try:
        text = folder.joinpath(table).read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise GazetteerError(
            f"{table} is not valid UTF-8 at byte {error.start}.", "Save the table as UTF-8."
        ) from None
    except OSError as error:
        raise GazetteerError(f"{table} cannot be read: {error.strerror}.", "Install Sayso again.") from None
    columns = COLUMNS[table]

    def named(row: Row) -> dict[str, str]:
        return dict(zip(columns, row, strict=True))

    try:
        for row in parse(text, table, columns, lambda row: fault(named(row))):
            yield named(row)
    except TableError as error:
        raise GazetteerError(f"{error}.", "Mend the row, then build the index again.") from None


def fault(row: dict[str, str]) -> str | None:
    """What is wrong with a row, if anything is."""
    if not row.get("name", "").strip():
        return "it has no name"
    for column, bound in (("latitude", 90.0), ("longitude", 180.0)):
        try:
            degrees = float(row[column])
        except ValueError:
            return f"{column} {row[column]!r} is no number"
        if not -bound <= degrees <= bound:
            return f"{column} {row[column]} is not on the globe"
    if "kind" in row and row["kind"] not in get_args(PlaceKind):
        return f"kind {row['kind']!r} is none of {', '.join(get_args(PlaceKind))}"
    for column in ("precision_km", "radius_km"):
        if column in row and not row[column].isdigit():
            return f"{column} {row[column]!r} is no whole number of kilometres"
    country = row.get("country", row.get("iso", ""))
    if country and not (len(country) == 2 and country.isascii() and country.isupper()):
        return f"country {country!r} is no ISO 3166-1 alpha-2 code"
    return None


def digest() -> str:
    """SHA-256 over the tables: an index built from other tables is not current."""
    total = hashlib.sha256()
    for table in ALL:
        total.update(FOLDER.joinpath(table).read_bytes())
    return total.hexdigest()
