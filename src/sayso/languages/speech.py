"""The shape of a speech lexicon: the words with which a language hands a statement to someone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from sayso.mentions import Token
from sayso.records import Record, Stance

Gender = Literal["female", "male", "neuter", "any"]
Number = Literal["singular", "plural"]


class Cue(Record, frozen=True, kw_only=True):
    """A word that carries a saying. `stance` is what the speaker takes to the content when nothing round it says otherwise;
    `says` is False where it tells of a thought, a wish or an act rather than of words ("supports", "plans").
    """

    lemma: str
    stance: Stance
    says: bool


class Pronoun(Record, frozen=True, kw_only=True):
    """What a personal pronoun agrees with. `person` is 1, 2 or 3."""

    number: Number
    gender: Gender
    person: int


class FunctionWords(Record, frozen=True, kw_only=True):
    """The little words between a cue and what it governs, lower case.

    role         before what someone is quoted as doing ("as")
    source       before the source of a cue noun ("by", "from")
    empty        subjects that name nobody ("it", "there")
    pointing     words that stand for what was said before ("this")
    joining      between two quotations of one content ("and")
    coordinating what joins two clauses, and ends none ("and")
    """

    role: frozenset[str]
    source: frozenset[str]
    empty: frozenset[str]
    pointing: frozenset[str]
    joining: frozenset[str]
    coordinating: frozenset[str]


class SpeechLexicon(Record, frozen=True, kw_only=True):
    """All that the attribution finder, the speaker and the stance resolver know of a language's words of saying.

    verbs, nouns   cues by lemma; a verb with its particle is one lemma ("point out")
    according      phrases that name a source before or after its content ("according to"), as lower-case words
    doubts         predicates with which the outlet itself doubts a clause ("unclear"), lower case
    doubts_negated the same, where they doubt only with a negation ("not clear", "could not be verified")
    checks         verbs of checking, by whose denial a speaker or the outlet doubts ("could not verify"), lemmas
    relays         verbs with which one speaker passes another one's words on ("cite"), lemmas
    carriers       verbs that carry a cue noun ("made the claim that"), lemmas
    complementisers  words that open a clause and are no part of the content ("that")
    words          the function words of the constructions
    pronouns       personal and relative pronouns, lower case, with what they agree with
    media_nouns    nouns for a form in which words reach the outlet ("interview", "statement"), lemmas
    hedges         words that weaken a statement, lower case, longest first
    finite         tags of verbs that a clause can stand on ("says", "will"), as the parser of the language gives them
    negations      words that deny what they stand with, lower case
    titles         nouns and abbreviations of office and rank that stand before or for a name, lower case
    backing        what outlets note that a speaker does not give with a claim ("evidence"), lemmas
    labels         what may stand before a colon without being a speaker ("breaking"), lower case
    people         nouns for those who speak though no model marks them as a name ("official", "witness"), lemmas
    """

    verbs: Mapping[str, Cue]
    nouns: Mapping[str, Cue]
    according: tuple[tuple[str, ...], ...]
    doubts: frozenset[str]
    doubts_negated: frozenset[str]
    checks: frozenset[str]
    relays: frozenset[str]
    carriers: frozenset[str]
    complementisers: frozenset[str]
    words: FunctionWords
    pronouns: Mapping[str, Pronoun]
    media_nouns: frozenset[str]
    hedges: tuple[tuple[str, ...], ...]
    finite: frozenset[str]
    negations: frozenset[str]
    titles: frozenset[str]
    backing: frozenset[str]
    labels: frozenset[str]
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
