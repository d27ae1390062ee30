"""A quantity in the making, as the steps of the finder hand it on."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.find.quantity.number import Number
from sayso.languages.quantity import Cue, Unit
from sayso.records import Change, Hedge, Measure


@dataclass(slots=True)
class Draft:
    """Indexes are of tokens. `noun` is the phrase counted, `kind` the class of its head.

    `own_cue` is what tells its measure, `cue_behind` whether that stands behind it, `aside` whether it is told
    between commas, of part of those before ("including six children").
    """

    first: int
    after: int
    core: int
    core_after: int
    value: float | None
    low: float | None
    high: float | None
    hedge: Hedge
    unit: Unit | None
    unit_name: str | None
    number: Number
    hedged: bool
    noun: tuple[int, int] | None = None
    kind: str = ""
    measure: Measure = "other"
    own_cue: Cue | None = None
    cue_behind: bool = False
    aside: bool = False
    change: Change | None = None
    same_as: int | None = None
    part_of: int | None = None

    @property
    def end(self) -> int:
        """The index after what is counted, or after the number where that is not told."""
        return self.noun[1] if self.noun is not None else self.after
