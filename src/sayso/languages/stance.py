"""The shape of a stance lexicon: the words within a content that tell how its speaker stands to it."""

from __future__ import annotations

from sayso.records import Record


class StanceLexicon(Record, frozen=True, kw_only=True):
    """Lemmas unless said otherwise.

    future       auxiliaries of what will be, lower case ("will", "would")
    possible     auxiliaries of what may be, lower case ("could")
    needed       auxiliaries and verbs of what ought to be ("must", "need")
    important    predicates of what ought to be ("important")
    wanting      verbs with which a speaker in the first person asks for something ("want")
    planning     verbs for one's own plans, in the content ("plan"), and cues that plan with an infinitive ("agree")
    aims         nouns for what one is after ("goal")
    untrue       predicates that deny their subject ("is a lie")
    perfect      the auxiliary of what is past ("may have been")
    own          subjects under which a speaker talks of the own side, lower case ("we", "it")
    first        of these those of the first person
    harm         verbs and nouns for harm
    reprisal     of these those that are threats in the passive too ("punished")
    believing    verbs with which a denied belief is a doubt ("does not believe")
    allowing     cues that deny, and with a negation leave something possible ("rule out")
    advising     cues that urge when an infinitive or a negated one follows ("warned residents to leave")
    against      prepositions after them, lower case ("warned against")
    ability      auxiliaries that also tell what someone was able to do ("could"), lower case
    perceiving   verbs with which they do ("could hear")
    bidding      auxiliaries that an imperative may have ("do not travel"), lower case
    persons      pronouns for a person, lower case
    purpose      words that open a clause of purpose, in which they weaken nothing ("so that aid could pass"), lower case
    agents       prepositions after which a passive's doer stands ("would be reported by the army"), lower case
    nothing      determiners and pronouns that negate a clause as its subject or object, lower case ("no", "nobody")
    """

    future: frozenset[str]
    possible: frozenset[str]
    needed: frozenset[str]
    important: frozenset[str]
    wanting: frozenset[str]
    planning: frozenset[str]
    aims: frozenset[str]
    untrue: frozenset[str]
    perfect: frozenset[str]
    own: frozenset[str]
    first: frozenset[str]
    harm: frozenset[str]
    reprisal: frozenset[str]
    believing: frozenset[str]
    allowing: frozenset[str]
    advising: frozenset[str]
    against: frozenset[str]
    ability: frozenset[str]
    perceiving: frozenset[str]
    bidding: frozenset[str]
    persons: frozenset[str]
    purpose: frozenset[str]
    agents: frozenset[str]
    nothing: frozenset[str]
