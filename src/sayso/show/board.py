"""The board of a ledger: its claims handed to compare/board, and those that deny or doubt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sayso.compare.board import Telling, Topic, board
from sayso.keep import Ledger
from sayso.keep.rows import KeptClaim
from sayso.records import Speaker
from sayso.resolve.actors import actors, find_actor


def topics(ledger: Ledger, filters: Mapping[str, Any], *, all_topics: bool = False) -> tuple[Topic, ...]:
    """The topics on which at least two rows stand side by side; all of them if asked."""
    return tuple(topic for topic in board(_tellings(ledger, filters)) if all_topics or len(topic.rows) > 1)


def disputed(ledger: Ledger, filters: Mapping[str, Any]) -> list[KeptClaim]:
    """Claims that deny or doubt something, in order of publication."""
    rows = [row for stance in ("denies", "doubts") for row in ledger.claims(**{**filters, "stance": stance})]
    return sorted(rows, key=lambda row: (row.published.earliest if row.published else "", row.report))


def _actor(speaker: Speaker | None) -> str | None:
    """Who speaks, under the name of the table of actors where it knows the name, else as the report has it."""
    if speaker is None:
        return None
    known = find_actor(actors(), speaker.name)
    return known.name if known else speaker.name[:1].upper() + speaker.name[1:]


def _tellings(ledger: Ledger, filters: Mapping[str, Any]) -> Iterator[Telling]:
    for row in ledger.claims(**filters):
        for quantity in row.quantities:
            yield Telling(
                claim=row.claim,
                actor=_actor(row.claim.speaker),
                quantity=quantity,
                words=row.words,
                report=row.report,
                outlet=row.outlet,
                day=row.published.earliest if row.published else None,
            )
