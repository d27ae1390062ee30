"""The shape of a person lexicon: the words with which a language tells who someone is."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sayso.languages.speech import Gender
from sayso.records import ActorKind, Record


class Noun(Record, frozen=True, kw_only=True):
    """A noun for one who can speak ("minister", "ministry"). `title` is True where it stands before a name ("General X")."""

    kind: ActorKind
    gender: Gender
    title: bool


class PersonLexicon(Record, frozen=True, kw_only=True):
    """All that the speaker resolver knows of a language's words for people and bodies.

    nouns        nouns for those who can speak, by lemma, honorifics included
    parts        words that stand in a title and are none alone ("acting", "prime"), lower case
    heads_of     phrases for an office by a shorter name ("head of state": "president"), lower case, without articles;
                 "*" stands for up to three words ("head of * government": "premier")
    like         words of titles that mean the same as another one ("advisor": "adviser"), lower case
    plural       the ending of a plural in lower case, without which words of titles are compared ("ministers")
    heading      nouns for who heads a body: one means the other where both say which body, lemmas
    leading      nouns for who leads a state: one may mean the other ("leader", "president"), lemmas
    realm        nouns within the name of a state ("republic"), lemmas
    vague        nouns that fit many a person ("politician"): "the politician" is whoever spoke last, lemmas
    hosted       nouns for whoever speaks to an outlet, which may stand behind them ("the guest of the programme"), lemmas
    unnamed      those of the vague nouns under which people speak who are not to be named ("an official"), lemmas
    learned      those for who knows and holds no office ("analyst"), lemmas
    staff        nouns for those who speak for a body ("the analysts"), lemmas
    past         words for who holds an office no more ("former"), lower case
    ranks        titles that say nothing of an office ("general", "sir"), lemmas
    telling      nouns for documents in which a body speaks ("report"): "the report" is that of who spoke last, lemmas
    documents    nouns for what one can show to others, besides those ("letter", "recording"), lemmas
    showing      verbs for what is done with a document by who passes it on ("seen by", "released by"), lemmas
    issuing      verbs with which a body lets a document out ("a statement issued by"), lemmas
    continuing   verbs by which words without a speaker go on with what a body said last ("it was emphasised"), lemmas
    reading      the same, where the outlet speaks of itself and its readers ("we read"), lemmas
    given        given names with their gender, lower case
    endings      endings of family names with their gender, lower case
    particles    small words within a person's name ("von", "bin"), lower case
    prefixes     what a hyphen joins to a surname that is also told without it ("al-"), lower case
    demonyms     words for what belongs to a state ("Russian"), as `sayso.resolve.actors.key` makes them, with the state
    blocs        words for what belongs to several states together ("western"), lower case, with the name for them
    against      what a word begins with whose demonym names no side ("pro-", "anti-")
    where        prepositions after which a name is a place ("in", "near"), lower case
    of_side      prepositions that say whose it is ("of", "for"), lower case; after any other a state is only a place
    on_behalf    those of `of_side` after which stands for whom someone speaks ("a spokesman for X"), lower case
    at_seat      preposition and nouns with which a capital says whose it is ("the ministry in Moscow")
    seats        see at_seat: the nouns, lemmas
    free         nouns for those who speak for no state ("resident", "opposition"), lemmas: a demonym gives no side
    generic      nouns that alone stand for the body named last ("the group", "the newspaper"), lemmas
    either       those of them that stand for outlets too ("agency"), lemmas
    agencies     those of `generic` that make the name right before them an outlet's ("the X agency"), singular, lower case
    wires        words before one of `agencies` within a name that make it an outlet's ("news"), lower case
    meanwhile    prepositions that tell when and where someone does a thing, not who it is ("during"), lower case
    reporters    nouns for an outlet's own people by whom it signs ("correspondent"), lemmas
    signing      verbs with which it does ("an X correspondent reports"), lemmas
    nameless     words of a relative clause that belongs to the description ("who asked not to be named"), lower case
    retelling    verbs with which one speaker tells what another one said, besides the relay verbs ("reiterate"), lemmas
    nobody       pronouns that name no one ("nobody", "whoever"), lower case
    same         words that point back ("the same source"), lower case
    articles     definite articles and demonstratives, lower case
    indefinite   indefinite articles and the like, lower case
    personal     relative pronouns for persons only ("who"), lower case
    ours         possessives with which a report tells of its own people ("our correspondent"), lower case
    by, saying, relatives   "by" of a passive, "as" before "saying", relative pronouns
    """

    nouns: Mapping[str, Noun]
    parts: frozenset[str]
    heads_of: Mapping[str, str]
    like: Mapping[str, str]
    plural: re.Pattern[str]
    heading: frozenset[str]
    leading: frozenset[str]
    realm: frozenset[str]
    vague: frozenset[str]
    hosted: frozenset[str]
    unnamed: frozenset[str]
    learned: frozenset[str]
    staff: frozenset[str]
    past: frozenset[str]
    ranks: frozenset[str]
    telling: frozenset[str]
    documents: frozenset[str]
    showing: frozenset[str]
    issuing: frozenset[str]
    continuing: frozenset[str]
    reading: frozenset[str]
    given: Mapping[str, Gender]
    endings: Mapping[str, Gender]
    particles: frozenset[str]
    prefixes: tuple[str, ...]
    demonyms: Mapping[str, str]
    blocs: Mapping[str, str]
    against: tuple[str, ...]
    where: frozenset[str]
    of_side: frozenset[str]
    on_behalf: frozenset[str]
    at_seat: frozenset[str]
    seats: frozenset[str]
    free: frozenset[str]
    generic: frozenset[str]
    either: frozenset[str]
    agencies: frozenset[str]
    wires: frozenset[str]
    meanwhile: frozenset[str]
    reporters: frozenset[str]
    signing: frozenset[str]
    nameless: frozenset[str]
    retelling: frozenset[str]
    nobody: frozenset[str]
    same: frozenset[str]
    articles: frozenset[str]
    indefinite: frozenset[str]
    by: frozenset[str]
    saying: frozenset[str]
    relatives: frozenset[str]
    personal: frozenset[str]
    ours: frozenset[str]
