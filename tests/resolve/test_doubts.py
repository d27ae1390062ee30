"""Which claim a doubt, a denial or a confirmation is about, and when the outlet is the one who doubts."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import msgspec
import pytest

from sayso.languages.en import person, pointing, speech
from sayso.mentions import Sentence
from sayso.records import ActorKind, Claim, Span, Speaker, Stance
from sayso.resolve.actors import actors
from sayso.resolve.doubts import link_doubts
from sayso.resolve.pointers import Words

Parse = Callable[[str], tuple[Sentence, ...]]

WORDS = Words(speech=speech.lexicon(), people=person.lexicon(), pointing=pointing.lexicon(), actors=actors())
# Who speaks under which words of the texts below; whoever else does is one person.
KNOWN: dict[str, tuple[str, ActorKind, str | None]] = {
    "Kyiv": ("Kyiv", "state", "Ukraine"),
    "Moscow": ("Moscow", "state", "Russia"),
    "Russia's defence ministry": ("Russia's defence ministry", "organisation", "Russia"),
    "The Ukrainian army": ("Ukrainian army", "organisation", "Ukraine"),
    "the rebels": ("rebels", "armed group", None),
    "The rebels": ("rebels", "armed group", None),
    "They": ("rebels", "armed group", None),
    "residents": ("residents", "group", None),
    "The agency": ("agency", "outlet", None),
    "Halyard": ("Halyard", "organisation", None),
    "The governor": ("governor", "person", None),
    "He": ("governor", "person", None),
}
STANCES: dict[str, Stance] = {
    "could not": "doubts", "could be": "doubts", "cannot": "doubts", "was unclear": "doubts", "gave no": "doubts",
    "without": "doubts", "not possible": "doubts", "was unable": "doubts", "denied": "denies", "rejected": "denies",
    "dismissed": "denies", "vowed": "intends", "demanded": "urges", "warned": "predicts",
}  # fmt: skip


def place(text: str, words: str, start: int) -> tuple[Span, ...]:
    if not words:
        return ()
    whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    found = whole.search(text, start) or whole.search(text)
    assert found, words
    return (found.span(),)


def claims(text: str, said: str) -> list[Claim]:
    """A line each: source | cue | content, looked for from the line before onwards, then from the beginning."""
    found: list[Claim] = []
    start = 0
    for number, line in enumerate(said.strip().splitlines()):
        source, cue, content = (part.strip() for part in f"{line.strip()} ".split("|"))
        at = [place(text, words, start) for words in (source, cue, content)]
        start = max(span[0][1] for span in at if span)
        name, kind, side = KNOWN.get(source, (source.removeprefix("the "), "person", None))
        found.append(
            Claim(
                id=f"c{number}",
                voice="attributed",
                source=at[0],
                cue=at[1],
                content=at[2],
                speaker=Speaker(name=name, kind=kind, side=side)
                if source and source not in {"We", "we"}
                else None,
                form="indirect",
                stance=next((stance for words, stance in STANCES.items() if words in cue), "asserts"),
                confidence=0.8,
            )
        )
    return found


def in_order(given: list[Claim]) -> list[Claim]:
    return sorted(given, key=lambda claim: min((*claim.source, *claim.cue, *claim.content)))


def about(parse: Parse, text: str, said: str, outlet: str | None = None) -> str | None:
    """The content of the claim that the one on the last line is about."""
    given = claims(text, said)
    linked = {claim.id: claim for claim in link_doubts(text, parse(text), in_order(given), outlet, WORDS)}
    meant = linked[given[-1].id].about
    return text[slice(*linked[meant].content[0])] if meant else None


BRIDGE = "Kyiv said that the bridge had been hit. "
BRIDGE_ROW = "Kyiv | said | the bridge had been hit\n"
TOLL = "The governor said that 12 people had died. "
TOLL_ROW = "The governor | said | 12 people had died\n"
REBELS = "The rebels said that they had taken the town. "
REBELS_ROW = "The rebels | said | they had taken the town\n"
FAR = "\n\nThe road was dry. " * 9

# The text; its claims, a line each, the last of them the one that points; what is meant.
MEANT = [
    # a noun for what was said
    (BRIDGE + "The claim could not be independently verified.",
     BRIDGE_ROW + "| could not be independently verified | The claim", "the bridge had been hit"),
    (BRIDGE + "We cannot confirm this report.",
     BRIDGE_ROW + "We | cannot confirm | this report", "the bridge had been hit"),
    (BRIDGE + "\n\nThe agency could not verify such claims.",
     BRIDGE_ROW + "The agency | could not verify | such claims", "the bridge had been hit"),
    (BRIDGE + "It was not possible to check the accuracy of the statement.",
     BRIDGE_ROW + "| was not possible to check | the accuracy of the statement", "the bridge had been hit"),
    (BRIDGE + "None of these claims could be verified.",
     BRIDGE_ROW + "| could be verified | None of these claims", "the bridge had been hit"),
    # a pronoun, or no words at all
    (BRIDGE + "Moscow denied it.", BRIDGE_ROW + "Moscow | denied | it", "the bridge had been hit"),
    (BRIDGE + "The mayor confirmed this.", BRIDGE_ROW + "The mayor | confirmed | this", "the bridge had been hit"),
    (BRIDGE + "None of it could be verified.", BRIDGE_ROW + "| could be verified | None of it", "the bridge had been hit"),
    (BRIDGE + "Moscow denied.", BRIDGE_ROW + "Moscow | denied |", "the bridge had been hit"),
    # whose it is
    (BRIDGE + TOLL + "Kyiv's claim could not be verified.",
     BRIDGE_ROW + TOLL_ROW + "| could not be verified | Kyiv's claim", "the bridge had been hit"),
    ("Russia's defence ministry said that two drones fell. " + TOLL + "Russia's claims could not be verified.",
     "Russia's defence ministry | said | two drones fell\n" + TOLL_ROW + "| could not be verified | Russia's claims",
     "two drones fell"),
    ("Russia's defence ministry said that two drones fell. " + TOLL + "The Russian claim could not be verified.",
     "Russia's defence ministry | said | two drones fell\n" + TOLL_ROW + "| could not be verified | The Russian claim",
     "two drones fell"),
    (TOLL + REBELS + "It was not possible to check his account.",
     TOLL_ROW + REBELS_ROW + "| not possible to check | his account", "12 people had died"),
    (TOLL + REBELS + "Their claim could not be verified.",
     TOLL_ROW + REBELS_ROW + "| could not be verified | Their claim", "they had taken the town"),
    (REBELS + TOLL + "Claims by the rebels could not be verified.",
     REBELS_ROW + TOLL_ROW + "| could not be verified | Claims by the rebels", "they had taken the town"),
    (REBELS + "\n\nThe road was dry." * 5 + "\n\nHalyard was unable to verify the rebels' claim.",
     REBELS_ROW + "Halyard | was unable to verify | the rebels' claim", "they had taken the town"),
    (TOLL + BRIDGE + "He vowed to rebuild it. The governor's figure could not be verified.",
     TOLL_ROW + BRIDGE_ROW + "He | vowed | to rebuild it\n| could not be verified | The governor's figure",
     "12 people had died"),
    # either side: the latest that fits
    (TOLL + "Moscow said that three had died. Neither side's figures could be verified.",
     TOLL_ROW + "Moscow | said | three had died\n| could be verified | Neither side's figures", "three had died"),
    (TOLL + "Moscow said that three had died. Neither claim could be verified.",
     TOLL_ROW + "Moscow | said | three had died\n| could be verified | Neither claim", "three had died"),
    # what must be in it
    (TOLL + BRIDGE + "The figure could not be verified.",
     TOLL_ROW + BRIDGE_ROW + "| could not be verified | The figure", "12 people had died"),
    (TOLL + BRIDGE + "The death toll could not be verified.",
     TOLL_ROW + BRIDGE_ROW + "| could not be verified | The death toll", "12 people had died"),
    ("The rebels said in a video that they had taken the town. " + BRIDGE + "The footage could not be verified.",
     REBELS_ROW + BRIDGE_ROW + "| could not be verified | The footage", "they had taken the town"),
    (BRIDGE + "The rebels demanded that the prisoners be freed. Kyiv rejected the demand.",
     BRIDGE_ROW + "The rebels | demanded | the prisoners be freed\nKyiv | rejected | the demand", "the prisoners be freed"),
    (BRIDGE + "The rebels demanded that the prisoners be freed. Moscow rejected the accusation.",
     BRIDGE_ROW + "The rebels | demanded | the prisoners be freed\nMoscow | rejected | the accusation",
     "the bridge had been hit"),
    # words of its own
    (BRIDGE + TOLL + "The report that the bridge was hit could not be verified.",
     BRIDGE_ROW + TOLL_ROW + "| could not be verified | The report that the bridge was hit", "the bridge had been hit"),
    (BRIDGE + TOLL + "It was unclear whether the bridge had really been hit.",
     BRIDGE_ROW + TOLL_ROW + "| was unclear | whether the bridge had really been hit", "the bridge had been hit"),
    (TOLL + BRIDGE + "We could not verify that 12 people were dead.",
     TOLL_ROW + BRIDGE_ROW + "We | could not verify | that 12 people were dead", "12 people had died"),
    ("The governor said that four guards were missing. " + BRIDGE + "We could not verify the number of the missing.",
     "The governor | said | four guards were missing\n" + BRIDGE_ROW + "We | could not verify | the number of the missing",
     "four guards were missing"),
    (BRIDGE + "We cannot confirm the loss.", BRIDGE_ROW + "We | cannot confirm | the loss", "the bridge had been hit"),
    # told in the same sentence
    ("In a claim that could not be verified, the rebels said that they had taken the town.",
     "the rebels | said | they had taken the town\n| could not be verified | a claim", "they had taken the town"),
    ("The rebels said that they had taken the town, a claim that could not be verified.",
     REBELS_ROW + "| could not be verified | a claim", "they had taken the town"),
    # what a speaker does not give with a claim
    (BRIDGE + REBELS + "No evidence could be found for it.", BRIDGE_ROW + REBELS_ROW + "| could be found | No evidence",
     "they had taken the town"),
    ("The rebels said, without giving evidence, that they had taken the town.",
     "The rebels | said | they had taken the town\n| without giving | evidence", "they had taken the town"),
    (BRIDGE + REBELS + "They gave no evidence.", BRIDGE_ROW + REBELS_ROW + "They | gave no | evidence",
     "they had taken the town"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said", "expected"), MEANT)
def test_a_doubt_is_linked_to_the_claim_that_its_words_mean(
    parse: Parse, text: str, said: str, expected: str
) -> None:
    assert about(parse, text, said) == expected


# The same, where nothing fits.
NOTHING = [
    # it stands alone, or too far away
    ("The claim could not be verified.", "| could not be verified | The claim"),
    (BRIDGE + FAR + "The claim could not be verified.", BRIDGE_ROW + "| could not be verified | The claim"),
    # nobody denies the own words, and a doubt is no claim
    (BRIDGE + "Kyiv denied it.", BRIDGE_ROW + "Kyiv | denied | it"),
    # no figure, no picture, nobody of that name or side
    (BRIDGE + "The figure could not be verified.", BRIDGE_ROW + "| could not be verified | The figure"),
    (BRIDGE + "The video could not be verified.", BRIDGE_ROW + "| could not be verified | The video"),
    (BRIDGE + "Russia's claims could not be verified.", BRIDGE_ROW + "| could not be verified | Russia's claims"),
    (BRIDGE + "The mayor's claim could not be verified.", BRIDGE_ROW + "| could not be verified | The mayor's claim"),
    (BRIDGE + "His account could not be verified.", BRIDGE_ROW + "| could not be verified | His account"),
    ("The Ukrainian army said that two drones fell. The Russian army's claim could not be verified.",
     "The Ukrainian army | said | two drones fell\n| could not be verified | The Russian army's claim"),
    # words that no claim has
    (BRIDGE + "The report that a hospital burned could not be verified.",
     BRIDGE_ROW + "| could not be verified | The report that a hospital burned"),
    (BRIDGE + "It was unclear who had fired.", BRIDGE_ROW + "| was unclear | who had fired"),
    (TOLL + "We could not verify that 30 people had died.", TOLL_ROW + "We | could not verify | that 30 people had died"),
    # a denial that says itself what it denies, and an assertion that points nowhere
    (BRIDGE + "Moscow denied that its army had crossed the river.", BRIDGE_ROW + "Moscow | denied | its army had crossed the river"),
    (BRIDGE + "Moscow said it.", BRIDGE_ROW + "Moscow | said | it"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), NOTHING)
def test_a_doubt_for_which_nothing_fits_is_linked_to_nothing(parse: Parse, text: str, said: str) -> None:
    assert about(parse, text, said) is None


def test_a_claim_doubted_in_its_own_words_is_the_one_meant(parse: Parse) -> None:
    text = "The siege, residents said, was over, but that could not be verified."
    words = text.index("The siege"), text.index(", residents")
    given = [
        msgspec.structs.replace(claim, content=(words,))
        for claim in claims(text, "residents | said | was over\n| could not be verified | that")
    ]
    first, last = link_doubts(text, parse(text), in_order(given), None, WORDS)
    assert (first.about, last.about) == (None, first.id)


def test_words_that_the_doubt_itself_stands_in_are_not_what_is_doubted(parse: Parse) -> None:
    text = "The governor said that the claim could not be verified."
    said = "The governor | said | the claim could not be verified\n| could not be verified | the claim"
    assert about(parse, text, said) is None


def test_a_figure_may_stand_in_a_claim_as_a_word_that_only_the_finder_of_quantities_knows(
    parse: Parse,
) -> None:
    text = "The governor spoke of dozens dead. The figure could not be verified."
    given = claims(text, "The governor | spoke | dozens dead\n| could not be verified | The figure")
    assert link_doubts(text, parse(text), given, None, WORDS)[1].about is None
    given[0] = msgspec.structs.replace(given[0], quantities=("q1",))
    assert link_doubts(text, parse(text), given, None, WORDS)[1].about == "c0"


def own_voice(text: str, words: str) -> Claim:
    return Claim(
        id="own",
        voice="own",
        source=(),
        cue=(),
        content=place(text, words, 0),
        speaker=None,
        form="indirect",
        stance="asserts",
        confidence=0.5,
    )


def test_an_event_that_the_outlet_tells_can_be_denied_right_after_it_but_not_doubted(parse: Parse) -> None:
    text = "A drone hit the bridge. Moscow denied it. The claim could not be verified."
    event = own_voice(text, "A drone hit the bridge")
    given = claims(text, "Moscow | denied | it\n| could not be verified | The claim")
    _, denial, doubt = link_doubts(text, parse(text), [event, *given], None, WORDS)
    assert (denial.about, doubt.about) == ("own", None)


# The doubt's source and cue, what the outlet is called, who doubts.
OUTLETS = [
    ("We | could not verify", "The Daily", "The Daily"),
    ("Our reporters | could not verify", "The Daily", "The Daily"),
    ("This newspaper | could not verify", "The Daily", "The Daily"),
    ("Halyard | could not verify", "Halyard", "Halyard"),
    ("Halyard | could not verify", "The Daily", "Halyard"),
    ("The mayor | could not verify", "The Daily", "The mayor"),
    ("We | could not verify", None, None),
    ("| was not possible to check", "The Daily", "The Daily"),
]


@pytest.mark.parametrize(("said", "outlet", "expected"), OUTLETS)
def test_the_outlet_doubts_where_it_speaks_of_itself(
    parse: Parse, said: str, outlet: str | None, expected: str | None
) -> None:
    source, cue = (part.strip() for part in said.split("|"))
    text = BRIDGE + f"{source or 'It'} {cue} the claim."
    found = link_doubts(text, parse(text), claims(text, f"{BRIDGE_ROW}{said} | the claim"), outlet, WORDS)
    speaker = found[1].speaker
    assert (speaker and speaker.name) == expected
    assert speaker is None or (speaker.kind == "outlet") == (expected == outlet)
    assert found[1].about == "c0"


VAIN = [
    ("The mayor | could not verify | the claim", "doubts"),
    ("The mayor | was unable to verify | the claim", "doubts"),
    ("The mayor | declined to confirm | the claim", "doubts"),
    ("The mayor | gave no | evidence", "doubts"),
    ("The mayor | confirmed | the claim", "asserts"),
    ("The mayor | read out | the claim", "asserts"),
    ("The mayor | gave | evidence", "asserts"),
]


@pytest.mark.parametrize(("said", "expected"), VAIN)
def test_a_check_in_vain_is_a_doubt_whatever_its_cue_was_taken_for(
    parse: Parse, said: str, expected: str
) -> None:
    text = BRIDGE + " ".join(part.strip() for part in said.split("|")) + "."
    given = [
        msgspec.structs.replace(claim, stance="asserts", negated="not" in said)
        for claim in claims(text, BRIDGE_ROW + said)
    ]
    last = link_doubts(text, parse(text), given, None, WORDS)[1]
    assert (last.stance, last.negated) == (expected, False)


def test_we_in_the_words_of_another_is_not_the_outlet(parse: Parse) -> None:
    text = BRIDGE + "The governor said we cannot confirm the claim."
    said = BRIDGE_ROW + "The governor | said | we cannot confirm the claim\nwe | cannot confirm | the claim"
    assert link_doubts(text, parse(text), claims(text, said), "The Daily", WORDS)[2].speaker is None


def test_thousands_of_doubts_in_one_paragraph_are_linked_in_linear_time(parse: Parse) -> None:
    one = BRIDGE + "The claim could not be verified. "
    sentences = parse(one)
    few, many = (seconds(one, sentences, n) for n in (200, 800))
    assert many < 10 * few + 0.3


def seconds(one: str, sentences: tuple[Sentence, ...], times: int) -> float:
    """How long a text of the same two sentences over and over takes, each pair parsed as the first."""
    first, last = claims(one, BRIDGE_ROW + "| could not be verified | The claim")
    whole, given = [], []
    for n in range(times):
        by = n * len(one)
        for sentence in sentences:
            tokens = tuple(
                msgspec.structs.replace(t, start=t.start + by, end=t.end + by) for t in sentence.tokens
            )
            whole.append(Sentence(start=sentence.start + by, end=sentence.end + by, tokens=tokens))
        for claim in (first, last):
            moved = {
                part: tuple((s + by, e + by) for s, e in getattr(claim, part))
                for part in ("source", "cue", "content")
            }
            given.append(msgspec.structs.replace(claim, id=f"{claim.id}-{n}", **moved))
    begun = time.perf_counter()
    linked = link_doubts(one * times, whole, given, None, WORDS)
    assert linked[-1].about == f"c0-{times - 1}"
    return time.perf_counter() - begun
