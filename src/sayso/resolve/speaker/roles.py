"""Under which titles a report speaks of each person: what stands before, after or beside the name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from sayso.resolve.speaker.names import Name
from sayso.resolve.speaker.offices import office
from sayso.resolve.speaker.page import SUBJECTS, Page
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
        rank = all(_is_rank(reader, i) for i in before)
        if rank and before[0] - 2 >= bounds[0] and page.tokens[before[0] - 1].text == ",":
            yield _back(reader, before[0] - 2, bounds[0])  # "the chief of the army, General X"
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
            and not _acts(page, range(high + 2, end + 1))
        ):
            yield range(high + 2, end + 1)


def _acts(page: Page, tokens: range) -> bool:
    """Whether what follows a name is who acts next: "after talks with X, the head of the army said"."""
    verb = tokens[-1] + 1
    if page.tokens[verb].pos not in {"VERB", "AUX"}:
        return False
    subjects = [i for i in page.below[verb] if page.tokens[i].dep in SUBJECTS and i < verb]
    return page.tokens[verb].tag in {"VBD", "VBZ", "VBP"} and not any(i < tokens[0] for i in subjects)


def _back(reader: Reader, last: int, first: int) -> range:
    page = reader.page
    low = last + 1
    while (
        low > first
        and last - low < FURTHEST
        and (page.tokens[low - 1].pos in WITHIN or _joins(page, low - 1))
        and not _other(reader, low - 1)
    ):
        low -= 1
    while low <= last and page.tokens[low].pos in {"ADP", "DET", "PART"}:
        low += 1
    return range(low, last + 1)


def _is_rank(reader: Reader, index: int) -> bool:
    token = reader.page.tokens[index]
    return token.text == "-" or token.text.lower() in reader.people.ranks


def _joins(page: Page, index: int) -> bool:
    """Whether a token is the hyphen of one word ("commander-in-chief")."""
    token = page.tokens[index]
    if token.text != "-" or not 0 < index < len(page.tokens) - 1:
        return False
    return page.tokens[index - 1].end == token.start and token.end == page.tokens[index + 1].start


def _other(reader: Reader, index: int) -> bool:
    name = reader.names.at.get(index)
    return name is not None and name.kind == "person"


def _role(reader: Reader, tokens: range) -> Role | None:
    """The head noun: the last noun for a person before any "of" or "for"."""
    page, people = reader.page, reader.people
    lemma = ""
    for index in tokens:
        token = page.tokens[index]
        if token.pos == "ADP" and lemma and not _joins(page, index - 1):
            break
        noun = people.nouns.get(token.lemma.lower())
        if noun is not None and noun.kind == "person":
            lemma = token.lemma.lower()
    if not lemma:
        return None
    kept = [i for i in tokens if page.tokens[i].pos not in {"PUNCT", "SPACE", "DET", "PART"}]
    words, short = office(people, [page.tokens[i].text.lower() for i in kept])
    lemmas = {page.tokens[i].lemma.lower() for i in kept if page.tokens[i].pos in {"NOUN", "PROPN", "ADJ"}}
    return Role(short or lemma, frozenset(lemmas | set(words) | {lemma}), side_in(reader, tokens))
