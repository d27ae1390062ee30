"""Claims: what belongs to each, whose voice it is in, and ids that depend on words alone."""

from __future__ import annotations

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.mentions import Attribution, EventMention
from sayso.records import Counted, Place, Quantity, Span, Speaker, Time
from sayso.resolve.claims import Attributed, Belongings, Spans, make_claims

TEXT = (
    "On Sunday the governor said that nine people were killed in Sudzha, "
    "and a witness said he saw two graves. Drones hit a depot."
)
NOTHING = Belongings(events=(), quantities=(), times=(), places=())
SPAN = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda pair: (pair[0], pair[0] + pair[1]))


def at(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return start, start + len(words)


def attributed(source: str, content: str, nested_in: int | None = None, text: str = TEXT) -> Attributed:
    attribution = Attribution(
        source=(at(source, text),),
        cue=(),
        content=(at(content, text),),
        form="indirect",
        confidence=0.8,
        nested_in=nested_in,
    )
    speaker = Speaker(name=source, kind="person")
    return Attributed(
        attribution=attribution, speaker=speaker, relays=(), stance="asserts", hedges=(), negated=False
    )


def event(
    cue: str, clause: str, *, stated: bool = True, reported: bool = False, text: str = TEXT
) -> EventMention:
    return EventMention(
        cue=at(cue, text),
        clause=at(clause, text),
        type="ASSAULT",
        mode=None,
        acled="ATTACK",
        agent=None,
        target=None,
        stated=stated,
        reported=reported,
    )


def quantity(words: str, id_: str) -> Quantity:
    start, end = at(words)
    counted = Counted(text="people", start=end + 1, end=end + 7)
    return Quantity(
        id=id_, start=start, end=end, value=9, low=9, high=9, hedge="exact", counted=counted, measure="killed"
    )


def place(words: str, *, literal: bool = True) -> Place:
    start, end = at(words)
    return Place(
        id="p1",
        start=start,
        end=end,
        name=words,
        kind="settlement",
        country="RU",
        latitude=51.19,
        longitude=35.27,
        gazetteer_id="486816",
        literal=literal,
        confidence=0.9,
    )


def test_figures_and_places_inside_the_content_belong_to_the_claim():
    found = Belongings(events=(), quantities=(quantity("nine", "q1"),), times=(), places=(place("Sudzha"),))
    first, second = make_claims(
        "r", TEXT, None, [attributed("the governor", "nine people were killed in Sudzha"),
                          attributed("a witness", "he saw two graves")], found
    )  # fmt: skip
    assert (first.quantities, first.places) == (("q1",), ("p1",))
    assert (second.quantities, second.places) == ((), ())


def test_the_day_of_speaking_is_not_a_day_of_the_claim():
    sunday = at("Sunday")
    time = Time(id="t1", start=sunday[0], end=sunday[1], type="DATE", value="2024-08-18", earliest="2024-08-18", latest="2024-08-18")  # fmt: skip
    found = Belongings(events=(), quantities=(), times=(time,), places=())
    (claim,) = make_claims(
        "r", TEXT, None, [attributed("the governor", "nine people were killed in Sudzha")], found
    )
    assert claim.times == ()


def test_a_name_that_stands_for_a_government_is_no_place_of_the_claim():
    found = Belongings(events=(), quantities=(), times=(), places=(place("Sudzha", literal=False),))
    (claim,) = make_claims(
        "r", TEXT, None, [attributed("the governor", "nine people were killed in Sudzha")], found
    )
    assert claim.places == ()


def test_a_figure_in_a_nested_claim_is_the_inner_speakers():
    outer = attributed(
        "the governor", "nine people were killed in Sudzha, and a witness said he saw two graves"
    )
    inner = attributed("a witness", "he saw two graves", nested_in=0)
    found = Belongings(
        events=(), quantities=(quantity("nine", "q1"), quantity("two", "q2")), times=(), places=()
    )
    first, second = make_claims("r", TEXT, None, [outer, inner], found)
    assert first.quantities == ("q1",)
    assert second.quantities == ("q2",)


def test_the_same_words_of_the_same_speaker_are_one_claim():
    twice = [attributed("the governor", "nine people were killed in Sudzha")] * 2
    other = attributed("a witness", "nine people were killed in Sudzha")
    claims = make_claims("r-1", TEXT, None, [*twice, other], NOTHING)
    assert [c.speaker.name for c in claims if c.speaker] == ["the governor", "a witness"]


def test_an_event_that_nobody_is_given_for_is_a_claim_of_the_outlet():
    found = Belongings(events=(event("hit", "Drones hit a depot."),), quantities=(), times=(), places=())
    (claim,) = make_claims("r", TEXT, "The Daily", [], found)
    assert claim.voice == "own"
    assert claim.speaker == Speaker(name="The Daily", kind="outlet")
    assert [TEXT[s:e] for s, e in claim.content] == ["Drones hit a depot"]


def test_an_event_in_an_attribution_is_not_the_outlets():
    found = Belongings(
        events=(event("killed", "nine people were killed in Sudzha"),), quantities=(), times=(), places=()
    )
    (claim,) = make_claims(
        "r", TEXT, "The Daily", [attributed("the governor", "nine people were killed in Sudzha")], found
    )
    assert claim.voice == "attributed"
    assert claim.event is not None
    assert TEXT[slice(*claim.event.cue)] == "killed"


def test_an_event_that_is_only_feared_makes_no_claim_of_the_outlet():
    found = Belongings(
        events=(event("hit", "Drones hit a depot.", stated=False),), quantities=(), times=(), places=()
    )
    assert make_claims("r", TEXT, "The Daily", [], found) == ()


def test_an_event_under_a_verb_of_saying_makes_no_claim_of_the_outlet_even_where_nobody_was_found():
    found = Belongings(
        events=(event("hit", "Drones hit a depot.", reported=True),), quantities=(), times=(), places=()
    )
    assert make_claims("r", TEXT, "The Daily", [], found) == ()


def test_an_attributed_claim_takes_what_is_said_to_have_happened_before_what_is_feared():
    text = "The governor said that troops may shell the town after they killed nine people"
    content = "troops may shell the town after they killed nine people"
    feared = event("shell", content, stated=False, reported=True, text=text)
    told = event("killed", content, reported=True, text=text)
    found = Belongings(events=(feared, told), quantities=(), times=(), places=())
    (claim,) = make_claims("r", text, None, [attributed("The governor", content, text=text)], found)
    assert claim.event is not None
    assert text[slice(*claim.event.cue)] == "killed"


def test_an_own_voice_claim_stops_where_a_source_is_given():
    text = "Shells fell on the town, the mayor said; the bridge was destroyed"
    mayor = attributed("the mayor", "Shells fell on the town", text=text)
    said = msgspec.structs.replace(mayor.attribution, cue=(at("said", text),))
    destroyed = msgspec.structs.replace(event("destroyed", text, text=text), target=at("the bridge", text))
    found = Belongings(events=(destroyed,), quantities=(), times=(), places=())
    spoken, own = make_claims("r", text, None, [msgspec.structs.replace(mayor, attribution=said)], found)
    assert spoken.voice == "attributed"
    assert [text[s:e] for s, e in own.content] == ["the bridge was destroyed"]


def test_the_second_half_of_an_attributed_sentence_is_not_the_outlets():
    text = "The army held the town, the president said, and was still advancing"
    president = attributed("the president", "The army held the town", text=text)
    said = msgspec.structs.replace(president.attribution, cue=(at("said", text),))
    found = Belongings(events=(event("advancing", text, text=text),), quantities=(), times=(), places=())
    claims = make_claims("r", text, None, [msgspec.structs.replace(president, attribution=said)], found)
    assert [c.voice for c in claims] == ["attributed"]


def test_an_own_voice_claim_begins_with_its_own_clause_where_the_one_before_is_taken():
    text = "The deal, the envoy said, had seemed lost after troops struck the port"
    envoy = attributed("the envoy", "The deal", text=text)
    said = msgspec.structs.replace(envoy.attribution, cue=(at("said", text),))
    struck = msgspec.structs.replace(
        event("struck", text, text=text), agent=at("troops", text), target=at("the port", text)
    )
    found = Belongings(events=(struck,), quantities=(), times=(), places=())
    own = make_claims("r", text, None, [msgspec.structs.replace(envoy, attribution=said)], found)[-1]
    assert [text[s:e] for s, e in own.content] == ["troops struck the port"]


@settings(max_examples=200, deadline=None)
@given(st.lists(SPAN, max_size=12), SPAN)
def test_a_table_of_spans_answers_as_a_look_at_each_of_them_does(spans: list[Span], asked: Span):
    table = Spans()
    for span in spans:
        table.add(span)
    for each in (table, Spans(spans)):
        assert each.hold(asked) == any(s <= asked[0] and asked[1] <= e for s, e in spans)
        assert each.touch(asked) == any(s < asked[1] and asked[0] < e for s, e in spans)


@settings(max_examples=200, deadline=None)
@given(st.lists(SPAN, max_size=6), st.lists(SPAN, max_size=3), st.lists(SPAN, max_size=12))
def test_a_claim_takes_the_figures_in_its_contents_that_no_nested_one_has(
    content: list[Span], nested: list[Span], figures: list[Span]
):
    def holds(spans: list[Span], span: Span) -> bool:
        return any(s <= span[0] and span[1] <= e for s, e in spans)

    def said(spans: list[Span], nested_in: int | None) -> Attributed:
        one = attributed("the governor", "nine", nested_in)
        return msgspec.structs.replace(
            one, attribution=msgspec.structs.replace(one.attribution, content=tuple(spans))
        )

    given_figures = tuple(
        msgspec.structs.replace(quantity("nine", f"q{i}"), start=s, end=e) for i, (s, e) in enumerate(figures)
    )
    found = Belongings(events=(), quantities=given_figures, times=(), places=())
    claims = make_claims("r", TEXT, None, [said(content, None), said(nested, 0)], found)
    expected = tuple(f"q{i}" for i, f in enumerate(figures) if holds(content, f) and not holds(nested, f))
    assert expected in [claim.quantities for claim in claims]


def test_ids_depend_on_report_and_words_alone_and_tell_repeats_apart():
    text = "He said no. He said no."
    twice = [
        Attributed(
            attribution=Attribution(
                source=((i, i + 2),), cue=((i + 3, i + 7),), content=((i + 8, i + 10),), form="indirect", confidence=1
            ),
            speaker=None, relays=(), stance="asserts", hedges=(), negated=False,
        )
        for i in (0, 12)
    ]  # fmt: skip
    first, second = make_claims("r", text, None, twice, NOTHING)
    assert first.id != second.id
    moved = make_claims("r", "    " + text, None, [_shifted(one, 4) for one in twice], NOTHING)
    assert [c.id for c in moved] == [first.id, second.id]
    assert make_claims("other", text, None, twice, NOTHING)[0].id != first.id


def _shifted(one: Attributed, by: int) -> Attributed:
    def move(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple((s + by, e + by) for s, e in spans)

    a = one.attribution
    moved = msgspec.structs.replace(a, source=move(a.source), cue=move(a.cue), content=move(a.content))
    return msgspec.structs.replace(one, attribution=moved)
