"""The shape of a stance lexicon: the words that tell how a speaker stands to what is said."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.records import Record, Stance


class StanceLexicon(Record, frozen=True, kw_only=True):
    """Lemmas unless said otherwise.

    cues         the stance of cues that the speech lexicon lacks or has otherwise, for this question alone
    sides        names, capitals and demonyms of one word with their state or alliance, lower case but for acronyms
    future       auxiliaries of what will be, lower case
    enabling     auxiliaries of ability, lower case
    blaming      cues of blame: what they govern is a fact claimed
    condition    words that open a condition, lower case
    boasting     cues of boast and complaint, which claim a fact where a figure follows
    bodies       nouns for one's own side after a possessive of the third person ("his government")
    possessives  these possessives, lower case
    possible     auxiliaries of what may be, lower case
    obliging     auxiliaries of what ought to be, lower case
    needed       verbs of what ought to be ("we need", "Nato has to")
    important    predicates of what ought to be ("it is important")
    duties       subjects that are what ought to be ("our duty is")
    wanting      verbs with which a speaker asks for something ("we want")
    wishing      of these those with which an infinitive is a plan ("we want to help")
    wanted       what is asked for even so ("we want to see")
    planning     verbs for one's own plans, in the content and as cues of an infinitive ("agreed to")
    considering  verbs for plans that govern a noun ("is considering sanctions")
    aims         nouns for what one is after
    ready        predicates of readiness ("is ready to")
    commitment   verbs, nouns and predicates of a promise ("is committed", "we promise")
    acting       verbs for what a side does, not what becomes of it ("will deliver")
    announcing   cues of what the speaker's own side will do
    vowing       cues of a promise, which is a threat where harm is promised
    being        verbs of what becomes of something, not what it does ("will be", "would lose")
    copula       the verb that only says what its subject is ("our goal is")
    going        verbs that foretell when in progress before another verb ("is going to")
    thinking     verbs of thinking and saying, read for what is thought ("I think that ...")
    expecting    verbs of forecast ("is expected to")
    likely       predicates and subjects of forecast ("is likely", "there is a risk")
    paying       with `price`, what another is threatened with ("will pay a price"): the verbs
    price        and their objects
    cost         what is threatened under a condition ("consequences")
    penalty      what is threatened when it is considered at all ("sanctions")
    weapon       what is threatened when its use is called possible ("nuclear weapons")
    wielding     words for that use
    harm         verbs and nouns for harm
    reprisal     of these those that are threats in the passive too ("would be punished")
    feeling      verbs and predicates of feeling and regard ("we are grateful")
    seeing       verbs that hold one thing for another ("sees it as a threat")
    menace       what is seen so
    linking      verbs that say something of their subject ("is", "marks")
    blame        words of blame
    praise       words of praise
    untrue       predicates that deny their subject ("is a lie")
    foreign      possessives under which an aim is another's ("their goal"), lower case
    perfect      the auxiliary of what is past ("may have been")
    progressive  the auxiliary of what is going on ("is sending")
    own          subjects under which a speaker talks of the own side, lower case
    first        of these those of the first person
    ours         possessives of the own side, lower case ("our country")
    persons      pronouns for a person, lower case
    believing    verbs with which a denied belief is a doubt ("does not believe")
    allowing     cues that deny, and with a negation leave something possible ("did not rule out")
    advising     cues that urge when an infinitive or "against" follows ("warned residents to leave")
    against      prepositions after them, lower case
    ability      auxiliaries that also tell what someone was able to do, lower case
    perceiving   verbs with which they do ("could hear")
    bidding      auxiliaries that an imperative may have ("do not travel"), lower case
    purpose      words that open a clause of purpose, in which they weaken nothing, lower case
    comparing    words that make of an adjective behind them no more than a measure ("as far as possible"), lower case
    agents       prepositions after which a passive's doer stands, lower case
    nothing      determiners and pronouns that negate a clause as its subject or object, lower case
    """

    cues: Mapping[str, Stance]
    sides: Mapping[str, str]
    future: frozenset[str]
    enabling: frozenset[str]
    blaming: frozenset[str]
    condition: frozenset[str]
    boasting: frozenset[str]
    bodies: frozenset[str]
    possessives: frozenset[str]
    possible: frozenset[str]
    obliging: frozenset[str]
    needed: frozenset[str]
    important: frozenset[str]
    duties: frozenset[str]
    wanting: frozenset[str]
    wishing: frozenset[str]
    wanted: frozenset[str]
    planning: frozenset[str]
    considering: frozenset[str]
    aims: frozenset[str]
    ready: frozenset[str]
    commitment: frozenset[str]
    acting: frozenset[str]
    announcing: frozenset[str]
    vowing: frozenset[str]
    being: frozenset[str]
    copula: frozenset[str]
    going: frozenset[str]
    thinking: frozenset[str]
    expecting: frozenset[str]
    likely: frozenset[str]
    paying: frozenset[str]
    price: frozenset[str]
    cost: frozenset[str]
    penalty: frozenset[str]
    weapon: frozenset[str]
    wielding: frozenset[str]
    harm: frozenset[str]
    reprisal: frozenset[str]
    feeling: frozenset[str]
    seeing: frozenset[str]
    menace: frozenset[str]
    linking: frozenset[str]
    blame: frozenset[str]
    praise: frozenset[str]
    untrue: frozenset[str]
    foreign: frozenset[str]
    perfect: frozenset[str]
    progressive: frozenset[str]
    own: frozenset[str]
    first: frozenset[str]
    ours: frozenset[str]
    persons: frozenset[str]
    believing: frozenset[str]
    allowing: frozenset[str]
    advising: frozenset[str]
    against: frozenset[str]
    ability: frozenset[str]
    perceiving: frozenset[str]
    bidding: frozenset[str]
    purpose: frozenset[str]
    comparing: frozenset[str]
    agents: frozenset[str]
    nothing: frozenset[str]
