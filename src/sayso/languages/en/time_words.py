"""English text as words with classes: the vocabulary of time_words.tsv, and what figures can be."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from sayso import tables
from sayso.languages.time import Signs, Word, Words
from sayso.records import Span

# Each alternative is bounded or cannot fail after a long run, so that reading is linear on any text.
_TOKEN = re.compile(
    r"""
      (?P<iso> \d{4}-\d{2}-\d{2} (?: T\d{2}:\d{2} (?: :\d{2} )? )? (?![\d-]) )
    | (?P<slashed> \d{1,2}/\d{1,2}/(?:\d{4}|\d{2}) (?![\d/]) | \d{1,2}\.\d{1,2}\.\d{4} (?![\d.]\d) )
    | (?P<clock> \d{1,2}:\d{2} (?: :\d{2} )? (?![\d:]) )
    | (?P<ordinal> \d{1,3}(?:st|nd|rd|th) \b )
    | (?P<decade> ['’]?\d{2}(?:\d{2})?s \b | ['’](?=\d{2}\b) )
    | (?P<number> \d+(?:,\d{3})*(?:\.\d+)? )
    | (?P<half> [ap]\.\s?m\b\.? )
    | (?P<word> [^\W\d_]\w* )
    | (?P<gap> \n[ \t\r]*\n )
    | (?P<mark> \S )
    """,
    re.VERBOSE | re.IGNORECASE,
)

_YEARS = range(1000, 2101)
_FIGURES: dict[str, frozenset[str]] = {
    "hour": frozenset({"NUMBER", "DAY", "HOUR"}),
    "day": frozenset({"NUMBER", "DAY"}),
    "zero": frozenset({"NUMBER", "HOUR"}),
    "year": frozenset({"NUMBER", "YEAR"}),
    "clock figures": frozenset({"NUMBER", "FOUR_FIGURES"}),
    "year and clock": frozenset({"NUMBER", "YEAR", "FOUR_FIGURES"}),
    "number": frozenset({"NUMBER"}),
    "fraction": frozenset({"NUMBER"}),
    "ordinal day": frozenset({"ORDINAL", "DAY"}),
    "ordinal": frozenset({"ORDINAL"}),
    "iso": frozenset({"ISO"}),
    "slashed": frozenset({"SLASHED"}),
    "clock": frozenset({"CLOCK"}),
    "decade": frozenset({"DECADE"}),
    "gap": frozenset({"STOP"}),
}
# Words that are names of months or days only with a capital.
_CAPITALISED = frozenset({"MONTH", "WEEKDAY", "WEEKDAYS", "SHORT_WEEKDAY", "SHORT_MONTH"})


def _vocabulary() -> tuple[dict[str, dict[str, str]], dict[str, tuple[tuple[str, ...], ...]]]:
    """Values by class for each word and phrase; and the phrases, longest first, by their first word."""
    entries: dict[str, dict[str, str]] = defaultdict(dict)
    for word, kind, value in tables.rows("sayso.languages.en", "time_words.tsv", ("word", "class", "value")):
        entries[word][kind] = "" if value == "-" else value
    phrases: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for entry in entries:
        parts = tuple(m[0].lower() for m in _TOKEN.finditer(entry))
        if len(parts) > 1 and entry not in {"a.m.", "a.m", "p.m.", "p.m"}:
            phrases[parts[0]].append(parts)
    return dict(entries), {k: tuple(sorted(v, key=len, reverse=True)) for k, v in phrases.items()}


_ENTRIES, _PHRASES = _vocabulary()
_BY_PARTS = {
    tuple(m[0].lower() for m in _TOKEN.finditer(entry)): values for entry, values in _ENTRIES.items()
}
_LOWERED = {
    word: {kind: value for kind, value in values.items() if kind not in _CAPITALISED}
    for word, values in _ENTRIES.items()
}

SIGNS = Signs(
    [frozenset(v) for v in _ENTRIES.values()]
    + [frozenset(v) for v in _LOWERED.values()]
    + list(_FIGURES.values())
)
_OTHER = SIGNS.of(())
_ENTRY_SIGNS = {id(values): SIGNS.of(values) for table in (_ENTRIES, _LOWERED) for values in table.values()}


def words_of(text: str, stretch: Span) -> Words:
    """The words and marks of a stretch of English, phrases of the vocabulary taken as one word."""
    words: list[Word] = []
    signs: list[str] = []
    for found in _TOKEN.finditer(text, *stretch):
        word, sign = _word(found)
        words.append(word)
        signs.append(sign)
    return _with_phrases(text, words, signs)


def _word(found: re.Match[str]) -> tuple[Word, str]:
    start, end = found.span()
    raw = found[0]
    lower = raw.lower()
    match found.lastgroup:
        case "word" | "mark":
            values = (_ENTRIES if raw[0].isupper() or found.lastgroup == "mark" else _LOWERED).get(lower)
            if values is None:
                return Word(start, end, lower), _OTHER
            return Word(start, end, lower, values), _ENTRY_SIGNS[id(values)]
        case "number":
            return _number(start, end, lower)
        case "half":
            values = _ENTRIES[lower[0] + ".m."]
            return Word(start, end, lower, values), _ENTRY_SIGNS[id(values)]
        case "ordinal":
            number = lower[:-2]
            kind = "ordinal day" if 1 <= int(number) <= 31 else "ordinal"
            return _figures(start, end, lower, kind, number)
        case "decade":
            digits = lower.strip("'’s")
            if not digits:
                return Word(start, end, lower), _OTHER
            first = int(digits) if len(digits) == 4 else 1900 + int(digits)
            if first % 10 or (len(digits) == 2 and first < 1920):
                return Word(start, end, lower), _OTHER
            return _figures(start, end, lower, "decade", str(first))
        case "gap":
            return _figures(start, end, "\n", "gap", "")
        case kind:
            return _figures(start, end, lower, str(kind), lower)


def _number(start: int, end: int, lower: str) -> tuple[Word, str]:
    if "." in lower:
        return _figures(start, end, lower, "fraction", lower.replace(",", ""))
    plain = lower.replace(",", "")
    if len(plain) > 9:
        return Word(start, end, lower), _OTHER
    value = int(plain)
    kind = "number"
    if len(plain) <= 2:
        kind = "zero" if value == 0 else "hour" if value <= 24 else "day" if value <= 31 else "number"
    elif len(lower) == 4:
        clock = value // 100 < 24 and value % 100 < 60
        year = value in _YEARS
        kind = (
            "year and clock" if clock and year else "year" if year else "clock figures" if clock else "number"
        )
    return _figures(start, end, lower, kind, plain)


def _figures(start: int, end: int, lower: str, kind: str, value: str) -> tuple[Word, str]:
    classes = _FIGURES[kind]
    return Word(start, end, lower, dict.fromkeys(classes, value)), SIGNS.of(classes)


def _with_phrases(text: str, words: list[Word], signs: list[str]) -> Words:
    joined: list[Word] = []
    kept: list[str] = []
    index = 0
    while index < len(words):
        word = words[index]
        for parts in _PHRASES.get(word.text, ()):
            if tuple(w.text for w in words[index : index + len(parts)]) == parts:
                values: Mapping[str, str] = _BY_PARTS[parts]
                joined.append(Word(word.start, words[index + len(parts) - 1].end, " ".join(parts), values))
                kept.append(_ENTRY_SIGNS[id(values)])
                index += len(parts)
                break
        else:
            joined.append(word)
            kept.append(signs[index])
            index += 1
    return Words(text, joined, "".join(kept))
