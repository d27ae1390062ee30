"""Pages, feeds and plain texts as reports."""

from __future__ import annotations

import datetime
import socket
from pathlib import Path

import pytest

from sayso.errors import EmptyInput, NoArticle
from sayso.languages.en.clutter import clutter
from sayso.read import Original, documents, from_text, report
from sayso.read.language import language_of
from sayso.records import Failure, Report

HERE = Path(__file__).parent


def read(path: Path | str) -> list[Report]:
    found = list(documents(str(path), max_bytes=10_000_000))
    return [report(d, clutter()) for d in found if isinstance(d, Original)]


def parts(page: Report) -> list[tuple[str, str]]:
    return [(s.kind, page.text[s.start : s.end]) for s in page.segments]


@pytest.fixture
def page() -> Report:
    (found,) = read(HERE / "page.html")
    return found


def test_a_page_is_its_article_in_page_order(page: Report) -> None:
    assert [(kind, words.split(".")[0][:40]) for kind, words in parts(page)] == [
        ("title", "Ferry replaces the bridge at Lower Ford"),
        ("credit", "By the River Desk · 16 August 2024"),
        ("caption", "The ferry at Lower Ford on Thursday"),
        ("paragraph", "The bridge at Lower Ford was destroyed o"),
        ("paragraph", "“We tied two barges together,” the ferry"),
        ("paragraph", "“It floats, and that is all I ask of it"),
        ("paragraph", "What is known"),
        ("paragraph", "Two barges, according to the district ad"),
        ("paragraph", "Forty cars a day, the ferryman said"),
        ("paragraph", "The ministry denied on Friday, 16 August"),
    ]
    assert page.text == "\n\n".join(words for _, words in parts(page))


def test_a_page_says_who_published_it_where_and_when(page: Report) -> None:
    assert page.title == "Ferry replaces the bridge at Lower Ford"
    assert page.outlet == "River Bend Observer"
    assert page.url == "https://observer.example/2024/08/17/ferry"
    assert page.published is not None
    # The local day of its own instant, neither the day in UTC, nor of the change, nor in the address.
    assert (page.published.earliest, page.published.latest, page.published.basis) == (
        "2024-08-16",
        "2024-08-16",
        "metadata",
    )


def test_a_page_without_a_date_has_none_whatever_day_it_is() -> None:
    sentence = "The governor said that the bridge had been destroyed in the night. "
    page = f"<html><body><article><h1>A title here</h1><p>{sentence * 4}</p><p>{sentence * 3}</p></article></body></html>"
    assert report(from_text(page), clutter()).published is None


def test_a_date_beyond_today_is_no_reason_to_look_at_the_clock() -> None:
    ahead = datetime.date.today().replace(month=1, day=1).year + 5
    sentence = "The governor said that the bridge had been destroyed in the night. "
    page = f'<html><body><article><time datetime="{ahead}-05-06">6 May</time><p>{sentence * 4}</p></article></body></html>'
    found = report(from_text(page), clutter()).published
    assert found is not None
    assert found.earliest == f"{ahead}-05-06"


def test_what_is_given_goes_before_what_the_page_says() -> None:
    original = from_text(
        (HERE / "page.html").read_bytes(), title="T", outlet="O", published="2024-01-02", url="u", id="i"
    )
    found = report(original, clutter())
    assert (found.id, found.title, found.outlet, found.url) == ("i", "T", "O", "u")
    assert found.published is not None
    assert (found.published.earliest, found.published.basis) == ("2024-01-02", "given")


@pytest.mark.parametrize(
    "page",
    [
        "<html><body></body></html>",
        "<html><head><title>Harbour Post</title></head><body></body></html>",
        "<html><body><nav><ul><li><a href='/a'>Front page</a></li><li><a href='/b'>Letters</a></li></ul></nav></body></html>",
        "<html><body><form><input name='user'><button>Log in</button></form></body></html>",
        "<!doctype html><script>var a = 'A sentence that is long enough to be taken for an article.';</script>",
    ],
)
def test_a_page_without_an_article_is_refused(page: str) -> None:
    with pytest.raises(NoArticle, match="without an article"):
        report(from_text(page), clutter())


def test_reading_a_page_opens_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    assert read(HERE / "page.html")
    assert read(HERE / "feed.xml")


def test_a_feed_is_one_report_an_item() -> None:
    found = list(documents(str(HERE / "feed.xml"), max_bytes=10_000_000))
    (failure,) = [d for d in found if isinstance(d, Failure)]
    assert (failure.id, failure.error.code) == ("https://observer.example/empty", "empty")
    first, second = read(HERE / "feed.xml")
    assert first.id == "observer-41"
    assert (first.title, first.outlet, first.url) == (
        "Ferry & barge",
        "River Bend Observer",
        "https://observer.example/41",
    )
    assert first.published is not None
    assert (first.published.earliest, first.published.basis) == ("2024-08-16", "metadata")
    assert parts(first) == [
        ("title", "Ferry & barge"),
        ("paragraph", "The ferry ran for a third day, the district said."),
        ("caption", "The ferry at noon"),
        ("paragraph", "It carried 40 cars."),
        ("boilerplate", "Subscribe to our newsletter"),
    ]
    assert second.id == "https://observer.example/40"
    assert second.text == "Plain words\n\nThe barge sank on Monday, a resident said.\n\nNobody was hurt."


def test_an_atom_feed_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>O</title><entry><id>urn:1</id><title>T</title>'
        '<published>2024-08-16T23:30:00+03:00</published><content type="html">&lt;p&gt;One said two.&lt;/p&gt;</content></entry></feed>'
    )
    (found,) = read(path)
    assert (found.id, found.text, found.outlet) == ("urn:1", "T\n\nOne said two.", "O")
    assert found.published is not None
    assert found.published.earliest == "2024-08-16"


def test_a_feed_without_items_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text('<rss version="2.0"><channel><title>O</title></channel></rss>')
    with pytest.raises(EmptyInput, match="without items"):
        read(path)


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Bridge gone\nTHE HARBOUR POST, 14 August 2024\n\n{}", "The Harbour Post"),
        ("Bridge gone\nBBC NEWS OF THE RIVER, Aug. 14, 2024\n\n{}", "BBC News of the River"),
        ("Bridge gone\nRiver Bend Observer · Wednesday, 14 August 2024, 10:30\n\n{}", "River Bend Observer"),
        ("Bridge gone\n\nSUMY, Ukraine, Aug. 14 (Halyard) - {}", "Halyard"),
        ("Bridge gone\n\nMINSK, 7 February (Border Wire) – {}", "Border Wire"),
        ("Bridge gone\n\n{}", None),
        ("Bridge gone\nKyiv, 14 August 2024\n\n{}", None),
    ],
)
def test_the_outlet_of_a_plain_text_is_in_its_own_line(text: str, outlet: str | None) -> None:
    whole = text.format("The governor said on Sunday that the bridge had been destroyed in the night.")
    assert report(from_text(whole), clutter()).outlet == outlet


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The governor said on Sunday that the bridge had been destroyed in the night.", "en"),
        ("THE GOVERNOR SAID ON SUNDAY THAT THE BRIDGE HAD BEEN DESTROYED IN THE NIGHT.", "en"),
        ("Губернатор сообщил в воскресенье, что ночью мост был разрушен полностью.", "ru"),
        ("Губернатор повідомив у неділю, що вночі міст було повністю зруйновано.", "uk"),
        ("Мост разрушен.", "en"),
        ("12 345 678 " * 20, "en"),
    ],
)
def test_the_language_is_seen_where_there_is_text_enough(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_given_language_is_believed() -> None:
    text = "Губернатор сообщил в воскресенье, что ночью мост был разрушен полностью."
    assert report(from_text(text, language="uk"), clutter()).language == "uk"
