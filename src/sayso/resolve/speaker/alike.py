"""One name under several spellings: "Volodymyr Zelensky", "Wołodymyr Zelanski"; "Dmitry Peskov", "Dmitri Pieskov".

Transliterations, and translations made by machine, change the vowels of a name; its consonants stay.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from sayso.resolve.actors import Actor, Actors, key

# Letters that only spell vowels or change a consonant ("sh", "kh"), and letters that are written for one another.
_ALIKE = str.maketrans({"ł": "l", "w": "v"})
_LETTERS = str.maketrans(dict.fromkeys("aeiouyjhøæœı'’ʼ- ", None)) | _ALIKE
_VOWEL = re.compile("[aeiouy]")
_DOUBLED = re.compile(r"(.)\1+")
# Names with fewer consonants than this are alike by chance ("Dan", "Don").
FEWEST = 3


def consonants(word: str) -> str:
    """What stays of a name in all spellings: its consonants in lower case, without accents, doubled ones single."""
    return _DOUBLED.sub(r"\1", key(word).removeprefix("=").casefold().translate(_LETTERS))


def family(word: str) -> str | None:
    """A surname as it is compared: its consonants, and whether it ends like a woman's; None for one too short."""
    found = consonants(word)
    return f"{found}{_ending(word)}" if len(found) >= FEWEST else None


# The table's names come with every report.
@lru_cache(maxsize=8192)
def full(words: str) -> tuple[str, str] | None:
    """A given name and a surname as they are compared; None for a single word and for a surname too short.

    "Ivan" and "Ivana" are two; so are short given names that are not the same letter by letter.
    """
    parts = words.split()
    last = family(parts[-1])
    if len(parts) < 2 or last is None:
        return None
    given = consonants(parts[0])
    return (f"{given}{_ending(parts[0])}" if len(given) >= FEWEST else key(parts[0])), last


def _ending(word: str) -> str:
    return "+" if word.casefold().endswith("a") else ""


def _last(words: str) -> str:
    return key(words).rpartition(" ")[2].translate(_ALIKE)


def by_spelling(actors: Actors) -> dict[tuple[str, str], Actor]:
    """The persons of a table by what stays of their names in all spellings."""
    found: dict[tuple[str, str], Actor] = {}
    for name, actor in actors.by_key.items():
        if actor.kind == "person" and (form := full(name)) is not None:
            found.setdefault(form, actor)
    return found


def nearness(words: str, usual: str) -> float:
    """How near a name is to its usual spelling, from 0 to 1; 1 for the same name, at most half for another one.

    Another vowel is as good as the usual one; a letter more or less, or another consonant, is not.
    """
    if key(words) == key(usual):
        return 1.0
    ours, theirs = (_VOWEL.sub("a", surname) for surname in (_last(words), _last(usual)))
    return SequenceMatcher(None, ours, theirs, autojunk=False).ratio() / 2
