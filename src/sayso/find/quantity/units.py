"""Units behind a number, and what they are taken by."""

from __future__ import annotations

from sayso.find.quantity.tokens import DASHES, Token, ends_plural, glued, joined, longest_after, low, past
from sayso.languages.quantity import QuantityGrammar, Unit

_LONGEST = 6
FRACTION = Unit(name="fraction", dimension="share", factor=1.0, measure="other")


def unit_after(tokens: list[Token], i: int, g: QuantityGrammar) -> tuple[Unit, int] | None:
    """The unit that starts at this token, over a hyphen too, and the index after it."""
    if low(tokens, i) in DASHES and joined(tokens, i):
        i += 1
    if i >= len(tokens):
        return None
    if longest_after(tokens, i, g.compounds, 2) is not None:
        return None  # "34 barrel bombs"
    sign = longest_after(tokens, i, g.symbols, _LONGEST, case=True)
    if sign is not None and (
        sign[1] - i > 1
        or len(tokens[i].text) > 1
        or glued(tokens, i)
        or tokens[i].text in g.phrase.lone_symbols
    ):
        return sign
    return longest_after(tokens, i, g.units, _LONGEST)


def suspended(tokens: list[Token], i: int, g: QuantityGrammar) -> tuple[Unit, int] | None:
    """The unit of the 7 in "7- or 8-inch", told with the last of the row. Looks a few numbers ahead."""
    at = i
    if low(tokens, at) != "-" or not glued(tokens, at) or glued(tokens, at + 1):
        return None
    for _ in range(6):
        at += 1
        word = low(tokens, at)
        if word in (",", "-") or word in g.words.additives or word in g.phrase.joints:
            continue
        if at >= len(tokens) or (tokens[at].kind != "number" and tokens[at].low not in g.numerals):
            return None
        if (found := unit_after(tokens, at + 1, g)) is not None:
            return found[0], i
    return None


def rate(tokens: list[Token], i: int, name: str, g: QuantityGrammar) -> tuple[str, int]:
    """ "per barrel", "a day", "/ week": the unit with what it is taken by, and the index after it."""
    at = i
    if low(tokens, at) in g.phrase.rates:
        found = longest_after(tokens, at + 1, g.units, 2)
        if found is None:
            found = longest_after(tokens, at + 1, g.symbols, 1, case=True)
        if found is not None:
            return f"{name} per {found[0].name}", found[1]
        if tokens[at].kind == "word" and at + 1 < len(tokens) and tokens[at + 1].kind == "word":
            return f"{name} per {tokens[at + 1].low}", at + 2
        return name, i
    if low(tokens, at) in g.phrase.rate_articles:
        at += 1 + (low(tokens, at + 1) in DASHES)
        found = longest_after(tokens, at, g.units, 1)
        one = found is not None and not ends_plural(tokens[at].low, g)
        if found is not None and one and found[0].dimension in ("time", "volume", "mass"):
            return f"{name} per {found[0].name}", found[1]
    return name, i


def echo(tokens: list[Token], i: int, g: QuantityGrammar) -> int:
    """Past a currency told once more: "$76 US", "$5 million dollars"."""
    behind = past(tokens, i, g.phrase.money_echoes, case=True)
    if behind is not None:
        return behind
    found = longest_after(tokens, i, g.units, _LONGEST)
    return found[1] if found is not None and found[0].dimension == "money" else i
