"""The finder of place names: the parser's entities, what the words around add to them, and each name met again."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.find.place.name import (
    Known,
    Name,
    bounds,
    in_organisation,
    kind_after,
    kind_within,
    located,
    plausible,
    trimmed,
    words,
)
from sayso.find.place.rescue import PLACE_LABELS, capitalised, datelines, listed, rescued
from sayso.find.place.role import role
from sayso.languages.place import PlaceLexicon
from sayso.mentions import PlaceMention, Sentence, Token
from sayso.records import PlaceKind

# What a parser may take a plant or an airport for.
OTHER_LABELS = frozenset({"ORG", "PERSON", "PRODUCT", "EVENT", "NORP", "WORK_OF_ART"})


def find_places(
    text: str, sentences: Sequence[Sentence], lexicon: PlaceLexicon, known: Known
) -> tuple[PlaceMention, ...]:
    """The place names of these sentences, in text order, none overlapping another."""
    people = people_of(sentences, lexicon)
    per_sentence = [names_of(sentence.tokens, lexicon, known, people) for sentence in sentences]
    senses = names_met(sentences, per_sentence)
    mentions: list[PlaceMention] = []
    for sentence, names in zip(sentences, per_sentence, strict=True):
        tokens = sentence.tokens
        names = [*names, *again(tokens, names, senses, lexicon, known, people)]
        for name in sorted(names, key=lambda n: n.first):
            start, end = bounds(text, tokens, name)
            mentions.append(
                PlaceMention(
                    start=start,
                    end=end,
                    name=name.expanded or " ".join(text[start:end].split()),
                    kind=name.kind,
                    role=role(tokens, name.first, name.last, name.kind, lexicon),
                )
            )
    return tuple(mentions)


def people_of(sentences: Sequence[Sentence], lexicon: PlaceLexicon) -> Counter[str]:
    """How often a word is plainly a person's name: in one of two words or more ("Paris Hilton"), after an unlabelled
    first name, or speaking.
    """
    found: Counter[str] = Counter()
    for sentence in sentences:
        tokens = sentence.tokens
        for first, last, label in entities(tokens):
            if label != "PERSON":
                continue
            name, before = tokens[first], tokens[first - 1] if first else None
            speaks = name.dep == "nsubj" and tokens[name.head].lemma in lexicon.speaking
            named = (
                before is not None
                and before.pos == "PROPN"
                and before.dep == "compound"
                and before.head == first
            )
            if last - first > 1 or speaks or named:
                found.update({t.text for t in tokens[first:last]})
    return found


def entities(tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """The named entities as (first, last, label), `last` exclusive."""
    first = 0
    for i in range(1, len(tokens) + 1):
        ended = i == len(tokens) or tokens[i].entity != tokens[first].entity or tokens[i].entity_start
        if ended:
            if tokens[first].entity:
                yield first, i, tokens[first].entity
            first = i


def names_of(
    tokens: Sequence[Token], lexicon: PlaceLexicon, known: Known, people: Counter[str]
) -> list[Name]:
    """The names that this sentence by itself shows to be places, none overlapping another."""
    taken: dict[int, Name] = {}

    def take(name: Name | None) -> None:
        if name and not any(i in taken for i in range(name.first, name.last)):
            taken.update(dict.fromkeys(range(name.first, name.last), name))

    for first, end, label in entities(tokens):
        last = whole_name(tokens, first, end, lexicon)
        if end + 1 < len(tokens) and tokens[end].text == "-" and known(words(tokens, first, end + 2)):
            last = end + 2
        for part in parts(tokens, first, last, lexicon, known):
            if label in PLACE_LABELS:
                take(from_entity(tokens, *part, lexicon, known, people))
            elif label in OTHER_LABELS:
                take(site_at_end(tokens, *part, lexicon, known))
    for first, last in capitalised(tokens):
        if not any(i in taken for i in range(first, last)):
            take(rescued(tokens, first, last, lexicon, known, people))
    for name in datelines(tokens, known, lexicon):
        take(name)
    for name in listed(tokens, list(dict.fromkeys(taken.values())), lexicon, known, people):
        take(name)
    names = joined(tokens, list(dict.fromkeys(taken.values())), known)
    return shared_heads(tokens, names, lexicon)


def joined(tokens: Sequence[Token], names: Sequence[Name], known: Known) -> list[Name]:
    """One name where a parser has cut it in two: "Krasnaya" and "Yaruga district" are Krasnaya Yaruga's."""
    found: list[Name] = []
    for name in sorted(names, key=lambda n: n.first):
        before = found[-1] if found else None
        if before and before.last == name.first and known(words(tokens, before.first, name.last)):
            found[-1] = replace(name, first=before.first)
        else:
            found.append(name)
    return found


def whole_name(tokens: Sequence[Token], first: int, last: int, lexicon: PlaceLexicon) -> int:
    """Where the name of a country ends of which the parser has only the head: "Democratic Republic of the Congo"."""
    for end in range(min(last + 3, len(tokens)), last, -1):
        if words(tokens, first, end).lower() in lexicon.institutions:
            return end
    return last


def parts(
    tokens: Sequence[Token], first: int, last: int, lexicon: PlaceLexicon, known: Known
) -> list[tuple[int, int]]:
    """An entity at its commas and conjunctions: "Kursk and Belgorod" is two names, "Bosnia and Herzegovina" one."""
    if known(words(tokens, first, last)):
        return [(first, last)]
    found, begin = [], first
    for i in range(first, last + 1):
        if i == last or apart(tokens, i) or tokens[i].text.lower() in lexicon.conjoins:
            if i > begin:
                found.append((begin, i))
            begin = i + 1
    return found


def apart(tokens: Sequence[Token], index: int) -> bool:
    """Whether a mark parts two names: a comma, or a dash with a space before it."""
    token = tokens[index]
    return token.text in ",;/()" or (
        token.text in "-–—" and index > 0 and tokens[index - 1].end < token.start
    )


def from_entity(
    tokens: Sequence[Token], first: int, last: int, lexicon: PlaceLexicon, known: Known, people: Counter[str]
) -> Name | None:
    """A name that the parser calls a place, without the words around it, if it is one."""
    name = trimmed(tokens, first, last, lexicon, known)
    if name is None or not plausible(tokens, name, lexicon, known):
        return None
    if name.kind is None and in_organisation(tokens, name, lexicon):
        return None
    phrase = words(tokens, name.first, name.last)
    if name.kind is not None or phrase.lower() in lexicon.institutions:
        return name
    if (
        name.last - name.first == 1
        and people[phrase]
        and not located(tokens, name.first, lexicon, lexicon.firm)
    ):
        return None
    # What neither the gazetteer nor the words around bear out is mostly a person, a thing or an organisation.
    prepositions = lexicon.locatives if name.last - name.first > 1 else lexicon.firm
    if not name.expanded and not known(phrase) and not located(tokens, name.first, lexicon, prepositions):
        return None
    return name


def site_at_end(
    tokens: Sequence[Token], first: int, last: int, lexicon: PlaceLexicon, known: Known
) -> Name | None:
    """The place at the end of what the parser calls an organisation: "Moscow Crocus City Hall"."""
    kind_length, kind = kind_after(tokens, last, lexicon)
    if kind and kind.in_name and last + kind_length <= len(tokens) and tokens[first].text[:1].isupper():
        begin = next((i for i in range(first, last) if known(words(tokens, i, last))), None)
        return None if begin is None else Name(begin, last + kind_length, kind.kind, sure=True)
    for begin in range(first, last - 1):
        phrase = words(tokens, begin, last)
        if known(phrase) and (tail := kind_within(tokens, begin, last, lexicon)) and tail.in_name:
            return Name(begin, last, tail.kind, sure=True)
    if (tail := kind_within(tokens, first, last, lexicon)) and tail.in_name and tail.kind == "site":
        begin = first + (tokens[first].text.lower() == "the")
        base = any(known(words(tokens, begin, i)) for i in range(begin + 1, last))
        return Name(begin, last, tail.kind) if base else None
    return None


def shared_heads(tokens: Sequence[Token], names: list[Name], lexicon: PlaceLexicon) -> list[Name]:
    """Gives the names joined before or after a plural its kind: "Kursk and Belgorod regions", "villages of A and B"."""
    by_last = {name.last: name for name in names}
    by_first = {name.first: name for name in names}
    kinds: dict[Name, PlaceKind] = {}
    for i, token in enumerate(tokens):
        word = lexicon.kinds.get(token.text.lower())
        # "States" of "the United States, Britain and Canada" heads nothing.
        if word is None or not word.plural or any(name.first <= i < name.last for name in names):
            continue
        if word.position != "before":
            at = i
            while at > 0 and (name := by_last.get(at)) is not None:
                kinds.setdefault(name, word.kind)
                at = name.first
                while at > 0 and (
                    tokens[at - 1].text == "," or tokens[at - 1].text.lower() in lexicon.conjoins
                ):
                    at -= 1
        at = i + 1
        if at < len(tokens) and (tokens[at].text.lower() in lexicon.of or tokens[at].text in (",", ":")):
            if tokens[at].text.lower() not in lexicon.of and word.kind not in ("region", "settlement"):
                continue
            at += 1
            list_of: list[Name] = []
            while (name := by_first.get(at)) is not None:
                list_of.append(name)
                at = name.last
                while at < len(tokens) and (
                    tokens[at].text == "," or tokens[at].text.lower() in lexicon.conjoins
                ):
                    at += 1
            if len(list_of) > 1:
                kinds.update({name: word.kind for name in list_of if name not in kinds})
    return [
        replace(name, kind=name.kind or kinds[name], sure=True) if name in kinds else name for name in names
    ]


def names_met(
    sentences: Sequence[Sentence], per_sentence: Sequence[list[Name]]
) -> Mapping[str, Counter[tuple[str, ...]]]:
    """How often each name is met in the report, by its first word: a name once a place is one wherever it stands alone."""
    found: dict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
    for sentence, names in zip(sentences, per_sentence, strict=True):
        for name in names:
            spelled = tuple(t.text for t in sentence.tokens[name.first : name.last])
            if len("".join(spelled)) > 2:
                found[spelled[0]][spelled] += 1
    return found


def again(
    tokens: Sequence[Token],
    names: Sequence[Name],
    senses: Mapping[str, Counter[tuple[str, ...]]],
    lexicon: PlaceLexicon,
    known: Known,
    people: Counter[str],
) -> list[Name]:
    """Further occurrences of the report's place names, not within a longer name."""
    taken = {i for name in names for i in range(name.first, name.last)}
    found: list[Name] = []
    for i, token in enumerate(tokens):
        if i in taken:
            continue
        for spelled in sorted(senses.get(token.text, ()), key=lambda words: (-len(words), words)):
            if people[token.text] >= senses[token.text][spelled]:
                continue
            last = i + len(spelled)
            if tuple(t.text for t in tokens[i:last]) != spelled or any(j in taken for j in range(i, last)):
                continue
            name = Name(i, last)
            if (
                stands_alone(tokens, name)
                and plausible(tokens, name, lexicon, known)
                and not in_organisation(tokens, name, lexicon)
            ):
                _, after = kind_after(tokens, last, lexicon)
                found.append(
                    replace(name, kind=after.kind)
                    if after and not after.plural and not after.in_name
                    else name
                )
                taken.update(range(i, last))
                break
    return found


def stands_alone(tokens: Sequence[Token], name: Name) -> bool:
    """Whether no capitalised word of the same entity stands beside the name."""
    label = tokens[name.first].entity
    before = tokens[name.first - 1] if name.first else None
    after = tokens[name.last] if name.last < len(tokens) else None
    if before is not None and label and before.entity == label and not tokens[name.first].entity_start:
        return False
    return not (
        after is not None
        and after.text[:1].isupper()
        and after.pos == "PROPN"
        and (after.entity == label and not after.entity_start)
    )
