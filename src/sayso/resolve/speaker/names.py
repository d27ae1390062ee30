"""The names of persons and bodies in a report, and for each the fullest form that the report gives."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

from sayso.languages.person import PersonLexicon
from sayso.languages.speech import Gender
from sayso.records import ActorKind, Record, Span
from sayso.resolve.actors import Actor, Actors, find_actor, key
from sayso.resolve.speaker.alike import (
    by_spelling,
    family,
    full,
    near_surname,
    nearness,
    same_given,
    surname_spelt,
    transliterated,
)
from sayso.resolve.speaker.page import SUBJECTS, Page
from sayso.resolve.speaker.runs import KINDS, runs

LONGEST = 6
# Shorter acronyms than this are those of too many names.
SHORTEST = 3


class Name(Record, frozen=True, kw_only=True):
    """A name as it stands in the text, titles left out. `tokens` are the first and the last of its tokens;
    `cluster` is the same for all names of one bearer, `subject` True where it does what its clause tells.
    """

    span: Span
    tokens: tuple[int, int]
    words: str
    kind: ActorKind
    cluster: str
    actor: Actor | None
    gender: Gender
    subject: bool


class Names:
    """All names of a report, by token and by bearer."""

    def __init__(self, page: Page, people: PersonLexicon, actors: Actors) -> None:
        self.page, self.people, self.actors = page, people, actors
        self.at: dict[int, Name] = {}
        self.all: list[Name] = []
        self._full: dict[str, Name] = {}
        self._bearers: dict[str, list[tuple[int, str]]] = defaultdict(list)
        # The same by what stays of a name in all its spellings.
        self._known_spellings = by_spelling(actors)
        self._spellings: dict[tuple[str, str], tuple[str, Gender]] = {}
        self._families: dict[str, dict[str, tuple[str, Actor | None]]] = defaultdict(dict)
        found = list(runs(page, people, actors))
        self.long_forms = dict(_initials(page, found)) | dict(_bracketed(page))
        # A model takes many a village for a person; a person is not what things happen in.
        self._places = {
            self._words(low, high)
            for low, high in found
            if low - 1 in page.bounds(low) and page.tokens[low - 1].text.lower() in people.where
        }
        # What one mention of a name is marked as holds for those that the model could not place.
        self._marked: dict[str, str] = {}
        for low, high in found:
            if label := next(
                (page.tokens[i].entity for i in range(low, high + 1) if page.tokens[i].entity), ""
            ):
                self._marked.setdefault(self._words(low, high), label)
        # So does what one mention is called: "the daily Y", "Y, a site".
        self._called: dict[str, ActorKind] = {}
        for low, high in found:
            if self._outlet_beside(low, high):
                self._called[self._words(low, high)] = "outlet"
        for low, high in found:
            self._add_full(low, high)
        for low, high in found:
            name = self._name(low, high)
            self.all.append(name)
            for index in range(low, high + 1):
                self.at[index] = name
        self._keep_fullest()
        self._written: dict[str, Name] = {}
        for name in self.all:
            self._written.setdefault(_bare(name.words), name)
        for name in self.all:
            if name.kind == "person":
                self._written.setdefault(_bare(surname(self.people, name.words)), name)

    def fullest(self, name: Name) -> tuple[str, Span]:
        """The fullest form of a name in this report, and where it first stands."""
        best = self._full.get(name.cluster, name)
        words = self.page.words(best.span)
        if long := self.long_forms.get(words):
            return self.page.words(long), long
        return words, best.span

    def written(self, words: str) -> Name | None:
        """The first name in the report with these words or this surname, in whatever case; None where there is none."""
        return self._written.get(_bare(words))

    def _add_full(self, low: int, high: int) -> None:
        words = self._words(low, high)
        if " " not in words or self._kind(low, high, words)[0] != "person":
            return
        parts = words.split()
        cluster = self._cluster(low, words)
        if (form := transliterated(words)) is not None:
            self._spellings.setdefault(form, (cluster, self._gender(low, words, False)))
        if (last := family(surname(self.people, words))) is not None:
            actor = find_actor(self.actors, words) or self._known_spelling(low, words)
            self._families[last].setdefault(cluster, (words, actor))
        for part in {
            surname(self.people, words),
            *([parts[0]] if parts[0].lower() not in self.people.given else []),
        }:
            known = self._bearers[_bare(part)]
            if not known or known[-1][1] != cluster:
                known.append((low, cluster))

    def _name(self, low: int, high: int) -> Name:
        words = self._words(low, high)
        kind, actor = self._kind(low, high, words)
        if kind == "person" and actor is None:
            actor = self._known_spelling(low, words)
        cluster = actor.name if actor else key(words)
        if kind == "person" and " " not in words:
            cluster = self._bearer(surname(self.people, words), low) or self._spelt_alike(words) or cluster
        elif kind == "person" and actor is None:
            cluster = self._longer(words) or self._cluster(low, words)
        # A given name by which the report calls someone alone, and no family name of someone else.
        alone = " " not in words and cluster == key(words)
        return Name(
            span=(self.page.tokens[low].start, self.page.tokens[high].end),
            tokens=(low, high),
            words=words,
            kind=kind,
            cluster=f"{kind}:{cluster}",
            actor=actor,
            gender=self._gender(low, words, alone) if kind == "person" else "neuter",
            subject=self._is_subject(low, high),
        )

    def _is_subject(self, low: int, high: int) -> bool:
        """Whether a name, or the title right before it, does what its clause tells."""
        tokens = self.page.tokens
        title = self.page.heads[high] == low - 1 and tokens[high].dep == "appos"
        return any(tokens[i].dep in SUBJECTS for i in range(low - title, high + 1))

    def _cluster(self, low: int, words: str) -> str:
        """The bearer of a full name: the table's, else the first of this report whose name is transliterated so."""
        actor = find_actor(self.actors, words) or self._known_spelling(low, words)
        if actor is not None:
            return actor.name
        form = transliterated(words)
        found = self._spellings.get(form) if form else None
        if found is None or not _agree(found[1], self._gender(low, words, False)):
            return key(words)
        return found[0]

    def _known_spelling(self, low: int, words: str) -> Actor | None:
        """The person of the table whose full name is spelt like this one, and who may be of its gender."""
        if (form := full(words)) is None or form not in self._known_spellings:
            return None
        first, gender = words.split()[0], self._gender(low, words, False)
        for name, actor in self._known_spellings[form]:
            theirs = name.split()[0]
            if (
                same_given(first, theirs, self.people.given)
                and near_surname(words, name)
                and _agree(gender, self.people.given.get(theirs, "any"))
            ):
                return actor
        return None

    def _spelt_alike(self, short: str) -> str | None:
        """The one bearer whose surname is spelt like a name that stands alone ("Pieskov", where "Peskov" is named)."""
        own = surname(self.people, short)
        alone = surname_spelt(own)
        given = own.casefold() in self.people.given
        found = [
            cluster
            for cluster, (words, actor) in self._families.get(family(own) or "", {}).items()
            if alone == surname_spelt(surname(self.people, words))
            or (actor is not None and not given and near_surname(own, actor.name))
        ]
        return found[0] if len(found) == 1 else None

    def _longer(self, words: str) -> str | None:
        """The bearer of a name that says more: "Van Dyke" is "Anna Van Dyke", "Ivan Ivanovich Petrov" "Ivan Petrov"."""
        own, given = key(words), words.split()[0].casefold()
        last = _bare(surname(self.people, words))
        others = [other for _, other in self._bearers.get(last, [])[-LONGEST:] if key(other) != own]
        longer = next((o for o in reversed(others) if key(o).endswith(f" {own}")), None)
        return longer or next((o for o in reversed(others) if o.split()[0].casefold() == given), None)

    def _bearer(self, short: str, position: int) -> str | None:
        """Whose short name it is: the last one before who was named in full, else the first one after."""
        found = self._bearers.get(_bare(short))
        if not found:
            return None
        before = bisect_right(found, (position, "￿"))
        return found[before - 1][1] if before else found[0][1]

    def _words(self, low: int, high: int) -> str:
        return self.page.words((self.page.tokens[low].start, self.page.tokens[high].end))

    def _kind(self, low: int, high: int, words: str) -> tuple[ActorKind, Actor | None]:
        actor = find_actor(self.actors, words)
        if actor is not None:
            return actor.kind, actor
        if called := self._called.get(words):
            return called, None
        tokens = self.page.tokens
        first, last = words.split()[0].lower(), tokens[high].text.lower()
        before = tokens[low - 1] if low and low - 1 in self.page.bounds(low) else None
        noun = self.people.nouns.get(before.lemma.lower()) if before else None
        if noun is not None and noun.kind in {"person", "outlet"}:
            return noun.kind, None
        if first in self.people.given and low != high and tokens[high].entity != "ORG":
            return "person", None
        if (
            noun is not None
            and noun.kind in {"organisation", "armed group"}
            and before
            and before.pos == "NOUN"
        ):
            return noun.kind, None
        after = tokens[high + 1] if high + 1 in self.page.bounds(low) else None
        if after is not None and after.text in self.people.agencies:
            return "outlet", None
        if (
            low != high
            and last in self.people.agencies
            and tokens[high - 1].text.lower() in self.people.wires
        ):
            return "outlet", None
        if (own := self.people.nouns.get(last)) is not None and own.kind != "person" and low != high:
            return own.kind, None
        if first in self.people.given and low != high:
            return "person", None
        if " " not in words and _bare(surname(self.people, words)) in self._bearers:
            return "person", None  # whatever the model takes it for: the report names its bearer in full
        if low == high and first in self.people.given and tokens[high].entity in {"ORG", "NORP", ""}:
            return "person", None  # a given name that the model takes for a body
        if self._beside_person(low, high):
            return "person", None
        label = self._marked.get(words, "")
        if (kind := KINDS.get(label)) == "state" or (
            kind == "person" and low == high and words in self._places
        ):
            # A place that is not in the table of states: a town or a region speaks through nobody known.
            return "unknown", None
        return kind or "unknown", None

    def _outlet_beside(self, low: int, high: int) -> bool:
        """Whether a noun for an outlet stands before a name, or beside it behind a comma."""
        page, nouns = self.page, self.people.nouns
        bounds = page.bounds(low)
        beside = (
            [page.child(high, "appos")] if high + 1 in bounds and page.tokens[high + 1].text == "," else []
        )
        beside += [low - 1] if low - 1 in bounds else []
        found = (nouns.get(page.tokens[i].lemma.lower()) for i in beside if i is not None)
        return any(noun is not None and noun.kind == "outlet" for noun in found)

    def _beside_person(self, low: int, high: int) -> bool:
        """Whether a name of two words or more stands beside a noun for a person ("the head of the office, X Y,")."""
        token = self.page.tokens[high]
        noun = self.people.nouns.get(self.page.tokens[self.page.heads[high]].lemma.lower())
        return low != high and token.dep == "appos" and noun is not None and noun.kind == "person"

    def _gender(self, low: int, words: str, alone: bool) -> Gender:
        tokens, bounds = self.page.tokens, self.page.bounds(low)
        for index in range(low - 1, max(bounds[0], low - 3) - 1, -1):
            noun = self.people.nouns.get(tokens[index].lemma.lower())
            if noun is not None and noun.kind == "person" and noun.gender != "any":
                return noun.gender
        actor = find_actor(self.actors, words)
        parts = ((actor.name if actor else words) if " " not in words else words).lower().split()
        if (len(parts) > 1 or alone) and (gender := self.people.given.get(parts[0])):
            return gender
        for ending, gender in self.people.endings.items():
            if parts[-1].endswith(ending):
                return gender
        return "any"

    def _keep_fullest(self) -> None:
        """A person's longest form that is no more than a name; an acronym's long form; others stay as they are."""
        for name in self.all:
            if name.kind == "state" or not _is_form(self.page, self.people, name):
                continue
            kept = self._full.get(name.cluster)
            if kept is None or _fullness(name) > _fullness(kept):
                self._full[name.cluster] = name


def _agree(one: Gender, other: Gender) -> bool:
    """Whether two names may be of one person: no gender that is known of both differs."""
    return one == other or "any" in (one, other)


def _bare(words: str) -> str:
    return key(words).removeprefix("=").casefold()


def surname(people: PersonLexicon, words: str) -> str:
    """The part of a name by which its bearer is called: the last word, without what a hyphen joins to it."""
    last = words.split()[-1]
    lower = last.lower()
    for prefix in people.prefixes:
        if lower.startswith(prefix) and len(last) > len(prefix) + 1:
            return last[len(prefix) :]
    return last


def _fullness(name: Name) -> float:
    if name.kind == "person":
        # Of two spellings as full, the one that the table gives, or comes nearest to it.
        words = len(name.words.split())
        return min(words, 4) + (nearness(name.words, name.actor.name) if name.actor is not None else 0.0) / 2
    return 1 if name.words.isupper() else 2


def _is_form(page: Page, people: PersonLexicon, name: Name) -> bool:
    low, high = name.tokens
    if name.kind == "person":
        return high - low < LONGEST and all(
            page.tokens[i].text[:1].isupper()
            or page.tokens[i].text.lower() in people.particles
            or len(page.tokens[i].text) == 1
            for i in range(low, high + 1)
        )
    return True


def _initials(page: Page, found: Iterable[tuple[int, int]]) -> Iterator[tuple[str, Span]]:
    """The letters that the words of each long name begin with, up to any "of" and after it, with its span."""
    tokens = page.tokens
    for low, high in found:
        letters = ""
        for index in range(low, high + 1):
            word = tokens[index].text
            if len(letters) >= SHORTEST and tokens[index].pos == "ADP":
                yield letters, (tokens[low].start, tokens[high].end)
            letters += word[0] if word[:1].isupper() else ""
        if len(letters) >= SHORTEST:
            yield letters, (tokens[low].start, tokens[high].end)


def _bracketed(page: Page) -> Iterator[tuple[str, Span]]:
    """Acronyms with the long form before the bracket that gives them ("... (OUN)"): its words have their letters."""
    tokens = page.tokens
    for index in range(1, len(tokens) - 2):
        short = tokens[index + 1].text
        bracketed = tokens[index].text == "(" and tokens[index + 2].text == ")"
        if not bracketed or not short[:1].isupper() or not 2 <= len(short) <= 7:
            continue
        low, letters = index, list(short.casefold())
        first = page.bounds(index)[0]
        while low > first and letters and tokens[low - 1].pos != "PUNCT":
            low -= 1
            if tokens[low].text[:1].isupper() and tokens[low].text[:1].casefold() == letters[-1]:
                letters.pop()
            elif tokens[low].text[:1].isupper():
                break
        if not letters:
            yield short, (tokens[low].start, tokens[index - 1].end)
