"""Where names stand in a report: the model's entities and rows of proper nouns, without titles and articles."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.languages.person import PersonLexicon
from sayso.mentions import Token
from sayso.records import ActorKind
from sayso.resolve.actors import Actors, find_actor
from sayso.resolve.speaker.page import Page

KINDS: dict[str, ActorKind] = {"PERSON": "person", "ORG": "organisation", "GPE": "state", "NORP": "group"}


def runs(page: Page, people: PersonLexicon, actors: Actors) -> Iterator[tuple[int, int]]:
    """Named entities of those who speak, and proper nouns in a row that the parser's model has no label for."""
    index, size = 0, len(page.tokens)
    surnames = _surnames(page)
    while index < size:
        token = page.tokens[index]
        limit = page.bounds(index)[-1]
        if token.entity in KINDS:
            end = index
            while end < limit and page.tokens[end + 1].entity and not page.tokens[end + 1].entity_start:
                end += 1
            while end < limit and _goes_on(page, people, index, end):
                end += 1  # the model cut "Ursula von der" off "Leyen"
        elif not token.entity and (token.pos == "PROPN" or _known_person(actors, token, surnames)):
            end = index
            while end < limit and page.tokens[end + 1].pos == "PROPN" and not page.tokens[end + 1].entity:
                end += 1
        else:
            index += 1
            continue
        yield from (run for run in _parts(page, people, actors, index, end) if _has_capital(page, run))
        index = end + 1


def _goes_on(page: Page, people: PersonLexicon, start: int, end: int) -> bool:
    """Whether a person's name that ends in a particle has its last word still to come."""
    after = page.tokens[end + 1]
    return (
        page.tokens[start].entity == "PERSON"
        and page.tokens[end].text in people.particles
        and (after.text[:1].isupper() or after.text in people.particles)
    )


def _has_capital(page: Page, run: tuple[int, int]) -> bool:
    return any(page.tokens[i].text[:1].isupper() for i in range(run[0], run[1] + 1))


def _parts(
    page: Page, people: PersonLexicon, actors: Actors, low: int, high: int
) -> Iterator[tuple[int, int]]:
    """A run without article, possessive ending and titles; in two where a possessor and another name share it."""
    tokens = page.tokens
    while low <= high and (tokens[low].pos in {"DET", "PUNCT", "SPACE"} or _common_verb(tokens[low])):
        low += 1
    while high >= low and (tokens[high].tag == "POS" or tokens[high].pos in {"PUNCT", "SPACE"}):
        high -= 1
    if low < high and _opens_title(page, people, high):
        high -= 1
    if low > high:
        return
    if (person := _person_at_end(page, people, actors, low, high)) is not None:
        yield from _parts(page, people, actors, low, person - 1)
        yield person, high
        return
    for index in range(low + 1, high):
        if tokens[index].text in {"-", "–", "—"} and tokens[index].start > tokens[index - 1].end:
            yield from _parts(page, people, actors, low, index - 1)
            yield from _parts(page, people, actors, index + 1, high)
            return
    if find_actor(actors, page.words((tokens[low].start, tokens[high].end))) is None:
        for index in range(low + 1, high):
            if tokens[index].tag == "POS" and find_actor(
                actors, page.words((tokens[low].start, tokens[index].start))
            ):
                yield low, index - 1
                yield from _parts(page, people, actors, index + 1, high)
                return
        first = find_actor(actors, tokens[low].text)
        if (
            high > low
            and first is not None
            and first.kind == "state"
            and tokens[low + 1].text.lower() in people.given
        ):
            yield low, low  # "the leader of Belarus Alexander X": two names run together
            low += 1
        if high > low and people.nouns.get(tokens[high].text.lower()) is None:
            low = _after_titles(page, people, low, high)
            while low < high and tokens[low].pos == "ADP":
                low += 1  # "Special Envoy for Climate": the title is gone, and "for" is no name
    if (
        tokens[low].entity in {"PERSON", ""}
        and low - 1 in page.bounds(low)
        and _given(people, tokens[low - 1])
    ):
        low -= 1  # the model cut the given name off
    if not _only_title(page, people, actors, low, high):
        yield low, high


def _person_at_end(page: Page, people: PersonLexicon, actors: Actors, low: int, high: int) -> int | None:
    """Where a person's name begins that stands right behind a body's: "Ministry of Foreign Affairs Oleh X"."""
    tokens = page.tokens
    if tokens[low].entity not in {"ORG", ""} or high - low < 2:
        return None
    if tokens[low].entity == "ORG" and (beside := _set_beside(page, people, low, high)) is not None:
        return beside
    if find_actor(actors, page.words((tokens[low].start, tokens[high].end))) is not None:
        return None
    return next((i for i in (high - 1, high - 2) if _begins_person(page, people, actors, low, i, high)), None)


def _begins_person(
    page: Page, people: PersonLexicon, actors: Actors, low: int, index: int, high: int
) -> bool:
    """Whether a given name at `index` begins another name than the one before it."""
    tokens = page.tokens
    if index <= low or not _given(people, tokens[index]) or tokens[index - 1].pos != "PROPN":
        return False
    if not all(tokens[i].text[:1].isupper() for i in range(index, high + 1)):
        return False
    if tokens[high].pos != "PROPN" or tokens[high].lemma.lower() in people.nouns:
        return False
    before = people.nouns.get(tokens[index - 1].lemma.lower())
    if (before is not None and before.kind == "person") or _given(people, tokens[low]):
        return False
    return index - low > 1 or before is not None or _body(actors, tokens[low])


def _body(actors: Actors, token: Token) -> bool:
    """Whether one word is a name by itself: one of the table, an acronym or a site ("halyard.example")."""
    return find_actor(actors, token.text) is not None or token.text.isupper() or "." in token.text[1:-1]


def _set_beside(page: Page, people: PersonLexicon, low: int, high: int) -> int | None:
    """Where the name begins that the tree sets beside a noun for a person before the body's name."""
    head = page.heads[high]
    noun = people.nouns.get(page.tokens[head].lemma.lower())
    if page.tokens[high].dep != "appos" or head >= low or noun is None or noun.kind != "person":
        return None
    start = min([high, *(i for i in page.below[high] if page.tokens[i].dep == "compound")])
    return start if low < start < high else None


def _after_titles(page: Page, people: PersonLexicon, low: int, high: int) -> int:
    """Where a name begins behind the last title in a row of proper nouns ("Russian President Vladimir Putin")."""
    last = low - 1
    for index in range(low, high):
        word = page.tokens[index].text.lower()
        noun = people.nouns.get(word)
        if noun is not None and noun.kind in {"person", "outlet"}:
            last = index
        elif word not in people.parts and last >= low:
            break
    return last + 1


def _only_title(page: Page, people: PersonLexicon, actors: Actors, low: int, high: int) -> bool:
    """Whether a row of proper nouns is a title in capitals ("the President", "Prime Minister") and no name."""
    words = [page.tokens[i].text.lower() for i in range(low, high + 1)]
    last = people.nouns.get(words[-1])
    if last is None or (low != high and last.kind != "person"):
        return False
    if any(word not in people.parts and word not in people.nouns for word in words[:-1]):
        return False
    return find_actor(actors, page.words((page.tokens[low].start, page.tokens[high].end))) is None


def _opens_title(page: Page, people: PersonLexicon, last: int) -> bool:
    """Whether the last word of a run is the first of a title ("TV5 Ambassador of Ukraine X")."""
    noun = people.nouns.get(page.tokens[last].text.lower())
    after = page.tokens[last + 1].text.lower() if last + 1 in page.bounds(last) else ""
    return noun is not None and noun.kind == "person" and noun.title and after in people.of_side


def _given(people: PersonLexicon, token: Token) -> bool:
    return token.text[:1].isupper() and token.text.lower() in people.given


def _surnames(page: Page) -> frozenset[str]:
    """The last words of the persons' names that the model marks."""
    tokens = page.tokens
    return frozenset(
        token.text
        for index, token in enumerate(tokens)
        if token.entity == "PERSON"
        and not token.entity_start
        and token.text[:1].isupper()
        and (index + 1 == len(tokens) or not tokens[index + 1].entity or tokens[index + 1].entity_start)
    )


def _known_person(actors: Actors, token: Token, surnames: frozenset[str]) -> bool:
    """A surname of the table or of this report that the model takes for a common noun."""
    if token.pos == "NOUN" and token.text in surnames:
        return True
    if token.pos != "NOUN" or not token.text[:1].isupper():
        return False
    actor = find_actor(actors, token.text)
    return actor is not None and actor.kind == "person"


def _common_verb(token: Token) -> bool:
    return token.pos in {"VERB", "AUX", "ADV"} and token.text.islower()
