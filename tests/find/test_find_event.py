"""Events: found by their cue, told apart into stated, planned and negated, with who did what to whom."""

from __future__ import annotations

import pytest

from sayso.find.event import find_events
from sayso.languages.en.events import lexicon
from sayso.mentions import EventMention

# text | cue | agent | target
STATED = [
    ("Ukraine has blown up two bridges.", "blown up", "Ukraine", "two bridges"),
    ("Artillery shelled the market on Friday.", "shelled", "Artillery", "the market"),
    ("Three villages were captured by the army.", "captured", "the army", "Three villages"),
    ("Fighting around the plant is going on.", "Fighting", None, None),
    ("There was shelling near the border.", "shelling", None, None),
    ("Over 180,000 people have been evacuated.", "evacuated", None, "Over 180,000 people"),
    ("Families were forced to flee at night.", "flee", None, None),
    ("The attack, which killed nine people, came at dawn.", "killed", "which", "nine people"),
    ("Over 180,000 people have been driven from their homes.", "driven", None, "Over 180,000 people"),
    ("A third of the army now stands at the border.", "stands", "A third of the army", None),
    ("Troops crossed the border at dawn.", "crossed", "Troops", "the border"),
    ("The death toll stood at 31 on Friday.", "toll", None, None),
    ("Russia launched dozens of drones overnight.", "launched", "Russia", "dozens of drones"),
    ("The rebels launched an attack on the bridge.", "attack", "The rebels", None),
    ("Ukrainian armour broke through on Tuesday.", "broke through", "Ukrainian armour", None),
    ("The army regained control of the village.", "regained", "The army", "control of the village"),
    ("Missiles hit a school, killing nine children.", "killing", None, "nine children"),
]


def words(text: str, span: tuple[int, int] | None) -> str | None:
    return text[span[0] : span[1]] if span else None


@pytest.mark.parametrize(("text", "cue", "agent", "target"), STATED)
def test_a_stated_event_has_its_cue_agent_and_target(parse, text, cue, agent, target):
    found = {words(text, e.cue): e for e in find_events(text, parse(text), lexicon())}
    assert cue in found
    event = found[cue]
    assert event.stated
    assert (words(text, event.agent), words(text, event.target)) == (agent, target)


@pytest.mark.parametrize(
    "text",
    [
        "The army may attack the town.",
        "The army plans to attack the town.",
        "If the army attacks the town, people will leave.",
        "Will the army attack the town?",
        "They want to capture the bridge.",
    ],
)
def test_what_is_planned_feared_or_asked_is_not_stated(parse, text):
    events = find_events(text, parse(text), lexicon())
    assert events
    assert not any(e.stated for e in events)


@pytest.mark.parametrize(
    "text",
    [
        "Ukrainian shelling destroyed homes every day, he said.",
        "The strikes came at noon, it said, and the tower burned until midnight.",
        "Homes burned, he said, and nine people had been killed.",
        "The village has been captured, according to the ministry.",
        "Troops are killing hundreds each day, and they captured a town, according to officials.",
        "In the east, an officer said, fighting continued and the town had been bombed.",
    ],
)
def test_what_stands_under_a_verb_of_saying_is_not_told_by_the_outlet(parse, text):
    events = find_events(text, parse(text), lexicon())
    assert events
    assert all(e.reported for e in events)


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Ukrainian shelling destroyed homes every day, he said.", True),
        ("The ministry said that drones had hit a depot.", True),
        ("The ministry said that drones could hit a depot.", False),
        ("The device could destroy a satellite by creating a wave when detonated, officials said.", False),
    ],
)
def test_what_is_reported_is_stated_or_not_like_the_outlets_own(parse, text, stated):
    events = find_events(text, parse(text), lexicon())
    assert events
    assert all(e.reported and e.stated is stated for e in events)


def test_what_the_outlet_tells_is_not_reported(parse):
    text = "Drones hit a depot. The governor said that nobody was hurt."
    assert [(words(text, e.cue), e.reported) for e in find_events(text, parse(text), lexicon())] == [
        ("hit", False),
        ("hurt", True),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Shells fired by the old howitzer can reach the port.",
        "He toured the areas occupied by the army.",
        "Since invading the country, the general has lost his post.",
        "While mobilising its reserves, the state denies any plan.",
        "The family stayed until the army liberated the town.",
        "A woman who fled the town runs the shop.",
        "Capturing the town is a priority for the army.",
        "A second barrage is likely to damage the port.",
    ],
)
def test_what_only_says_which_or_when_is_not_the_news(parse, text):
    assert not any(e.stated for e in find_events(text, parse(text), lexicon()))


@pytest.mark.parametrize(
    "text",
    [
        "The ministry released a statement.",
        "That attack on the port demonstrated the need for patience.",
        "The two ministers exchanged letters.",
        "The trade talks hit an obstacle.",
        "This invasion is a gamble of the generals.",
        "The attack is important because it failed.",
    ],
)
def test_a_cue_in_another_sense_is_no_event(parse, text):
    assert find_events(text, parse(text), lexicon()) == ()


def test_a_headline_without_a_verb_of_its_own_states_its_event(parse):
    text = "Nine injured in shelling of a market"
    assert [words(text, e.cue) for e in find_events(text, parse(text), lexicon()) if e.stated] == ["injured"]


@pytest.mark.parametrize("text", ["Nobody was hurt.", "No houses were damaged."])
def test_a_subject_that_is_nobody_negates(parse, text):
    (event,) = find_events(text, parse(text), lexicon())
    assert event.negated


def test_a_clause_has_no_linking_adverb_and_nothing_that_someone_says(parse):
    text = "However, troops now stand at the border because the president says he sees soldiers there."
    (event,) = find_events(text, parse(text), lexicon())
    assert words(text, event.clause) == "troops now stand at the border"


def test_a_negated_event_says_so(parse):
    text = "The army did not attack the town."
    (event,) = find_events(text, parse(text), lexicon())
    assert event.negated
    assert event.stated


def test_an_adjective_made_of_a_verb_is_no_event(parse):
    text = "A destroyed tank lies on the road."
    assert find_events(text, parse(text), lexicon()) == ()


def test_a_coordinated_statement_has_a_clause_of_its_own(parse):
    text = "The army shelled the town, and residents fled to the north."
    first, second = find_events(text, parse(text), lexicon())
    assert words(text, first.clause) == "The army shelled the town"
    assert words(text, second.clause) == "residents fled to the north"


def test_every_kind_in_the_table_has_a_type():
    kinds = [*lexicon().cues.values(), *lexicon().particles.values()]
    assert len(kinds) > 100
    assert all(kind.type.isupper() for kind in kinds)


def test_events_come_in_text_order(parse):
    text = "Drones hit a depot. Two soldiers died. The town was evacuated."
    cues: list[EventMention] = list(find_events(text, parse(text), lexicon()))
    assert [words(text, e.cue) for e in cues] == ["hit", "died", "evacuated"]
