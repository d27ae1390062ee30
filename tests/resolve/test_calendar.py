"""The calendar: from one day, from several, and from none."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.moments import (
    CalendarDate,
    Clock,
    Duration,
    Expression,
    Feast,
    PartOfDay,
    Season,
    Shift,
    Tense,
    TimeMention,
    Weekday,
    YearPart,
)
from sayso.records import Published, Time
from sayso.resolve.calendar import resolve_times
from sayso.resolve.calendar.lengths import duration_value
from sayso.resolve.calendar.units import feast


def on(earliest: str, latest: str | None = None) -> Published:
    return Published(earliest=earliest, latest=latest or earliest, basis="given")


def resolved(expression: Expression, published: Published | None, tense: Tense | None = "past") -> Time:
    mention = TimeMention(start=0, end=1, type="DATE", expression=expression, tense=tense)
    return resolve_times([mention], published)[0]


SUNDAY = Weekday(weekday=7)


def test_a_weekday_of_the_past_is_the_last_one_on_or_before_publication():
    assert resolved(SUNDAY, on("2024-08-20")).value == "2024-08-18"
    assert resolved(SUNDAY, on("2024-08-18")).value == "2024-08-18"


def test_a_weekday_to_come_is_the_next_one_on_or_after_publication():
    assert resolved(SUNDAY, on("2024-08-20"), "future").value == "2024-08-25"


def test_an_interval_from_whose_every_day_a_weekday_is_the_same_gives_that_day():
    time = resolved(SUNDAY, on("2024-08-18", "2024-08-24"))
    assert (time.value, time.earliest, time.latest) == ("2024-08-18", "2024-08-18", "2024-08-18")


def test_an_interval_that_holds_two_sundays_gives_both_and_hides_the_day_of_the_value():
    time = resolved(SUNDAY, on("2024-08-18", "2024-08-25"))
    assert (time.value, time.earliest, time.latest) == ("2024-08-XX", "2024-08-18", "2024-08-25")


def test_a_day_told_in_an_interval_is_as_wide_as_the_interval():
    time = resolved(Shift(unit="day", count=-1), on("2024-08-30", "2024-09-02"))
    assert (time.value, time.earliest, time.latest) == ("2024-XX-XX", "2024-08-29", "2024-09-01")


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (SUNDAY, "XXXX-WXX-7"),
        (Shift(unit="day", count=0), "XXXX-XX-XX"),
        (Shift(unit="week", count=-1), "XXXX-WXX"),
        (Shift(unit="year", count=-1), "XXXX"),
        (CalendarDate(month=8), "XXXX-08"),
        (CalendarDate(month=8, day=16), "XXXX-08-16"),
        (Season(season="SU"), "XXXX-SU"),
        (PartOfDay(day=Weekday(weekday=5), part="EV"), "XXXX-WXX-5TEV"),
    ],
)
def test_without_a_publication_day_what_is_not_known_is_an_x_and_there_are_no_days(expression, value):
    time = resolved(expression, None)
    assert (time.value, time.earliest, time.latest) == (value, None, None)


def test_without_a_publication_day_a_full_date_is_still_a_day():
    time = resolved(CalendarDate(year=2024, month=8, day=16), None)
    assert (time.value, time.earliest, time.latest) == ("2024-08-16", "2024-08-16", "2024-08-16")


def test_a_date_against_the_tense_holds_only_when_it_is_much_nearer():
    january = CalendarDate(month=1, day=14)
    assert resolved(january, on("2000-01-06"), "past").value == "2000-01-14"
    assert resolved(january, on("2000-07-20"), "past").value == "2000-01-14"


def test_the_weekday_beside_a_date_settles_its_year():
    # 24 February was a Thursday in 2022.
    assert resolved(CalendarDate(month=2, day=24, weekday=4), on("2024-08-20")).value == "2022-02-24"


def test_days_that_no_calendar_has_are_left_open():
    time = resolved(CalendarDate(year=2023, month=2, day=30), on("2024-08-20"))
    assert (time.value, time.earliest, time.latest) == ("XXXX-XX-XX", None, None)


def test_a_night_runs_into_the_next_day():
    time = resolved(PartOfDay(day=Weekday(weekday=5), part="NI"), on("2024-08-20"))
    assert (time.value, time.earliest, time.latest) == ("2024-08-16TNI", "2024-08-16", "2024-08-17")


def test_a_clock_time_without_a_day_belongs_to_the_day_last_mentioned():
    mentions = [
        TimeMention(start=0, end=1, type="DATE", expression=CalendarDate(year=2024, month=8, day=6)),
        TimeMention(
            start=2,
            end=3,
            type="TIME",
            expression=Clock(day=Shift(unit="day", count=0), hour=22, minute=0),
            anchor="previous",
        ),
    ]
    assert resolve_times(mentions, on("2024-08-20"))[1].value == "2024-08-06T22:00"


def test_a_clock_time_belongs_to_the_part_of_a_day_that_the_scene_plays_in():
    evening = TimeMention(
        start=0, end=1, type="TIME", expression=PartOfDay(day=SUNDAY, part="EV"), tense="past"
    )
    said = TimeMention(start=2, end=3, type="DATE", expression=Weekday(weekday=1), tense="past")

    def clock(hour: int) -> TimeMention:
        day = Shift(unit="day", count=0)
        return TimeMention(
            start=4,
            end=5,
            type="TIME",
            expression=Clock(day=day, hour=hour, minute=20),
            tense="past",
            anchor="previous",
        )

    # "On Sunday evening, X said on Monday. The strikes came at 20:20."
    times = resolve_times([evening, said, clock(20), clock(9)], on("2024-08-12"))
    assert [t.value for t in times[2:]] == ["2024-08-11T20:20", "2024-08-11T09:20"]
    assert resolve_times([evening, said, clock(9)], on("2024-08-12"))[2].value == "2024-08-12T09:20"


def test_a_month_long_gone_agrees_with_the_past_tense():
    march = resolved(CalendarDate(month=3), on("2016-12-19"))
    assert march.value == "2016-03"


def test_a_year_before_a_quarter_is_that_quarter_of_the_year_before():
    mentions = [
        TimeMention(start=0, end=1, type="DATE", expression=YearPart(unit="quarter", number=3)),
        TimeMention(start=2, end=3, type="DATE", expression=Shift(unit="year", count=-1)),
    ]
    assert [t.value for t in resolve_times(mentions, on("2023-11-02"))] == ["2023-Q3", "2022-Q3"]


def test_days_counted_from_a_whole_year_are_not_pinned_down():
    mentions = [
        TimeMention(start=0, end=1, type="DATE", expression=CalendarDate(year=2014)),
        TimeMention(start=2, end=3, type="DATE", expression=Shift(unit="day", count=2), anchor="previous"),
    ]
    time = resolve_times(mentions, on("2024-08-20"))[1]
    assert (time.value, time.earliest, time.latest) == ("XXXX-XX-XX", "2014-01-03", "2015-01-02")


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("easter+0", 2024, "2024-03-31"),
        ("easter-2", 2025, "2025-04-18"),
        ("pascha+0", 2024, "2024-05-05"),
        ("pascha+0", 2022, "2022-04-24"),
        ("11-4-4", 1999, "1999-11-25"),
        ("05-1--1", 2024, "2024-05-27"),
        ("12-25", 2023, "2023-12-25"),
    ],
)
def test_holidays_fall_where_the_church_and_the_law_put_them(rule, year, day):
    assert feast(rule, year).isoformat() == day
    assert resolved(Feast(rule=rule, year=year), None).value == day


@pytest.mark.parametrize(
    ("amounts", "value"),
    [
        (((3, "week"),), "P3W"),
        (((2.5, "year"),), "P2Y6M"),
        (((1.5, "minute"),), "PT1M30S"),
        (((0.5, "hour"),), "PT30M"),
        (((2, "decade"),), "P20Y"),
        (((None, "hour"),), "PTXH"),
        ((), "PXX"),
    ],
)
def test_lengths_of_time_are_written_as_timeml_has_them(amounts, value):
    assert duration_value(Duration(amounts=amounts)) == value


DAYS = st.dates(min_value=dt.date(1995, 1, 1), max_value=dt.date(2035, 1, 1))
EXPRESSIONS = st.one_of(
    st.builds(Weekday, weekday=st.integers(1, 7), direction=st.sampled_from(["last", "this", "next", "nearest"])),
    st.builds(Shift, unit=st.sampled_from(["day", "weekend", "week", "month", "quarter", "year"]), count=st.integers(-9, 9)),
    st.builds(CalendarDate, month=st.integers(1, 12), day=st.none() | st.integers(1, 28)),
    st.builds(Season, season=st.sampled_from(["SP", "SU", "FA", "WI"])),
    st.builds(YearPart, unit=st.just("quarter"), number=st.integers(1, 4)),
)  # fmt: skip


@given(EXPRESSIONS, DAYS, st.integers(0, 400), st.integers(0, 400), st.sampled_from(["past", "future", None]))
def test_the_days_from_an_interval_hold_those_from_every_day_in_it(expression, first, length, inside, tense):
    last = first + dt.timedelta(days=length)
    between = first + dt.timedelta(days=min(inside, length))
    wide = resolved(expression, on(first.isoformat(), last.isoformat()), tense)
    narrow = resolved(expression, on(between.isoformat()), tense)
    assert wide.earliest is not None and wide.latest is not None
    assert narrow.earliest is not None and narrow.latest is not None
    assert wide.earliest <= narrow.earliest and narrow.latest <= wide.latest
