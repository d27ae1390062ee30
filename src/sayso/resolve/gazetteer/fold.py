"""How names are compared: without case, diacritics, apostrophes and hyphens."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not decompose into a base letter and a mark.
PLAIN_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ħ": "h", "þ": "th", "æ": "ae", "œ": "oe", "ŋ": "n"}
)
DROPPED = re.compile(r"[’'‘`´ʼʹʻʾʿ\u02bb-\u02bf.\u0640]")
SEPARATORS = re.compile(r"[\s\-‐‑–—_/,]+")
SAINT = re.compile(r"\b(saint|sainte|ste)\b")


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """The form under which a name is looked up: "Deir ez-Zor" and "Deir Ez Zor" have the same."""
    decomposed = unicodedata.normalize("NFKD", name.casefold()).translate(PLAIN_LETTERS)
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    spaced = SEPARATORS.sub(" ", DROPPED.sub("", bare)).strip()
    return SAINT.sub("st", spaced)


ARTICLES = frozenset({"al", "el", "ad", "ar", "as", "ash", "at", "az", "an", "the"})
DOUBLED = re.compile(r"(.)\1+")


def squeeze(folded: str) -> str:
    """A coarser form, for names which every paper spaces in its own way: "Deir Ezzor", "Deir ez-Zor"; "Al-Bab", "Bab"."""
    words = folded.split()
    if len(words) > 1 and words[0] in ARTICLES:
        words = words[1:]
    return DOUBLED.sub(r"\1", "".join(words))
