"""The shape of a language's grammar of time expressions.

A grammar reads a text as words, each with the classes it belongs to ("august" is a month, "16" a number, a day and an hour).
Every set of classes has one sign, so that a stretch of text is also a short string of signs, and a rule is a regular
expression over that string: `MONTH DOT? (?P<day>DAY)`. That keeps rules readable and the work linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sayso.moments import Anchor, Expression, Tense
from sayso.records import Span, TimexType

NO_VALUES: Mapping[str, str] = {}


class Word(NamedTuple):
    """A word or mark. `text` is in lower case; `values` has the value for each class it belongs to ("MONTH": "8")."""

    start: int
    end: int
    text: str
    values: Mapping[str, str] = NO_VALUES


class Words(NamedTuple):
    """The words of a stretch, the string of their signs (one each), and the text they stand in."""

    text: str
    words: Sequence[Word]
    signs: str


class Reading(NamedTuple):
    """A time expression over the words first to last, both included."""

    first: int
    last: int
    type: TimexType
    expression: Expression
    anchor: Anchor = "publication"


class Match(NamedTuple):
    """Where a rule fits: `group(name)` gives the first and last word of a part, or None."""

    found: re.Match[str]
    words: Words

    def group(self, name: str) -> Span | None:
        start, end = self.found.span(name) if name in self.found.re.groupindex else (-1, -1)
        return (start, end - 1) if start < end and start >= 0 else None

    def value(self, name: str, kind: str) -> str | None:
        """The value for a class of the first word of a part."""
        span = self.group(name)
        return self.words.words[span[0]].values.get(kind) if span else None

    @property
    def first(self) -> int:
        return self.found.start()

    @property
    def last(self) -> int:
        return self.found.end() - 1


class Rule(NamedTuple):
    """A pattern over signs, and what it means. `read` gives no readings where the words turn out not to be a time."""

    name: str
    pattern: re.Pattern[str]
    read: Callable[[Match], Sequence[Reading]]


@dataclass(frozen=True)
class TimeGrammar:
    """All that find/time needs of a language.

    words   reads a stretch of the text as words
    rules   in order of preference among readings of the same length
    refine  steps that join neighbouring readings ("10 p.m." + "Wednesday") or widen them ("early" + "next year")
    tense   that of the clause of a reading
    """

    words: Callable[[str, Span], Words]
    rules: tuple[Rule, ...]
    refine: tuple[Callable[[Words, list[Reading]], list[Reading]], ...]
    tense: Callable[[Words, Reading], Tense | None]


class Signs:
    """One sign for each set of classes, and patterns that name classes turned into patterns over signs."""

    def __init__(self, sets: Iterable[frozenset[str]]) -> None:
        distinct = sorted({frozenset(), *sets}, key=lambda s: (len(s), sorted(s)))
        self._sign = {classes: chr(0xE000 + index) for index, classes in enumerate(distinct)}
        self.classes = frozenset(name for classes in distinct for name in classes)

    def of(self, classes: Iterable[str]) -> str:
        return self._sign[frozenset(classes)]

    def compile(self, pattern: str, parts: Mapping[str, str] = NO_VALUES) -> re.Pattern[str]:
        """A pattern in verbose syntax, in which names in capitals are classes or `parts`. ANY is any word.

        Raises KeyError for a name that is neither.
        """
        for _ in range(4):  # parts may name parts
            pattern = re.sub(r"\b[A-Z_]{2,}\b", lambda m: parts.get(m[0], m[0]), pattern)
        return re.compile(re.sub(r"\b[A-Z_]{2,}\b", self._signs_of, pattern), re.VERBOSE)

    def _signs_of(self, name: re.Match[str]) -> str:
        if name[0] == "ANY":
            return "."
        if name[0] not in self.classes:
            raise KeyError(name[0])
        return "[" + "".join(sign for classes, sign in self._sign.items() if name[0] in classes) + "]"
