"""The shape of a speech lexicon: the words with which a language hands a statement to someone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from sayso.mentions import Token
from sayso.records import Record, Stance

Gender = Literal["female", "male", "neuter", "any"]
Number = Literal["singular", "plural"]


class Cue(Record, frozen=True, kw_only=True):
    """A word that carries a saying. `stance` is what the speaker takes to the content when nothing round it says otherwise.

    `frames` are the shapes in which its content comes:
    that      a clause, with or without "that", or a question clause
    to, ing   an infinitive ("vowed to"), a gerund ("denied shelling")
    np        a noun phrase with all that completes it ("rejected the report as false")
    np+to, np+of, np+for, np+as, np+with, np+np
              the same, but only where it is completed so ("urged Kyiv to ...", "accused Kyiv of ...", "called it a lie")
    figure    a noun phrase with a number in it ("reported 82 settlements")
    figure+at what has a number behind this preposition ("put the dead at two", "arrived at 800")
    shown     a noun phrase, where a document says it ("the poll shows a lead")
    alone     of a noun: it may stand without anyone to whom it belongs ("the claim that ...")
    quote     nothing but a quotation ("smiled", "went on")
    about, of, for, on, ...   what this preposition governs ("warned of", "called for")
    """

    lemma: str
    stance: Stance
    frames: frozenset[str]


class Pronoun(Record, frozen=True, kw_only=True):
    """What a personal pronoun agrees with. `person` is 1, 2 or 3."""

    number: Number
    gender: Gender
    person: int


class FunctionWords(Record, frozen=True, kw_only=True):
    """The little words between a cue and what it governs, lower case.

    infinitive   before an infinitive ("to")
    role         before the role in which something is seen, and between a relay verb and its participle ("as")
    within       before a noun of `in_words_of` ("in")
    source       before the source of a cue noun ("by", "from")
    linking      prepositions within a name ("of")
    place        prepositions within an apposition ("at", "in")
    empty        subjects that name nobody ("it", "there")
    pointing     words that stand for what was said before ("this")
    question     openers of a question clause ("whether")
    joining      between two quotations of one content ("and")
    lacking      before what a speaker does without ("without giving evidence")
    coordinating what joins two clauses, and ends none ("and")
    contrast     openers of a clause that sets another speaker against the first ("while")
    conditional  openers of a clause that says only what may come ("if")
    nobody       subjects and determiners by which nobody speaks ("nobody", "no official")
    blame        frames whose passive needs no agent: what its object is blamed for ("of", "for")
    """

    infinitive: frozenset[str]
    role: frozenset[str]
    within: frozenset[str]
    source: frozenset[str]
    linking: frozenset[str]
    place: frozenset[str]
    empty: frozenset[str]
    pointing: frozenset[str]
    question: frozenset[str]
    joining: frozenset[str]
    lacking: frozenset[str]
    coordinating: frozenset[str]
    contrast: frozenset[str]
    conditional: frozenset[str]
    nobody: frozenset[str]
    blame: frozenset[str]


class SpeechLexicon(Record, frozen=True, kw_only=True):
    """All that the attribution finder, the speaker and the stance resolver know of a language's words of saying.

    verbs, nouns   cues by lemma; a verb with its particle is one lemma ("point out")
    passives       verbs whose agentless passive hands its subject's deed to nobody named ("is believed to have")
    according      phrases that name a source before or after its content ("according to"), as lower-case words
    in_words_of    nouns with which "in X's ..." names a source ("words", "view")
    doubts         predicates with which the outlet itself doubts a clause ("unclear"), lower case
    doubts_negated the same, where they doubt only with a negation ("not clear", "could not be verified")
    checks         verbs of checking, by whose denial a speaker or the outlet doubts ("could not verify"), lemmas
    reportedly     adverbs and the like that hand a statement to nobody named
    relays         verbs with which one speaker passes another one's words on ("cite"), lemmas
    unsaid         auxiliaries by which a saying is only asked for or possible ("must say"), lower case
    light          verbs that only turn another one ("went on to say", "refused to say"), lemmas
    carriers       verbs that carry a cue noun ("made the claim that"), lemmas
    complementisers  words that open a clause and are no part of the content ("that")
    words          the function words of the constructions
    pronouns       personal and relative pronouns, lower case, with what they agree with
    numerals       nouns that stand for a number ("hundred"), lemmas
    media          names of channels that carry words without being a speaker ("Telegram"), lower case
    media_nouns    nouns for a form in which words reach the outlet ("interview", "statement"), lemmas
    hedges         words that weaken a statement, lower case, longest first
    negations      words that deny what they stand with, lower case
    titles         nouns and abbreviations of office and rank that stand before or for a name, lower case
    addressed      verbs whose object is the one spoken to ("tell"), lemmas
    evidence       verbs that say only where someone or a document is their subject ("the poll shows"), lemmas
    idioms         (verb, object) lemmas that say nothing ("claim", "life")
    backing        what outlets note that a speaker does not give with a claim ("evidence"), lemmas
    unnamed        what someone asks for who will not be named ("anonymity", "name", "identify"), lemmas
    standards      what a thing is done by and nobody says ("according to plan"), lemmas
    labels         what may stand before a colon without being a speaker ("breaking"), lower case
    thoughts       forms of verbs of thinking, lower case: within another's words they are no saying of their own
    people         nouns for those who speak though no model marks them as a name ("official", "witness"), lemmas
    """

    verbs: Mapping[str, Cue]
    nouns: Mapping[str, Cue]
    passives: frozenset[str]
    according: tuple[tuple[str, ...], ...]
    in_words_of: frozenset[str]
    doubts: frozenset[str]
    doubts_negated: frozenset[str]
    checks: frozenset[str]
    reportedly: frozenset[str]
    relays: frozenset[str]
    unsaid: frozenset[str]
    light: frozenset[str]
    carriers: frozenset[str]
    complementisers: frozenset[str]
    words: FunctionWords
    pronouns: Mapping[str, Pronoun]
    numerals: frozenset[str]
    media: frozenset[str]
    media_nouns: frozenset[str]
    hedges: tuple[tuple[str, ...], ...]
    negations: frozenset[str]
    titles: frozenset[str]
    addressed: frozenset[str]
    evidence: frozenset[str]
    idioms: frozenset[tuple[str, str]]
    backing: frozenset[str]
    unnamed: frozenset[str]
    standards: frozenset[str]
    labels: frozenset[str]
    thoughts: frozenset[str]
    people: frozenset[str]


def verb_cue(lexicon: SpeechLexicon, lemma: str, particles: Iterable[str] = ()) -> Cue | None:
    """The cue of a verb, together with a particle where that makes another verb ("point out"), None where it is none."""
    for particle in particles:
        if found := lexicon.verbs.get(f"{lemma} {particle}"):
            return found
    return lexicon.verbs.get(lemma)


def cue_of(lexicon: SpeechLexicon, words: Sequence[Token]) -> Cue | None:
    """The entry of the words of an attribution's cue: the last verb among them that is one, else the last noun."""
    for index in range(len(words) - 1, -1, -1):
        token = words[index]
        if token.pos in {"VERB", "AUX"}:
            following = [w.text.lower() for w in words[index + 1 : index + 2]]
            if found := verb_cue(lexicon, token.lemma, following):
                return found
    return next((lexicon.nouns[w.lemma] for w in reversed(words) if w.lemma in lexicon.nouns), None)
