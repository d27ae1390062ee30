"""When a report was published, from its text alone."""

from __future__ import annotations

import pytest

from sayso.find.time import find_times
from sayso.languages.en.time import GRAMMAR
from sayso.records import Published, Segment, SegmentKind
from sayso.resolve.calendar import resolve_times
from sayso.resolve.publication import work_out

Part = tuple[SegmentKind, str]


def read(*parts: Part) -> tuple[str, Published | None, dict[str, str]]:
    """The text of these segments, the days worked out, and the values of the times in it from those days."""
    text, segments = "", []
    for kind, words in parts:
        segments.append(Segment(start=len(text), end=len(text) + len(words), kind=kind))
        text += words + "\n\n"
    mentions = find_times(text, [(s.start, s.end) for s in segments if s.kind != "boilerplate"], GRAMMAR)
    published = work_out(text, segments, mentions)
    return text, published, {text[t.start : t.end]: t.value for t in resolve_times(mentions, published)}


def days(*parts: Part) -> tuple[str, str] | None:
    published = read(*parts)[1]
    assert published is None or published.basis == "text"
    return published and (published.earliest, published.latest)


TITLE: Part = ("title", "Bridge falls in border region")
CAPTION: Part = ("caption", "A burnt truck near the border, Friday, Aug. 16, 2024. [Photo agency]")


@pytest.mark.parametrize("kind", ["credit", "paragraph"])
def test_a_dated_line_of_its_own_near_the_top_is_the_day(kind):
    assert days(TITLE, (kind, "OUTLET NAME, 14 August 2024"), ("paragraph", "The bridge fell.")) == (
        "2024-08-14",
        "2024-08-14",
    )


def test_published_and_updated_give_the_days_between():
    assert days(("credit", "Published 14 August 2024"), ("credit", "Updated 16 August 2024")) == (
        "2024-08-14",
        "2024-08-16",
    )


def test_a_date_in_a_sentence_is_not_the_day_of_the_report():
    assert days(TITLE, ("paragraph", "The war in the region began on 6 August 2024.")) is None


def test_a_dateline_with_its_year_is_the_day():
    assert days(TITLE, ("paragraph", "Kyiv, 14 August 2024 – The bridge fell at dawn.")) == (
        "2024-08-14",
        "2024-08-14",
    )


def test_a_dateline_takes_its_year_from_another_date_in_the_text():
    dateline = "SUMY, Ukraine, Aug. 14 (AGENCY) - The bridge fell, officials said."
    assert days(TITLE, ("paragraph", dateline), ("paragraph", "The incursion began on Aug. 6, 2024.")) == (
        "2024-08-14",
        "2024-08-14",
    )


def test_a_dateline_early_in_the_year_belongs_to_the_year_after_a_date_in_its_autumn():
    dateline = "SUMY, Ukraine, Jan. 4 (AGENCY) - The bridge fell, officials said."
    assert days(("paragraph", dateline), ("paragraph", "It was built in October 2023.")) == (
        "2024-01-04",
        "2024-01-04",
    )


def test_a_dateline_takes_a_bare_year_only_when_the_weekdays_told_agree():
    # 14 August 2024 was a Wednesday.
    def with_weekday(weekday: str) -> tuple[str, str] | None:
        dateline = f"SUMY, Ukraine, Aug. 14 (AGENCY) - The bridge fell, officials said {weekday}."
        return days(("paragraph", dateline), ("paragraph", "It was rebuilt in 2024."))

    assert with_weekday("Wednesday") == ("2024-08-14", "2024-08-14")
    assert with_weekday("Thursday") is None


def test_a_dated_caption_gives_the_week_from_its_day():
    assert days(TITLE, CAPTION, ("paragraph", "The bridge fell.")) == ("2024-08-16", "2024-08-22")


def test_a_sunday_told_beside_a_fridays_caption_is_the_first_sunday_after_it():
    text = "On Sunday the governor said the bridge fell. A deputy spoke on Saturday of a second one."
    _, published, values = read(TITLE, CAPTION, ("paragraph", text))
    assert published == Published(earliest="2024-08-18", latest="2024-08-21", basis="text")
    assert (values["Sunday"], values["Saturday"]) == ("2024-08-18", "2024-08-17")


def test_a_day_of_the_text_after_the_caption_makes_the_report_no_older_than_that_day():
    assert days(CAPTION, ("paragraph", "The bridge fell on Aug. 20.")) == ("2024-08-20", "2024-08-22")


def test_an_archive_photograph_says_nothing():
    caption: Part = ("caption", "The bridge in Friday, May 5, 2017. [Photo agency]")
    assert days(TITLE, caption, ("paragraph", "The bridge fell on Aug. 14, 2024.")) is None


def test_boilerplate_and_texts_without_dates_say_nothing():
    assert days(TITLE, ("boilerplate", "14 August 2024"), ("paragraph", "On Sunday the bridge fell.")) is None
