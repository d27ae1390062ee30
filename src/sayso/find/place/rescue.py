"""Place names that the parser does not call places, but the words around them and the gazetteer do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.find.place.name import (
    LONGEST_NAME,
    Known,
    Name,
    in_organisation,
    kind_after,
    located,
    plausible,
    trimmed,
    words,
)
from sayso.languages.place import PlaceLexicon
from sayso.mentions import Token

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
NOT_NAMES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})
DATELINE_ENDS = frozenset({"—", "–", "---", "--", "-", ":", "("})


def rescued(
    tokens: Sequence[Token], first: int, last: int, lexicon: PlaceLexicon, known: Known, people: Counter[str]
) -> Name | None:
    """A name that the parser does not call a place, where the words around it and the gazetteer do."""
    name = trimmed(tokens, first, last, lexicon, known)
    if name is None or not plausible(tokens, name, lexicon, known):
        return None
    label = tokens[first].entity
    phrase = words(tokens, name.first, name.last)
    if in_organisation(tokens, name, lexicon) or not whole_entity(tokens, first, last):
        return None
    if phrase.lower() in lexicon.institutions and phrase.lower() not in lexicon.attributive:
        return replace(name, sure=True)
    # A person's name of two words counts against itself once.
    own = int(label == "PERSON" and last - first > 1)
    firmly = located(tokens, name.first, lexicon, lexicon.firm)
    person = any(people[t.text] > own for t in tokens[name.first : name.last])
    # "in Putin" is said of people too; "in Milton Keynes" is not.
    if person and not (firmly and name.last - name.first > 1 and known(phrase)):
        return None
    if name.kind is not None:
        # "Large city dwellers": a word before a kind word is a name where it is known, or parsed as one in a place.
        named = label or located(tokens, name.first, lexicon, lexicon.locatives | lexicon.of)
        return name if known(phrase) or (named and tokens[name.first].pos == "PROPN") else None
    if len(phrase) < 3 or (phrase.isupper() and len(phrase) <= 5 and last - first == 1) or not known(phrase):
        return None
    _, after = kind_after(tokens, name.last, lexicon)
    if after is not None and after.plural:
        return replace(name, kind=after.kind, sure=True)
    following = tokens[name.last].text.lower() if name.last < len(tokens) else ""
    if firmly or following in lexicon.followers or reached(tokens, name, lexicon):
        return name
    return name if label != "PERSON" and located(tokens, name.first, lexicon, lexicon.locatives) else None


def reached(tokens: Sequence[Token], name: Name, lexicon: PlaceLexicon) -> bool:
    """Whether the name is the object of a verb that takes places: "shelled El Fasher"."""
    token = tokens[name.last - 1]
    for _ in range(LONGEST_NAME):
        if token.dep != "conj":
            break
        token = tokens[token.head]
    return token.dep in ("dobj", "nsubjpass") and tokens[token.head].lemma in lexicon.reaching


def whole_entity(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the tokens are all of an entity, or of none."""
    label = tokens[first].entity
    while first > 0 and label and not tokens[first].entity_start and tokens[first - 1].pos == "DET":
        first -= 1
    begins = not label or first == 0 or tokens[first - 1].entity != label or tokens[first].entity_start
    ends = not label or last == len(tokens) or tokens[last].entity != label or tokens[last].entity_start
    # "Robotyne and Verbove" is often taken for one entity, and the mark of the possessive for its end.
    begins = begins or tokens[first - 1].pos in ("CCONJ", "PUNCT")
    return begins and (ends or tokens[last].tag == "POS" or tokens[last].pos in ("CCONJ", "PUNCT"))


def listed(
    tokens: Sequence[Token], names: list[Name], lexicon: PlaceLexicon, known: Known, people: Counter[str]
) -> list[Name]:
    """Known names that stand in a list with a place: "Moonbi, Parkes, Berry and Wyong"."""
    by_last = {name.last: name for name in names}
    by_first = {name.first: name for name in names}
    runs = [
        r for r in capitalised(tokens) if not any(i in range(n.first, n.last) for n in names for i in r[:1])
    ]
    found: list[Name] = []
    for first, last in [*runs, *reversed(runs)]:
        if first in by_first or not whole_entity(tokens, first, last):
            continue
        before = first - 1
        while before > 0 and joins(tokens[before], lexicon):
            before -= 1
        after = last
        while after < len(tokens) and joins(tokens[after], lexicon):
            after += 1
        neighbour = by_last.get(before + 1) if before + 1 < first else None
        neighbour = neighbour or (by_first.get(after) if after > last else None)
        name = trimmed(tokens, first, last, lexicon, known) if neighbour else None
        if (
            name is None
            or not plausible(tokens, name, lexicon, known)
            or in_organisation(tokens, name, lexicon)
        ):
            continue
        own = int(tokens[first].entity == "PERSON" and last - first > 1)
        phrase = words(tokens, name.first, name.last)
        if (
            len(phrase) < 3
            or not (known(phrase) or tokens[first].entity in PLACE_LABELS)
            or any(people[t.text] > own for t in tokens[first:last])
        ):
            continue
        found.append(name)
        by_last[name.last] = by_first[name.first] = name
    return found


def joins(token: Token, lexicon: PlaceLexicon) -> bool:
    return token.text == "," or token.text.lower() in lexicon.conjoins


def capitalised(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words of one entity or none: what may be a name."""
    first: int | None = None
    for i in range(len(tokens) + 1):
        fits = (
            i < len(tokens)
            and (name_word(tokens[i]) or hyphen(tokens, i))
            and tokens[i].entity not in NOT_NAMES
        )
        if first is not None and (
            not fits or tokens[i].entity != tokens[first].entity or tokens[i].entity_start
        ):
            yield first, i
            first = None
        if fits and first is None:
            first = i


def hyphen(tokens: Sequence[Token], index: int) -> bool:
    """Whether a hyphen joins two capitalised words: "Saxony-Anhalt"."""
    return (
        tokens[index].text == "-"
        and 0 < index < len(tokens) - 1
        and tokens[index - 1].end == tokens[index].start
        and tokens[index].end == tokens[index + 1].start
        and name_word(tokens[index - 1])
        and name_word(tokens[index + 1])
    )


def name_word(token: Token) -> bool:
    return (
        token.text[:1].isupper() and token.pos in ("PROPN", "NOUN", "ADJ", "X", "VERB", "ADV", "INTJ")
    ) or token.text[:3] == "al-"


def datelines(tokens: Sequence[Token], known: Known, lexicon: PlaceLexicon) -> Iterator[Name]:
    """A name in capitals at the head of a paragraph, before a dash or an agency in brackets."""
    end = 0
    while (
        end < min(4, len(tokens))
        and tokens[end].text.isupper()
        and tokens[end].text.replace("-", "").isalpha()
    ):
        end += 1
    if not end or len(tokens[0].text) < 3 or len(tokens) == end:
        return
    if any(t.text in DATELINE_ENDS for t in tokens[end : end + 9]):
        phrase = words(tokens, 0, end)
        if known(phrase) and phrase.lower() not in lexicon.never:
            yield Name(0, end, sure=True)
