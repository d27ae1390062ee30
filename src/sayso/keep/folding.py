"""Words as they are compared: names without case and diacritics, and what a person types as a full-text question."""

from __future__ import annotations

import re
import unicodedata

# A question of more words than this is cut: nobody types it, and SQLite's parser has its limits.
MOST_TERMS = 64

_TERM = re.compile(r'"([^"]*)"(\*?)|([^\s"]+)')


def fold(name: str) -> str:
    """The words of a name in lower case, without diacritics, with a space before and after each; "" for none.

    "Volodymyr Zelenskyy" and "VOLODYMYR ZELENSKYÝ" give " volodymyr zelenskyy ".
    """
    letters = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(
        " " if not letter.isalnum() else letter for letter in letters if not unicodedata.combining(letter)
    )
    words = bare.split()
    return f" {' '.join(words)} " if words else ""


def writable(asked: str) -> str:
    """What was asked, with a replacement character for each half of one (undecodable bytes of a command line)."""
    return asked.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def name_pattern(asked: str) -> str | None:
    """What a folded name must hold to answer: the words asked for, whole and side by side; the last with a star
    may go on ("zelensk*"). None where nothing is asked for.
    """
    folded = fold(asked)
    if not folded:
        return None
    return folded[:-1] if asked.rstrip().endswith("*") else folded


def match_expression(asked: str) -> str | None:
    """An FTS5 expression for words that a person typed, all of which must stand in the text, in any order.

    Quotation marks hold a phrase together and a star after a word or phrase lets its last word go on; everything else
    that FTS5 would take for its own (AND, NEAR, minus, colon, brackets, a quotation mark left open) is taken as words.
    None where there is no word in it. Never raises.
    """
    terms = []
    for phrase, star, word in _TERM.findall(writable(asked).replace("\0", " ")):
        term, goes_on = (phrase, star) if not word else (word.rstrip("*"), word.endswith("*"))
        if any(letter.isalnum() for letter in term):
            terms.append(f'"{term}"{"*" if goes_on else ""}')
    return " ".join(terms[:MOST_TERMS]) or None
