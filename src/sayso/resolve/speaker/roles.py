"""Under which titles a report speaks of each person: what stands before, after or beside the name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from sayso.resolve.speaker.names import Name
from sayso.resolve.speaker.reader import Reader
from sayso.resolve.speaker.sides import side_in

FURTHEST = 12
# Which endings of a name's own sentence part may hold its title.
WITHIN = frozenset({"NOUN", "PROPN", "ADJ", "PART", "ADP", "DET", "NUM"})


class Role(NamedTuple):
    """A title's head noun, all its words, and the state that they name."""

    lemma: str
    words: frozenset[str]
    side: str | None


def roles_of(reader: Reader) -> dict[str, list[Role]]:
    """The titles of each person by cluster."""
    found: dict[str, list[Role]] = defaultdict(list)
    for name in reader.names.all:
        if name.kind == "person":
            for tokens in _phrases(reader, name):
                role = _role(reader, tokens)
                if role is not None and role not in found[name.cluster][:FURTHEST]:
                    found[name.cluster].append(role)
    return found


def _phrases(reader: Reader, name: Name) -> Iterator[range]:
    """The words that may be a title of a name: right before it, and between the commas before and after it."""
    page = reader.page
    low, high = name.tokens
    bounds = page.bounds(low)
    before = _back(reader, low - 1, bounds[0])
    if len(before):
        yield before
    elif low - 2 >= bounds[0] and page.tokens[low - 1].text == ",":
        governor = page.heads[low] if page.heads[low] not in range(low, high + 1) else page.heads[high]
        beside = page.tokens[high].dep == "appos" or page.tokens[low].dep == "appos"
        closed = high + 1 > bounds[-1] or page.tokens[high + 1].pos in {"PUNCT", "VERB", "AUX"}
        if (beside and governor < low) or closed:
            yield _back(reader, low - 2, bounds[0])
    if high + 2 <= bounds[-1] and page.tokens[high + 1].text == ",":
        end = high + 1
        while end < bounds[-1] and end - high < FURTHEST and page.tokens[end + 1].pos in WITHIN:
            if _other(reader, end + 1):
                return  # "of X, the words of the pope Y": the title is another's
            end += 1
        if (
            end > high + 1
            and end < bounds[-1]
            and page.tokens[end + 1].pos in {"PUNCT", "VERB", "AUX", "PRON"}
        ):
            yield range(high + 2, end + 1)


def _back(reader: Reader, last: int, first: int) -> range:
    page = reader.page
    low = last + 1
    while (
        low > first
        and last - low < FURTHEST
        and page.tokens[low - 1].pos in WITHIN
        and not _other(reader, low - 1)
    ):
        low -= 1
    while low <= last and page.tokens[low].pos in {"ADP", "DET", "PART"}:
        low += 1
    return range(low, last + 1)


def _other(reader: Reader, index: int) -> bool:
    name = reader.names.at.get(index)
    return name is not None and name.kind == "person"


def _role(reader: Reader, tokens: range) -> Role | None:
    """The head noun: the last noun for a person before any "of" or "for"."""
    page, people = reader.page, reader.people
    lemma = ""
    for index in tokens:
        token = page.tokens[index]
        if token.pos == "ADP" and lemma:
            break
        noun = people.nouns.get(token.lemma.lower())
        if noun is not None and noun.kind == "person":
            lemma = token.lemma.lower()
    if not lemma:
        return None
    words = frozenset(
        page.tokens[i].lemma.lower() for i in tokens if page.tokens[i].pos in {"NOUN", "PROPN", "ADJ"}
    )
    phrase = " ".join(page.tokens[i].text.lower() for i in tokens)
    office = next((short for long, short in people.heads_of.items() if f" {long} " in f" {phrase} "), lemma)
    return Role(office, words | {lemma, office}, side_in(reader, tokens))
