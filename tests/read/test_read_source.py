"""Paths, standard input, bytes: what comes in, as documents or as errors that say what to do."""

from __future__ import annotations

import hashlib
import io
import os
import sys
from pathlib import Path

import pytest

from sayso.errors import (
    BinaryInput,
    EmptyInput,
    InputError,
    IsFolder,
    NoArticle,
    NotFound,
    TooLarge,
    Undecodable,
    Unreadable,
)
from sayso.languages.en.clutter import clutter
from sayso.read import Original, documents, from_text, report
from sayso.read.decode import decode
from sayso.read.originals import published
from sayso.read.sniff import format_of, format_of_bytes
from sayso.records import Failure

LIMIT = 10_000
TEXT = "Bridge near the border destroyed\n\nThe governor said on Sunday that the bridge had been destroyed. Öl.\n"


def all_of(path: Path | str, limit: int = LIMIT) -> list[Original | Failure]:
    return list(documents(str(path), max_bytes=limit))


def one(path: Path | str, limit: int = LIMIT) -> Original:
    (document,) = all_of(path, limit)
    assert isinstance(document, Original)
    return document


def test_a_text_file_is_one_document_unchanged(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode())
    read = one(path)
    assert read.data == TEXT.replace("\n", "\r\n")
    assert report(read, clutter()).text == read.data
    assert read.raw == path.read_bytes()
    assert report(read, clutter()).id == "r-" + hashlib.sha256(path.read_bytes()).hexdigest()[:16]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_says_the_encoding_and_is_no_text(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding=encoding, newline="")
    assert one(path).data == TEXT


def test_text_in_another_encoding_is_refused_with_the_place_of_the_bad_byte(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode("latin-1"))
    with pytest.raises(Undecodable, match=rf"a\.txt .* byte {TEXT.index('Ö')} "):
        all_of(path)


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n rest",
        b"%PDF-1.7 rest",
        b"PK\x03\x04rest",
        b"\x7fELFrest",
        b"text\x00text",
        bytes(range(1, 256)) * 4,
    ],
)
def test_what_is_neither_text_nor_page_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(BinaryInput, match=r"a\.txt"):
        all_of(path)


def test_missing_folder_empty_and_too_large_have_their_own_errors(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="absent"):
        all_of(tmp_path / "absent.txt")
    with pytest.raises(NotFound):
        all_of("nul\x00name")
    with pytest.raises(IsFolder, match="folder"):
        all_of(tmp_path)
    path = tmp_path / "a.txt"
    path.write_text(" \n\t\n")
    with pytest.raises(EmptyInput, match=r"a\.txt"):
        all_of(path)
    path.write_text("")
    with pytest.raises(EmptyInput):
        all_of(path)
    path.write_text("a" * 101)
    with pytest.raises(TooLarge, match="100 bytes"):
        all_of(path, 100)
    path.write_text("a" * 100)
    assert one(path, 100).data == "a" * 100


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("a")
    path.chmod(0)
    with pytest.raises(Unreadable, match="may not be read"):
        all_of(path)


def test_jsonl_is_one_document_a_line_and_a_broken_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(
        b'\xef\xbb\xbf{"id": "a/1", "text": " One.\\r\\n", "published": "2024-08-18T23:30:00-05:00", "title": "T", "outlet": "O",'
        b' "url": "u", "language": "en", "more": [1]}\n'
        b"\n"
        b'{"id": "a/2", "text": "Tw\n'
        b'{"id": 3, "text": "Three."}\r\n'
        b'{"id": "a/4"}\n'
        b'{"id": "a/5", "text": " "}\n'
        b'{"id": "a/6", "text": "Six.", "published": "soon"}\n'
        b'{"id": "a/7", "text": "Seven.", "title": 7}\n'
        b"[1]\n"
        b'{"id": {}, "text": "Ten."}\n'
        b'{"text": "Eleven."}'
    )
    found = all_of(path)
    first = found[0]
    assert isinstance(first, Original)
    assert (first.id, first.data, first.title, first.outlet, first.url, first.language) == (
        "a/1",
        " One.\r\n",
        "T",
        "O",
        "u",
        "en",
    )
    assert first.published is not None
    assert (first.published.earliest, first.published.basis) == ("2024-08-18", "given")
    assert report(first, clutter()).text == " One.\r\n"
    codes = [(d.id, d.error.code) if isinstance(d, Failure) else d.id for d in found]
    assert codes == [
        "a/1",
        (f"{path}, line 3", "bad-line"),
        "3",
        ("a/4", "bad-line"),
        ("a/5", "empty"),
        ("a/6", "bad-line"),
        ("a/7", "bad-line"),
        (f"{path}, line 9", "bad-line"),
        (f"{path}, line 10", "bad-line"),
        None,
    ]
    message = found[5].error.message if isinstance(found[5], Failure) else ""
    assert "line 7" in message
    assert "'soon'" in message


def test_a_line_over_the_limit_fails_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = [f'{{"id": "{n}", "text": "{"a" * size}"}}' for n, size in enumerate((10, 9_000, 10, 20_000, 30))]
    path.write_text("\n".join(lines))
    found = all_of(path, 1_000)
    assert [d.error.code if isinstance(d, Failure) else d.id for d in found] == [
        "0",
        "too-large",
        "2",
        "too-large",
        "4",
    ]


def test_a_jsonl_file_may_be_longer_than_the_limit_for_one_text(tmp_path: Path) -> None:
    path = tmp_path / "a.ndjson"
    path.write_text("\n".join(f'{{"id": "{n}", "text": "Some words here."}}' for n in range(500)))
    assert [d.id for d in all_of(path, 200)] == [str(n) for n in range(500)]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (TEXT.encode(), "text"),
        (b"<!DOCTYPE html><html><body><p>a</p></body></html>", "html"),
        (b'{"id": "a", "text": "One."}', "jsonl"),
        (b'<?xml version="1.0"?><rss version="2.0"><channel/></rss>', "feed"),
        ("<!doctype html><p>a".encode("utf-16"), "html"),
        (b"<3 words on a bridge", "text"),
        (b"{curly} words", "text"),
    ],
)
def test_the_kind_is_seen_by_how_the_bytes_begin(data: bytes, kind: str) -> None:
    assert format_of_bytes(data) == kind
    assert format_of("a.txt", data) == "text"
    # What calls itself XML and is no page is a feed, if a broken one.
    assert format_of("a.xml", data) == ("feed" if kind == "text" else kind)


def test_standard_input_is_sniffed(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(b'{"id": "a", "text": "One."}\n{"id": "b", "text": "Two."}\n')

    monkeypatch.setattr(sys, "stdin", Stdin())
    assert [d.id for d in all_of("-")] == ["a", "b"]
    Stdin.buffer = io.BytesIO(TEXT.encode())
    assert one("-").source == "standard input"
    Stdin.buffer = io.BytesIO(b"")
    with pytest.raises(EmptyInput, match="standard input"):
        all_of("-")


@pytest.mark.parametrize(
    ("given", "days"),
    [
        ("2024-08-18", ("2024-08-18", "2024-08-18")),
        (" 2024-08-18 ", ("2024-08-18", "2024-08-18")),
        ("2024-08-18T23:30:00-05:00", ("2024-08-18", "2024-08-18")),
        ("2024-08-18T00:10:00+03:00", ("2024-08-18", "2024-08-18")),
        ("2024-08-18T10:00:00Z", ("2024-08-18", "2024-08-18")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2024-12", ("2024-12-01", "2024-12-31")),
        ("2024", ("2024-01-01", "2024-12-31")),
        ({"earliest": "2024-08-18", "latest": "2024-08-25"}, ("2024-08-18", "2024-08-25")),
    ],
)
def test_a_given_date_is_its_days(given: str | dict[str, object], days: tuple[str, str]) -> None:
    found = published(given)
    assert found is not None
    assert (found.earliest, found.latest, found.basis) == (*days, "given")


@pytest.mark.parametrize(
    "given",
    [
        "soon",
        "2024-13-01",
        "2024-02-30",
        "0000",
        "",
        5,
        {"earliest": "2024-08-18"},
        {"earliest": "2024-08-25", "latest": "2024-08-18"},
    ],
)
def test_a_date_that_is_not_understood_is_named(given: object) -> None:
    with pytest.raises(InputError, match="not understood"):
        published(given)  # type: ignore[arg-type]


def test_a_text_in_memory_takes_what_is_given() -> None:
    read = report(
        from_text(TEXT, id="x", published="2024-08-18", title="T", outlet="O", url="u", language="en"),
        clutter(),
    )
    assert (read.id, read.title, read.outlet, read.url, read.language) == ("x", "T", "O", "u", "en")
    assert from_text(TEXT).sha256 == from_text(TEXT.encode()).sha256
    with pytest.raises(InputError, match="the text: The publication date 'soon'"):
        from_text(TEXT, published="soon")
    with pytest.raises(TooLarge):
        from_text(TEXT, max_bytes=10)


def test_a_page_is_decoded_by_the_charset_it_declares() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body><p>Мост</p></body></html>'
    assert "Мост" in decode(page.encode("cp1251"), "a.html", html=True)
    assert "Мост" in decode(page.encode("utf-16"), "a.html", html=True)
    assert "Мост" in decode(
        page.replace("windows-1251", "x").encode("koi8-r"), "a.html", html=True, charset="koi8-r"
    )


def test_one_bad_byte_in_a_long_page_is_marked_and_many_are_refused() -> None:
    head = b'<meta charset="utf-8"><p>'
    assert decode(head + b"a" * 4_000 + b"\xff", "a.html", html=True).endswith("a\ufffd")
    with pytest.raises(Undecodable, match=r"a\.html is not valid UTF-8: byte 25 "):
        decode(head + b"\xff" * 10, "a.html", html=True)


def test_markup_that_is_no_page_and_no_feed_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.rss"
    path.write_text("<data><row>1</row></data>")
    with pytest.raises(NoArticle, match="neither a page nor a feed"):
        all_of(path)
