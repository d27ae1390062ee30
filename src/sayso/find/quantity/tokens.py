"""Tokens for the quantity finder: numbers, words and signs of a stretch, with the ends of sentences marked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple, TypeVar

from sayso.languages.quantity import Phrase, Phrases, QuantityGrammar

T = TypeVar("T")

DASHES = frozenset("-‐‑–—−")
_LONGEST_CLOSED = 4

# A number gives back one group at most, a word nothing, so time stays linear on any input. No possessive quantifiers:
# Python 3.11 before its fifth release reads them wrongly inside groups.
_TOKEN = re.compile(
    r"(?P<address>(?:https?://|www\.)\S+)"
    r"|(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d{1,3}(?:[ \u00a0\u202f]000)+(?![\d.,]\d)|\d{1,3},\d{1,2}(?![\d,])|\d+(?:\.\d+)?|\.\d+)"
    r"|(?P<word>[^\W\d_]+(?:['’](?=[^\W\d_])[^\W\d_]+)?\d*)"
    r"|(?P<line>\n\s*)"
    r"|(?P<sign>[^\w\s]|_)"
)
_MAX_DIGITS = 18


class Token(NamedTuple):
    """`kind` is number, word, sign, address or stop (the end of a sentence or paragraph, of no width)."""

    start: int
    end: int
    text: str
    low: str
    kind: str


def tokenise(text: str, start: int, end: int, grammar: QuantityGrammar) -> list[Token]:
    """The tokens of text[start:end], in order."""
    tokens: list[Token] = []
    at = start
    while (match := _TOKEN.search(text, at, end)) is not None:
        kind = match.lastgroup or "sign"
        word = match.group()
        at = match.end()
        if kind == "word" and word[-1].isdigit() and (letters := _currency_letters(word, tokens, grammar)):
            word, at = letters, match.start() + len(letters)
            tokens.append(Token(match.start(), at, word, word.lower(), kind))
            continue
        if kind == "line":
            if _new_paragraph(text, match.start(), match.end(), end, tokens):
                tokens.append(Token(match.start(), match.start(), "", "", "stop"))
            continue
        tokens.append(Token(match.start(), match.end(), word, word.lower(), kind))
        if kind == "sign" and word in ".!?;…" and _ends_sentence(tokens, text, end, grammar):
            tokens.append(Token(match.end(), match.end(), "", "", "stop"))
    return tokens


def _currency_letters(word: str, tokens: list[Token], grammar: QuantityGrammar) -> str:
    """The letters of "RM120" and of the US in "$US113"; "" for what is no currency."""
    letters = word.rstrip("0123456789")
    if (letters,) in grammar.currencies:
        return letters
    return letters if tokens and (tokens[-1].text, letters) in grammar.currencies else ""


def _new_paragraph(text: str, start: int, after: int, end: int, tokens: list[Token]) -> bool:
    """A blank line, or a line that starts afresh; a hard-wrapped line goes on."""
    if text.count("\n", start, after) > 1 or not tokens or after >= end:
        return True
    return not text[after].islower() and not (tokens[-1].kind == "word" and text[after].isdigit())


def _ends_sentence(tokens: list[Token], text: str, end: int, grammar: QuantityGrammar) -> bool:
    mark = tokens[-1]
    if mark.text != ".":
        return True
    after = mark.end
    if after >= end:
        return True
    before = tokens[-2] if len(tokens) > 1 else None
    if not text[after].isspace():
        return before is not None and before.kind == "word" and len(before.text) > 2 and text[after].isupper()
    while after < end and text[after] in " \t\u00a0\"'“‘(":
        after += 1
    if before is None or before.end != mark.start or before.kind != "word":
        return after >= end or not text[after].islower()
    if len(before.text) == 1 or before.low in grammar.abbreviations:
        return False
    return after >= end or not text[after].islower()


def figure(digits: str) -> float | None:
    """The number that digits write; None where they are too many to be a figure."""
    if digits[-2:-1] == "," or digits[-3:-2] == ",":
        digits = digits.replace(",", ".")  # a decimal comma: groups have three digits
    bare = "".join(c for c in digits if c not in ", \u00a0\u202f")
    return float(bare) if len(bare) <= _MAX_DIGITS else None


def glued(tokens: list[Token], index: int) -> bool:
    """Whether this token follows the one before it without a space."""
    return 0 < index < len(tokens) and tokens[index - 1].end == tokens[index].start


def is_stop(token: Token, grammar: QuantityGrammar) -> bool:
    """Whether a noun phrase ends before this word."""
    return token.low in grammar.words.stops and token.text not in grammar.words.acronyms


def low(tokens: list[Token], index: int) -> str:
    """The token in lower case; "" outside the stretch and at the end of a sentence."""
    return tokens[index].low if 0 <= index < len(tokens) else ""


def joined(tokens: list[Token], index: int) -> bool:
    """Whether this is a mark with no space on either side, as the hyphen of "a 15-member council"."""
    return glued(tokens, index) and glued(tokens, index + 1)


def ends_plural(word: str, grammar: QuantityGrammar) -> bool:
    """Whether a word has the ending of a plural, of whatever kind of word."""
    return word.endswith(grammar.noun.plurals)


def looks_plural(word: str, grammar: QuantityGrammar) -> bool:
    """Whether an unknown word can be a noun in the plural, by its ending."""
    return len(word) > 3 and ends_plural(word, grammar) and not word.endswith(grammar.noun.not_plurals)


def past(tokens: list[Token], index: int, phrases: Phrases, *, case: bool = False) -> int | None:
    """The index after the longest of the phrases that starts here."""
    words: Phrase = ()
    found = None
    for at in range(index, min(index + _LONGEST_CLOSED, len(tokens))):
        token = tokens[at]
        words += (token.text if case else token.low,)
        if words in phrases:
            found = at + 1
    return found


def longest_after(
    tokens: list[Token], index: int, table: Mapping[Phrase, T], longest: int, *, case: bool = False
) -> tuple[T, int] | None:
    """The longest phrase of the table that starts here, and the index after it."""
    words = tuple(t.text if case else t.low for t in tokens[index : index + longest])
    for size in range(len(words), 0, -1):
        if (found := table.get(words[:size])) is not None:
            return found, index + size
    return None


def longest_before(
    tokens: list[Token], index: int, table: Mapping[Phrase, T], longest: int, *, case: bool = False
) -> tuple[T, int] | None:
    """The longest phrase of the table that ends right before this token, and the index of its first token."""
    window = tokens[max(0, index - longest) : index]
    words = tuple(t.text if case else t.low for t in window)
    for size in range(len(words), 0, -1):
        if (found := table.get(words[-size:])) is not None:
            return found, index - size
    return None
