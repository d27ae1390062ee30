"""English words with which a later statement means an earlier one: the table pointing.tsv, and the closed classes."""

from __future__ import annotations

from functools import cache
from typing import cast, get_args

from sayso import tables
from sayso.languages.pointing import Needs, PointingLexicon, PointingNoun
from sayso.records import Stance

COLUMNS = ("noun", "needs", "stances")


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


@cache
def lexicon() -> PointingLexicon:
    """The English pointing lexicon, read once from its table."""
    return PointingLexicon(
        nouns={
            noun: PointingNoun(
                stances=frozenset(cast("list[Stance]", stances.split())), needs=cast(Needs, needs)
            )
            for noun, needs, stances in tables.rows("sayso.languages.en", "pointing.tsv", COLUMNS, _fault)
        },
        pronouns=_words("it this that these those them which so either both"),
        relative=_words("which that"),
        amounts=_words(
            "all any both each either every few half many most much neither no none one part some two"
        ),
        aspects=_words(
            """accuracy authenticity authorship basis content correctness credibility date detail element existence
            extent location origin part provenance reliability rest source substance time truth truthfulness validity
            veracity"""
        ),
        linking=_words("of in to for about behind"),
        owning=_words("by from of"),
        definite=_words("the this that these those such"),
        indefinite=_words("a an"),
        parties=_words("side party camp belligerent"),
        confirming=_words("acknowledge admit authenticate back concede confirm corroborate verify"),
        failing=_words("decline fail impossible refuse unable"),
        pictures=_words(
            "camera clip film footage image photo photograph picture recording screenshot tape video"
        ),
        light=_words("be do get have make take"),
        here=_words("this our"),
        reporting=_words(
            """agency bureau channel correspondent editor journalist magazine newspaper newsroom outlet paper programme
            publication reporter site station team website"""
        ),
    )


def _fault(row: tables.Row) -> str | None:
    noun, needs, stances = row
    if noun and needs in get_args(Needs) and stances and set(stances.split()) <= set(get_args(Stance)):
        return None
    return f"a noun, one of {', '.join(get_args(Needs))}, and stances wanted: {' '.join(row)!r}"
