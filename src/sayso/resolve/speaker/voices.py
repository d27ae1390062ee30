"""The voices of a report: what a name or a description comes to, with kind, side and gender."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from sayso.languages.speech import Gender
from sayso.records import Span
from sayso.resolve.actors import find_actor, key
from sayso.resolve.speaker.memory import Voice
from sayso.resolve.speaker.names import Name
from sayso.resolve.speaker.reader import Described, Reader
from sayso.resolve.speaker.roles import Role, roles_of
from sayso.resolve.speaker.sides import demonym, kind_of, side_of


class Voices:
    """Makes voices, the same one for the same bearer or the same noun of the text."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.roles = roles_of(reader)
        self._bearers: dict[str, Name] = {}
        self._sides: dict[str, str] = {}
        self._told: dict[int, Voice] = {}
        for name in reader.names.all:
            kept = self._bearers.setdefault(name.cluster, name)
            if kept.actor is None and name.actor is not None:
                self._bearers[name.cluster] = name

    def bearer(self, cluster: str) -> Name | None:
        """A name of this bearer, one that the table knows where there is such."""
        return self._bearers.get(cluster)

    def of_name(self, name: Name, described: Described | None = None) -> Voice:
        """The voice of a name; `described` is the source it stands in, whose words count as its titles."""
        words, span = self.reader.names.fullest(name)
        known = self.bearer(name.cluster)
        actor = name.actor or (known.actor if known else None)
        roles = self.roles.get(name.cluster, [])
        side = actor.side if actor else next((r.side for r in roles if r.side), None)
        if side is None and actor is None:
            # Told once ("Pentagon spokesman X"), it holds for the bare name too.
            side = self._sides.get(name.cluster)
            if side is None and described is not None and (side := side_of(self.reader, described)):
                self._sides[name.cluster] = side
        lemmas = {w.lower() for w in (*name.words.split(), *(actor.name.split() if actor else ()))}
        return Voice(
            name=words,
            kind=name.kind,
            side=side,
            span=span,
            bearer=name.cluster,
            gender=self._gender(name, roles),
            plural=name.kind == "group",
            lemma=described.lemma if described is not None else "",
            words=frozenset(lemmas) | (described.words if described else frozenset()),
            named=True,
        )

    def of_description(self, described: Described) -> Voice:
        """The voice of a description; "who" and what it stands for, with the same head, are one."""
        if (told := self._told.get(described.head)) is None:
            told = self._told[described.head] = self._described(described)
        return told

    def of_state(self, described: Described) -> Voice | None:
        """The state whose adjective is the whole source ("the Estonian proposal"), None where it is no such source."""
        page = self.reader.page
        tokens = page.inside(described.span)
        named = described.name is not None and described.name.kind == "state"
        if len(tokens) != 1 or named or page.tokens[tokens[0]].tag not in {"JJ", "NNP"}:
            return None
        if bloc := self.reader.people.blocs.get(page.tokens[tokens[0]].text.lower()):
            voice, bearer = self.unread(described.span), f"group:{bloc}"
            return msgspec.structs.replace(voice, name=bloc, kind="group", bearer=bearer, plural=True)
        state = demonym(self.reader, tokens[0])
        if state is None or key(state) == key(page.words(described.span)):
            return None
        name = self.reader.names.written(state)
        if name is not None and name.kind == "state":
            return self.of_name(name)
        voice = self.unread(described.span)
        bearer = f"state:{state}"
        return msgspec.structs.replace(voice, name=state, kind="state", side=state, bearer=bearer, named=True)

    def unread(self, span: Span) -> Voice:
        """The voice of a source that no sentence holds (a line that is no sentence): a name of the report, or its words."""
        words = self.reader.page.words(span)
        if (name := self.reader.names.written(words)) is not None:
            return self.of_name(name)
        actor = find_actor(self.reader.actors, words)
        return Voice(
            name=words,
            kind=actor.kind if actor else "unknown",
            side=actor.side if actor else None,
            span=span,
            bearer=f"unread:{actor.name if actor else key(words)}",
            gender="any" if actor and actor.kind == "person" else "neuter",
            plural=False,
            lemma="",
            words=frozenset(words.lower().split()),
            named=actor is not None,
        )

    def _described(self, described: Described) -> Voice:
        page, nouns = self.reader.page, self.reader.people.nouns
        kind = kind_of(self.reader, described)
        words = self._without_pronoun(page.words(described.span))
        gender: Gender = "neuter"
        if kind == "person":
            gender = nouns[described.lemma].gender if described.lemma in nouns else "any"
        return Voice(
            name=words,
            kind=kind,
            side=side_of(self.reader, described),
            span=described.span,
            # Two sources described alike are one only where an article or a name says so.
            bearer=f"{kind}:{key(words)}" if described.definite else f"{kind}:{key(words)}:{described.head}",
            gender=gender,
            plural=page.tokens[described.head].tag in {"NNS", "NNPS"} or kind == "group",
            lemma=described.lemma,
            words=described.words,
            named=False,
            known=described.definite,
        )

    def _without_pronoun(self, words: str) -> str:
        """A description without the "who" that the words behind it were cut off at: "a resident who"."""
        rest, _, last = words.rpartition(" ")
        return rest.rstrip(" ,") if rest and last.lower() in self.reader.speech.pronouns else words

    def _gender(self, name: Name, roles: Sequence[Role]) -> Gender:
        if name.gender != "any":
            return name.gender
        for role in roles:
            noun = self.reader.people.nouns.get(role.lemma)
            if noun is not None and noun.gender in {"male", "female"}:
                return noun.gender
        other = self.bearer(name.cluster)
        return other.gender if other is not None else "any"


def of_outlet(outlet: str) -> Voice:
    """The voice of the report's own outlet, which its text need not name."""
    return Voice(
        name=outlet,
        kind="outlet",
        side=None,
        span=None,
        bearer=f"outlet:{key(outlet)}",
        gender="neuter",
        plural=False,
        lemma="",
        words=frozenset(),
        named=True,
    )
