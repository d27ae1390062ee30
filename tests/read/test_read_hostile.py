"""Hostile input costs time in proportion to its length, and comes out as it went in."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from sayso.errors import BinaryInput, Undecodable
from sayso.languages.en.clutter import clutter
from sayso.read import Original, documents, from_text, report
from sayso.read.jsonl import originals
from sayso.read.segments import segment
from sayso.records import Failure

SIZE = 100_000
SENTENCE = "The ministry said on Sunday that 300 people had left the district. "

# Seconds; a text of this size takes a few hundredths where nothing is quadratic.
LONGEST = 3.0


@pytest.mark.parametrize(
    "text",
    [
        "a" * SIZE * 10,
        " " * SIZE + "x",
        "7" * SIZE,
        "-" * SIZE,
        '"' * SIZE,
        SENTENCE * 15_000,
        "\n" * SIZE + "x",
        " \r\n" * SIZE + "x",
        "\x00" * SIZE,
        "\u200f\u202e" * SIZE,
        "Abc " * (SIZE // 4),
        ("Abc " * 150 + "\n\n") * 200,
        ("By " + "Abc, " * 20 + "x\n\n") * 900,
        ("A photo of " + "x " * 200 + "\n\n") * 200,
        ("(" * 400 + "\n\n") * 250,
        ("A/b " * 100 + "\n\n") * 250,
        ("x" * 70 + "\n") * 1_500,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_segmenting_is_linear(text: str) -> None:
    start = time.perf_counter()
    segments = segment(text, clutter(), title="A title")
    assert time.perf_counter() - start < LONGEST
    assert segments[-1].end == len(text.rstrip())


def test_a_million_characters_in_one_line_are_one_paragraph() -> None:
    text = SENTENCE * 15_000
    read = report(from_text(text), clutter())
    assert read.text == text
    assert [s.kind for s in read.segments] == ["paragraph"]


def test_zero_characters_in_a_text_stay_and_in_a_file_are_refused() -> None:
    text = f"{SENTENCE}\x00{SENTENCE}"
    assert report(from_text(text), clutter()).text == text
    with pytest.raises(BinaryInput):
        from_text(text.encode())


def test_right_to_left_marks_stay_where_they_are() -> None:
    text = f"\u200f{SENTENCE}\u202e{SENTENCE}\u2066"
    assert report(from_text(text), clutter()).text == text


def test_half_a_character_is_refused() -> None:
    with pytest.raises(Undecodable):
        from_text("half \ud83d of one")
    line = b'{"id": "a", "text": "half \\ud83d of one"}'
    (found,) = originals([line], "a.jsonl")
    assert isinstance(found, Failure)
    assert found.error.code == "bad-line"


def test_deep_nesting_is_a_bad_line_or_page_not_a_crash() -> None:
    (found,) = originals([b"[" * SIZE], "deep.jsonl")
    assert isinstance(found, Failure)
    page = "<html><body><article>" + "<div>" * 5_000 + f"<p>{SENTENCE * 4}</p>"
    try:
        read = report(from_text(page, kind="html"), clutter())
    except Exception as error:
        assert getattr(error, "code", None) == "no-article"
    else:
        assert read.text


def test_json_inside_a_text_is_text() -> None:
    text = json.dumps({"text": SENTENCE})
    assert report(from_text(text), clutter()).text == text


PAGE = """<html><head>{head}<title>Bridge near the border</title></head><body><article>
<h1>Bridge near {inside} the border</h1><figure><img><figcaption>The {inside} bridge</figcaption></figure>
<p>The governor said on Sunday that the {inside} bridge near the border had been destroyed by a flood.</p>
<p>Two roads along the river {inside} were closed to all traffic, the ministry said in the evening.</p>
</article></body></html>"""


@pytest.mark.parametrize(
    "mark", ["\x00", "\x01", "\x0b", "\x0c", "\x1b[31m", "\ufffe", "\uffff", "&#0;", "&#xD800;"]
)
def test_a_page_with_characters_that_xml_lacks_is_read(mark: str) -> None:
    found = report(from_text(PAGE.format(head="", inside=mark), kind="html"), clutter())
    assert "had been destroyed by a flood." in found.text


@pytest.mark.parametrize(
    "charset", ["hex", "rot13", "idna", "punycode", "undefined", "unicode_escape", "zlib", "none"]
)
def test_a_page_that_declares_no_charset_of_pages_is_utf_8(charset: str) -> None:
    page = PAGE.format(head=f"<meta charset={charset}>", inside="“Öl”")
    found = report(from_text(page.encode(), kind="html"), clutter())
    assert "the “Öl” bridge" in found.text


@pytest.mark.parametrize(
    "reference", ["&#xD800;", "&#1114112;", "&#99999999999999;", "&#xFFFFFFFF;", "&#" + "9" * 5_000 + ";"]
)
@pytest.mark.parametrize("broken", ["", "<unclosed>"], ids=["sound", "broken"])
def test_a_feed_with_a_reference_to_no_character_is_read(tmp_path: Path, reference: str, broken: str) -> None:
    path = tmp_path / "feed.rss"
    path.write_text(
        f"<rss version='2.0'><channel><title>Post</title>{broken}<item><title>Bridge {reference}</title>"
        f"<description>The governor said {reference} the bridge was hit.</description></item></channel></rss>",
        encoding="utf-8",
    )
    (item,) = documents(str(path), max_bytes=100_000)
    assert isinstance(item, Original)
    assert item.data.startswith("The governor said")
