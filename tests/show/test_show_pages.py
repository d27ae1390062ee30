"""The pages over a real ledger: what they show, what they refuse, what goes out with every answer."""

from __future__ import annotations

import asyncio
import html
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import httpx
import pytest
from made_report import CLAIMS, HOSTILE, PARAGRAPHS, bridges, hostile

from sayso.keep import Ledger
from sayso.records import encode
from sayso.show import words
from sayso.show.addresses import claim_anchor, report_path
from sayso.show.app import application, host_name

Get = Callable[..., httpx.Response]


def client(ledger_path: Path) -> Get:
    app = application(ledger_path)

    async def ask(method: str, path: str, headers: dict[str, str]) -> httpx.Response:
        transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8765") as browser:
            return await browser.request(method, path, headers=headers)

    def get(path: str, method: str = "GET", **headers: str) -> httpx.Response:
        return asyncio.run(ask(method, path, headers))

    return get


@pytest.fixture(scope="module")
def get(tmp_path_factory: pytest.TempPathFactory) -> Get:
    path = tmp_path_factory.mktemp("ledger") / "pages.db"
    with Ledger(path) as ledger:
        ledger.add(bridges())
        ledger.add(hostile())
    return client(path)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Get:
    path = tmp_path_factory.mktemp("ledger") / "many.db"
    with Ledger(path) as ledger:
        for number in range(60):
            ledger.add(bridges(id=f"r{number}", claims=(), title=f"Report {number}"))
    return client(path)


class Seen(HTMLParser):
    """Elements with their attributes, and the words within those that have a given class."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def with_class(self, name: str) -> list[dict[str, str | None]]:
        return [attrs for _, attrs in self.elements if name in (attrs.get("class") or "").split()]


BRIDGES = report_path(bridges().id)
ALL_PAGES = ("/", "/claims", BRIDGES, report_path(hostile().id), "/nothing", "/claims?since=soon")


def test_the_first_page_lists_reports_with_day_basis_counts_and_who_speaks(get: Get) -> None:
    page = get("/").text
    for shown in (
        "The River Courier", "18–19 August 2024", "worked out from the text", "12 attributed claims",
        "2 claims in its own voice", "Ministry of Defence", "and 6 more", BRIDGES,
    ):  # fmt: skip
        assert shown in page


def test_search_narrows_the_reports_and_says_when_nothing_is_found(get: Get) -> None:
    assert "1 report<" in get("/?text=pontoons").text
    assert "Nothing found." in get("/?text=zeppelin").text


def test_an_empty_ledger_says_how_to_fill_it(tmp_path: Path) -> None:
    Ledger(tmp_path / "empty.db").close()
    assert "sayso add FILE" in client(tmp_path / "empty.db")("/").text


def test_lists_are_leafed_through_with_the_search_kept(many: Get) -> None:
    first = many("/?text=pontoons").text
    assert "Page 1 of 3" in first
    assert 'href="/?text=pontoons&amp;page=2"' in first
    last = many("/?text=pontoons&page=3").text
    assert 'rel="prev"' in last
    assert 'rel="next"' not in last


def test_a_list_as_json_says_how_many_and_where_it_goes_on(many: Get) -> None:
    listed = many("/reports.json?page=2").json()
    assert (listed["total"], listed["page"], len(listed["reports"])) == (60, 2, 25)
    assert many(listed["next"]).json()["next"] is None


def test_the_reading_view_holds_every_paragraph_to_the_letter(get: Get) -> None:
    page = get(BRIDGES).text
    shown = re.findall(r'<(p|h1) class="text[^>]*>(.*?)</\1>', page, re.DOTALL)
    assert [html.unescape(re.sub(r"<[^>]*>", "", inner)) for _, inner in shown] == [w for _, w in PARAGRAPHS]


def test_without_script_every_card_is_in_the_page_and_marks_lead_to_it(get: Get) -> None:
    seen = Seen(get(BRIDGES).text)
    anchors = {card["id"] for card in seen.with_class("card")}
    assert anchors == {f"claim-{claim.id}" for claim in CLAIMS}
    linked = {attrs["href"] for attrs in seen.with_class("handle")}
    assert linked == {claim_anchor(claim.id) for claim in CLAIMS if claim.content}
    assert {attrs["href"] for attrs in seen.with_class("mark")} <= linked


def test_every_claim_with_words_is_one_stop_of_the_keyboard(get: Get) -> None:
    seen = Seen(get(BRIDGES).text)
    stops = seen.with_class("handle")
    assert len(stops) == len(CLAIMS) - 1
    assert all(attrs.get("aria-label") and "tabindex" not in attrs for attrs in stops)
    assert all(attrs["tabindex"] == "-1" for attrs in seen.with_class("mark"))


def test_own_voice_is_told_apart_by_a_word_and_a_line_of_its_own(get: Get) -> None:
    handles = Seen(get(BRIDGES).text).with_class("handle")
    own = [attrs for attrs in handles if "own" in (attrs["class"] or "").split()]
    assert [attrs["data-number"] for attrs in own] == ["1 own", "13 own"]
    assert all("own voice" in (attrs["aria-label"] or "") for attrs in own)


def test_paragraphs_find_their_own_direction_of_writing(get: Get) -> None:
    assert all(attrs.get("dir") == "auto" for attrs in Seen(get(BRIDGES).text).with_class("text"))


def test_a_report_as_json_is_exactly_its_record(get: Get) -> None:
    for report in (bridges(), hostile()):
        assert get(report_path(report.id, json=True)).text == encode(report)


@pytest.mark.parametrize(
    "report_id", ["a/b", "a.json", "a.json.json", "%2F", "ö?#&", " ", "a\nb", "../../x", "\u202e"]
)
def test_any_id_leads_to_its_report_and_its_record(tmp_path: Path, report_id: str) -> None:
    with Ledger(tmp_path / "odd.db") as ledger:
        ledger.add(bridges(id=report_id))
    ask = client(tmp_path / "odd.db")
    assert "Two bridges down" in ask(report_path(report_id)).text
    assert ask(report_path(report_id, json=True)).json()["id"] == report_id


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", 15),
        ("?speaker=ministry", 2),
        ("?side=Ukraine", 2),
        ("?stance=denies", 1),
        ("?voice=own", 2),
        ("?measure=captured", 1),
        ("?place=Glushkovo", 1),
        ("?text=pontoons", 1),
        ("?outlet=courier&stance=threatens", 1),
        ("?until=1990-01-01", 0),
        ("?colour=blue&speaker=", 15),
    ],
)
def test_claims_are_filtered_by_the_address(get: Get, query: str, found: int) -> None:
    assert get("/claims.json" + query).json()["total"] == found
    assert f"{found} claim" in get("/claims" + query).text


def test_a_denial_leads_to_the_claim_that_it_denies(get: Get) -> None:
    anchor = claim_anchor("c-ferry")
    card = get(report_path(bridges().id)).text.split('id="claim-c-army"')[1].split("</li>")[0]
    assert f'<dt>Denies</dt><dd><a href="{anchor}"><bdi>the ferry crew’s claim</bdi></a>' in card
    row = get("/claims?stance=denies").text
    assert (
        f'{anchor}"><bdi>Denies: the ferry crew’s claim “no soldier crossed after midnight”</bdi></a>' in row
    )
    told = get("/claims.json?stance=denies").json()["claims"][0]["about"]
    assert told == {
        "id": "c-ferry",
        "speaker": "the ferry crew",
        "words": "no soldier crossed after midnight",
    }


def test_the_filters_of_the_address_stand_in_the_form(get: Get) -> None:
    page = get("/claims?speaker=army&stance=denies&since=2024-08-01").text
    assert 'name="speaker" value="army"' in page
    assert '<option value="denies" selected>' in page
    assert 'name="since" value="2024-08-01"' in page


@pytest.mark.parametrize(
    "query",
    [
        "since=soon",
        "until=2024-13-01",
        "since=20240818",
        "stance=sings",
        "measure=x",
        "page=0",
        "page=x",
        "page=٣",
    ],
)
def test_a_filter_without_sense_is_refused_in_plain_words(get: Get, query: str) -> None:
    page, data = get(f"/claims?{query}"), get(f"/claims.json?{query}")
    assert (page.status_code, data.status_code) == (400, 400)
    fault = data.json()["error"]
    assert fault["code"] == "usage"
    assert html.escape(fault["message"], quote=False).replace('"', "&#34;") in page.text.replace("&#39;", "'")


def test_a_text_search_that_only_has_marks_is_no_error(get: Get) -> None:
    for text in ('"', "*", "AND", "a OR", "(", "%22%22", "-", "%00", "%F0%9F%98%80"):
        assert get(f"/claims?text={text}").status_code == 200
        assert get(f"/?text={text}").status_code == 200


@pytest.mark.parametrize(
    "path", ["/nothing", "/reports/none", "/static/none.css", "/static/.built", "/static/..%2Fapp.py"]
)
def test_what_is_not_there_is_said_as_a_page_and_as_json(get: Get, path: str) -> None:
    assert get(path).status_code == 404
    assert "<h1>This page cannot be shown</h1>" in get(path).text
    assert get("/nothing.json").json()["error"]["code"] == "not-found"
    assert get("/reports/none.json").json()["error"]["message"].startswith("There is no report")


def test_a_ledger_in_trouble_is_named_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "broken.db").write_bytes(b"no ledger at all" * 100)
    answer = client(tmp_path / "broken.db")("/reports.json")
    assert answer.status_code == 503
    assert answer.json()["error"]["code"] == "not-a-ledger"


def test_an_error_of_our_own_is_a_page_in_plain_words(get: Get, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: Ledger, **filters: Any) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(Ledger, "count_claims", broken)
    answer = get("/claims")
    assert answer.status_code == 500
    assert "Something went wrong inside Sayso" in answer.text
    assert "ZeroDivisionError" not in answer.text
    assert answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "", "localhost:80:80", "[::1", "127.0.0.1:x"]
)
def test_a_request_for_another_host_is_refused(get: Get, host: str) -> None:
    answer = get("/claims.json", host=host)
    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "host"


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("127.0.0.1:8765", "127.0.0.1"),
        ("LOCALHOST", "localhost"),
        ("[::1]:8765", "::1"),
        ("[::1]", "::1"),
        ("[::1]x", ""),
        ("localhost:", ""),
    ],
)
def test_a_host_header_is_read_with_and_without_port(header: str, name: str) -> None:
    assert host_name(header) == name


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_pages_can_only_be_read(get: Get, method: str) -> None:
    answer = get("/claims", method)
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")


def test_a_head_request_has_the_headers_and_no_body(get: Get) -> None:
    answer = get("/claims", "HEAD")
    assert (answer.status_code, answer.content) == (200, b"")


@pytest.mark.parametrize("path", [*ALL_PAGES, "/reports.json", "/static/none.js"])
def test_safety_headers_go_out_with_every_answer(get: Get, path: str) -> None:
    headers = get(path).headers
    assert headers["content-security-policy"] == (
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
    )
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "set-cookie" not in headers


@pytest.mark.parametrize("path", ALL_PAGES)
def test_no_page_holds_script_or_style_of_its_own_or_anything_from_elsewhere(get: Get, path: str) -> None:
    for tag, attrs in Seen(get(path).text).elements:
        assert tag not in ("style", "iframe", "img", "object", "base")
        assert not [name for name in attrs if name.startswith("on") or name == "style"]
        for name in ("src", "href", "action"):
            address = attrs.get(name)
            if address and not (tag == "a" and attrs.get("rel") == "noopener noreferrer external"):
                assert address.startswith(("/", "#"))
                assert not address.startswith("//")
        if tag == "script":
            assert attrs["src"] == "/static/sayso.js"


@pytest.mark.parametrize("path", ["/", "/claims", report_path(hostile().id)])
def test_whatever_a_report_says_stays_text(get: Get, path: str) -> None:
    page = get(path).text
    assert "<script>document" not in page
    assert "<img" not in page
    assert words.held(HOSTILE) in html.unescape(page)
    assert "{{7*7}}" in page


def test_every_id_of_a_page_is_there_once(get: Get) -> None:
    ids = [attrs["id"] for _, attrs in Seen(get(BRIDGES).text).elements if "id" in attrs]
    assert len(ids) == len(set(ids))


def test_json_is_json_also_for_hostile_reports(get: Get) -> None:
    assert json.loads(get("/claims.json").text)["total"] == 15
