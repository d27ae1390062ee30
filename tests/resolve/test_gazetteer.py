"""The place index: what is in it, how names are compared, and that a broken build harms nothing."""

from __future__ import annotations

import sqlite3
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import GazetteerError
from sayso.resolve import gazetteer
from sayso.resolve.gazetteer import tables
from sayso.resolve.gazetteer.fold import fold, squeeze


def city(
    number: int, name: str, country: str, point: tuple[float, float], people: int, *others: str
) -> dict[str, Any]:
    return {
        "geonameid": number,
        "name": name,
        "latitude": point[0],
        "longitude": point[1],
        "countrycode": country,
        "population": people,
        "admin1code": "01",
        "alternatenames": list(others),
    }


# The package has a function of the same name, which hides the module.
building = sys.modules["sayso.resolve.gazetteer.build"]

CITIES = {
    str(c["geonameid"]): c
    for c in (
        city(1, "Kyiv", "UA", (50.45, 30.52), 2_797_553, "Kiev", "Київ", "IEV"),
        city(2, "Paris", "FR", (48.85, 2.35), 2_138_551),
        city(3, "Paris", "US", (33.66, -95.56), 24_171),
        city(4, "Deir ez-Zor", "SY", (35.34, 40.14), 242_000, "Dayr az Zawr"),
        city(5, "Suceava", "RO", (47.63, 26.25), 92_000),
        city(6, "Korenevo", "RU", (51.41, 34.9), 6_000),
    )
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of six cities and of all our tables."""
    path = tmp_path_factory.mktemp("cache") / "sub" / "gazetteer.sqlite"
    patch = pytest.MonkeyPatch()
    few_cities(patch)
    gazetteer.build(path)
    patch.undo()
    return path


def few_cities(patch: pytest.MonkeyPatch, cities: dict[str, Any] = CITIES) -> None:
    whole = building.packed
    patch.setattr(building, "packed", lambda name: cities if name == building.SETTLEMENTS else whole(name))


@pytest.fixture(scope="module")
def places(index: Path) -> gazetteer.Gazetteer:
    return gazetteer.open(index)


@pytest.mark.parametrize(
    ("name", "best", "kind", "country"),
    [
        ("kyiv", "Kyiv", "settlement", "UA"),
        ("KIEV", "Kyiv", "settlement", "UA"),
        ("Київ", "Kyiv", "settlement", "UA"),
        ("Deir Ezzor", "Deir ez-Zor", "settlement", "SY"),
        ("Paris", "Paris", "settlement", "FR"),
        ("U.S.", "United States", "country", "US"),
        ("Türkiye", "Turkey", "country", "TR"),
        ("Курская", "Kursk", "region", "RU"),
        ("England", "England", "region", "GB"),
        ("Rapides Parish", "Rapides Parish", "district", "US"),
        ("Donbass", "Donbas", "region", "UA"),
        ("Zaporizhzhia NPP", "Zaporizhzhia nuclear power plant", "site", "UA"),
        ("Crocus City Hall", "Crocus City Hall", "site", "RU"),
        ("Robotino", "Robotyne", "settlement", "UA"),
        ("Званное", "Zvannoe", "settlement", "RU"),
        ("Malaya Loknya", "Malaya Loknya", "settlement", "RU"),
        ("Black Sea", "Black Sea", "other", ""),
    ],
)
def test_a_name_is_found_in_any_of_its_forms(
    places: gazetteer.Gazetteer, name: str, best: str, kind: str, country: str
) -> None:
    entry = places.lookup(name)[0]
    assert (entry.name, entry.kind, entry.country) == (best, kind, country)


def test_namesakes_are_ordered_by_population(places: gazetteer.Gazetteer) -> None:
    assert [e.country for e in places.lookup("Paris") if e.kind == "settlement"] == ["FR", "US"]


def test_an_unknown_name_and_an_airport_code_have_no_place(places: gazetteer.Gazetteer) -> None:
    assert places.lookup("Nowhereville-upon-Nothing") == ()
    assert not places.known("IEV")
    assert not places.known("")
    assert not places.known("’-’")


def test_a_capital_is_known_as_one(places: gazetteer.Gazetteer) -> None:
    assert [e.capital for e in places.lookup("Paris") if e.kind == "settlement"] == [True, False]


def test_a_village_of_ours_that_geonames_has_gives_its_spellings_and_no_second_entry(
    places: gazetteer.Gazetteer,
) -> None:
    assert [e.gazetteer_id for e in places.lookup("Korenevo")] == ["geonames:6"]
    assert [e.gazetteer_id for e in places.lookup("Коренево")] == ["geonames:6"]
    assert "villages.tsv" in places.lookup("Korenevo")[0].source


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deir ez-Zor", "DEIR EZ ZOR"),
        ("Sana’a", "Sanaa"),
        ("Łódź", "Lodz"),
        ("St. Petersburg", "Saint Petersburg"),
        ("Bieżuń", "biezun"),
        ("Ма́риуполь", "Мариуполь"),
    ],
)
def test_case_diacritics_apostrophes_and_hyphens_do_not_tell_names_apart(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_arabic_articles_and_spaces_do_not_tell_names_apart() -> None:
    assert squeeze(fold("Deir Ezzor")) == squeeze(fold("Deir ez-Zor"))
    assert squeeze(fold("Al-Bab")) == squeeze(fold("Bab"))


def test_progress_is_told_and_the_summary_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    few_cities(monkeypatch)
    steps: list[tuple[int, int]] = []
    summary = gazetteer.build(tmp_path / "index", lambda done, total: steps.append((done, total)))
    assert steps[0] == (0, 6)
    assert steps[-1] == (6, 6)
    assert sum(summary.entries.values()) > 8_000
    assert summary.entries["GeoNames cities500"] >= 4
    assert summary.size == (tmp_path / "index").stat().st_size
    assert [p.name for p in tmp_path.iterdir()] == ["index"]


def test_a_build_that_fails_leaves_the_old_index_in_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few_cities(monkeypatch)
    path = tmp_path / "index"
    gazetteer.build(path)
    old = path.read_bytes()
    broken = {**CITIES, "7": {"geonameid": 7, "name": "Half"}}
    few_cities(monkeypatch, broken)
    with pytest.raises(GazetteerError, match=r"cities500\.json, row 7"):
        gazetteer.build(path)
    assert path.read_bytes() == old
    assert [p.name for p in tmp_path.iterdir()] == ["index"]


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("Sudzha\t\tsettlement\tRU\t51.198\t35.272\t2", "it has 7 cells, not 8"),
        ("Sudzha\t\tsettlement\tRU\tfifty\t35.272\t2\tx", "latitude 'fifty' is no number"),
        ("Sudzha\t\tsettlement\tRU\t151.2\t35.272\t2\tx", "latitude 151.2 is not on the globe"),
        ("Sudzha\t\ttown\tRU\t51.198\t35.272\t2\tx", "kind 'town' is none of"),
        ("Sudzha\t\tsettlement\tRussia\t51.198\t35.272\t2\tx", "country 'Russia' is no ISO 3166-1"),
        ("Sudzha\t\tsettlement\tRU\t51.198\t35.272\tnear\tx", "precision_km 'near' is no whole number"),
        ("\t\tsettlement\tRU\t51.198\t35.272\t2\tx", "it has no name"),
    ],
)
def test_a_broken_row_is_named_by_table_and_line(tmp_path: Path, row: str, complaint: str) -> None:
    header = "\t".join(tables.COLUMNS["villages.tsv"])
    (tmp_path / "villages.tsv").write_text(f"{header}\n{row}\n", encoding="utf-8")
    with pytest.raises(GazetteerError, match=rf"villages\.tsv, line 2: {complaint}"):
        list(tables.rows("villages.tsv", tmp_path))


def test_a_table_in_another_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / "sites.tsv").write_bytes("name\nЭлектросталь\n".encode("cp1251"))
    with pytest.raises(GazetteerError, match=r"sites\.tsv is not valid UTF-8 at byte 5"):
        list(tables.rows("sites.tsv", tmp_path))


def test_an_index_is_current_until_the_tables_or_the_version_change(
    index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert gazetteer.is_current(index)
    assert not gazetteer.is_current(tmp_path / "none")
    (tmp_path / "junk").write_text("junk")
    assert not gazetteer.is_current(tmp_path / "junk")
    with sqlite3.connect(tmp_path / "old") as connection:
        connection.executescript(
            "CREATE TABLE stamp (key, value); INSERT INTO stamp VALUES ('version', '0'), ('tables', 'x');"
        )
    connection.close()
    assert not gazetteer.is_current(tmp_path / "old")
    with pytest.raises(GazetteerError, match="another version"):
        gazetteer.open(tmp_path / "old")


@pytest.mark.parametrize(
    ("content", "complaint"), [(None, "There is no place index"), (b"junk" * 99, "is no place index")]
)
def test_what_is_no_index_is_not_opened(tmp_path: Path, content: bytes | None, complaint: str) -> None:
    path = tmp_path / "index"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(GazetteerError, match=complaint):
        gazetteer.open(path)


# What a box around a country's divisions may leave out: its coast, and what lies across a border.
MARGIN = 1.5


def test_every_row_of_ours_lies_in_its_country() -> None:
    boxes: dict[str, list[float]] = defaultdict(lambda: [90.0, -90.0, 180.0, -180.0])
    for row in tables.rows(tables.REGIONS):
        latitude, longitude, reach = (
            float(row["latitude"]),
            float(row["longitude"]),
            float(row["radius_km"]) / 111,
        )
        box = boxes[row["country"]]
        box[:] = [
            min(box[0], latitude - reach),
            max(box[1], latitude + reach),
            min(box[2], longitude - 2 * reach),
            max(box[3], longitude + 2 * reach),
        ]
    outside = []
    for table in tables.OWN_PLACES:
        for row in tables.rows(table):
            if not row["country"]:
                continue
            south, north, west, east = boxes[row["country"]]
            latitude, longitude = float(row["latitude"]), float(row["longitude"])
            inside = (
                south - MARGIN <= latitude <= north + MARGIN and west - MARGIN <= longitude <= east + MARGIN
            )
            outside += [] if inside else [(table, row["name"])]
    assert outside == []


@pytest.mark.parametrize("table", tables.OWN_PLACES)
def test_no_row_stands_twice_and_each_tells_its_source(table: str) -> None:
    rows = list(tables.rows(table))
    keys = [(row["name"], row["country"]) for row in rows]
    assert len(keys) == len(set(keys))
    assert all(row["source"] for row in rows)
    assert all(float(row["precision_km"]) > 0 for row in rows)


def test_countries_and_regions_are_all_there() -> None:
    assert len(list(tables.rows(tables.COUNTRIES))) > 200
    regions = {(row["country"], row["name"]) for row in tables.rows(tables.REGIONS)}
    assert {
        ("RU", "Kursk"),
        ("UA", "Crimea"),
        ("UA", "Sevastopol"),
        ("SY", "Aleppo"),
        ("US", "Texas"),
    } <= regions
