"""The shape of a quantity grammar: tables of number words, units, hedges, nouns and cues, and closed classes of words.

Phrases are tuples of lower-case tokens ("square", "kilometres"); symbols and currencies are tuples of tokens in the case
they are written in ("kW",). A closed class is named after the part its words play, with English for the example; a
language that has no such words leaves it empty.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from sayso.records import Change, Hedge, Measure, Record

Phrase = tuple[str, ...]
Words = frozenset[str]
Phrases = frozenset[Phrase]

# What a number word does: "seven" is a one, "twenty" a ten, "hundred" multiplies what stands before it, "million"
# closes a group, "dozen" is a group of things, "hundreds" a vague plural, "several" vague and may be multiplied,
# "third" is a part; "zero" is a figure, "no" stands before the noun of which there is none, "nobody" in its place.
NumeralRole = Literal[
    "one", "ten", "hundred", "scale", "group", "plural", "few", "part", "zero", "none", "nobody"
]


class Numeral(Record, frozen=True, kw_only=True):
    """A number word. `low` and `high` are the inclusive bounds of a vague one, equal to `value` otherwise."""

    role: NumeralRole
    value: float
    low: float
    high: float


class Unit(Record, frozen=True, kw_only=True):
    """A unit of measure. `factor` turns a figure into the base unit of its `dimension`; 0 where no factor is fixed
    (currencies, temperatures with an offset)."""

    name: str
    dimension: str
    factor: float
    measure: Measure


class Cue(Record, frozen=True, kw_only=True):
    """Words beside a number that tell what became of those counted.

    `after_noun` is whether they may stand to the right without an auxiliary ("30 people died", "12 dead").
    """

    measure: Measure
    before: bool
    after: bool
    after_noun: bool


class FunctionWords(Record, frozen=True, kw_only=True):
    """Classes of words that every step asks for.

    additives, alternatives   what joins equals: "and"; "or"
    partitives     between a part and its whole, or a number and its noun: "of"
    determiners    before a noun: "the", "their", "some"
    others         those of them that mean things besides those told before: "more", "another"
    comparatives   after which a "more" compares and does not add: "than"
    auxiliaries    between the noun counted and what became of it: "were", "have", "reportedly"
    prepositions, conjunctions, adverbs
    saying         verbs of saying: "one resident said" counts nothing
    stops          all words that end a noun phrase, those above among them
    acronyms       names in capitals that would be read as one of these: "WHO"
    """

    additives: Words
    alternatives: Words
    partitives: Words
    determiners: Words
    others: Words
    comparatives: Words
    auxiliaries: Words
    prepositions: Words
    conjunctions: Words
    adverbs: Words
    saying: Words
    stops: Words
    acronyms: Words


class NumberWords(Record, frozen=True, kw_only=True):
    """Words within a number.

    ones           number words that are pronouns or articles too: "one"
    articles       stand for one before a multiplier: "a" hundred
    joints         between the words of a number: a hundred "and" five
    halves         "half"; `added_halves` with all that adds it: two "and a half"
    not_halves     after these a half is one of two: the "latter" half
    ratios         between the ends of a share: two "in" three; `firm_ratios` where nothing else can be meant: "out of"
    vague_with_article   vague words that count with an article only: a "few"; `vague_articles` do for one: "the" few
    vague_with_partitive vague words with a partitive or a number behind: a "couple" of
    negatives      signs below zero in words: "minus"
    glued          scale letters written on to the digits (12"bn"), in their case; `spaced` those that may stand off, in
                   lower case
    metre_or_million  the letter that may be either; `beside_metres` are the words after it that make it metres
    """

    ones: Words
    articles: Words
    joints: Words
    halves: Words
    added_halves: Phrases
    not_halves: Words
    ratios: Phrases
    firm_ratios: Phrases
    vague_with_article: Words
    vague_articles: Words
    vague_with_partitive: Words
    negatives: Words
    glued: Mapping[str, float]
    spaced: Mapping[str, float]
    metre_or_million: str
    beside_metres: Words


class PhraseWords(Record, frozen=True, kw_only=True):
    """Words between number, unit, hedge and the ends of a range.

    rates          "per", "/"; `rate_articles` those that take only a unit of time, volume or mass: "a" day
    lone_symbols   symbols of one sign that stand for a unit with a space before them too: 5 "m"
    money_echoes   a currency told once more behind the figure, in its case: $76 "US"
    openers        what opens a range, with what parts its ends: "between" 3 "and" 5
    change_openers those that may tell a change as well: "from" 3 "to" 5
    joints         what parts the ends of a range without an opener: 3 "to" 5; `padding` may stand before it: from 3 "up" to 5
    additions      between a hedge and its number: at least "another" five
    not_hedges     phrases whose last word is no hedge: "all over" five towns
    """

    rates: Words
    rate_articles: Words
    lone_symbols: Words
    money_echoes: Phrases
    openers: Mapping[str, str]
    change_openers: Mapping[str, str]
    joints: Words
    padding: Words
    additions: Words
    not_hedges: Phrases


class DateWords(Record, frozen=True, kw_only=True):
    """Words that make a number a date, a time of day or a year.

    months, day_joints   4 "and" 5 July, the 4th "of" July
    clock          behind the hour: 5 "pm"; `hours` behind four digits: 0500 "hours", with one of `before_hours` in front
    years          before a bare number of four digits that may be a year; `firm_years` where it always is
    year_abbreviations  the same, shortened: "d." 1980
    """

    months: Words
    day_joints: Words
    clock: Phrases
    hours: Words
    before_hours: Words
    years: Words
    firm_years: Words
    year_abbreviations: Words


class AgeWords(Record, frozen=True, kw_only=True):
    """Words that make a number an age.

    before         "aged" 34; `between` may stand between: aged "from" 18 "to" 60; `not_before` are those of eras: "new age"
    units          34-"year"-old, 3 "months" old; `after` closes it: "old", "of age"
    limits         children "under" five; `nouns` are those that have one: "children"
    """

    before: Words
    between: Words
    not_before: Phrases
    units: Words
    after: Phrases
    limits: Words
    nouns: Words


class NameWords(Record, frozen=True, kw_only=True):
    """Words that make a number an ordinal, a score or a place in a row.

    ordinals       endings written on to digits: 22"nd", 1990"s"; `spelled_ordinals` the words: "second"
    scores         words of sport that make 3-1 a result
    crosses        signs of a format: 5 "x" 7
    hyphened       nouns that stay nouns in a headline of capitals: 40-"MAN"
    ranks          "top" 5
    """

    ordinals: Words
    spelled_ordinals: Words
    scores: Words
    crosses: Words
    hyphened: Words
    ranks: Words


class NounWords(Record, frozen=True, kw_only=True):
    """Words and endings that tell where the noun counted begins and ends.

    plurals        endings of plurals: -"s"; `not_plurals` longer endings that are none: -"ous"; `irregular_plurals` whole nouns
    participles    endings of participles: -"ed"
    adjectives     adjectives and participles before a noun that look like the end of a phrase: "armed"
    skipped        between number and noun and never part of it: 5 "more" tanks, 5 "most" prominent guests
    passed_over    adjectives that are no part of the noun, where one follows: 5 "additional" tanks, 5 "largest" plants
    predicates     nouns of a state that stand behind another noun: 5 soldiers "dead"
    contents       between a sum of money and what it buys: $5m "worth" of
    of_none        between a word for nobody and what became of them: none "of them"
    """

    plurals: tuple[str, ...]
    not_plurals: tuple[str, ...]
    irregular_plurals: Words
    participles: tuple[str, ...]
    adjectives: Words
    skipped: Words
    passed_over: Words
    predicates: Words
    contents: Words
    of_none: Words


class MeasureWords(Record, frozen=True, kw_only=True):
    """Words between a number and what tells the measure.

    before_bare    may stand before a cue without an auxiliary: 12 "others" wounded
    objects        open the object of a verb: 5 soldiers killed "a" guard
    passives       make a cue in front the end of its own clause: 5 "were" killed in two raids
    to_number      between a cue and its number: killed "as many as" 5
    toll_links     right before a figure whose subject may stand far off: the toll "reached" 5
    clauses        open a clause: "which"; `complements` those that a cue in front never reaches over: "that"
    asides         open an aside between a noun and its verb: 300, "mostly" women, have
    series         between members of a series: 5 soldiers "as well as" 3 guards
    like_force     nouns that are soldiers beside soldiers: "men"
    """

    before_bare: Words
    objects: Words
    passives: Words
    to_number: Words
    toll_links: Words
    clauses: Words
    complements: Words
    asides: Words
    series: Words
    like_force: Words


class ChangeWords(Record, frozen=True, kw_only=True):
    """Words between a verb of growing or shrinking and its figure.

    by, to         lead to the difference, and to the new figure: rose "by" 5 "to" 12
    links          any word that may stand between the two: rose by "just" 5
    not_changes    phrases that open with a word of change and tell none: "up to"
    """

    by: Words
    to: Words
    links: Words
    not_changes: Phrases


class PartWords(Record, frozen=True, kw_only=True):
    """Words that link a figure to another.

    inclusive      before a part: 22 people, "including" six children
    among          between a part and its whole: three "among" the 14 dead; `between` are whole phrases: "of the"
    of_them        phrases that point back to the whole: six "of them"
    restating      phrases between a figure and its conversion: 10 miles, "or" 16 km
    """

    inclusive: Words
    among: Words
    between: Phrases
    of_them: Phrases
    restating: Phrases


class QuantityGrammar(Record, frozen=True, kw_only=True):
    """All that quantities need of a language: tables, then closed classes by the step that asks for them.

    numerals       number words, one token each
    units, symbols units after the number: words in lower case; symbols in their case
    currencies     what stands before the number ("US$", "€"), in its case; `currency_ends` the last tokens of these
    unit_starts    the first tokens of units and symbols
    hedges_before, hedges_after   hedges on either side; `loose_hedges` behind it may as well open the next number
    labels         words after which a number is a name: lower case ("article", "resolution"), and as written ("Boeing")
    names          whole phrases with a number word that count nothing ("no one else", "on the one hand")
    abbreviations  words whose full stop ends no sentence
    counted        head nouns: the measure they imply, "people" for persons, "other" for a known noun without one
    compounds      multi-word heads ("prisoners of war"), to their measure
    cues           words for what became of the counted, to their Cue
    changes        words for growing and shrinking; `amounts_only` those that do so only with an amount ("lost 2%"),
                   `with_preposition` only with a preposition ("raised to 30")
    """

    numerals: Mapping[str, Numeral]
    units: Mapping[Phrase, Unit]
    symbols: Mapping[Phrase, Unit]
    currencies: Mapping[Phrase, Unit]
    currency_ends: Words
    unit_starts: Words
    hedges_before: Mapping[Phrase, Hedge]
    hedges_after: Mapping[Phrase, Hedge]
    loose_hedges: Phrases
    labels: Words
    names: Phrases
    abbreviations: Words
    counted: Mapping[str, str]
    compounds: Mapping[Phrase, str]
    cues: Mapping[Phrase, Cue]
    changes: Mapping[str, Change]
    amounts_only: Words
    with_preposition: Words

    words: FunctionWords
    number: NumberWords
    phrase: PhraseWords
    dates: DateWords
    ages: AgeWords
    name: NameWords
    noun: NounWords
    measure: MeasureWords
    change: ChangeWords
    part: PartWords
