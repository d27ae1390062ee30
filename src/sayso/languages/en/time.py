"""English time expressions: the grammar that find/time works with."""

from __future__ import annotations

from sayso.languages.en.time_clock import CLOCKS
from sayso.languages.en.time_join import drop_loose_parts, join_days, widen_lengths, widen_portions
from sayso.languages.en.time_lengths import LENGTHS
from sayso.languages.en.time_rules import DATES
from sayso.languages.en.time_tense import tense_of
from sayso.languages.en.time_words import words_of
from sayso.languages.time import TimeGrammar

GRAMMAR = TimeGrammar(
    words=words_of,
    rules=DATES + CLOCKS + LENGTHS,
    refine=(join_days, drop_loose_parts, widen_portions, widen_lengths),
    tense=tense_of,
)
