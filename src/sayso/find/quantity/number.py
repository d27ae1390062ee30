"""One number: what it is worth, and the bounds of a vague one."""

from __future__ import annotations

from typing import NamedTuple

from sayso.languages.quantity import NumeralRole

_NOTHING = frozenset({"zero", "none", "nobody"})


class Number(NamedTuple):
    """A number over tokens[first:after]. `value` is None for a vague one.

    `part` is True for a fraction of something, `digits` for one that starts with digits. `role` is that of its word,
    for a vague number, a word of absence, and a word such as "one" that stands by itself. `scale` is what followed
    the figure ("million"), 1 for nothing: in "1 to 2 million" both ends share it.
    """

    first: int
    after: int
    value: float | None
    low: float
    high: float
    part: bool = False
    digits: bool = False
    role: NumeralRole | None = None
    scale: float = 1.0

    @property
    def nothing(self) -> bool:
        """Whether it is a word of absence."""
        return self.role in _NOTHING


def exact(
    first: int, after: int, value: float, scale: float = 1.0, *, part: bool = False, digits: bool = False
) -> Number:
    """A number whose bounds are its value."""
    return Number(first, after, value, value, value, part=part, digits=digits, scale=scale)
