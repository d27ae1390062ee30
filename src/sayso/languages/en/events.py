"""English event cues: the table events.tsv, and the verbs around an event that tell whether it happened."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal, cast, get_args

from sayso import tables
from sayso.languages.en import speech
from sayso.languages.event import EventKind, EventLexicon

Pos = Literal["VERB", "NOUN", "OBJECT", "SUBJECT"]
# With these an event noun as subject states that it happened: "Shelling continued overnight".
HAPPENING = frozenset(
    """be begin break climb come continue cut damage destroy disrupt enter erupt force go grow hit injure intensify kill
    last leave occur rage reach resume rise rock set spread stand start strike take trigger wound""".split()
)
# With these as their verb it happened too: "launched an attack", "came under fire" has no object.
DOING = frozenset(
    """begin carry conduct cause continue face launch make mount open repel resume spark stage start stop suffer trigger
    unleash wage""".split()
)
# An event governed by one of these is wanted, feared, planned or asked for, not told.
NOT_STATED = frozenset(
    """able aim allow ask attempt call can consider could demand expect fail fear hope intend let may might must need
    order plan prepare propose refuse seek shall should threaten try urge vow want warn will would""".split()
)
# An infinitive under one of these did happen: "was forced to flee".
BROUGHT_ABOUT = frozenset("begin continue force have help manage oblige start".split())
CONDITIONS = frozenset({"if", "unless", "whether", "lest", "until", "till", "before"})
LASTING = frozenset(
    """audible close constant continuous daily deadly fierce heavy intense loud near ongoing over powerful relentless
    rife under underway visible""".split()
)
LIKELY = frozenset("likely unlikely possible impossible probable set due ready able expected about".split())
LINKING = frozenset(
    "also besides furthermore however indeed meanwhile moreover nevertheless still then therefore".split()
)
NOTHING = frozenset("no nobody none neither nothing no-one".split())
ACCORDING = frozenset({"accord", "according"})
# Verbs of saying under which a clause is no less told by the outlet ("continued", "showed").
TELLING_NOTHING = frozenset("begin come continue go make mean put see show take".split())


@cache
def lexicon() -> EventLexicon:
    """The English event lexicon, read once from its table."""
    rows = list(_rows())
    return EventLexicon(
        cues={
            (lemma, pos): kind
            for lemma, pos, kind in rows
            if kind and pos in {"VERB", "NOUN"} and " " not in lemma
        },
        particles={_two(lemma): kind for lemma, pos, kind in rows if kind and pos == "VERB" and " " in lemma},
        objects={_two(lemma): kind for lemma, pos, kind in rows if pos == "OBJECT"},
        subjects={_two(lemma): kind for lemma, pos, kind in rows if pos == "SUBJECT"},
        happening=HAPPENING,
        doing=DOING,
        not_stated=NOT_STATED,
        brought_about=BROUGHT_ABOUT,
        conditions=CONDITIONS,
        lasting=LASTING,
        likely=LIKELY,
        # "Homes were destroyed, he said": the event is his, whether or not the saying was found.
        reporting=frozenset(verb for verb in speech.lexicon().verbs if " " not in verb) - TELLING_NOTHING,
        linking=LINKING,
        nothing=NOTHING,
        according=ACCORDING,
    )


def _rows() -> Iterator[tuple[str, Pos, EventKind | None]]:
    columns = ("lemma", "pos", "type", "mode", "acled")
    for lemma, pos, *kinds in tables.rows("sayso.languages.en", "events.tsv", columns, _fault):
        plover, mode, acled = (None if cell == "-" else cell for cell in kinds)
        kind = EventKind(type=plover, mode=mode, acled=acled) if plover else None
        for one in _spelled_out(lemma):
            yield one, cast(Pos, pos), kind


def _fault(row: tables.Row) -> str | None:
    lemma, pos, plover, *_ = row
    if not lemma or pos not in get_args(Pos):
        return f"a lemma and one of {', '.join(get_args(Pos))} wanted"
    return "it has no type" if plover == "-" and pos in {"VERB", "NOUN"} else None


def _spelled_out(lemma: str) -> list[str]:
    """ "launch drone|missile" is two: "launch drone" and "launch missile"."""
    verb, _, rest = lemma.partition(" ")
    return [f"{verb} {one}" for one in rest.split("|")] if rest else [verb]


def _two(lemma: str) -> tuple[str, str]:
    verb, particle = lemma.split(" ")
    return verb, particle
