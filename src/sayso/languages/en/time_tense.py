"""The tense of the English clause that a time expression stands in, from its words alone.

The nearest word with a tense decides: first to the left, within the sentence, then to the right. A finite verb of the
sentence stands before the time far oftener than after it ("said on Monday that ...").
"""

from __future__ import annotations

from sayso import tables
from sayso.languages.time import Reading, Word, Words
from sayso.moments import Tense

_TENSES = {row[0]: row[1] for row in tables.rows("sayso.languages.en", "time_tenses.tsv", ("word", "tense"))}
# So far a clause is searched, in words: news sentences are longer, clauses are not.
_REACH = 25
_SHORT = {"mr", "mrs", "ms", "dr", "st", "gen", "lt", "col", "maj", "sgt", "sen", "rep", "gov", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "no", "vs", "inc", "corp", "co"}  # fmt: skip
_ENDS = {".", "!", "?", "\n", ";"}


def tense_of(words: Words, reading: Reading) -> Tense | None:
    if reading.first and words.words[reading.first - 1].text == "since":
        return "past"
    left = _leftward(words, reading.first)
    if left is not None:
        return _plain(left)
    right = _rightward(words, reading.last)
    return _plain(right)


def _plain(tense: str | None) -> Tense | None:
    if tense == "past":
        return "past"
    return "future" if tense == "future" else None


def _ends_sentence(words: Words, index: int) -> bool:
    """A full stop ends a sentence unless an abbreviation's: something in lower case or a figure follows."""
    word = words.words[index]
    if word.text not in _ENDS:
        return False
    if word.text != "." or index + 1 >= len(words.words):
        return True
    following = words.words[index + 1]
    if following.start == word.end:
        return words.text[following.start] in "\"'”’)"
    before = words.words[index - 1].text if index else ""
    return (
        len(before) > 1
        and before not in _SHORT
        and not words.text[following.start].islower()
        and not following.text[0].isdigit()
    )


def _leftward(words: Words, first: int) -> str | None:
    ahead = False  # whether "to" or "for" stands between the verb and the time
    for index in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if _ends_sentence(words, index):
            return None
        word = words.words[index]
        if word.text in ("to", "for"):
            ahead = True
        tense = _tense(words.text, word)
        if word.text in ("until", "till") and (index == 0 or _ends_sentence(words, index - 1)):
            return None  # "Until Thursday, they had not ..."
        if tense == "prospective":
            return "future" if ahead else "past"
        if tense == "future" and _have_follows(words, index):
            return "past"
        if tense is not None:
            return tense
    return None


def _rightward(words: Words, last: int) -> str | None:
    for index in range(last + 1, min(len(words.words), last + 1 + _REACH)):
        if _ends_sentence(words, index):
            return None
        tense = _tense(words.text, words.words[index])
        if tense == "prospective":
            return "past"
        if tense == "future" and words.words[index].text in ("until", "till"):
            continue
        if tense is not None:
            return tense
    return None


def _have_follows(words: Words, index: int) -> bool:
    return index + 1 < len(words.words) and words.words[index + 1].text == "have"


def _tense(text: str, word: Word) -> str | None:
    known = _TENSES.get(word.text)
    if known is not None:
        if word.text == "may" and text[word.start] == "M":
            return None
        return None if known == "none" else known
    if word.text.endswith("ed") and len(word.text) > 4 and text[word.start].islower():
        return "past"
    return None
