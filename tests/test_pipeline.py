"""One report through read, find and resolve: offsets hold, and the same input gives the same record."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as effort
from hypothesis import strategies as st

import sayso
from sayso.records import Report, Span

SHARED = Path(__file__).parent.parent.parent / "shared/eval/data/report"
DEMO = Path(__file__).parent.parent / "demo/reports"

WORDS = st.sampled_from(
    """The governor ministry said that “ ” " ' ‘ ’ Kyiv Sudzha Kursk region 74 1,000 square kilometers ( ) at least
    hundreds of prisoners killed wounded Sunday Friday , . : ; ? ! — - according to he she they told reporters claimed
    denied shelled captured bridges 386 miles 2024 Aug. 16 S-300 \u202b \u200b \U0001f600 ё шт مدينة \n\n \n\t Advertisement
    Loading could not be independently verified quoted as saying more than between 40 and 50 %""".split(" ")
)


def spans(report: Report) -> Iterator[Span]:
    yield from ((s.start, s.end) for s in report.segments)
    for claim in report.claims:
        yield from (*claim.source, *claim.cue, *claim.content, *claim.hedges)
        yield from (r.span for r in claim.relays if r.span)
        if claim.speaker and claim.speaker.span:
            yield claim.speaker.span
        if claim.event:
            yield claim.event.cue
    for item in (*report.quantities, *report.times, *report.places):
        yield item.start, item.end


def check_record(report: Report) -> None:
    """What holds of every record."""
    size = len(report.text)
    for start, end in spans(report):
        assert 0 <= start < end <= size
        assert report.text[start:end] == report.text[start:end].strip()
    for quantity in report.quantities:
        if quantity.counted:
            assert report.text[quantity.counted.start : quantity.counted.end] == quantity.counted.text
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high
    for time in report.times:
        assert (time.earliest is None) == (time.latest is None)
        assert not time.earliest or time.earliest <= (time.latest or "")
    ids = [item.id for item in (*report.claims, *report.quantities, *report.times, *report.places)]
    assert len(ids) == len(set(ids))
    known = set(ids)
    for claim in report.claims:
        assert {*claim.quantities, *claim.times, *claim.places} <= known
        assert claim.content
    boilerplate = [(s.start, s.end) for s in report.segments if s.kind == "boilerplate"]
    for claim in report.claims:
        assert not any(a < e and s < b for s, e in claim.content for a, b in boilerplate)
    assert sayso.records.decode_report(report.to_json()) == report


@pytest.mark.parametrize("path", sorted(DEMO.glob("*.[th]*")), ids=lambda p: p.name)
def test_every_offset_of_a_demo_report_holds(path: Path):
    check_record(sayso.read(path.read_bytes()))


@given(st.lists(WORDS, min_size=1, max_size=60).map(" ".join))
@effort(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_offset_holds_whatever_the_text(text: str):
    try:
        report = sayso.read(text, published="2024-08-20", kind="text", language="en")
    except sayso.SaysoError as error:
        assert error.code == "empty"
        return
    assert report.text == text
    check_record(report)


@pytest.mark.parametrize(
    "text",
    [
        "“" * 5_000,
        '"' * 5_000 + " said the governor",
        "word " * 20_000,
        "A GOVERNOR SAID THAT NINE PEOPLE DIED. " * 200,
        "1,000-" * 10_000,
        "\u202e\u200f He said “no”. \U0001f600" * 300,
    ],
    ids=["openers", "straight marks", "no stop", "capitals", "digits", "marks of direction"],
)
def test_odd_input_gives_the_same_sound_record_each_time(text: str):
    first, second = (sayso.read(text, published="2024-08-20", kind="text", language="en") for _ in range(2))
    check_record(first)
    assert first == second


@pytest.mark.parametrize("space", ["  ", "\u00a0", " \u00a0", "\u3000", "\t", " \n"])
def test_odd_white_space_is_at_the_edge_of_no_span(space: str):
    text = (
        "On Sunday the regional governor Vyacheslav Gladkov said that at least 74 villages near Sudzha had been hit. "
        "Dozens were injured when drones struck the old Church at Homs. The army of Syria denied it."
    )
    report = sayso.read(text.replace(" ", space), published="2024-08-20", kind="text", language="en")
    check_record(report)
    assert report.claims


def test_a_claim_carries_what_belongs_to_it():
    text = "On Sunday the governor said that at least 74 settlements near Sudzha had been captured on Friday."
    report = sayso.read(text, published="2024-08-20")
    (claim,) = report.claims
    assert claim.speaker is not None
    assert claim.speaker.name == "governor"
    assert [q.low for q in report.quantities if q.id in claim.quantities] == [74]
    assert [t.earliest for t in report.times if t.id in claim.times] == ["2024-08-16"]
    assert [p.name for p in report.places if p.id in claim.places] == ["Sudzha"]


def test_claim_ids_do_not_depend_on_the_run():
    text = "The ministry said that two bridges were hit. Shelling continued."
    ids = [c.id for c in sayso.read(text, id="x").claims]
    assert ids == [c.id for c in sayso.read(text, id="x").claims]
    assert ids != [c.id for c in sayso.read(text, id="y").claims]


def test_a_path_is_a_file_and_a_string_is_the_text_itself(tmp_path: Path):
    path = tmp_path / "report.txt"
    path.write_text("The governor said that the bridge was closed.", "utf-8")
    assert sayso.read(path).claims
    assert sayso.read(str(path)).text == str(path)
    with pytest.raises(sayso.SaysoError, match="no file"):
        sayso.read(tmp_path / "nowhere.txt")


def test_a_language_that_is_not_read_is_an_error_and_not_an_empty_record():
    with pytest.raises(sayso.SaysoError, match="language"):
        sayso.read(
            "Губернатор заявил, что два моста были разрушены, а жители эвакуированы из района вечером."
        )


needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the labelled data beside the checkout is not there"
)
# All of them take minutes: `make corpus` reads every one; the tests take each twentieth.
STEP = int(os.environ.get("SAYSO_TEST_STEP", "20"))


@needs_shared
@pytest.mark.parametrize("name", ["war.jsonl", "fakes.jsonl"])
def test_real_articles_are_read_without_an_error(name: str):
    with (SHARED / name).open(encoding="utf-8") as file:
        lines = list(file)
    for line in lines[::STEP]:
        document = json.loads(line)
        report = sayso.read(document["text"], id=document["id"], published=document.get("published"))
        assert report.text == document["text"]
        check_record(report)


# Offsets into the article: its title, captions and boilerplate, and for each clear attribution a character of its
# content with the speaker's name.
TITLE, CAPTIONS, BOILERPLATE = 9, [511, 3604], [0, 9433]
KURSK = [
    (198, "Kiev"),
    (1146, "Russian news reports"),
    (1348, "Aleksandr Kharchenko"),
    (1494, "Volodymyr Zelensky"),
    (1573, "Volodymyr Zelensky"),
    (1764, "Russian authorities"),
    (2372, "David Petraeus"),
    (6220, "Putin"),
    (6323, "Alexander Lukashenko"),
    (6483, "Alexander Lukashenko"),
    (6557, "Alexander Lukashenko"),
    (6809, "Alexander Lukashenko"),
    (6858, "Alexander Lukashenko"),
    (7185, "Alexander Lukashenko"),
    (7294, "Alexander Lukashenko"),
    (7409, "Alexander Lukashenko"),
    (8200, "other sections in the oligarchy"),
]


@pytest.fixture(scope="module")
def report() -> Report:
    return sayso.read((SHARED / "kursk-2024.txt").read_bytes())


@needs_shared
class TestTheKurskArticle:
    """One real article as it came off a page. Its text is other people's: it is pointed at by offsets."""

    def test_title_captions_and_boilerplate_are_told_apart(self, report: Report):
        kinds = {
            kind: [s.start for s in report.segments if s.kind == kind]
            for kind in ("title", "caption", "boilerplate")
        }
        assert kinds == {"title": [TITLE], "caption": CAPTIONS, "boilerplate": BOILERPLATE}
        assert report.title == report.words((TITLE, TITLE + len(report.title or "")))

    def test_publication_is_worked_out_from_the_text(self, report: Report):
        assert report.published is not None
        assert report.published.basis == "text"
        assert "2024-08-18" <= report.published.earliest <= report.published.latest <= "2024-08-25"
        days = {report.words((t.start, t.end)): (t.earliest, t.latest) for t in report.times}
        assert days["Sunday"] == ("2024-08-18", "2024-08-18")

    def test_the_two_areas_are_one_quantity_twice(self, report: Report):
        by_words = {report.words((q.start, q.end)): q for q in report.quantities}
        first, second = by_words["1,000 square kilometers"], by_words["386 square miles"]
        assert second.same_as == first.id

    def test_every_attribution_has_its_speaker(self, report: Report):
        def right(at: int, speaker: str) -> bool:
            return any(
                claim.speaker is not None and claim.speaker.name.endswith(speaker)
                for claim in report.claims
                if claim.voice == "attributed" and any(start <= at < end for start, end in claim.content)
            )

        missed = [(at, speaker) for at, speaker in KURSK if not right(at, speaker)]
        assert not missed

    def test_the_relayed_quotation_keeps_its_relay(self, report: Report):
        (claim,) = [c for c in report.claims if c.speaker and "Kharchenko" in c.speaker.name]
        assert [relay.name for relay in claim.relays] == ["Nezavisimaya Gazeta"]
