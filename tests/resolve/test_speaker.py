"""Who speaks, through whom: from a source's words to the fullest name in the report, and the chain of relays."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence

import msgspec
import pytest
from speaker_further_sentences import FURTHER
from speaker_likely_sentences import LIKELY
from speaker_sentences import CHAINS, KINDS, SOURCES, Words

from sayso.languages.en import person, speech
from sayso.mentions import Attribution, Sentence
from sayso.records import Form, Span
from sayso.resolve.actors import COLUMNS, actors, parse_actors
from sayso.resolve.speaker import Resolved, resolve_speakers

TABLES = CHAINS + LIKELY + FURTHER
Parse = Callable[[str], tuple[Sentence, ...]]


def nearest(text: str, words: str, position: int) -> tuple[Span, ...]:
    """The occurrence of some words nearest to a position; nothing for no words; parts divided by "|" one after another."""
    if not words:
        return ()
    parts = words.split("|")
    found = [m.span() for m in re.finditer(re.escape(parts[0]), text)]
    first = min(found, key=lambda s: abs(s[0] - position))
    rest = []
    for part in parts[1:]:
        start = text.index(part, (rest or [first])[-1][1])
        rest.append((start, start + len(part)))
    return (first, *rest)


def attributions(text: str, *said: Words, direct: bool = False) -> list[Attribution]:
    """Attributions from (source, cue, content); each source is looked for behind the one before."""
    found: list[Attribution] = []
    position = 0
    for source, cue, content in said:
        start = position + re.search(rf"\b{re.escape(source or cue or content)}", text[position:]).start()  # type: ignore[union-attr]
        position = start + len(source)
        quoted = '"' + content + '"' in text or "“" + content + "”" in text
        form: Form = "direct" if quoted or direct else "indirect"
        found.append(
            Attribution(
                source=((start, start + len(source)),) if source else (),
                cue=nearest(text, cue, start),
                content=nearest(text, content, start),
                form=form,
                confidence=1.0,
                continues=not source and not cue,
            )
        )
    return found


def resolve(
    text: str, sentences: Sequence[Sentence], found: Sequence[Attribution], outlet: str | None = None
) -> tuple[Resolved, ...]:
    return resolve_speakers(text, sentences, found, speech.lexicon(), person.lexicon(), actors(), outlet)


def names(results: Sequence[Resolved]) -> list[tuple[str | None, list[str]]]:
    return [(r.speaker.name if r.speaker else None, [relay.name for relay in r.relays]) for r in results]


@pytest.mark.parametrize(("source", "name"), SOURCES)
def test_a_source_is_stripped_to_its_name_and_a_description_stays(
    parse: Parse, source: str, name: str
) -> None:
    text = f"{source} said that the bridge had been closed since the morning."
    found = attributions(text, (source, "said", "the bridge had been closed since the morning"))
    (result,) = resolve(text, parse(text), found)
    assert result.speaker is not None
    assert result.speaker.name == name
    assert result.relays == ()


@pytest.mark.parametrize(("source", "kind", "side"), KINDS)
def test_kind_and_side_come_from_the_table_or_from_the_words_and_are_never_guessed(
    parse: Parse, source: str, kind: str, side: str | None
) -> None:
    text = f"{source} said that the bridge had been closed."
    (result,) = resolve(text, parse(text), attributions(text, (source, "said", "the bridge had been closed")))
    assert result.speaker is not None
    assert (result.speaker.kind, result.speaker.side) == (kind, side)


@pytest.mark.parametrize(("text", "expected"), TABLES, ids=[text[:48] for text, _ in TABLES])
def test_speaker_and_relays(
    parse: Parse, text: str, expected: list[tuple[Words, str | None, list[str]]]
) -> None:
    found = attributions(text, *(words for words, _, _ in expected))
    assert names(resolve(text, parse(text), found)) == [(name, relays) for _, name, relays in expected]


def test_a_person_named_in_a_later_part_of_the_source_is_who_it_means(parse: Parse) -> None:
    text = "As the head of EU diplomacy reminded Josep Borrell, the harvest was good."
    (found,) = attributions(text, ("the head of EU diplomacy", "reminded", "the harvest was good"))
    found = msgspec.structs.replace(found, source=(*found.source, *nearest(text, "Josep Borrell", 0)))
    assert names(resolve(text, parse(text), [found])) == [("Josep Borrell", [])]


def test_the_side_told_once_holds_for_the_bare_name_too(parse: Parse) -> None:
    text = (
        "Ukrainian army spokesman Dmytro Pletenchuk said it was over. Pletenchuk said that the bridge stood."
    )
    found = attributions(
        text,
        ("Ukrainian army spokesman Dmytro Pletenchuk", "said", "it was over"),
        ("Pletenchuk", "said", "the bridge stood"),
    )
    assert [r.speaker.side for r in resolve(text, parse(text), found) if r.speaker] == ["Ukraine"] * 2


def test_a_government_is_on_the_side_of_whose_it_is(parse: Parse) -> None:
    text = "Volodymyr Zelensky spoke in the evening. His government said that the road was open."
    (result,) = resolve(
        text, parse(text), attributions(text, ("His government", "said", "the road was open"))
    )
    assert result.speaker is not None
    assert (result.speaker.name, result.speaker.side) == ("His government", "Ukraine")


def test_the_span_of_a_speaker_is_where_the_report_gives_the_fullest_name(parse: Parse) -> None:
    text = "Zelensky said the town had fallen. Later President Volodymyr Zelensky thanked the army."
    (result,) = resolve(text, parse(text), attributions(text, ("Zelensky", "said", "the town had fallen")))
    assert result.speaker is not None and result.speaker.span is not None
    start, end = result.speaker.span
    assert text[start:end] == result.speaker.name == "Volodymyr Zelensky"


def test_the_reports_own_outlet_relays_nothing(parse: Parse) -> None:
    text = "A guard said that the gate was shut, Reuters reported."
    found = attributions(
        text,
        ("A guard", "said", "the gate was shut"),
        ("Reuters", "reported", "A guard said that the gate was shut"),
    )
    sentences = parse(text)
    assert names(resolve(text, sentences, found))[0] == ("A guard", ["Reuters"])
    assert names(resolve(text, sentences, found, outlet="Reuters"))[0] == ("A guard", [])


def test_a_doubt_that_nobody_is_named_for_is_the_outlets(parse: Parse) -> None:
    text = "The figures could not be independently verified."
    found = attributions(text, ("", "could not be independently verified", "The figures"))
    (known,) = resolve(text, parse(text), found, outlet="Harrow Street Post")
    (unknown,) = resolve(text, parse(text), found)
    assert known.speaker is not None and known.speaker.name == "Harrow Street Post"
    assert unknown.speaker is None


def test_what_the_finder_says_about_nesting_goes_before_the_spans(parse: Parse) -> None:
    text = "Reuters reported this. A guard said that the gate was shut."
    outer, inner = attributions(
        text, ("Reuters", "reported", "this"), ("A guard", "said", "the gate was shut")
    )
    inner = msgspec.structs.replace(inner, nested_in=0)
    assert names(resolve(text, parse(text), [outer, inner]))[1] == ("A guard", ["Reuters"])


def test_a_chain_that_comes_back_to_itself_ends(parse: Parse) -> None:
    text = "Reuters reported this. A guard said that the gate was shut."
    one, two = attributions(text, ("Reuters", "reported", "this"), ("A guard", "said", "the gate was shut"))
    circle = [msgspec.structs.replace(one, nested_in=1), msgspec.structs.replace(two, nested_in=0)]
    assert len(resolve(text, parse(text), circle)) == 2


def test_a_table_of_ones_own_decides_kind_and_side(parse: Parse) -> None:
    row = "Seim Council\tthe Council of the Seim\torganisation\tRU\tSeim\t-\n"
    table = parse_actors("\t".join(COLUMNS) + "\n" + row)
    text = "The Council of the Seim said that the bridge stood."
    found = attributions(text, ("The Council of the Seim", "said", "the bridge stood"))
    (result,) = resolve_speakers(text, parse(text), found, speech.lexicon(), person.lexicon(), table)
    assert result.speaker is not None
    assert (result.speaker.name, result.speaker.kind, result.speaker.side) == (
        "Council of the Seim",
        "organisation",
        "Seim",
    )


def test_an_alias_of_dots_in_a_table_of_ones_own_does_no_harm(parse: Parse) -> None:
    table = parse_actors("\t".join(COLUMNS) + "\nRafael Grossi\t...\tperson\tAR\t-\t-\n")
    text = "Rafael Grossi said that the bridge stood."
    found = attributions(text, ("Rafael Grossi", "said", "the bridge stood"))
    (result,) = resolve_speakers(text, parse(text), found, speech.lexicon(), person.lexicon(), table)
    assert result.speaker is not None and result.speaker.name == "Rafael Grossi"


def test_nothing_in_nothing_out() -> None:
    assert resolve("", (), ()) == ()


def test_a_source_that_no_sentence_holds_keeps_its_words() -> None:
    lost = Attribution(source=((0, 8),), cue=(), content=((9, 13),), form="indirect", confidence=1.0)
    assert names(resolve("DOCKHAND text", (), [lost])) == [("DOCKHAND", [])]


def test_a_headline_in_capitals_names_whom_the_report_names(parse: Parse) -> None:
    body = "Emmanuel Macron spoke of the harvest."
    text = f"MACRON PRAISES FARMERS\n\n{body}"
    start = text.index(body)
    sentences = [moved_sentence(s, start) for s in parse(body)]
    found = attributions(text, ("MACRON", "PRAISES", "FARMERS"))
    assert names(resolve(text, sentences, found)) == [("Emmanuel Macron", [])]


def moved_sentence(s: Sentence, by: int) -> Sentence:
    tokens = tuple(msgspec.structs.replace(t, start=t.start + by, end=t.end + by) for t in s.tokens)
    return msgspec.structs.replace(s, start=s.start + by, end=s.end + by, tokens=tokens)


def repeated(
    parse: Parse, text: str, found: Sequence[Attribution], times: int
) -> tuple[str, list[Sentence], list[Attribution]]:
    """A parsed text over and over, without parsing it again."""

    def moved(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
        return tuple((start + by, end + by) for start, end in spans)

    sentences: list[Sentence] = []
    said: list[Attribution] = []
    for by in range(0, times * len(text), len(text)):
        sentences += [moved_sentence(s, by) for s in parse(text)]
        said += [
            msgspec.structs.replace(
                a, source=moved(a.source, by), cue=moved(a.cue, by), content=moved(a.content, by)
            )
            for a in found
        ]
    return text * times, sentences, said


def test_a_no_break_space_behind_the_article_is_no_part_of_the_name(parse: Parse) -> None:
    text = "The\u00a0London-based Observatory for Human Rights said the road was closed."
    found = attributions(
        text, ("The\u00a0London-based Observatory for Human Rights", "said", "the road was closed")
    )
    (resolved,) = resolve(text, parse(text), found)
    assert resolved.speaker is not None
    assert resolved.speaker.span == (4, text.index(" said"))


def test_time_grows_with_the_length_of_the_report(parse: Parse) -> None:
    text = "President Volodymyr Zelensky said it was true. He told Reuters that the ministry had said so. "
    found = attributions(
        text,
        ("President Volodymyr Zelensky", "said", "it was true"),
        ("He", "told", "the ministry had said so"),
        ("the ministry", "had said", "so"),
    )

    def seconds(times: int) -> float:
        case = repeated(parse, text, found, times)
        start = time.process_time()
        resolve(*case)
        return time.process_time() - start

    small, large = seconds(50), seconds(400)
    assert large < 8 * small * 3 + 0.2
