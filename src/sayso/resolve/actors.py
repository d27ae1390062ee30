"""The table of actors: who a name stands for, of what kind, and on whose side.

The table is actors.tsv beside this file; a domain expert may edit it. Looking up is pure: a name in, a row out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from typing import cast, get_args

from sayso import tables
from sayso.records import ActorKind, Record

COLUMNS = ("name", "aliases", "kind", "country", "side", "offices")

_POSSESSIVE = re.compile(r"[’']s?(?=\s|$)")
_NOT_WORDS = re.compile(r"[^\w&/+]+")
# One word of capitals: an acronym is looked up as it is written, for "US" is not "us" and "WHO" is not "who".
_ACRONYM = re.compile(r"[A-Z0-9&/-]{2,6}")
_SPELLINGS = {"defense": "defence", "centre": "center", "organisation": "organization"}


class Actor(Record, frozen=True, kw_only=True):
    """A row of the table. `side` is the state or body whose part it speaks for, None where there is none;
    `country` is ISO 3166-1 alpha-2; `offices` are titles under which reports speak of a person.
    """

    name: str
    aliases: tuple[str, ...]
    kind: ActorKind
    country: str | None
    side: str | None
    offices: tuple[str, ...]


class Actors(Record, frozen=True, kw_only=True):
    """The table's rows, by the key of each of their names."""

    by_key: Mapping[str, Actor]


def key(name: str) -> str:
    """A name without what spelling varies in: case, accents, article, possessive, hyphens, British or American.

    An acronym keeps its capitals, behind a "=".
    """
    bare = (
        name.strip().replace("U.S.", "US").replace("U.N.", "UN").replace("U.K.", "UK").replace("E.U.", "EU")
    )
    if bare[:4].lower() == "the ":
        bare = bare[4:].lstrip()
    bare = _POSSESSIVE.sub("", bare)
    if _ACRONYM.fullmatch(bare):
        return "=" + bare
    plain = "".join(c for c in unicodedata.normalize("NFKD", bare.casefold()) if not unicodedata.combining(c))
    return " ".join(
        _SPELLINGS.get(word, word) for word in _NOT_WORDS.sub(" ", plain.replace("ı", "i")).split()
    )


def find_actor(actors: Actors, name: str) -> Actor | None:
    """The row that a name stands for. One word must begin with a capital: "times" is not the newspaper."""
    bare = name.strip()
    if not bare or ("\n" in bare) or (" " not in bare and not bare[:1].isupper()):
        return None
    found = actors.by_key.get(k := key(bare))
    if found is None and k.startswith("="):
        # A name in a line of capitals.
        found = actors.by_key.get(k[1:].casefold())
    return found


@cache
def actors() -> Actors:
    """The shipped table, read once. Raises TableError on a row that is none."""
    return _by_key(tables.rows("sayso.resolve", "actors.tsv", COLUMNS, _fault))


def parse_actors(table: str) -> Actors:
    """A table in the form of actors.tsv. Where two rows share a name, the first has it. Raises TableError."""
    return _by_key(tables.parse(table, "actors.tsv", COLUMNS, _fault))


def _by_key(rows: Iterable[tables.Row]) -> Actors:
    by_key: dict[str, Actor] = {}
    for row in rows:
        actor = _actor(row)
        for name in (actor.name, *actor.aliases):
            if known := key(name):  # an alias of marks alone names nobody
                by_key.setdefault(known, actor)
    return Actors(by_key=by_key)


def _actor(row: tables.Row) -> Actor:
    name, aliases, kind, country, side, offices = ("" if cell == "-" else cell for cell in row)
    return Actor(
        name=name,
        aliases=tuple(aliases.split("|")) if aliases else (),
        kind=cast(ActorKind, kind),
        country=country or None,
        side=side or None,
        offices=tuple(offices.split("|")) if offices else (),
    )


def _fault(row: tables.Row) -> str | None:
    name, _, kind, country, *_ = row
    if name in {"", "-"} or kind not in get_args(ActorKind):
        return f"a name and one of {', '.join(get_args(ActorKind))} wanted"
    if country not in {"", "-"} and not re.fullmatch("[A-Z]{2}", country):
        return f"{country} is no ISO 3166-1 alpha-2 code"
    return None
