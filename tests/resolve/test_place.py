"""Which place a name means, over a gazetteer of a dozen entries."""

from __future__ import annotations

import msgspec
import pytest

from sayso.mentions import PlaceMention
from sayso.records import Place, PlaceKind
from sayso.resolve.gazetteer.entry import Entry
from sayso.resolve.gazetteer.fold import fold
from sayso.resolve.place import MOST_CANDIDATES, resolve_places


def entry(
    name: str,
    kind: PlaceKind,
    country: str,
    point: tuple[float, float],
    people: int = 0,
    *,
    admin1: str = "",
    reach: float = 3,
    capital: bool = False,
    table: str = "geonames",
) -> Entry:
    return Entry(
        gazetteer_id=f"{table}:{name}/{country}/{kind}",
        name=name,
        kind=kind,
        country=country,
        admin1=admin1,
        latitude=point[0],
        longitude=point[1],
        population=people,
        precision_km=reach,
        source=table,
        capital=capital,
    )


ENTRIES = [
    entry("Paris", "settlement", "FR", (48.85, 2.35), 2_138_551, capital=True),
    entry("Paris", "settlement", "US", (33.66, -95.56), 24_171, admin1="US.TX"),
    entry("Texas", "region", "US", (31.1, -98.8), admin1="US.TX", reach=467),
    entry("Georgia", "country", "GE", (42, 43.5), 3_700_000, reach=150),
    entry("Georgia", "region", "US", (32.6, -83.4), admin1="US.GA", reach=220),
    entry("Atlanta", "settlement", "US", (33.75, -84.39), 500_000, admin1="US.GA"),
    entry("Savannah", "settlement", "US", (32.08, -81.1), 147_000, admin1="US.GA"),
    entry("Kursk", "settlement", "RU", (51.73, 36.18), 409_000, admin1="RU.41"),
    entry("Kursk", "region", "RU", (51.74, 36.29), admin1="RU.41", reach=98),
    entry("Lyubimovka", "settlement", "RU", (51.27, 35.02), 600, admin1="RU.41"),
    entry("Lyubimovka", "settlement", "UA", (46.8, 33.5), 900, admin1="UA.08"),
    entry("Sudzha", "settlement", "RU", (51.2, 35.27), 5_000, admin1="RU.41"),
    entry("Ukraine", "country", "UA", (49, 32), 44_000_000, reach=440),
    entry("Lebanon", "country", "LB", (33.8, 35.8), 6_800_000, reach=57),
    entry("Lebanon", "settlement", "US", (40.34, -76.41), 25_000, admin1="US.PA"),
    entry("Aleppo", "settlement", "SY", (36.2, 37.16), 2_000_000, admin1="SY.09"),
    entry("Aleppo", "region", "SY", (36.1, 37.6), admin1="SY.09", reach=76),
    entry("Kremlin", "site", "RU", (55.752, 37.617), reach=1, table="Sayso"),
]


def lookup(name: str) -> list[Entry]:
    return [e for e in ENTRIES if fold(e.name) == fold(name)]


def resolved(text: str, *names: str | tuple[str, PlaceKind]) -> tuple[Place, ...]:
    """The places of these names, taken in the order in which they stand in the text."""
    mentions, at = [], 0
    for item in names:
        name, kind = item if isinstance(item, tuple) else (item, None)
        at = text.index(name, at)
        mentions.append(PlaceMention(start=at, end=at + len(name), name=name, kind=kind))
        at += len(name)
    return resolve_places(text, mentions, lookup)


def test_alone_a_name_means_the_best_known_place() -> None:
    (place,) = resolved("He was in Paris.", "Paris")
    assert (place.country, place.kind, place.latitude) == ("FR", "settlement", 48.85)


def test_a_container_after_a_comma_decides() -> None:
    paris, texas = resolved("He was in Paris, Texas.", "Paris", "Texas")
    assert (paris.country, texas.kind) == ("US", "region")


def test_the_other_places_of_the_report_decide() -> None:
    assert resolved("They left Georgia for Ukraine.", "Georgia", "Ukraine")[0].country == "GE"
    assert (
        resolved("From Atlanta to Savannah, all of Georgia.", "Atlanta", "Savannah", "Georgia")[2].country
        == "US"
    )
    assert resolved("Lyubimovka is near Sudzha in Kursk.", "Lyubimovka", "Sudzha", "Kursk")[0].country == "RU"


def test_countries_in_a_list_stay_countries() -> None:
    assert [p.kind for p in resolved("Georgia, Lebanon, and Ukraine.", "Georgia", "Lebanon", "Ukraine")] == [
        "country"
    ] * 3


def test_the_kind_that_the_words_give_decides() -> None:
    city, region = resolved("Aleppo city, Aleppo province.", ("Aleppo", "settlement"), ("Aleppo", "region"))
    assert (city.gazetteer_id, region.gazetteer_id) == (
        "geonames:Aleppo/SY/settlement",
        "geonames:Aleppo/SY/region",
    )


def test_a_bare_name_is_the_city_unless_the_report_speaks_of_the_region() -> None:
    assert resolved("They entered Kursk.", "Kursk")[0].kind == "settlement"
    assert [p.kind for p in resolved("Kursk region burns. Kursk burns.", ("Kursk", "region"), "Kursk")] == [
        "region"
    ] * 2


def test_a_name_means_one_thing_throughout() -> None:
    places = resolved("Paris, Texas. Later Paris.", "Paris", "Texas", "Paris")
    assert places[0].gazetteer_id == places[2].gazetteer_id


def test_an_unknown_name_stays_visible_without_a_point() -> None:
    (place,) = resolved("In Nowhere it rained.", "Nowhere")
    assert (place.name, place.kind, place.latitude, place.longitude, place.country) == (
        "Nowhere",
        "other",
        None,
        None,
        None,
    )
    assert place.confidence == 0
    assert place.candidates == ()


def test_a_site_known_only_by_its_town_is_no_point_but_the_town_is_a_candidate() -> None:
    (place,) = resolved("A bomb fell on Aleppo Market.", ("Aleppo Market", "site"))
    assert (place.name, place.kind, place.country) == ("Aleppo Market", "site", "SY")
    assert (place.latitude, place.longitude, place.gazetteer_id) == (None, None, None)
    assert "Aleppo" in [c.name for c in place.candidates]


def test_a_name_known_only_in_part_is_less_certain() -> None:
    (area,) = resolved("Western Ukraine is calm.", ("Western Ukraine", "region"))
    assert area.country == "UA"


def test_a_stray_alternate_in_a_far_country_is_no_find() -> None:
    stray = entry("Az Zahra", "settlement", "LY", (32.7, 12.9), 900)
    stray = msgspec.structs.replace(stray, main=False)
    text = "Zahra, then Aleppo, Sudzha and Ukraine."
    mentions = [
        PlaceMention(start=text.index(n), end=text.index(n) + len(n), name=n)
        for n in ("Zahra", "Aleppo", "Sudzha", "Ukraine")
    ]
    places = resolve_places(text, mentions, lambda name: [stray] if name == "Zahra" else lookup(name))
    assert places[0].latitude is None
    assert [c.country for c in places[0].candidates] == ["LY"]
    (alone,) = resolve_places("Zahra", mentions[:1], lambda _: [stray])
    assert alone.country == "LY"


def test_an_old_name_of_a_far_city_among_other_readings_is_no_find() -> None:
    city = msgspec.structs.replace(
        entry("Freetown", "settlement", "SL", (8.48, -13.2), 800_000, capital=True), main=False
    )
    village = msgspec.structs.replace(entry("Jirjis", "settlement", "SD", (15.6, 32.5), 90_000), main=False)
    mentions = [
        PlaceMention(start=i, end=i + 1, name=n) for i, n in enumerate(("St. George", "Aleppo", "Ukraine"))
    ]
    readings = [city, village, village, village]
    places = resolve_places("abc", mentions, lambda n: readings if n == "St. George" else lookup(n))
    assert places[0].latitude is None
    assert places[0].candidates


def test_a_region_is_not_one_of_several_small_towns_of_its_name() -> None:
    towns = [entry("Baltic", "settlement", "US", (40 + i, -80), 1_000 + i) for i in range(3)]
    mention = PlaceMention(start=0, end=6, name="Baltic", kind="region")
    (place,) = resolve_places("Baltic states", [mention], lambda _: towns)
    assert place.latitude is None
    assert len(place.candidates) == 3


def test_a_place_of_our_tables_is_meant_sooner_than_its_namesakes() -> None:
    ours = entry("Lyman", "settlement", "UA", (48.99, 37.8), 20_000, table="Sayso")
    others = entry("Lyman", "settlement", "US", (41.3, -110.3), 30_000)
    (place,) = resolve_places("Lyman", [PlaceMention(start=0, end=5, name="Lyman")], lambda _: [others, ours])
    assert place.country == "UA"


def test_ids_order_and_spans_follow_the_mentions() -> None:
    text = "Sudzha, Kursk region; Nowhere; Paris."
    places = resolved(text, "Sudzha", ("Kursk", "region"), "Nowhere", "Paris")
    assert [p.id for p in places] == ["p1", "p2", "p3", "p4"]
    assert [text[p.start : p.end] for p in places] == ["Sudzha", "Kursk", "Nowhere", "Paris"]


def test_candidates_are_ranked_and_the_first_is_the_answer() -> None:
    (place,) = resolved("Paris", "Paris")
    assert [c.country for c in place.candidates] == ["FR", "US"]
    assert place.candidates[0].gazetteer_id == place.gazetteer_id
    assert place.candidates[0].score > place.candidates[1].score
    many = [entry("X", "settlement", "US", (40, -100 + i), 100 * i) for i in range(30)]
    mention = PlaceMention(start=0, end=1, name="X")
    (crowded,) = resolve_places("X", [mention], lambda _: many)
    assert len(crowded.candidates) == MOST_CANDIDATES
    assert 0 < crowded.confidence < 0.5


def test_what_acts_is_not_literal() -> None:
    mention = PlaceMention(start=4, end=11, name="Kremlin", role="metonym")
    (place,) = resolve_places("The Kremlin denied it.", [mention], lookup)
    assert (place.literal, place.country) == (False, "RU")


def test_the_order_of_look_ups_changes_nothing() -> None:
    text = "Paris, Texas; Georgia; Atlanta; Lebanon."
    names = ("Paris", "Texas", "Georgia", "Atlanta", "Lebanon")
    assert resolved(text, *names) == resolved(text, *names)


@pytest.mark.parametrize("count", [3_000])
def test_a_report_of_thousands_of_names_is_resolved(count: int) -> None:
    text = "Paris, " * count
    mentions = [PlaceMention(start=7 * i, end=7 * i + 5, name="Paris") for i in range(count)]
    assert len(resolve_places(text, mentions, lookup)) == count


def test_nothing_comes_of_nothing() -> None:
    assert resolve_places("", (), lookup) == ()
