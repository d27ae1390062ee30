"""English words that tell whether what is said is fact, forecast, plan, threat, demand or opinion: the tables
stance_words.tsv and stance_cues.tsv."""

from __future__ import annotations

from functools import cache
from typing import cast, get_args

from sayso import tables
from sayso.languages.en import place
from sayso.languages.stance import StanceLexicon
from sayso.records import Stance

HERE = "sayso.languages.en"
# Alliances, and what stands for a state without being its name or capital, under the names of the table of actors.
SIDES = {
    "US": "United States",
    "U.S.": "United States",
    "USA": "United States",
    "America": "United States",
    "Pentagon": "United States",
    "UK": "United Kingdom",
    "U.K.": "United Kingdom",
    "Britain": "United Kingdom",
    "Kremlin": "Russia",
    "Kiev": "Ukraine",
    "NATO": "NATO",
    "Nato": "NATO",
    "EU": "European Union",
    "European": "European Union",
    "Brussels": "European Union",
}


@cache
def lexicon() -> StanceLexicon:
    """The English stance lexicon, read once from its tables. Raises TableError on a row that is none."""
    classes: dict[str, frozenset[str]] = {}
    for name, words in tables.rows(HERE, "stance_words.tsv", ("class", "words"), _not_a_class):
        classes[name] = classes.get(name, frozenset()) | frozenset(words.split())
    cues = tables.rows(HERE, "stance_cues.tsv", ("lemma", "stance"), _not_a_stance)
    return StanceLexicon(
        cues={lemma: cast(Stance, stance) for lemma, stance in cues}, sides=_sides(), **classes
    )


def _sides() -> dict[str, str]:
    found = {
        word if word.isupper() else word.lower(): names.split("|")[0]
        for _, names, capitals, demonyms in place.countries()
        for word in f"{names}|{capitals}|{demonyms}".split("|")
        if word and word.count(" ") < 2
    }
    return found | {word if word.isupper() else word.lower(): side for word, side in SIDES.items()}


def _not_a_class(row: tables.Row) -> str | None:
    name, words = row
    known = set(StanceLexicon.__annotations__) - {"cues", "sides"}
    return None if name in known and words else f"{name} is no class of words"


def _not_a_stance(row: tables.Row) -> str | None:
    lemma, stance = row
    return None if lemma and stance in get_args(Stance) else f"{stance} is no stance"
