"""Time expressions in a text: where they are and what they say. Which days they mean is for resolve/calendar."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.languages.time import Match, Reading, TimeGrammar, Words
from sayso.moments import TimeMention
from sayso.records import Span


def find_times(text: str, stretches: Sequence[Span], grammar: TimeGrammar) -> tuple[TimeMention, ...]:
    """The time expressions in these stretches of the text, in order, none crossing a stretch or another.

    Needs no parser; the work is linear in the length of the text.
    """
    return tuple(mention for stretch in stretches for mention in _in_stretch(text, stretch, grammar))


def _in_stretch(text: str, stretch: Span, grammar: TimeGrammar) -> list[TimeMention]:
    words = grammar.words(text, stretch)
    readings = _longest(words, grammar)
    for step in grammar.refine:
        readings = step(words, readings)
    return [
        TimeMention(
            start=words.words[reading.first].start,
            end=words.words[reading.last].end,
            type=reading.type,
            expression=reading.expression,
            tense=grammar.tense(words, reading),
            anchor=reading.anchor,
        )
        for reading in readings
    ]


def _longest(words: Words, grammar: TimeGrammar) -> list[Reading]:
    """From the left, the longest reading at each place; among equals the one whose rule stands first."""
    places = sorted(
        (
            (found.start(), -found.end(), order, found)
            for order, rule in enumerate(grammar.rules)
            for found in rule.pattern.finditer(words.signs)
        ),
        key=lambda place: place[:3],
    )
    chosen: list[Reading] = []
    free = 0
    for start, _, order, found in places:
        if start < free:
            continue
        readings = grammar.rules[order].read(Match(found, words))
        if readings:
            chosen.extend(readings)
            free = readings[-1].last + 1
    return chosen
