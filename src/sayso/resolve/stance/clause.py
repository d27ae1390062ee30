"""What one clause of a content tells: its time and mood, whose deed it is, what it does and says of its subject."""

from __future__ import annotations

from typing import Literal

from sayso.languages.stance import StanceLexicon
from sayso.mentions import Token
from sayso.records import Record
from sayso.resolve.stance.sides import Speaking, own_phrase
from sayso.resolve.stance.tree import SUBJECTS, Word

Mood = Literal["future", "possible", "needed", "imperative", "infinitive", "past", "present"]
Subject = Literal["first", "own", "side", "other", "none"]
COMPLEMENTS = frozenset({"acomp", "attr", "oprd"})
GOVERNED = frozenset(
    {"dobj", "xcomp", "conj", "advcl", "prep", "pobj", "acomp", "attr", "oprd", "nsubjpass", "dative"}
)
# An auxiliary or particle that carries no mood of its own.
HELPERS = frozenset({"aux", "auxpass"})


class Clause(Record, frozen=True, kw_only=True):
    """`subject`: first (we), own (of the speaker's side), side (some state or alliance, the speaker's side not known),
    other, none. `predicates` are the lemmas said of the subject after a linking verb, with what these lead on to
    kept apart in `leads_on`, `governed` those of objects and complements; all lemmas lower case.
    """

    lemma: str
    tag: str
    mood: Mood
    subject: Subject
    about: str
    perfect: bool
    progressive: bool
    able: bool
    negated: bool
    passive: bool
    predicates: frozenset[str]
    leads_on: frozenset[str]
    governed: frozenset[str]

    @property
    def own(self) -> bool:
        return self.subject in {"first", "own"}


def read_clause(verb: Word, speaking: Speaking, words: StanceLexicon) -> Clause:
    """What the verb's auxiliaries, subject and complements tell. A thought of the speaker's own ("I think that ...") is
    read for what is thought."""
    below = verb.below()
    thought = next((w for w in below if w.token.dep == "ccomp" and w.index > verb.index), None)
    if thought is not None and verb.token.lemma in words.thinking and thought.token.pos in {"VERB", "AUX"}:
        return read_clause(thought, speaking, words)
    tokens = [w.token for w in below]
    subject = next((w for w in below if w.token.dep in SUBJECTS and w.index < verb.index), None) or next(
        (w for w in below if w.token.dep in SUBJECTS - {"attr"}), None
    )
    complements = [
        w for w in below if w.token.dep in COMPLEMENTS and (subject is None or w.index != subject.index)
    ]
    said = [w.token for w in complements] + [
        t for w in complements for t in w.children() if t.dep in {"amod", "conj", "compound"}
    ]
    leads = [t for t in tokens if t.dep == "xcomp"]
    for word in complements:
        leads += [t for t in word.children() if t.dep in {"xcomp", "prep", "acl", "ccomp", "relcl"}]
    governed = {t.lemma.lower() for t in tokens if t.dep in GOVERNED and t is not (subject and subject.token)}
    for word in below:
        if word.token.dep in {"dobj", "attr", "xcomp", "prep"}:
            governed |= {
                t.lemma.lower()
                for t in word.children()
                if t.dep in {"amod", "compound", "pobj", "dobj", "conj"}
            }
    return Clause(
        lemma=verb.token.lemma.lower(),
        tag=verb.token.tag,
        mood=_mood(verb.token, tokens, subject is not None, words),
        subject=_subject(subject, speaking, words),
        about="" if subject is None else subject.token.lemma.lower(),
        perfect=any(t.lemma in words.perfect and t.dep == "aux" for t in tokens),
        progressive=verb.token.tag == "VBG"
        and any(t.lemma in words.progressive and t.dep == "aux" for t in tokens),
        able=any(t.text.lower() in words.enabling for t in tokens if t.dep == "aux"),
        negated=any(t.dep == "neg" for t in tokens),
        passive=any(t.dep in {"auxpass", "nsubjpass"} for t in tokens),
        predicates=frozenset(f for t in said for f in (t.lemma.lower(), t.text.lower())),
        leads_on=frozenset(t.lemma.lower() for t in leads),
        governed=frozenset(governed),
    )


def _mood(verb: Token, below: list[Token], has_subject: bool, words: StanceLexicon) -> Mood:
    helping = {t.text.lower() for t in below if t.dep in HELPERS}
    own = {verb.text.lower()} if verb.tag == "MD" else set()
    if (helping | own) & words.future:
        return "future"
    if (helping | own) & words.possible:
        return "possible"
    if (helping | own) & words.obliging:
        return "needed"
    if verb.tag == "VB" and not has_subject and helping <= words.bidding and verb.dep in {"ROOT", "ccomp"}:
        return "imperative"
    if any(t.tag == "TO" and t.dep == "aux" for t in below):
        return "infinitive"
    past = verb.tag in {"VBD"} or any(t.tag == "VBD" and t.dep in HELPERS for t in below)
    return "past" if past or any(t.lemma in words.perfect and t.dep == "aux" for t in below) else "present"


def _subject(subject: Word | None, speaking: Speaking, words: StanceLexicon) -> Subject:
    if subject is None:
        return "none"
    lower = subject.token.text.lower()
    if lower in words.first:
        return "first"
    if lower in speaking.pronouns:
        return "own"
    if subject.token.dep == "expl":
        return "other"
    phrase = [
        subject.token,
        *(t for t in subject.children() if t.start < subject.token.start or t.dep == "conj"),
    ]
    mine = words.ours if subject.token.lemma.lower() not in words.bodies else words.ours | words.possessives
    if any(t.text.lower() in mine for t in phrase):
        return "own"
    return own_phrase(phrase, speaking, words)
