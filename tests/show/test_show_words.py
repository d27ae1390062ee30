"""Values of a record in words."""

from __future__ import annotations

from typing import Any

import pytest
from made_report import PLACES

from sayso.records import Counted, Quantity, Stance
from sayso.show import words


def quantity(low: float | None, high: float | None, value: float | None = None, **fields: Any) -> Quantity:
    given: dict[str, Any] = {"hedge": "exact", "measure": "other", **fields}
    if "counted" in given:
        given["counted"] = Counted(text=given["counted"], start=0, end=1)
    return Quantity(id="q1", start=0, end=1, value=value, low=low, high=high, **given)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (quantity(74, None, 74, hedge="at_least", counted="settlements"), "74 or more settlements"),
        (quantity(None, 1120, 1120, hedge="at_most", counted="men"), "1,120 or fewer men"),
        (quantity(0, 1120, 1120, hedge="at_most"), "1,120 or fewer"),
        (quantity(31, 31, 31), "31"),
        (quantity(31, 31, 31, measure="injured"), "31 injured"),
        (quantity(31, 31, 31, measure="injured", counted="wounded"), "31 wounded"),
        (quantity(74, 74, 74, measure="places"), "74"),
        (quantity(1, 2, None, hedge="range", unit="kilometre"), "1 to 2 kilometres"),
        (quantity(1, 1, 1, unit="kilometre"), "1 kilometre"),
        (
            quantity(900, 1100, 1000, hedge="approximate", unit="hectare"),
            "about 1,000 (900 to 1,100) hectares",
        ),
        (quantity(90, 90, 90, unit="kilometre per hour"), "90 kilometres per hour"),
        (quantity(33.3333333, 33.3333333, 33.3333333, unit="percentage"), "33.333%"),
        (quantity(1 / 3, 1 / 3, 1 / 3, unit="fraction", counted="army"), "33.3% army"),
        (quantity(12, 12, 12, counted="civilians", measure="killed"), "12 civilians killed"),
        (
            quantity(200, 999, None, counted="prisoners of war", measure="captured"),
            "200 to 999 prisoners of war",
        ),
        (quantity(6, 6, 6, unit="foot"), "6 feet"),
        (quantity(0.0001, 0.0001, 0.0001), "0"),
        (quantity(1e300, 1e300, 1e300), "1e+300"),
        (quantity(None, None), "number not known"),
    ],
)
def test_figures_are_said_with_their_bounds(given: Quantity, said: str) -> None:
    assert words.figure(given) == said


@pytest.mark.parametrize(
    ("earliest", "latest", "said"),
    [
        ("2024-08-18", "2024-08-18", "18 August 2024"),
        ("2024-08-18", "2024-08-25", "18–25 August 2024"),
        ("2024-07-30", "2024-08-02", "30 July – 2 August 2024"),
        ("2023-12-30", "2024-01-02", "30 December 2023 – 2 January 2024"),
        ("2024-08-01", "2024-08-31", "August 2024"),
        ("2024-12-01", "2024-12-31", "December 2024"),
        ("2024-01-01", "2024-12-31", "2024"),
        ("2024-08-18", None, "18 August 2024 –"),
        (None, "2024-08-18", "– 18 August 2024"),
        ("9999-12-30", "9999-12-31", "30 December 9999 – 31 December 9999"),
        ("some day", "2024-08-18", "some day – 18 August 2024"),
        (None, None, "no particular day"),
    ],
)
def test_intervals_of_days_are_said_as_shortly_as_they_can_be(
    earliest: str | None, latest: str | None, said: str
) -> None:
    assert words.days(earliest, latest) == said


def test_a_place_is_its_point_or_not_found_or_no_place_at_all() -> None:
    found, metonym, lost = PLACES
    assert words.where(found) == "settlement, RU, 51.340° N, 34.637° E"
    assert words.where(metonym) == "stands for an institution, not a place on the map"
    assert words.where(lost) == "not found"


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("plain שלום text", "plain שלום text"),
        ("open \u202e override", "open \u202e override\u202c"),
        ("open \u2066 isolate", "open \u2066 isolate\u2069"),
        ("closes \u2069 what \u202c is not its own", "closes  what  is not its own"),
        ("\u2067 \u202e both \u2069 after", "\u2067 \u202e both \u2069 after"),
        ("new\u2029paragraph", "new paragraph"),
    ],
)
def test_a_name_can_turn_the_direction_of_writing_only_within_itself(text: str, held: str) -> None:
    assert words.held(text) == held


@pytest.mark.parametrize(
    ("stance", "who", "said", "expected"),
    [
        ("doubts", "Kyiv", "the bridge was hit", "Doubts: Kyiv’s claim “the bridge was hit”"),
        ("asserts", None, "the bridge was hit", "Confirms: the claim “the bridge was hit”"),
        ("denies", "Kyiv", "very " * 40, f"Denies: Kyiv’s claim “{'very ' * 22}very …”"),
    ],
)
def test_what_a_claim_points_back_at_is_named_with_its_speaker(
    stance: Stance, who: str | None, said: str, expected: str
) -> None:
    assert words.meant(stance, who, said) == expected
