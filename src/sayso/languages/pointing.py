"""The shape of a pointing lexicon: the words with which a later statement means an earlier one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from sayso.records import Record, Stance

Needs = Literal["words", "figure", "picture"]


class PointingNoun(Record, frozen=True, kw_only=True):
    """A noun for what someone has said ("claim", "figure"). `stances` are those of the statements it can mean; `needs` is
    what must be in them: a figure for "toll", a word of `pictures` for "video", and nothing more than words for "claim".
    """

    stances: frozenset[Stance]
    needs: Needs


class PointingLexicon(Record, frozen=True, kw_only=True):
    """All that the resolver of doubts knows of a language. Lemmas unless said otherwise.

    nouns        nouns for what was said ("claim"), by lemma
    pronouns     words that alone stand for what was said ("it", "this"), lower case
    relative     those of them that stand for what their own sentence says ("which"), lower case
    amounts      words for some or all of what was said ("none", "neither"), lower case
    aspects      nouns for a side of what was said ("accuracy", "detail"), which the next noun names
    linking      prepositions from such a word to that noun ("of"), lower case
    owning       prepositions before the one who said it ("by", "from"), lower case
    definite     determiners of what was named before ("the", "this"), lower case
    indefinite   determiners of what its own sentence names ("a claim that could not be verified"), lower case
    parties      nouns for either of those who contradict each other ("side")
    confirming   verbs with which one confirms what another one said
    failing      words for what was tried in vain ("unable"), which make a doubt of a verb of checking
    pictures     words for what shows something ("footage")
    light        verbs that say nothing by themselves ("be")
    here         determiners by which an outlet speaks of itself ("this newspaper", "our reporters"), lower case
    reporting    nouns behind them for an outlet or those who report for it
    """

    nouns: Mapping[str, PointingNoun]
    pronouns: frozenset[str]
    relative: frozenset[str]
    amounts: frozenset[str]
    aspects: frozenset[str]
    linking: frozenset[str]
    owning: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    parties: frozenset[str]
    confirming: frozenset[str]
    failing: frozenset[str]
    pictures: frozenset[str]
    light: frozenset[str]
    here: frozenset[str]
    reporting: frozenset[str]
