"""What the content of a denial or a doubt points at: "the claim", "Russia's figures", "none of it", a clause of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from sayso.languages.person import PersonLexicon
from sayso.languages.pointing import Needs, PointingLexicon
from sayso.languages.speech import Pronoun, SpeechLexicon
from sayso.mentions import Token
from sayso.records import Claim, Record, Stance
from sayso.resolve.actors import Actors, find_actor, key
from sayso.resolve.speaker.page import Page

# "The accuracy of the details of the claim" is as deep as anyone writes.
DEEPEST = 4
NAMING = frozenset({"NOUN", "PROPN", "PRON"})
TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
# Spellings of one stem agree in so many letters ("abduction", "abducted").
STEM = 5
ANY_FACT: frozenset[Stance] = frozenset({"asserts", "denies", "judges", "predicts", "threatens", "intends"})

# whole     nothing but a pronoun, or no words at all: whatever was said last
# noun      a noun for what was said
# thing     a thing named before ("the loss"), which someone must have told of
# backing   what a speaker does not give with a claim ("evidence")
# clause    words of its own, which the claim meant must share
Way = Literal["whole", "noun", "thing", "backing", "clause"]


class Owner(Record, frozen=True, kw_only=True):
    """Whose words are meant: by a pronoun, by the words for a speaker, or by a side."""

    pronoun: Pronoun | None = None
    head: str = ""
    side: str | None = None


class Pointer(Record, frozen=True, kw_only=True):
    """What must be true of the claim meant. `words` are the stems that it must share, `beside` is True where its own
    sentence tells it ("a claim which could not be verified").
    """

    way: Way
    stances: frozenset[Stance] = ANY_FACT
    needs: Needs = "words"
    owners: tuple[Owner, ...] = ()
    words: frozenset[str] = frozenset()
    beside: bool = False


class Words(Record, frozen=True, kw_only=True):
    """The tables by which pointing is read."""

    speech: SpeechLexicon
    people: PersonLexicon
    pointing: PointingLexicon
    actors: Actors


def read_pointer(page: Page, claim: Claim, words: Words) -> Pointer | None:
    """Where a claim's content points, None where it points nowhere."""
    tokens = [
        i for s in claim.content for i in page.inside(s) if page.tokens[i].pos not in {"PUNCT", "SPACE"}
    ]
    if not tokens:
        return Pointer(way="whole")
    pointing = words.pointing
    lowers = [page.tokens[i].text.lower() for i in tokens]
    if set(lowers) <= pointing.pronouns | pointing.amounts | pointing.linking:
        return Pointer(
            way="whole", beside=set(lowers) <= pointing.relative and page.tokens[tokens[0]].tag == "WDT"
        )
    inside = set(tokens)
    head = next((i for i in tokens if page.heads[i] == i or page.heads[i] not in inside), tokens[0])
    noun = _noun_meant(page, head, inside, words)
    if noun is not None:
        return _by_noun(page, noun, inside, words)
    if page.tokens[head].lemma.lower() in words.speech.backing and not _complement(
        page, head, inside, (), words
    ):
        return Pointer(way="backing")
    if _is_whole(page, head, inside, pointing):
        return Pointer(way="whole")
    if len(tokens) == 2 and lowers[0] in pointing.definite and page.tokens[head].pos == "NOUN":
        return Pointer(way="thing")
    return Pointer(way="clause", words=stems([page.tokens[i] for i in tokens], pointing))


def stems(tokens: Sequence[Token], pointing: PointingLexicon) -> frozenset[str]:
    """The words that carry a meaning, numbers as they are written and the rest down to a stem."""
    kept = (t for t in tokens if t.pos in TELLING and t.lemma.lower() not in pointing.light)
    return frozenset(t.text if t.text[:1].isdigit() else t.lemma.lower()[:STEM] for t in kept)


def _noun_meant(page: Page, head: int, inside: set[int], words: Words) -> int | None:
    """The noun for what was said, within "the accuracy of the claim", "none of the figures", "evidence for the claim"."""
    for _ in range(DEEPEST):
        lemma = page.tokens[head].lemma.lower()
        if lemma in words.pointing.nouns and page.tokens[head].pos in NAMING:
            return head
        further = _governed(page, head, inside, words)
        if further is None:
            return None
        head = further
    return None


def _is_whole(page: Page, head: int, inside: set[int], pointing: PointingLexicon) -> bool:
    """Whether it is all that was said of which a side or a part is meant ("the truth of this")."""
    if page.tokens[head].lemma.lower() not in pointing.aspects | pointing.amounts:
        return False
    below = (_object(page, i) for i in page.below[head] if page.tokens[i].text.lower() in pointing.linking)
    return any(
        i in inside and page.tokens[i].text.lower() in pointing.pronouns for i in below if i is not None
    )


def _governed(page: Page, head: int, inside: set[int], words: Words) -> int | None:
    """The noun that an aspect, an amount or a backing is of; of a party ("neither side's figures") there is none."""
    lemma = page.tokens[head].lemma.lower()
    if lemma not in words.pointing.aspects | words.pointing.amounts | words.speech.backing:
        return None
    for link in page.below[head]:
        if page.tokens[link].text.lower() in words.pointing.linking:
            governed = _object(page, link)
            if governed is not None and governed in inside:
                return governed
    return None


def _object(page: Page, preposition: int) -> int | None:
    return page.child(preposition, "pobj")


def _by_noun(page: Page, noun: int, inside: set[int], words: Words) -> Pointer:
    found = words.pointing.nouns[page.tokens[noun].lemma.lower()]
    owning = [i for i in _owning(page, noun, inside, words) if i in inside]
    owners = [owner for i in owning if (owner := _owner(page, i, words)) is not None]
    determiners = {page.tokens[i].text.lower() for i in page.below[noun] if page.tokens[i].dep == "det"}
    return Pointer(
        way="noun",
        stances=found.stances,
        needs=found.needs,
        owners=tuple(owners),
        words=_complement(page, noun, inside, owning, words),
        beside=bool(determiners & words.pointing.indefinite),
    )


def _owning(page: Page, noun: int, inside: set[int], words: Words) -> Iterator[int]:
    """The nouns and adjectives that say whose words a noun means, those joined to them too."""
    for child in page.below[noun]:
        token = page.tokens[child]
        owner: int | None = None
        if token.dep == "poss" or (token.dep in {"amod", "compound"} and _bears_name(token, words)):
            owner = child
        elif token.text.lower() in words.pointing.owning and token.dep in {"prep", "agent"}:
            governed = _object(page, child)
            if governed is not None and (
                token.text.lower() not in words.pointing.linking or _bears_name(page.tokens[governed], words)
            ):
                owner = governed
        if owner is not None:
            yield owner
            yield from (i for i in page.below[owner] if page.tokens[i].dep == "conj" and i in inside)


def _bears_name(token: Token, words: Words) -> bool:
    """Whether a word names one who can speak: a demonym, a name of the table, a noun for people or a body."""
    lemma = token.lemma.lower()
    return (
        key(token.text) in words.people.demonyms
        or find_actor(words.actors, token.text) is not None
        or (lemma in words.people.nouns and lemma not in words.pointing.nouns)
        or lemma in words.pointing.parties
        or (token.pos == "PROPN" and token.entity in {"PERSON", "ORG", "NORP", "GPE"})
    )


def _owner(page: Page, index: int, words: Words) -> Owner | None:
    """Whose it is; None for a party of whom nothing more is said ("either side's")."""
    token = page.tokens[index]
    lower = token.text.lower()
    if lower in words.speech.pronouns:
        return Owner(pronoun=words.speech.pronouns[lower])
    if token.lemma.lower() in words.pointing.parties:
        side = next((s for i in page.below[index] if (s := _side(page.tokens[i].text, words))), None)
        return Owner(side=side) if side else None
    tokens = [i for i in page.edges(index) if i <= index]
    phrase = page.words((page.tokens[tokens[0]].start, token.end))
    whole = _side(phrase, words) or _side(token.text, words)
    if (
        whole is not None
        and (actor := find_actor(words.actors, phrase)) is not None
        and actor.kind != "state"
    ):
        return Owner(head=token.lemma.lower(), side=whole)
    if whole is not None:
        return Owner(side=whole)
    part = next((s for i in tokens if i != index and (s := _side(page.tokens[i].text, words))), None)
    # "Ukrainian officials' figures" may be anybody's of that side, "the Ukrainian minister's" not.
    return Owner(head="" if part and token.tag == "NNS" else token.lemma.lower(), side=part)


def _side(name: str, words: Words) -> str | None:
    actor = find_actor(words.actors, name)
    return actor.side if actor is not None and actor.side else words.people.demonyms.get(key(name))


def _complement(
    page: Page, noun: int, inside: set[int], owning: Sequence[int], words: Words
) -> frozenset[str]:
    """The stems of what the noun says of the claim itself ("the claim that the bridge was hit", "abduction claims")."""
    owned = {i for owner in owning for i in page.edges(owner)}
    said = []
    for child in page.below[noun]:
        if page.tokens[child].dep in {"det", "poss", "amod", "nummod", "relcl"} or child in owned:
            continue
        before = child < noun and page.tokens[noun].lemma.lower() in words.pointing.nouns
        if before and words.pointing.nouns[page.tokens[noun].lemma.lower()].needs != "words":
            continue  # "death toll", "casualty figures": the claim has other words for them
        said += [i for i in page.edges(child) if i in inside and i not in owned and i != noun]
    return stems([page.tokens[i] for i in said], words.pointing)
