"""Segments: the part that each paragraph of a plain text plays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.languages.clutter import kind_of
from sayso.languages.en.clutter import clutter
from sayso.read.paragraphs import split
from sayso.read.segments import segment

BODY = "The ministry said on Sunday that 300 people had left the border district. It gave no further details."


def kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(s.kind, text[s.start : s.end]) for s in segment(text, clutter(), title)]


@pytest.mark.parametrize(
    "line",
    [
        "English",
        "English | Русский | Українська",
        "Loading",
        "Loading…",
        "ADVERTISEMENT",
        "- Advertisement -",
        "Read more: Three bridges and a ferry",
        "Read also: Where the buses stop",
        "Subscribe to our newsletter",
        "Sign up for the morning briefing, in your inbox every weekday",
        "Share this article",
        "Follow us on Telegram",
        "Follow the Harbour Post on Twitter @harbourpost",
        "We use cookies to improve your reading.",
        "By submitting your email, you agree to our Terms of Use and Privacy Policy.",
        "3 / 12",
        "Image 2 of 7",
        "1,204 comments",
        "Our Standards: the principles of the desk",
        "Source: Harbour Post, River News",
        "Sources: HP/RN/Radio",
        "The rest of the article is under the video",
        "Watch the video: the bridge at noon",
        "***",
        "\u200b",
        "© 2024 Harbour Post",
        "The views expressed in this article are the author's own.",
        "More stories can be found on the Harbour Post's main page",
        "0:59 The mayor speaks about the bridge – video",
    ],
)
def test_furniture_of_a_page_is_boilerplate(line: str) -> None:
    assert kind_of(line, clutter()) == "boilerplate" or not any(c.isalnum() for c in line)
    assert kinds(f"{BODY}\n\n{line}\n\n{BODY}")[1] == ("boilerplate", line)


@pytest.mark.parametrize(
    "line",
    [
        "Loading of the trains went on all night, the governor said.",
        "Advertisements for the army hang in every street, residents said.",
        "English was spoken on the intercepted radio, the ministry claimed.",
        "Sources: two officials said the bridge had been destroyed by a drone.",
        "Related losses came to 40 million dollars, the bank said.",
        "Shares fell by 3 percent after 12 people were killed.",
        "By Monday, the army had lost 40 vehicles.",
        "More than 300 people were killed, the health ministry said.",
        "Close to 40 villages were taken, the general staff reported.",
        '"Follow us on the road south," the officer told them, and 200 people did.',
        "Watching from the hill, a resident counted 14 explosions.",
        "Printing of ration cards began on Tuesday.",
        "He read more names from the list: 14 dead, 20 wounded.",
        "Following us on the road were eleven tanks.",
        "The video shows 12 prisoners, the ministry said.",
        "AP reported on Friday that 14 people had died.",
        "Photographs of the dead were shown to the court.",
        "In the picture he painted, the army had already won.",
        "The war began on February 24, 2022.",
        "- There will be no war, the minister said.",
    ],
)
def test_a_sentence_that_reports_something_is_a_paragraph(line: str) -> None:
    assert kinds(f"{BODY}\n\n{line}\n\n{BODY}")[1] == ("paragraph", line)


@pytest.mark.parametrize(
    "line",
    [
        "By a Staff Reporter".replace("a Staff", "Staff"),
        "HARBOUR POST, 14 August 2024",
        "The Harbour Post · Monday, 12 August 2024, 15:40",
        "Reporting by the Kyiv desk; editing by the night desk",
        "The river desk contributed to this report.",
        "-- Reuters",
        "— Halyard",
        "(AP)",
        "CNN —",
        "NAIROBI, Kenya (AP) _",
        "SUMY, Ukraine — Halyard",
        "Published: 14 August 2024",
        "16:14",
        "Last updated at 10:40",
    ],
)
def test_who_wrote_and_passed_it_on_is_a_credit(line: str) -> None:
    assert kinds(f"{BODY}\n\n{line}\n\n{BODY}")[1] == ("credit", line)


@pytest.mark.parametrize(
    "line",
    [
        "A burnt-out bus stands by the road near the border, Friday, Aug. 16, 2024. [AP Photo]",
        "A ferry crosses the river near Kherson, Ukraine, Saturday, May 6, 2023.",
        "Soldiers inspect a bridge on 12 August 2024.",
        "A map of the river and its bridges. The ministry has shown this map at three briefings since May.",
        "Photo: the regional government",
        "View image in fullscreen The harbour at dawn. Photograph: AP",
        "The mayor (left) greets a delegation at the town hall (Harbour Desk/PA)",
        "Smoke rises over the port. River Desk/Getty Images",
        "Image caption, The bridge before it was hit",
        "In this photo taken from video, smoke rises over the port.",
    ],
)
def test_words_beside_a_picture_are_a_caption(line: str) -> None:
    assert kinds(f"{BODY}\n\n{line}\n\n{BODY}")[1] == ("caption", line)


def test_the_title_is_found_behind_a_language_switcher() -> None:
    text = f"English\n\nBridge near the border destroyed\nHARBOUR POST, 14 August 2024\n\n{BODY}\n\nLoading"
    assert kinds(text) == [
        ("boilerplate", "English"),
        ("title", "Bridge near the border destroyed"),
        ("credit", "HARBOUR POST, 14 August 2024"),
        ("paragraph", BODY),
        ("boilerplate", "Loading"),
    ]


@pytest.mark.parametrize(
    "first",
    [
        "The governor said on Sunday that the bridge had been destroyed.",
        '"We heard three explosions," a resident said.',
        "- We heard three explosions - says a resident",
        "and then the bridge fell",
        "The bridge is gone. Nobody knows who did it",
    ],
)
def test_a_first_line_that_is_a_sentence_is_no_title(first: str) -> None:
    assert kinds(f"{first}\n\n{BODY}")[0] == ("paragraph", first)


def test_a_line_that_no_body_follows_is_no_title() -> None:
    assert kinds("Bridge near the border destroyed") == [("paragraph", "Bridge near the border destroyed")]


def test_a_given_title_is_cut_from_the_paragraph_that_begins_with_it() -> None:
    title = "Bridge ‘destroyed’ near the border"
    assert kinds(f"Bridge 'destroyed'  near the border. {BODY}", title) == [
        ("title", "Bridge 'destroyed'  near the border."),
        ("paragraph", BODY),
    ]


def test_a_given_title_is_not_cut_within_a_word() -> None:
    assert kinds(f"Bridgehead held. {BODY}", "Bridge")[0][0] == "paragraph"


def test_a_line_in_capitals_amid_small_letters_is_a_teaser() -> None:
    text = f"{BODY}\n\nGOVERNOR SAYS SECOND BRIDGE HAS FALLEN\n\n{BODY}"
    assert kinds(text)[1][0] == "boilerplate"


def test_a_text_all_in_capitals_keeps_its_paragraphs() -> None:
    text = f"{BODY}\n\nGOVERNOR SAYS SECOND BRIDGE HAS FALLEN\n\n{BODY}".upper()
    assert [kind for kind, _ in kinds(text)] == ["paragraph"] * 3


def test_a_title_in_capitals_is_a_title() -> None:
    assert kinds(f"SECOND BRIDGE NEAR BORDER HAS FALLEN\n\n{BODY}")[0][0] == "title"


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


def test_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "The ministry said on Sunday that three hundred people had left the\n"
        "border district, and that the bridge near the village, which had been\n"
        "hit on Friday, could not be used by anything heavier than a car. The\n"
        "governor asked those who stayed to come to the school by the evening.\n"
        "\n"
        "He gave no figures."
    )
    assert words(wrapped) == [wrapped[: wrapped.index("\n\n")], "He gave no figures."]


def test_each_line_is_a_paragraph_where_lines_are_not_wrapped() -> None:
    text = f"{BODY}\nA second paragraph says something else.\n{BODY * 3}\n"
    assert words(text) == [BODY, "A second paragraph says something else.", BODY * 3]


def test_a_line_that_goes_on_in_small_letters_belongs_to_the_one_before() -> None:
    assert words("The governor said\nthat the bridge was gone.") == [
        "The governor said\nthat the bridge was gone."
    ]


def test_a_text_of_one_line_is_one_paragraph() -> None:
    assert words(BODY * 5) == [BODY * 5]


@given(
    st.text(alphabet=st.sampled_from("Ab .\n\r\t\u00a0\u2028\u200f—“\x00"), max_size=200),
    st.none() | st.text(max_size=20),
)
def test_segments_cover_all_that_is_not_space_in_order(text: str, title: str | None) -> None:
    found = segment(text, clutter(), title)
    position = 0
    for s in found:
        assert not text[position : s.start].strip()
        assert s.start < s.end
        assert text[s.start : s.end] == text[s.start : s.end].strip()
        position = s.end
    assert not text[position:].strip()
