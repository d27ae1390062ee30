"""Place names in English sentences: which words, what kind, on the map or acting."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from sayso.find.place import find_places
from sayso.languages.en import place
from sayso.mentions import PlaceMention, Sentence

KNOWN = frozenset(
    """Kursk Belgorod Rostov Sudzha Glushkovo Zvannoe Korenevo Ukraine Russia Belarus Poland Kyiv Kiev Moscow Minsk Aleppo
    Homs Washington Paris Texas Kharkiv Donetsk Krasnohorivka Zaporizhzhia Bakhmut Robotyne Verbove Tokmak Syria Kherson
    Tehran Israel Turkey Putin Leopard Rome Van Shayrat Germany Kent Iraq Idlib Milan""".split()
) | {
    "Malaya Loknya",
    "Crocus City Hall",
    "Khan Younis",
    "West Bank",
    "United States",
    "New York City",
    "Deir Ezzor",
    "Kerch bridge",
}

LEXICON = place.load()

Parse = Callable[[str], tuple[Sentence, ...]]


def found(parse: Parse, text: str) -> tuple[PlaceMention, ...]:
    return find_places(text, parse(text), LEXICON, KNOWN.__contains__)


NAMES = [
    ("Fighting went on near Sudzha and in Kyiv.", ["Sudzha", "Kyiv"]),
    # the name alone
    ("Shells fell across eastern Ukraine.", ["Ukraine"]),
    ("The governor of the Kharkiv region spoke.", ["Kharkiv"]),
    ("They fled the city of Aleppo for Idlib province.", ["Aleppo", "Idlib"]),
    ("He went to the West Bank and to New York City.", ["West Bank", "New York City"]),
    # a site keeps its kind word
    ("The Shayrat air base in Syria was hit.", ["Shayrat air base", "Syria"]),
    ("Inspectors visited the Zaporizhzhia nuclear power plant.", ["Zaporizhzhia nuclear power plant"]),
    ("The Moscow Crocus City Hall attack was condemned.", ["Crocus City Hall"]),
    # names that the parser misses
    ("Troops crossed the river at Korenevo and entered the village of Zvannoe.", ["Korenevo", "Zvannoe"]),
    ("Russian forces seized Robotyne and Verbove.", ["Robotyne", "Verbove"]),
    ("Rockets hit Tokmak.", ["Tokmak"]),
    ("In Malaya Loknya nobody is left.", ["Malaya Loknya"]),
    ("They live in Van, Turkey.", ["Turkey"]),
    ("They live in the city of Van.", ["Van"]),
    # adjectives, organisations, treaties, persons, months and weapons are no places
    ("Syrian and Ukrainian officials met in May.", []),
    ("The Kyiv Independent asked the Moscow State University.", []),
    ("The Minsk agreements and the Rome statute were cited.", []),
    ("Leopard tanks were sent.", []),
    ("Putin said so, and everyone looked to Putin.", []),
    ("The governor spoke, according to Putin.", []),
    ("They blew up a bridge and the Kerch bridge.", ["Kerch bridge"]),
    ("The US president and U.S. officials agreed.", []),
    ("The EU and NATO agreed.", []),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_the_span_is_the_name_alone(parse: Parse, text: str, names: list[str]) -> None:
    assert [text[m.start : m.end] for m in found(parse, text)] == names


KINDS = [
    ("The village of Zvannoe lies in Kursk region.", {"Zvannoe": "settlement", "Kursk": "region"}),
    ("Houses burn in the Kursk and Belgorod regions.", {"Kursk": "region", "Belgorod": "region"}),
    (
        "They would take the Kursk, Belgorod and Rostov regions.",
        {"Kursk": "region", "Belgorod": "region", "Rostov": "region"},
    ),
    ("Two border regions, Kursk and Belgorod, are hit.", {"Kursk": "region", "Belgorod": "region"}),
    (
        "They hold the villages of Zvannoe and Glushkovo.",
        {"Zvannoe": "settlement", "Glushkovo": "settlement"},
    ),
    ("He was born in Krasnohorivka, Donetsk Oblast.", {"Krasnohorivka": None, "Donetsk": "region"}),
    ("Aleppo city and Aleppo province were bombed.", {"Aleppo": "region"}),
    (
        "The United States, Germany and Poland sent aid.",
        {"United States": None, "Germany": None, "Poland": None},
    ),
    ("Strikes hit the Idlib countryside.", {"Idlib": "region"}),
    ("The Shayrat air base burned.", {"Shayrat air base": "site"}),
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_kind_words_around_a_name_give_its_kind(
    parse: Parse, text: str, kinds: dict[str, str | None]
) -> None:
    assert {m.name: m.kind for m in found(parse, text)} == kinds


ROLES = [
    ("Kiev claims to hold the town.", {"Kiev": "metonym"}),
    ("He said that Minsk had responded.", {"Minsk": "metonym"}),
    ("The Kremlin denied it.", {"Kremlin": "metonym"}),
    ("The White House said no.", {"White House": "metonym"}),
    ("Russia struck Kyiv.", {"Russia": "metonym", "Kyiv": "literal"}),
    ("Moscow's claim was rejected by Washington.", {"Moscow": "metonym", "Washington": "metonym"}),
    ("According to Tehran, talks go on.", {"Tehran": "metonym"}),
    ("The US decision was praised.", {"US": "metonym"}),
    ("Russia and Ukraine agreed to it.", {"Russia": "metonym", "Ukraine": "metonym"}),
    ("Russia: two killed in Belgorod", {"Russia": "metonym", "Belgorod": "literal"}),
    ("Putin accused Kyiv of shelling homes.", {"Kyiv": "metonym"}),
    ("The governor will ask Moscow to pay.", {"Moscow": "metonym"}),
    ("He called on Belarus to wait.", {"Belarus": "metonym"}),
    ("Kyiv was not interested in taking the region.", {"Kyiv": "metonym"}),
    ("The Kiev regime has lost its tanks.", {"Kiev": "metonym"}),
    # territories, targets, recipients and plain possessors
    ("Troops entered Russia from Ukraine.", {"Russia": "literal", "Ukraine": "literal"}),
    ("Ukraine's president flew to Germany.", {"Ukraine": "literal", "Germany": "literal"}),
    ("Ukraine suffered heavy losses.", {"Ukraine": "literal"}),
    ("Israel was attacked.", {"Israel": "literal"}),
    ("The border with Belarus is mined.", {"Belarus": "literal"}),
    ("They met inside the Kremlin.", {"Kremlin": "literal"}),
]


@pytest.mark.parametrize(("text", "roles"), ROLES)
def test_a_name_that_acts_is_a_metonym(parse: Parse, text: str, roles: dict[str, str]) -> None:
    assert {m.name: m.role for m in found(parse, text)} == roles


def test_a_name_that_a_parser_cut_in_two_is_one(parse: Parse) -> None:
    text = "Krasnaya Yaruga district: 11,000 people have left. Belgorod and Sumy regions."
    known = KNOWN | {"Krasnaya", "Krasnaya Yaruga", "Yaruga"}
    first = find_places(text, parse(text), LEXICON, known.__contains__)[0]
    assert (first.name, first.kind) == ("Krasnaya Yaruga", "district")


def test_an_alliance_with_a_mark_hanging_on_it_is_no_place(parse: Parse) -> None:
    text = "A place for Ukraine in NATO.- That was asked."
    mentions = find_places(text, parse(text), LEXICON, (KNOWN | {"NATO", "NATO.-"}).__contains__)
    assert [m.name for m in mentions] == ["Ukraine"]


def test_a_name_once_a_place_is_one_throughout_the_report(parse: Parse) -> None:
    text = "They hold the town of Sudzha. Sudzha residents left; the Sudzha Hotel and Sudzha burned."
    assert [m.start for m in found(parse, text) if m.name == "Sudzha"][:2] == [22, 30]


def test_a_dateline_in_capitals_is_a_place(parse: Parse) -> None:
    text = "MILAN — Two men were hurt."
    assert [m.name for m in find_places(text, parse(text), LEXICON, {"MILAN"}.__contains__)] == ["MILAN"]


def test_a_span_does_not_begin_with_white_space(parse: Parse) -> None:
    text = "Shells fell near the old\u3000Church at Sudzha, and on the\u00a0Hospital of Kursk."
    for mention in find_places(text, parse(text), LEXICON, {"Church", "Hospital", "Sudzha"}.__contains__):
        assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]


def test_a_short_form_is_told_in_full(parse: Parse) -> None:
    text = "They drove to Laurens, S.C., in the morning."
    assert ("South Carolina", "S.C.") in [(m.name, text[m.start : m.end]) for m in found(parse, text)]


def test_mentions_are_in_order_and_apart(parse: Parse) -> None:
    text = "Kursk and Belgorod regions burn, Ukraine says. Ukraine’s troops left Sudzha, Kursk region."
    mentions = found(parse, text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))
    assert [m.name for m in mentions] == ["Kursk", "Belgorod", "Ukraine", "Ukraine", "Sudzha", "Kursk"]


@pytest.mark.parametrize(
    "text", ["Kursk, " * 400, "in A " * 500, "Village of " * 300, "1" * 20_000, "-" * 4_000, "", " "]
)
def test_hostile_text_is_read_without_harm(parse: Parse, text: str) -> None:
    for mention in find_places(text, parse(text), LEXICON, KNOWN.__contains__):
        assert text[mention.start : mention.end]
