"""English words around place names, from the tables place_*.tsv beside this file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, cast

from sayso import tables
from sayso.languages.place import KindWord, PlaceLexicon
from sayso.records import PlaceKind

HERE = "sayso.languages.en"
KINDS = ("word", "plural", "kind", "position", "in_name", "capital")


@lru_cache(maxsize=1)
def load() -> PlaceLexicon:
    """The English lexicon of places. Raises TableError on a row that is none."""
    words: dict[str, set[str]] = defaultdict(set)
    for role, word in tables.rows(HERE, "place_words.tsv", ("role", "word")):
        words[role].add(word)
    demonyms: set[str] = set()
    acting: set[str] = set()
    for _, names, capitals, of_country in countries():
        demonyms.update(lower(of_country))
        acting.update(lower(names), lower(capitals))
    seats = frozenset(words["seat"])
    return PlaceLexicon(
        kinds=kinds(),
        locatives=frozenset(words["locative"]),
        firm=frozenset(words["firmly locative"]),
        reaching=frozenset(words["reaching"]),
        followers=frozenset(words["follower"]),
        directions=frozenset(words["direction"]),
        of=frozenset(words["of"]),
        conjoins=frozenset(words["and"]),
        never=frozenset(words["never"]),
        organisations=frozenset(words["organisation"]),
        things=frozenset(words["thing"]),
        treaties=frozenset(words["treaty"]),
        demonyms=frozenset(demonyms - {""}) | words["demonym"],
        institutions=frozenset(acting - {""}) | seats,
        seats=seats,
        attributive=frozenset(words["attributive"]),
        abbreviations={
            row[0]: row[1] for row in tables.rows(HERE, "place_abbreviations.tsv", ("abbreviation", "name"))
        },
        lying=frozenset(words["lying"]),
        speaking=frozenset(words["speaking"]),
        acts=frozenset(words["acting noun"]),
        deeds=frozenset(words["deed"]),
        parley=frozenset(words["parley"]),
        parley_with=frozenset(words["parley preposition"]),
        addressing=frozenset(words["addressing"]),
        calling=frozenset(words["calling"]),
        calling_on=frozenset(words["calling preposition"]),
        willing=frozenset(words["willing"]),
        agent=frozenset(words["agent"]),
        according=frozenset(words["according"]),
    )


def kinds() -> dict[str, KindWord]:
    found: dict[str, KindWord] = {}
    for singular, plural, kind, position, in_name, capital in tables.rows(HERE, "place_kinds.tsv", KINDS):
        for word, is_plural in ((singular, False), (plural, True)):
            if word:
                found[word] = KindWord(
                    kind=cast(PlaceKind, kind),
                    position=cast(Literal["before", "after", "both"], position),
                    in_name=in_name == "yes",
                    capital=capital == "yes",
                    plural=is_plural,
                )
    return found


def lower(cell: str) -> list[str]:
    return [name.lower() for name in cell.split("|")]


def countries() -> Iterator[tables.Row]:
    """The states of the world: ISO code, names, capitals and demonyms, each but the code parted by "|"."""
    return tables.rows(HERE, "place_countries.tsv", ("iso", "names", "capitals", "demonyms"))
