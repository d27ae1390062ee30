"""The record: what is printed is what the schema says, and comes back equal."""

from __future__ import annotations

import json

import jsonschema
import msgspec
import pytest

from sayso import records
from sayso.records import Claim, Failure, Fault, Published, Quantity, Report, Segment, Speaker

REPORT = Report(
    id="r-1",
    text="Kyiv: 74 settlements taken",
    language="en",
    published=Published(earliest="2024-08-14", latest="2024-08-15", basis="text"),
    segments=(Segment(start=0, end=26, kind="title"),),
    claims=(
        Claim(
            id="c-1",
            voice="attributed",
            source=((0, 4),),
            cue=(),
            content=((6, 26),),
            speaker=Speaker(name="Kyiv", kind="state", side="Ukraine", span=(0, 4)),
            form="indirect",
            stance="asserts",
            quantities=("q1",),
            confidence=0.75,
        ),
    ),
    quantities=(
        Quantity(id="q1", start=6, end=8, value=74, low=74, high=None, hedge="at_least", measure="places"),
    ),
)


@pytest.mark.parametrize("record", [REPORT, Failure(id="x", error=Fault(code="empty", message="No text."))])
def test_what_is_printed_satisfies_the_schema(record):
    jsonschema.Draft202012Validator.check_schema(records.schema())
    jsonschema.validate(json.loads(records.encode(record)), records.schema())


def test_the_schema_refuses_a_record_without_a_field_or_with_an_unknown_one():
    line = json.loads(records.encode(REPORT))
    for broken in ({k: v for k, v in line.items() if k != "claims"}, {**line, "score": 1}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(broken, records.schema())


def test_a_printed_report_comes_back_equal():
    assert records.decode_report(REPORT.to_json()) == REPORT


def test_a_line_is_one_line_whatever_the_text_holds():
    report = msgspec.structs.replace(REPORT, text="a\nb\r\n\u2028\u0085\x00\U0001f600")
    assert len(report.to_json().split("\n")) == 1
    assert records.decode_report(report.to_json()).text == report.text


def test_fields_come_in_the_order_of_the_design():
    assert list(json.loads(REPORT.to_json())) == [
        "id", "text", "language", "title", "outlet", "url", "authors", "published",
        "segments", "claims", "quantities", "times", "places", "main_event", "reader",
    ]  # fmt: skip
    assert list(json.loads(REPORT.to_json())["claims"][0]) == [
        "id", "voice", "source", "cue", "content", "speaker", "relays", "form", "stance", "hedges", "negated",
        "event", "quantities", "times", "places", "about", "confidence",
    ]  # fmt: skip


def test_records_cannot_be_changed():
    with pytest.raises(AttributeError):
        REPORT.title = "other"
