"""The English quantity grammar: the tables quantity_*.tsv, and the closed classes of words around a number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import cast

from sayso import tables
from sayso.languages.en import quantity_words as closed
from sayso.languages.quantity import Cue, Numeral, NumeralRole, Phrase, QuantityGrammar, Unit
from sayso.records import Change, Hedge, Measure

COLUMNS = {
    "changes": ("word", "change", "amount"),
    "counted": ("noun", "class"),
    "cues": ("phrase", "measure", "before", "after", "bare"),
    "hedges": ("phrase", "hedge", "side"),
    "names": ("words", "kind"),
    "numbers": ("word", "role", "value", "low", "high"),
    "units": ("unit", "dimension", "factor", "measure", "words", "symbols", "before"),
}
_PIECE = re.compile(r"\d+|[^\W\d_]+\d*|[^\w\s]")


def _rows(table: str) -> Iterator[tables.Row]:
    return tables.rows("sayso.languages.en", f"quantity_{table}.tsv", COLUMNS[table])


def _phrase(words: str, *, case: bool = False) -> Phrase:
    return tuple(_PIECE.findall(words if case else words.lower()))


def _numerals() -> dict[str, Numeral]:
    return {
        word: Numeral(
            role=cast("NumeralRole", role),
            value=float(value),
            low=float(value if low == "-" else low),
            high=float(value if high == "-" else high),
        )
        for word, role, value, low, high in _rows("numbers")
    }


def _units() -> tuple[dict[Phrase, Unit], dict[Phrase, Unit], dict[Phrase, Unit]]:
    words: dict[Phrase, Unit] = {}
    symbols: dict[Phrase, Unit] = {}
    before: dict[Phrase, Unit] = {}
    for name, dimension, factor, measure, spelled, signs, front in _rows("units"):
        unit = Unit(name=name, dimension=dimension, factor=float(factor), measure=cast("Measure", measure))
        for word in spelled.split("|") if spelled != "-" else ():
            words[_phrase(word)] = unit
            words.update(_powers(_phrase(word), unit))
        for sign in signs.split("|") if signs != "-" else ():
            symbols[_phrase(sign, case=True)] = unit
            symbols.update(_power_signs(sign, unit))
            words.update(_powers(_phrase(sign, case=True), unit))
        for sign in front.split("|") if front != "-" else ():
            before[_phrase(sign, case=True)] = unit
    return words, symbols, before


def _raised(unit: Unit, power: int) -> Unit:
    prefix, dimension, measure = ("square", "area", "area") if power == 2 else ("cubic", "volume", "other")
    return Unit(
        name=f"{prefix} {unit.name}",
        dimension=dimension,
        factor=unit.factor**power,
        measure=cast("Measure", measure),
    )


def _powers(word: Phrase, unit: Unit) -> dict[Phrase, Unit]:
    """ "square mile", "sq. km", "cubic metres" of a length."""
    if unit.dimension != "length":
        return {}
    found = {}
    for power, prefixes in ((2, ("square", "sq", "sq.")), (3, ("cubic", "cu", "cu."))):
        for prefix in prefixes:
            found[(*_phrase(prefix), *word)] = _raised(unit, power)
    return found


def _power_signs(sign: str, unit: Unit) -> dict[Phrase, Unit]:
    """ "km2", "km²", "m3" of a length."""
    if unit.dimension != "length" or not sign.isalpha():
        return {}
    return {
        **{_phrase(sign + mark, case=True): _raised(unit, 2) for mark in ("2", "²", "^2")},
        **{_phrase(sign + mark, case=True): _raised(unit, 3) for mark in ("3", "³", "^3")},
    }


def _hedges(side: str) -> dict[Phrase, Hedge]:
    return {_phrase(words): cast("Hedge", hedge) for words, hedge, where in _rows("hedges") if where == side}


def _cues() -> dict[Phrase, Cue]:
    return {
        _phrase(words): Cue(
            measure=cast("Measure", measure),
            before=before == "yes",
            after=after == "yes",
            after_noun=bare == "yes",
        )
        for words, measure, before, after, bare in _rows("cues")
    }


@cache
def grammar() -> QuantityGrammar:
    """The English quantity grammar, read once from its tables."""
    units, symbols, currencies = _units()
    names = [(name, kind) for name, kind in _rows("names")]
    counted = [(noun, kind) for noun, kind in _rows("counted")]
    changes: Mapping[str, tuple[str, str]] = {
        word: (change, amount) for word, change, amount in _rows("changes")
    }
    loose = _hedges("loose")
    return QuantityGrammar(
        numerals=_numerals(),
        units=units,
        symbols=symbols,
        currencies=currencies,
        currency_ends=frozenset(phrase[-1] for phrase in currencies),
        unit_starts=frozenset(phrase[0] for phrase in (*symbols, *units)),
        hedges_before=_hedges("before"),
        hedges_after=_hedges("after") | loose,
        loose_hedges=frozenset(loose),
        labels=frozenset(word for word, kind in names if kind in ("label", "model")),
        names=frozenset(_phrase(word) for word, kind in names if kind == "phrase"),
        abbreviations=closed.ABBREVIATIONS,
        counted={noun: kind for noun, kind in counted if " " not in noun},
        compounds={_phrase(noun): kind for noun, kind in counted if " " in noun},
        cues=_cues(),
        changes={word: cast("Change", change) for word, (change, _) in changes.items()},
        amounts_only=frozenset(word for word, (_, amount) in changes.items() if amount == "yes"),
        with_preposition=frozenset(word for word, (_, amount) in changes.items() if amount == "to"),
        words=closed.FUNCTION,
        number=closed.NUMBER,
        phrase=closed.PHRASE,
        dates=closed.DATES,
        ages=closed.AGES,
        name=closed.NAME,
        noun=closed.NOUN,
        measure=closed.MEASURE,
        change=closed.CHANGE,
        part=closed.PART,
    )
