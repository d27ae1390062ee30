"""Of what kind a described source is, and whose part it takes, by the words of its description alone."""

from __future__ import annotations

from sayso.records import ActorKind
from sayso.resolve.actors import find_actor, key
from sayso.resolve.speaker.offices import plain
from sayso.resolve.speaker.page import Page
from sayso.resolve.speaker.reader import Described, Reader


def kind_of(reader: Reader, described: Described) -> ActorKind:
    """The kind of a described source, from the table where that has it, else from its head noun."""
    page, token = reader.page, reader.page.tokens[described.head]
    actor = find_actor(reader.actors, page.words(described.span))
    if actor is not None:
        return actor.kind
    if joined(page, described.head, page.inside(described.span)):
        return "group"
    noun = reader.people.nouns.get(described.lemma) or reader.people.nouns.get(token.lemma.lower())
    if noun is None:
        name = reader.names.at.get(described.head)
        return name.kind if name is not None else "unknown"
    plural = token.tag in {"NNS", "NNPS"}
    if plural and noun.kind in {"person", "organisation"}:
        return "group"
    return noun.kind


def side_of(reader: Reader, described: Described) -> str | None:
    """Whose part a described source takes, from the states that its words name; None where they name none."""
    page = reader.page
    words = page.words(described.span)
    actor = find_actor(reader.actors, words)
    if actor is not None:
        return actor.side
    if joined(page, described.head, page.inside(described.span)):
        return None
    if described.lemma in reader.people.free or described.words & reader.people.free:
        return None
    return side_in(reader, page.inside(described.span))


def side_in(reader: Reader, tokens: range) -> str | None:
    """The first state that words name as whose they are: by a demonym, a possessor, "of" or "for"."""
    page, people = reader.page, reader.people
    governed = seat = owned = False
    for index in tokens:
        token = page.tokens[index]
        lower = token.text.lower()
        if token.pos == "ADP" and token.tag != "POS":
            governed, owned = lower not in people.of_side, True
            seat = lower in people.at_seat and any(
                page.tokens[i].lemma in people.seats for i in tokens if i < index
            )
            continue
        if token.pos in {"VERB", "AUX"} or token.tag.startswith("W"):
            return None
        if governed and not seat:
            continue
        found = _owning_state(reader, index)
        if not found and (not owned or seat or _of_body(reader, index, tokens)):
            found = demonym(reader, index)
        if found:
            return found
    return None


def _of_body(reader: Reader, index: int, tokens: range) -> bool:
    """Whether an adjective after "of" belongs to a body: "of the Russian army", not "of Russian history"."""
    page = reader.page
    head = next((i for i in (page.heads[index], index) if page.tokens[i].pos in {"NOUN", "PROPN"}), index)
    noun = reader.people.nouns.get(page.tokens[head].lemma.lower())
    return head in tokens and noun is not None and noun.kind != "unknown"


def demonym(reader: Reader, index: int) -> str | None:
    page = reader.page
    token = page.tokens[index]
    hyphen = token.text.lower().split("-")[0]
    if hyphen in reader.people.against and "-" in token.text:
        return None
    if (
        index >= 2
        and page.tokens[index - 1].text == "-"
        and page.tokens[index - 2].text.lower() in reader.people.against
    ):
        return None
    if (
        index + 1 < len(page.tokens)
        and page.tokens[index + 1].text == "-"
        and page.tokens[index + 1].start == token.end
    ):
        # "Russian-backed", "US-based": not the same as Russian.
        return None
    demonyms = reader.people.demonyms
    if index + 1 < len(page.tokens):
        both = f"{token.text} {page.tokens[index + 1].text}".lower()
        if both in demonyms:
            return demonyms[both]
    plain = key(token.text).removeprefix("=")
    return demonyms.get(plain)


def _owning_state(reader: Reader, index: int) -> str | None:
    """A state, a body or a person of the table named within a description ("Putin's aide", "of Ukraine")."""
    name = reader.names.at.get(index)
    if name is None or name.actor is None or name.tokens[0] != index or name.actor.kind == "outlet":
        return None
    page = reader.page
    after = name.tokens[1] + 1
    if after < len(page.tokens) and _topic(reader, after):
        return None
    if (
        after < len(page.tokens)
        and page.tokens[after].text == "-"
        and page.tokens[after].start == name.span[1]
    ):
        return None
    return name.actor.side


def _topic(reader: Reader, after: int) -> bool:
    """Whether a state's name before common nouns says what someone is busy with: "a Ukraine war reporter"."""
    page, people = reader.page, reader.people
    token = page.tokens[after]
    if token.pos != "NOUN":
        return False
    knows = plain(people, page.tokens[page.heads[after]].lemma) in people.learned
    return knows or not (token.lemma.lower() in people.nouns or token.text.lower() in people.parts)


def joined(page: Page, head: int, tokens: range) -> bool:
    """Whether two or more speak together ("Putin and Xi")."""
    return any(
        page.tokens[i].dep == "conj" and i in tokens and i > head for i in page.below[head]
    ) and not any(page.tokens[i].text == "," for i in tokens if i > head)
