"""English words around place names, from the tables place_*.tsv beside this file."""

from __future__ import annotations

import csv
from collections import defaultdict
from functools import lru_cache
from importlib.resources import files
from typing import Literal, cast

from sayso.languages.place import KindWord, PlaceLexicon
from sayso.records import PlaceKind


@lru_cache(maxsize=1)
def load() -> PlaceLexicon:
    """The English lexicon of places. Raises KeyError or ValueError where a table lacks a role or has a wrong word in it."""
    words: dict[str, set[str]] = defaultdict(set)
    for row in table("place_words.tsv"):
        words[row["role"]].add(row["word"])
    demonyms: set[str] = set()
    acting: set[str] = set()
    for row in table("place_countries.tsv"):
        demonyms.update(lower(row["demonyms"]))
        acting.update(lower(row["names"]), lower(row["capitals"]))
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
        abbreviations={row["abbreviation"]: row["name"] for row in table("place_abbreviations.tsv")},
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
    for row in table("place_kinds.tsv"):
        for word, plural in ((row["word"], False), (row["plural"], True)):
            if word:
                found[word] = KindWord(
                    kind=cast(PlaceKind, row["kind"]),
                    position=cast(Literal["before", "after", "both"], row["position"]),
                    in_name=row["in_name"] == "yes",
                    capital=row["capital"] == "yes",
                    plural=plural,
                )
    return found


def lower(cell: str) -> list[str]:
    return [name.lower() for name in cell.split("|")]


def table(name: str) -> list[dict[str, str]]:
    text = files("sayso.languages.en").joinpath(name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
