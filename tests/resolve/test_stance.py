"""How firmly: stance, hedges and negation of what is said."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import get_args

import pytest

from sayso.languages.en import speech, stance
from sayso.mentions import Attribution, Sentence
from sayso.records import Form, Stance
from sayso.resolve.stance import Judgement, judge

Parse = Callable[[str], tuple[Sentence, ...]]


def judged(
    parse: Parse,
    text: str,
    cue: str,
    content: str,
    form: Form = "indirect",
    source: str = "",
    stances: tuple[float, ...] = (),
) -> Judgement:
    start = text.index(content)
    attribution = Attribution(
        source=((text.index(source), text.index(source) + len(source)),) if source else (),
        cue=((text.index(cue), text.index(cue) + len(cue)),) if cue else (),
        content=((start, start + len(content)),),
        form=form,
        confidence=1.0,
        stances=stances,
    )
    return judge(text, parse(text), attribution, speech.lexicon(), stance.lexicon())


# The text, with the content behind the bar; the cue; the stance.
STANCES = [
    ("The governor said that |two bridges had been hit", "said", "asserts"),
    ("The ministry accused |Kyiv of shelling the town", "accused", "asserts"),
    ("The spokesman claims |to hold 74 settlements", "claims", "asserts"),
    ("The spokesman denied that |the town had been lost", "denied", "denies"),
    ("The minister called |the report a mistake", "called", "judges"),
    ("The minister said that |the report was a lie", "said", "denies"),
    ("The ministry boasts of |1,000 square kilometres", "boasts of", "asserts"),
    ("The minister praised |the firemen", "praised", "judges"),
    ("The mayor asked |whether the road was open", "asked", "asks"),
    ("The mayor asked |the army to open the road", "asked", "urges"),
    ("The mayor urged |residents to stay at home", "urged", "urges"),
    ("The mayor said that |everyone must stay at home", "said", "urges"),
    ("The mayor said that |it was important to stay at home", "said", "urges"),
    ("The mayor warned |residents to stay at home", "warned", "urges"),
    ("The mayor warned that |the dam could break", "warned", "predicts"),
    ("The mayor said that |the dam would break", "said", "predicts"),
    ("The mayor said that |the river could flood the town", "said", "predicts"),
    ("The mayor said that |the number could be up to 2,000", "said", "asserts"),
    ("The mayor said that |the dam may have been damaged", "said", "asserts"),
    ("The mayor said that |he would visit the town", "said", "intends"),
    ("The mayor promised |to visit the town", "promised", "intends"),
    ("The mayor said that |the goal of the visit was to count the houses", "said", "intends"),
    ("The general said that |we will destroy the bridge", "said", "threatens"),
    ("The general vowed |to strike every bridge", "vowed", "threatens"),
    ("The general threatened that |the bridge would burn", "threatened", "threatens"),
    ("The general does not believe that |the bridge stands", "does not believe", "doubts"),
    ("The general did not rule out that |the bridge stands", "did not rule out", "predicts"),
    ("The mayor said that |support for the army remained high", "said", "asserts"),
    ("The mayor said that |it can be seen from the road", "said", "asserts"),
    ("The mayor warned that |the dam had no gate", "warned", "asserts"),
    ("The governor intends |to invoke the memory of the strike", "intends", "intends"),
    ("The general vowed |to launch a revenge strike", "vowed", "threatens"),
    ("It was unclear whether |the bridge stood", "was unclear", "doubts"),
    ("The ministry expressed concern about |the state of the bridge", "expressed concern", "judges"),
    ("The ministry expressed its desire |to mend the bridge", "expressed its desire", "intends"),
    ("The ministry renewed its call for |a truce", "renewed its call", "urges"),
    ("The ministry had no plans |to mend the bridge", "had no plans", "denies"),
    ("The ministry did not deny that |the bridge stood", "did not deny", "asserts"),
    ("The army could not verify |the figures of the mayor", "could not verify", "doubts"),
    ("The mayor asked for |help with the bridge", "asked for", "urges"),
    ("The ministry announced |a new bridge over the river", "announced", "intends"),
    ("The mayor said that |the attack was a disgrace", "said", "judges"),
    ("The mayor said that |the repair was not a disgrace", "said", "asserts"),
    ("The mayor accused |the firm of reckless conduct", "accused", "asserts"),
    ("The mayor said that |he was grateful for the bridge", "said", "judges"),
    ("The mayor said that |an attack was imminent", "said", "predicts"),
    ("The mayor said that |the town could still win the match", "said", "predicts"),
    ("The mayor said that |he hoped the dam would hold", "said", "predicts"),
    ("The mayor said that |his government was ready to mend the dam", "said", "intends"),
    ("The minister said that |he was considering sanctions on the firm", "said", "threatens"),
    ("The minister said that |sanctions can be imposed on the firm", "said", "threatens"),
    ("The minister warned that |the firm would pay a heavy price", "warned", "threatens"),
]

# Who speaks, the subject of the content, the stance: a state's own people plan what others only foresee.
SIDES = [
    ("Poland's foreign minister", "Poland", "intends"),
    ("Poland's foreign minister", "Warsaw", "intends"),
    ("The US president", "the United States", "intends"),
    ("Poland's foreign minister", "Spain", "predicts"),
    ("The historian", "the museum", "predicts"),
    ("The ministry", "our country", "intends"),
]


@pytest.mark.parametrize(("source", "subject", "expected"), SIDES)
def test_what_the_speakers_own_side_will_do_is_a_plan(
    parse: Parse, source: str, subject: str, expected: str
) -> None:
    content = f"{subject} would send two more trains"
    text = f"{source} said that {content}."
    assert judged(parse, text, "said", content, source=source).stance == expected


@pytest.mark.parametrize(("marked", "cue", "expected"), STANCES)
def test_the_cue_and_the_verb_of_the_content_give_the_stance(
    parse: Parse, marked: str, cue: str, expected: str
) -> None:
    text = marked.replace("|", "") + "."
    assert judged(parse, text, cue, marked.split("|")[1]).stance == expected


@pytest.mark.parametrize(
    ("content", "cue"),
    [
        ("The figures", "could not be independently verified"),
        ("None of these figures", "could be independently verified"),
        ("Figures from neither side", "could be independently verified"),
    ],
)
def test_what_could_not_be_verified_is_doubted_and_not_negated(parse: Parse, content: str, cue: str) -> None:
    found = judged(parse, f"{content} {cue}.", cue, content)
    assert (found.stance, found.negated) == ("doubts", False)


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ('"Who opened the gate?" the mayor said.', "Who opened the gate?", "asks"),
        ('"Open the gate at noon," the mayor said.', "Open the gate at noon", "urges"),
        ('"We want the gate opened," the mayor said.', "We want the gate opened", "urges"),
        ('"Do not travel to the coast," the mayor said.', "Do not travel to the coast", "urges"),
        ('"We do not want the gate opened," the mayor said.', "We do not want the gate opened", "asserts"),
        ('"I think that the gate will open," the mayor said.', "I think that the gate will open", "predicts"),
        ('"They will open the gate," the mayor said.', "They will open the gate", "predicts"),
        ('"The gate was open. Who saw it?" the mayor said.', "The gate was open. Who saw it?", "asserts"),
    ],
)
def test_a_quotation_may_ask_or_demand_though_its_cue_only_says(
    parse: Parse, text: str, content: str, expected: str
) -> None:
    assert judged(parse, text, "said", content, "direct").stance == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [("The ministry", "intends"), ("Critics", "predicts"), ("The governor", "predicts")],
)
def test_only_a_body_speaks_of_itself_as_it(parse: Parse, source: str, expected: str) -> None:
    text = f"{source} said it would close the bridge."
    found = judged(parse, text, "said", "it would close the bridge", source=source)
    assert found.stance == expected


HEDGES = [
    ("The mayor said |the dam had allegedly been hit", ["allegedly"]),
    ("The mayor said |the dam may have been hit", ["may have"]),
    ("The mayor said |the dam appears to be safe", ["appears"]),
    ("The mayor said |the dam had been hit in May", []),
    ("The mayor said |it was so quiet that you could hear the storks", []),
    ("The mayor said |the experts could not find the cause", []),
    ("The mayor said |the gate was opened so that aid could pass", []),
    ("The mayor said |the dam could burst at night", ["could"]),
    ("The mayor said |the width would be reported by the army", []),
    ("The mayor said |the road should open as soon as possible", []),
    ("The mayor reported |the dam had been hit", []),
    ("Perhaps |the dam had been hit, the mayor said", ["Perhaps"]),
    ("The mayor said |the dam had been hit", []),
]


@pytest.mark.parametrize(("marked", "expected"), HEDGES)
def test_weakening_words_are_found_in_the_content_and_right_beside_it(
    parse: Parse, marked: str, expected: list[str]
) -> None:
    text = marked.replace("|", "") + "."
    content = marked.split("|")[1].removesuffix(", the mayor said")
    cue = "reported" if "reported" in text else "said"
    assert [text[s:e] for s, e in judged(parse, text, cue, content).hedges] == expected


@pytest.mark.parametrize(
    ("marked", "cue", "expected"),
    [
        ("The mayor said |the dam had not been hit", "said", True),
        ("The mayor said |no houses were damaged", "said", True),
        ("The mayor said |there was no drone", "said", True),
        ("The mayor did not say |who had opened the gate", "did not say", True),
        ("The mayor said |the dam had been hit", "said", False),
        ("The mayor said |the dam, which was not old, had been hit", "said", False),
        ("The mayor denied |the dam had been hit", "denied", False),
    ],
)
def test_negation_is_that_of_the_main_clause_or_of_the_cue(
    parse: Parse, marked: str, cue: str, expected: bool
) -> None:
    text = marked.replace("|", "") + "."
    assert judged(parse, text, cue, marked.split("|")[1]).negated is expected


@pytest.mark.parametrize(
    ("chance", "expected"),
    [(0.9, "judges"), (0.5, "predicts"), (0.1, "predicts")],
    ids="sure even unsure".split(),
)
def test_the_tagger_decides_where_it_is_sure_and_the_words_where_it_is_not(
    parse: Parse, chance: float, expected: str
) -> None:
    order = get_args(Stance)
    likely = {"judges": chance, "predicts": 0.98 - chance}
    stances = tuple(math.log(likely.get(one, 0.02 / 7)) for one in order)
    text = "The mayor said that the dam would break."
    assert judged(parse, text, "said", "the dam would break", stances=stances).stance == expected


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("The mayor did not deny that the bridge had fallen.", "did not deny", "asserts"),
        ("The mayor does not believe that the bridge had fallen.", "does not believe", "doubts"),
    ],
)
def test_where_a_negation_turns_the_stance_the_words_decide(
    parse: Parse, text: str, cue: str, expected: str
) -> None:
    stances = tuple(0.0 if one == "denies" else -9.0 for one in get_args(Stance))
    found = judged(parse, text, cue, "the bridge had fallen", stances=stances)
    assert (found.stance, found.negated) == (expected, False)


def test_an_attribution_without_cue_or_sentences_asserts() -> None:
    bare = Attribution(source=(), cue=(), content=((0, 4),), form="direct", confidence=1.0)
    assert judge("Gone", (), bare, speech.lexicon(), stance.lexicon()) == Judgement(stance="asserts")


def test_a_long_sentence_may_be_judged_once_for_each_of_its_hundreds_of_attributions(parse: Parse) -> None:
    text = "according to the governor, " * 400
    sentence = max(parse(text), key=lambda s: len(s.tokens))
    rest = Attribution(
        source=(), cue=(), content=((sentence.start, sentence.end),), form="indirect", confidence=1.0
    )
    start = time.process_time()
    for _ in range(400):
        judge(text, (sentence,), rest, speech.lexicon(), stance.lexicon())
    assert time.process_time() - start < 1.2
