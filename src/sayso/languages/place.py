"""What a language knows of places: the words around their names, and the names that stand for governments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sayso.records import PlaceKind


@dataclass(frozen=True, slots=True)
class KindWord:
    """A word that says what kind of place a name is ("oblast").

    `position`: whether it stands before the name ("village of Robotyne"), after it ("Kursk region") or either.
    `in_name`: whether it is part of the name ("Shayrat air base"); else it only points to the kind.
    `capital`: whether it does so only with a capital ("Harris County", but not "the Kursk market").
    `plural`: whether it heads several names ("Kursk and Belgorod regions").
    """

    kind: PlaceKind
    position: Literal["before", "after", "both"]
    in_name: bool
    capital: bool
    plural: bool


@dataclass(frozen=True, slots=True)
class PlaceLexicon:
    """All keys and members are in lower case, words of a phrase parted by one space; the keys of `abbreviations` are as
    written.

    kinds          kind words and phrases
    locatives      prepositions that a place may follow ("to")
    firm           those of them that few but places follow ("in")
    reaching       verbs whose object is often a place ("shelled"), by lemma
    followers      words which after a name make it a place's ("Sudzha residents")
    directions     words before a name that are no part of it ("eastern")
    of, conjoins   the words that join a kind word to its name, and names to each other
    never          what looks like a place to a parser and is none: months, weapons, agencies
    organisations  words that make a name before them an organisation's ("Kyiv Independent")
    things         words that make a name before them a thing's ("Neptune missiles", "West Nile virus")
    treaties       words that make any name before them a treaty's ("the Minsk agreements")
    demonyms       adjectives and peoples ("Syrian", "Syrians")
    institutions   names that may act for a state: countries, capitals, seats of power
    seats          seats of power alone ("the Kremlin"), which hardly ever are places
    attributive    names which before a noun are adjectives ("US officials")
    abbreviations  "La." -> "Louisiana", after a comma
    lying          verbs which a place is the subject of without acting ("lies", "suffered"), by lemma
    speaking       verbs that make any place the speaker, by lemma
    acts           nouns which their possessor does ("Moscow's claim"), by lemma
    deeds          nouns whose possessor acts, but which may also stand behind their target ("the Ukraine invasion")
    parley         words for what parties do with each other ("talks with Moscow"), by lemma
    parley_with    the prepositions after them
    addressing     verbs whose object is somebody and no territory ("accused Kyiv of"), by lemma
    calling        verbs, and calling_on the prepositions, which together are so ("called on Moscow")
    willing        predicates of those who act ("was not interested in"), by lemma
    agent          the preposition of who does it ("by Russia")
    according      the word before "to" which makes a speaker
    """

    kinds: Mapping[str, KindWord]
    locatives: frozenset[str]
    firm: frozenset[str]
    reaching: frozenset[str]
    followers: frozenset[str]
    directions: frozenset[str]
    of: frozenset[str]
    conjoins: frozenset[str]
    never: frozenset[str]
    organisations: frozenset[str]
    things: frozenset[str]
    treaties: frozenset[str]
    demonyms: frozenset[str]
    institutions: frozenset[str]
    seats: frozenset[str]
    attributive: frozenset[str]
    abbreviations: Mapping[str, str]
    lying: frozenset[str]
    speaking: frozenset[str]
    acts: frozenset[str]
    deeds: frozenset[str]
    parley: frozenset[str]
    parley_with: frozenset[str]
    addressing: frozenset[str]
    calling: frozenset[str]
    calling_on: frozenset[str]
    willing: frozenset[str]
    agent: frozenset[str]
    according: frozenset[str]
