"""The shape of an event lexicon: which words state an event, and of which kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from sayso.records import Record


class EventKind(Record, frozen=True, kw_only=True):
    """PLOVER type and mode, ACLED sub-event type. A mode or an ACLED type that does not apply is None."""

    type: str
    mode: str | None
    acled: str | None


class EventLexicon(Record, frozen=True, kw_only=True):
    """Cue words by (lemma, part of speech "VERB" or "NOUN"), and what around them tells whether the outlet tells them.

    particles      the kinds of verb and particle together ("blow up"), which go before the verb alone
    objects        the kinds of verb and object together ("launch drone"), which go before both; None where the verb
                   then states no event ("release a statement")
    subjects       the same of verb and subject ("stand troop")
    happening      verbs with which an event noun states that it happened ("shelling continued")
    doing          verbs whose object an event noun is where it happened ("launched an attack")
    not_stated     auxiliaries and governing verbs under which an event is planned, feared or asked for
    brought_about  verbs whose infinitive did happen ("was forced to flee")
    conditions     words that make a clause conditional, or one that only dates another ("if", "until")
    lasting        predicates with which an event noun states that it goes on ("is daily"); with others it is judged
    likely         predicates that make their subject's deed or its infinitive no fact ("likely")
    reporting      verbs of saying: what stands in a clause under them is somebody's ("..., he said")
    linking        adverbs that only link a clause with the one before ("however"), lemmas
    nothing        subjects, objects and their determiners that negate the clause ("nobody", "no"), lemmas
    according      lemmas of the words that hand a clause to a source ("according to")
    """

    cues: Mapping[tuple[str, Literal["VERB", "NOUN"]], EventKind]
    particles: Mapping[tuple[str, str], EventKind]
    objects: Mapping[tuple[str, str], EventKind | None]
    subjects: Mapping[tuple[str, str], EventKind | None]
    happening: frozenset[str]
    doing: frozenset[str]
    not_stated: frozenset[str]
    brought_about: frozenset[str]
    conditions: frozenset[str]
    lasting: frozenset[str]
    likely: frozenset[str]
    reporting: frozenset[str]
    linking: frozenset[str]
    nothing: frozenset[str]
    according: frozenset[str]
