"""One name under several spellings: "Volodymyr Zelensky", "Wołodymyr Zelanski"; "Dmitry Peskov", "Dmitri Pieskov".

Transliterations, and translations made by machine, change the vowels of a name; its consonants stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from functools import lru_cache

from sayso.languages.speech import Gender
from sayso.resolve.actors import Actor, Actors, key

# Letters that only spell vowels or change a consonant ("sh", "kh"), and letters that are written for one another.
_ALIKE = str.maketrans({"ł": "l", "w": "v"})
_LETTERS = str.maketrans(dict.fromkeys("aeiouyjhøæœı'’ʼ- ", None)) | _ALIKE
_VOWEL = re.compile("[aeiouy]")
_DOUBLED = re.compile(r"(.)\1+")
# Names with fewer consonants than this are alike by chance ("Dan", "Don").
FEWEST = 3

_Rules = tuple[tuple[re.Pattern[str], str], ...]


def _rules(*pairs: tuple[str, str]) -> _Rules:
    return tuple((re.compile(found), spelt) for found, spelt in pairs)


_POLISH = (("ł", "l"), ("sz", "sh"), ("cz", "ch"))
# "Jan" is "Yan" but not "Ian", "Ewan" is not "Evan"; "Evgeny" is "Yevgeny" but "Emma" not "Jemma"; "Tony" is not "Toni".
_GIVEN = _rules(
    *_POLISH,
    ("(?<!^e)w", "v"),
    ("x", "ks"),
    ("^[jy]", "J"),
    (r"^(.{1,4})(?<![aeiou])y$", r"\1Y"),
    ("[jy]", "i"),
    ("^J(?=evg|elen|ekat)", ""),
    ("ii+", "i"),
    ("(?<=.)ie(?=.)", "e"),
    ("der$", "dr"),
)
_SURNAME = _rules(*_POLISH, ("^[jy]", "j"), ("(?<=sk)[iyj]+$", "i"))
_SLAVIC = re.compile("(?:[oe][vw]|enko|ski)$")
_NEAR = _rules(("[jy]", "i"), (r"(.)\1+", r"\1"), ("(?<=.)ie", "e"))
# What one letter more or less, or another one, may be: a vowel, or the "h" of "sh" and "kh".
_BLURRED = frozenset(("", *"aeiouh"))


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
    """A given name and a surname as they are looked up; None for a single word and for a surname too short.

    "Ivan" and "Ivana" are two; so are short given names that are not the same letter by letter.
    """
    parts = words.split()
    if len(parts) < 2 or (last := family(parts[-1])) is None:
        return None
    given = consonants(parts[0])
    return (f"{given}{_ending(parts[0], 'ae')}" if len(given) >= FEWEST else key(parts[0])), last


@lru_cache(maxsize=8192)
def transliterated(words: str) -> tuple[str, str] | None:
    """A full name as all its transliterations spell it ("Paweł Daniłow", "Pavel Danilov"); None as for `full`.

    Vowels count: "Martin" and "Marten", "Smith" and "Smyth" are surnames of different people.
    """
    parts = words.split()
    return (given_name(parts[0]), surname_spelt(parts[-1])) if full(words) is not None else None


def given_name(word: str) -> str:
    """A given name without what its transliterations differ in: i, y and j, and known pairs of letters."""
    return _rewritten(key(word), _GIVEN)


def surname_spelt(word: str) -> str:
    """The same for a surname, where i and y or v and w may tell two families apart unless it is a Slavic one."""
    bare = _rewritten(key(word).removeprefix("=").casefold(), _SURNAME)
    return bare.replace("w", "v") if _SLAVIC.search(bare) else bare


def same_given(ours: str, theirs: str, given: Mapping[str, Gender]) -> bool:
    """Whether two given names are one in two spellings: two that the table has are so only letter by letter."""
    one, two = given.get(ours.casefold()), given.get(theirs.casefold())
    if one is not None and two is not None and one != two and "any" not in (one, two):
        return False
    if given_name(ours) == given_name(theirs):
        return True
    return (one is None or two is None) and len(consonants(ours)) >= FEWEST


def near_surname(words: str, usual: str) -> bool:
    """Whether a surname with the consonants of a known person's is that surname misspelt.

    Translation by machine blurs one vowel ("Zelanski", "Zelnski"), but never the first: "Levrov" is not "Lavrov".
    """
    ours, theirs = (_rewritten(_last(name), _NEAR) for name in (words, usual))
    if _VOWEL.findall(ours)[:1] != _VOWEL.findall(theirs)[:1]:
        return False
    while ours and theirs and ours[0] == theirs[0]:
        ours, theirs = ours[1:], theirs[1:]
    while ours and theirs and ours[-1] == theirs[-1]:
        ours, theirs = ours[:-1], theirs[:-1]
    return ours in _BLURRED and theirs in _BLURRED


def _rewritten(bare: str, rules: Iterable[tuple[re.Pattern[str], str]]) -> str:
    for found, spelt in rules:
        bare = found.sub(spelt, bare)
    return bare


def _ending(word: str, marks: str = "a") -> str:
    # In given names "e" marks a woman's too ("Justine"), and is not "a" ("Christina").
    last = word.casefold()[-1:]
    return f"+{last}" if last and last in marks else ""


def _last(words: str) -> str:
    return key(words).rpartition(" ")[2].translate(_ALIKE)


def by_spelling(actors: Actors) -> dict[tuple[str, str], list[tuple[str, Actor]]]:
    """The persons of a table, each with the name that is meant, by what stays of their names in all spellings."""
    found: dict[tuple[str, str], list[tuple[str, Actor]]] = {}
    for name, actor in actors.by_key.items():
        if actor.kind == "person" and (form := full(name)) is not None:
            found.setdefault(form, []).append((name, actor))
    return found


def nearness(words: str, usual: str) -> float:
    """How near a name is to its usual spelling, from 0 to 1; 1 for the same name, at most half for another one.

    Another vowel is as good as the usual one; a letter more or less, or another consonant, is not.
    """
    if key(words) == key(usual):
        return 1.0
    ours, theirs = (_VOWEL.sub("a", surname) for surname in (_last(words), _last(usual)))
    return SequenceMatcher(None, ours, theirs, autojunk=False).ratio() / 2
