"""One place name in a sentence: its words, its kind, and whether they can be a place's name at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.languages.place import KindWord, PlaceLexicon
from sayso.mentions import Token
from sayso.records import PlaceKind

Known = Callable[[str], bool]

# The longest kind phrase has three words ("hydroelectric power plant"); one more for the table's next editor.
LONGEST_KIND = 4
LONGEST_NAME = 6


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens [first, last) of a sentence taken for a place. `sure` where the words around it leave little doubt."""

    first: int
    last: int
    kind: PlaceKind | None = None
    sure: bool = False
    expanded: str | None = None


def words(tokens: Sequence[Token], first: int, last: int) -> str:
    """The words as written, one space where there is any: the tokens of "Saxony-Anhalt" touch."""
    return "".join(
        t.text if i == first or t.start == tokens[i - 1].end else f" {t.text}"
        for i, t in enumerate(tokens[first:last], first)
    )


def bounds(text: str, tokens: Sequence[Token], name: Name) -> tuple[int, int]:
    """The span of a name, without the white space and marks that a tokeniser leaves at its ends: "Ukraine.-"."""
    start, end = tokens[name.first].start, tokens[name.last - 1].end
    while end - start > 1 and text[start].isspace():
        start += 1
    dotted = name.expanded is not None or text[start:end].count(".") > 1
    while end - start > 1 and not text[end - 1].isalnum() and not (dotted and text[end - 1] == "."):
        end -= 1
    return start, end


def trimmed(
    tokens: Sequence[Token], first: int, last: int, lexicon: PlaceLexicon, known: Known
) -> Name | None:
    """The name alone, with the kind that the words before, in and after it give."""
    while first < last and (
        tokens[first].pos in ("DET", "ADP", "PUNCT") or not tokens[first].text[0].isalnum()
    ):
        first += 1
    while (
        first < last
        and (tokens[last - 1].tag == "POS" or not tokens[last - 1].text[-1].isalnum())
        and not (tokens[last - 1].text in lexicon.abbreviations or known(words(tokens, first, last)))
    ):
        last -= 1
    while first < last - 1 and tokens[last - 1].pos in ("ADP", "DET", "CCONJ"):
        last -= 1
    while first < last - 1 and tokens[first].text.islower():
        first += 1
    if first >= last:
        return None
    if expanded := abbreviated(tokens, first, last, lexicon):
        return Name(first, last, "region", expanded=expanded)
    kind: PlaceKind | None = None
    if not known(words(tokens, first, last)):
        for i in range(first + 1, last - 1):
            before = lexicon.kinds.get(tokens[i - 1].text.lower())
            if tokens[i].text.lower() in lexicon.of and before and before.position != "after":
                first, kind = i + 1, before.kind
        while (
            first < last - 1
            and tokens[first].text.lower() in lexicon.directions
            and not known(words(tokens, first, last))
        ):
            # "Western Ukraine" with a capital is a name; at the head of a sentence nobody can tell.
            if tokens[first].text[0].isupper() and first > 0 and last - first == 2:
                return Name(first, last, "region")
            first += 1
        inner = kind_within(tokens, first, last, lexicon)
        front = lexicon.kinds.get(tokens[first].text.lower())
        # "Lake Erie", "Fort Detrick"
        if front and front.in_name and front.position != "after" and last - first > 1:
            kind = front.kind
        elif inner:
            kind = inner.kind
            if not inner.in_name and (length := kind_length_at_end(tokens, first, last, lexicon)):
                last -= length
    length, after = kind_after(tokens, last, lexicon)
    # "the Kerch bridge" has a name of its own, "a Kursk bridge" is any in Kursk.
    if after is None and (longer := known_site(tokens, first, last, lexicon, known)):
        return Name(first, longer, "site", sure=True)
    if after and not after.plural:
        kind = after.kind
        if after.in_name:
            last += length
    elif kind is None:
        kind = kind_before(tokens, first, lexicon)
    return Name(first, last, kind, sure=kind is not None)


def abbreviated(tokens: Sequence[Token], first: int, last: int, lexicon: PlaceLexicon) -> str | None:
    """What a short form stands for: "La." anywhere, "LA" after a comma."""
    phrase = words(tokens, first, last)
    if phrase not in lexicon.abbreviations and first + 1 < last:
        phrase = "".join(t.text for t in tokens[first:last])
    dotted = "." in phrase
    after_comma = first > 0 and tokens[first - 1].text == ","
    return lexicon.abbreviations.get(phrase) if dotted or after_comma else None


def kind_before(tokens: Sequence[Token], first: int, lexicon: PlaceLexicon) -> PlaceKind | None:
    """The kind given by "village of" or "the village" before the name."""
    i = first - 1
    if i >= 1 and tokens[i].text.lower() in lexicon.of:
        i -= 1
    if i < 0:
        return None
    for length in (2, 1):
        begin = i + 1 - length
        if begin >= 0:
            found = lexicon.kinds.get(words(tokens, begin, i + 1).lower())
            if begin > 0 and found and tokens[begin - 1].pos == "PROPN":
                # "the Zahra neighbourhood of Aleppo" says nothing of Aleppo.
                return None
            # "the villages Zvannoe" is rare, "the region Kursk" a slip: without "of" only settlements count.
            if found and found.position != "after" and (i < first - 1 or found.kind == "settlement"):
                return found.kind
    return None


def kind_after(tokens: Sequence[Token], last: int, lexicon: PlaceLexicon) -> tuple[int, KindWord | None]:
    """The longest kind phrase that begins at a token, and its length."""
    for length in range(min(LONGEST_KIND, len(tokens) - last), 0, -1):
        found = lexicon.kinds.get(words(tokens, last, last + length).lower())
        if found and found.position != "before" and (not found.capital or tokens[last].text[0].isupper()):
            return length, found
    return 0, None


def known_site(
    tokens: Sequence[Token], first: int, last: int, lexicon: PlaceLexicon, known: Known
) -> int | None:
    """Where the name ends if a kind word without a capital makes it the name of a known site."""
    for end in range(min(last + LONGEST_KIND, len(tokens)), last, -1):
        word = lexicon.kinds.get(words(tokens, last, end).lower())
        if word and word.in_name and word.kind == "site" and known(words(tokens, first, end)):
            return end
    return None


def kind_within(tokens: Sequence[Token], first: int, last: int, lexicon: PlaceLexicon) -> KindWord | None:
    """The kind phrase that the tokens end with, if it leaves some of the name before it."""
    length = kind_length_at_end(tokens, first, last, lexicon)
    return lexicon.kinds[words(tokens, last - length, last).lower()] if length else None


def kind_length_at_end(tokens: Sequence[Token], first: int, last: int, lexicon: PlaceLexicon) -> int:
    for length in range(min(LONGEST_KIND, last - first - 1), 0, -1):
        found = lexicon.kinds.get(words(tokens, last - length, last).lower())
        if found and found.position != "before":
            return length
    return 0


def plausible(tokens: Sequence[Token], name: Name, lexicon: PlaceLexicon, known: Known) -> bool:
    """Whether the words can be a name of a place at all."""
    phrase = words(tokens, name.first, name.last).lower()
    # Where sentences run together a mark hangs on the word: "in NATO.-".
    if phrase.count(".") < 2:
        phrase = phrase.rstrip(".,;:!?-–—")
    first = tokens[name.first]
    following = tokens[name.last].text.lower() if name.last < len(tokens) else ""
    if following in lexicon.treaties:
        return False
    if phrase in lexicon.institutions and phrase not in lexicon.attributive:
        return True
    if phrase in lexicon.demonyms or following in lexicon.things:
        return False
    # Towns are called Van and Of: where the text says that it is a town, it is one.
    if phrase in lexicon.never and name.kind != "settlement":
        return False
    # "the Russian military base" is a description, "Western Ukrainians" a people; "Daria" of "Daria Dugina" a person's.
    adjective = first.text.lower() in lexicon.demonyms or first.text.lower() in lexicon.attributive
    if adjective and kind_within(tokens, name.first, name.last, lexicon):
        return False
    if tokens[name.last - 1].text.lower() in lexicon.demonyms:
        return False
    if (
        name.kind is None
        and first.dep == "compound"
        and first.head == name.last
        and tokens[first.head].entity == "PERSON"
    ):
        return False
    if not first.text[:1].isupper() and not (first.text[:3].lower() == "al-" or first.text[0].isdigit()):
        return False
    if not any(c.isalpha() for c in phrase) or len(phrase) < 2:
        return False
    if (
        name.last - name.first > 1
        and tokens[name.last - 1].text.lower() in lexicon.organisations
        and not known(words(tokens, name.first, name.last))
    ):
        return False
    if name.last - name.first == 1 and phrase in lexicon.attributive and modifies(tokens, name.first):
        head = tokens[first.head]
        return head.lemma in lexicon.acts or head.lemma in lexicon.deeds
    return not (name.last - name.first == 1 and phrase in lexicon.kinds)


def modifies(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word stands as a modifier before a noun: "US officials", "U.S.-led"."""
    token = tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is not None and following.text in "-–" and following.start == token.end:
        return True
    return token.dep in ("compound", "amod", "nmod") and token.head > index


def in_organisation(tokens: Sequence[Token], name: Name, lexicon: PlaceLexicon) -> bool:
    """Whether capitalised words after the name make it an organisation's: "Kyiv Independent"."""
    i = name.last
    while (
        i < len(tokens)
        and i - name.last < LONGEST_NAME
        and tokens[i].text[:1].isupper()
        and tokens[i].pos in ("PROPN", "NOUN", "ADJ")
    ):
        if tokens[i].text.lower() in lexicon.organisations:
            return True
        i += 1
    return False


def located(tokens: Sequence[Token], first: int, lexicon: PlaceLexicon, prepositions: frozenset[str]) -> bool:
    """Whether a preposition of place stands before the name, articles and directions aside."""
    i = first - 1
    while i >= 0 and (tokens[i].pos == "DET" or tokens[i].text.lower() in lexicon.directions):
        if tokens[i].text.lower() in prepositions:
            break
        i -= 1
    if i < 0:
        return False
    if i > 0 and tokens[i - 1].text.lower() in lexicon.according:
        return False
    if tokens[i].text.lower() in prepositions:
        return True
    # "north of Sudzha"
    return tokens[i].text.lower() in lexicon.of and i > 0 and tokens[i - 1].text.lower() in lexicon.directions
