"""The shape of what a language knows about clutter: the lines of a page that are no part of its report.

A rule says which part a paragraph plays by the words it has (`match`):
    whole     the paragraph is these words and nothing else
    start     it begins with them
    end       it ends with them
    anywhere  they stand in it somewhere
    language  it is made of such names of languages alone: a language switcher
All are compared folded (`fold`). `longest` bounds, in characters, the paragraphs that a rule may claim: a long
paragraph carries claims, whatever it begins with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, cast, get_args

from sayso import tables
from sayso.records import SegmentKind

Match = Literal["whole", "start", "end", "anywhere", "language"]

# No rule may look at more: this bounds the work a paragraph costs, and keeps text that carries claims out of reach.
LONGEST = 800

# The order in which kinds are asked: a promotion with a photographer's credit is still a promotion.
ORDER: tuple[SegmentKind, ...] = ("boilerplate", "credit", "caption")

# Characters that may follow the words of an "end" rule: full stops, arrows.
SLACK = 10

_QUOTES = str.maketrans({"’": "'", "‘": "'", "‛": "'", "“": '"', "”": '"', "\u00a0": " "})
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_BETWEEN_NAMES = re.compile(r"[\s|/,·•]+")
_BULLETS = " \t*•·▪●►▶▸→»›>|-–—_#⚡☛✉\ufe0f"
_ENDS = _BULLETS + ":.…!,"


@dataclass(frozen=True)
class Rule:
    """One row of a language's clutter table. `longest` in characters of the paragraph."""

    kind: SegmentKind
    match: Match
    words: str
    longest: int


@dataclass(frozen=True)
class Pattern:
    """A rule as an expression, tried with `search` on the paragraph: folded, or as it is with its spaces collapsed.

    `tail` is how many of the last characters are looked at, for rules about a paragraph's end; 0 is all of it.
    """

    kind: SegmentKind
    longest: int
    pattern: re.Pattern[str]
    folded: bool = True
    tail: int = 0


@dataclass(frozen=True)
class Clutter:
    """What a language knows about clutter.

    patterns     in the order in which they are tried (`in_order`)
    outlet_line  a line with the outlet and the date; its group "outlet" is the outlet
    dateline     the beginning of a paragraph with place and agency; its group "agency" is the agency
    small_words  words that stay small in a name ("of", "the")
    """

    whole: Mapping[str, SegmentKind]
    languages: frozenset[str]
    patterns: tuple[Pattern, ...]
    outlet_line: re.Pattern[str]
    dateline: re.Pattern[str]
    small_words: frozenset[str] = field(default_factory=frozenset)


def fold(words: str) -> str:
    """Words for comparison: small letters, straight quotes, single spaces, no invisible characters, no bullets ahead."""
    visible = _INVISIBLE.sub("", words.translate(_QUOTES))
    return " ".join(visible.casefold().split()).lstrip(_BULLETS)


def whole_key(words: str) -> str:
    """`fold`, without brackets and punctuation at the ends: the key of `Clutter.whole`."""
    return fold(words).strip(_ENDS + "[]()")


def compile_rules(
    rules: Iterable[Rule],
) -> tuple[dict[str, SegmentKind], frozenset[str], tuple[Pattern, ...]]:
    """Rules as a look-up for whole lines, the names of languages, and one pattern for each kind, match and length."""
    whole: dict[str, SegmentKind] = {}
    languages = set()
    groups: dict[tuple[SegmentKind, Match, int], list[str]] = {}
    for rule in rules:
        if rule.match == "whole":
            whole.setdefault(whole_key(rule.words), rule.kind)
        elif rule.match == "language":
            languages.add(fold(rule.words))
        else:
            groups.setdefault((rule.kind, rule.match, rule.longest), []).append(
                fold(rule.words) or rule.words
            )
    patterns = tuple(
        Pattern(
            kind=kind,
            longest=longest,
            pattern=_alternatives(match, words),
            tail=max(map(len, words)) + SLACK if match == "end" else 0,
        )
        for (kind, match, longest), words in groups.items()
    )
    return whole, frozenset(languages), patterns


def read_table(package: str, name: str) -> tuple[Rule, ...]:
    """The rules of a table with the columns kind, match, longest and words. Raises TableError on a row without sense."""
    return tuple(
        Rule(cast(SegmentKind, kind), cast(Match, match), words.strip(), int(longest))
        for kind, match, longest, words in tables.rows(
            package, name, ("kind", "match", "longest", "words"), _fault
        )
    )


def _fault(row: tables.Row) -> str | None:
    kind, match, longest, words = row
    if kind not in ORDER:
        return f"kind {kind!r} is none of {', '.join(ORDER)}"
    if match not in get_args(Match):
        return f"match {match!r} is none of {', '.join(get_args(Match))}"
    if not longest.isdecimal() or not 0 < int(longest) <= LONGEST:
        return f"longest {longest!r} is no number up to {LONGEST}"
    return None if words.strip() else "it has no words"


def kind_of(paragraph: str, clutter: Clutter) -> SegmentKind | None:
    """The part that a paragraph plays by its words alone; None where they do not say.

    Looks at no paragraph longer than `LONGEST`.
    """
    if len(paragraph) > LONGEST:
        return None
    found = clutter.whole.get(whole_key(paragraph))
    if found is not None:
        return found
    names = _BETWEEN_NAMES.split(fold(paragraph).strip(_ENDS))
    if all(name in clutter.languages for name in names):
        return "boilerplate"
    plain = " ".join(_INVISIBLE.sub("", paragraph.translate(_QUOTES)).split())
    folded = fold(paragraph)
    for rule in clutter.patterns:
        if len(plain) <= rule.longest:
            words = folded if rule.folded else plain
            if rule.pattern.search(words[-rule.tail :] if rule.tail else words):
                return rule.kind
    return None


def in_order(patterns: Iterable[Pattern]) -> tuple[Pattern, ...]:
    """Patterns in the order in which `kind_of` is to try them: by kind, after `ORDER`."""
    return tuple(sorted(patterns, key=lambda pattern: ORDER.index(pattern.kind)))


def _alternatives(match: Match, words: Iterable[str]) -> re.Pattern[str]:
    """One pattern for all: words end where a word ends, so that "ad" is not the beginning of "admiral"."""
    either = "|".join(
        ("" if not w[0].isalnum() else r"\b") + re.escape(w) + ("" if not w[-1].isalnum() else r"\b")
        for w in sorted(words, key=len, reverse=True)
    )
    shape = {
        "start": rf"\A(?:{either})",
        "end": rf"(?:{either})[\s.!»>]{{0,8}}\Z",
        "anywhere": f"(?:{either})",
    }[match]
    return re.compile(shape, re.IGNORECASE)
