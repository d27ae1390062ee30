"""Which of the names within a source is the source itself ("army spokesman X"), and which only part of its description."""

from __future__ import annotations

from sayso.mentions import Token
from sayso.resolve.speaker.names import Name, Names
from sayso.resolve.speaker.reader import Reader
from sayso.resolve.speaker.sides import demonym, joined


def named(reader: Reader, head: int, tokens: range) -> Name | None:
    """The name that a source comes down to: that of its head, or one set beside a common noun."""
    page, names = reader.page, reader.names
    own = names.at.get(head)
    inside = [n for n in _distinct(names, tokens) if n.tokens[0] >= tokens[0] and n.tokens[1] <= tokens[-1]]
    if page.tokens[tokens[0]].pos == "VERB" and page.tokens[head].pos != "PROPN":
        # A participle clause before its subject ("Speaking in Kyiv, General X said"): the person that no word governs.
        return next(
            (
                n
                for n in inside
                if n.kind == "person" and page.tokens[n.tokens[1]].dep not in {"pobj", "poss"}
            ),
            own,
        )
    if joined(page, head, tokens):
        return None
    if own is not None and own in inside:
        if own.kind != "person":
            following = page.tokens[min(own.tokens[1] + 1, tokens[-1])]
            if own.kind == "state" and following.tag in {
                "VBN",
                "VBD",
            }:  # "the UK based X", without its hyphen
                return next((n for n in inside if n.tokens[0] > own.tokens[1]), own)
            # The parser may take a title for the head, and a title's country for a name.
            later = [n for n in inside if n.kind == "person" and n.tokens[0] == own.tokens[1] + 1]
            return later[0] if later else own
        return own
    if page.tokens[head].pos == "PROPN" and own is not None:
        return own
    for name in reversed(inside):
        if _beside(reader, name, head, tokens):
            return name
    return None


def _distinct(names: Names, tokens: range) -> list[Name]:
    found: list[Name] = []
    for index in tokens:
        name = names.at.get(index)
        if name is not None and (not found or found[-1] is not name):
            found.append(name)
    return found


def _beside(reader: Reader, name: Name, head: int, tokens: range) -> bool:
    """Whether a name within a source says who its head is, and is not only part of the description.

    "The governor of the region, X"; "army spokesman X"; "the Halyard agency". Not: "a spokesman for X", "X's aide".
    """
    page, people = reader.page, reader.people
    low, high = name.tokens
    if high + 1 < len(page.tokens) and page.tokens[high + 1].tag == "POS":
        return False
    noun = people.nouns.get(page.tokens[head].lemma.lower())
    if name.kind != "person":
        following = (
            high < head <= high + 2
            and all(page.tokens[i].text.islower() for i in range(high + 1, head + 1))
            and noun is not None
            and (noun.kind == "outlet" or page.tokens[head].lemma in people.agencies)
        )
        preceding = (
            head + 1 == low and noun is not None and noun.kind in {"outlet", "organisation", "armed group"}
        )
        of_state = demonym(reader, high) is not None
        return (following or preceding) and not of_state and name.kind not in {"state", "group"}
    if low < head:
        # "X Y spokesman for Z", where a comma is missing.
        return (
            low == tokens[0]
            and high + 1 == head
            and page.tokens[head].text.islower()
            and person_noun(reader, page.tokens[head])
        )
    before = low - 1
    while (
        before > head
        and page.tokens[before].pos in {"NOUN", "PROPN", "ADJ"}
        and page.tokens[before].text[:1].isupper()
    ):
        before -= 1
    if page.tokens[before].text == ",":
        return _after_comma(reader, head, before, high, tokens)
    if before == head:
        return True
    other = reader.names.at.get(low - 1)
    if (
        other is not None
        and other is not name
        and other.kind == "organisation"
        and person_noun(reader, page.tokens[head])
    ):
        return high == tokens[-1]  # "a spokesman for the Ministry of Foreign Affairs X"
    # "The ambassador to Poland X", "the chief of the army of Ukraine General X".
    place = low - 1 if _place_before(reader, low - 1) else before + 1
    if (
        page.tokens[before].pos == "ADP"
        and page.tokens[before].text.lower() not in people.on_behalf
        and place < low
        and _place_before(reader, place)
        and person_noun(reader, page.tokens[head])
    ):
        return high == tokens[-1]
    # No comma: only where it ends the source and no preposition governs it.
    return (
        high == tokens[-1]
        and page.tokens[before].pos not in {"ADP", "VERB", "AUX", "CCONJ"}
        and page.tokens[low].dep != "poss"
    )


def _place_before(reader: Reader, index: int) -> bool:
    name = reader.names.at.get(index)
    return reader.page.tokens[index].entity == "GPE" or (name is not None and name.kind == "state")


def _after_comma(reader: Reader, head: int, comma: int, high: int, tokens: range) -> bool:
    page = reader.page
    ends = high == tokens[-1] or page.tokens[high + 1].text == ","
    if not ends or any(page.tokens[i].dep == "relcl" for i in range(head, comma)):
        return False
    first = page.tokens[tokens[0]].text.lower()
    if first not in reader.people.indefinite:
        return True
    nouns = [i for i in range(head, comma) if person_noun(reader, page.tokens[i])]
    return not nouns or nouns[-1] == head


def person_noun(reader: Reader, token: Token) -> bool:
    noun = reader.people.nouns.get(token.lemma.lower())
    return noun is not None and noun.kind == "person"


def proper(reader: Reader, name: Name, head: int) -> bool:
    """Whether a name is one of its own, and no common noun in capitals with its owner ("Defence Ministry")."""
    if name.kind in {"person", "outlet", "state"}:
        return True
    page = reader.page
    last = page.tokens[name.tokens[1]]
    if head not in range(name.tokens[0], name.tokens[1] + 1):
        return True
    if page.words(name.span).isupper():
        return True
    noun = reader.people.nouns.get(last.lemma.lower()) or reader.people.nouns.get(
        page.tokens[head].lemma.lower()
    )
    if noun is not None and noun.kind != "person" and name.actor is None:
        return False
    below = page.below[head]
    return noun is None or not any(page.tokens[i].dep in {"poss"} for i in below) or name.tokens[0] > head
