"""What a list page is asked for: its filters and page number from the address, checked. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from sayso.errors import UsageError
from sayso.records import Measure, Stance, Voice
from sayso.show import strings

PAGE_SIZE = 25
REPORT_FILTERS = ("text", "outlet", "since", "until")
CLAIM_FILTERS = (
    "text",
    "speaker",
    "side",
    "outlet",
    "place",
    "since",
    "until",
    "measure",
    "stance",
    "voice",
    "report",
)
CHOICES: Mapping[str, tuple[str, ...]] = {
    "measure": get_args(Measure),
    "stance": get_args(Stance),
    "voice": get_args(Voice),
}
# SQLite counts in 64 bits; nobody leafs this far.
_LAST_PAGE = 1_000_000


@dataclass(frozen=True, slots=True)
class Asked:
    """Filters that were given a value, and the page, the first being 1."""

    filters: Mapping[str, str]
    page: int

    @property
    def offset(self) -> int:
        return (self.page - 1) * PAGE_SIZE


def asked(parameters: Mapping[str, str], names: tuple[str, ...]) -> Asked:
    """The filters among the parameters of an address; unknown ones are passed over.

    Raises UsageError on a day, page number or choice that has no sense.
    """
    filters = {name: value for name in names if (value := parameters.get(name, "").strip())}
    for name, value in filters.items():
        if name in ("since", "until"):
            _check_day(value)
        if name in CHOICES and value not in CHOICES[name]:
            choices = ", ".join(CHOICES[name])
            raise UsageError(
                strings.TEXT["bad_choice"].format(value=value, field=strings.TEXT[name], choices=choices)
            )
    return Asked(filters, _page(parameters.get("page", "1")))


def _check_day(value: str) -> None:
    try:
        if len(value) != len("2024-08-18"):
            raise ValueError(value)
        dt.date.fromisoformat(value)
    except ValueError:
        raise UsageError(strings.TEXT["bad_day"].format(value=value)) from None


def _page(value: str) -> int:
    if not (value.isascii() and value.isdigit() and len(value) < 10 and 1 <= int(value) <= _LAST_PAGE):
        raise UsageError(strings.TEXT["bad_page"].format(value=value))
    return int(value)
