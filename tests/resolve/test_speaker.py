"""Who speaks, through whom: from a source's words to the fullest name in the report, and the chain of relays."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence

import msgspec
import pytest

from sayso.languages.en import person, speech
from sayso.mentions import Attribution, Sentence, Token
from sayso.records import Form, Span
from sayso.resolve.actors import COLUMNS, actors, parse_actors
from sayso.resolve.speaker import Resolved, resolve_speakers

Parse = Callable[[str], tuple[Sentence, ...]]
Words = tuple[str, str, str]


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


# A source on its own: its words, the sentence's rest, and the name that is left.
SOURCES = [
    ("Ukraine's President Volodymyr Zelensky", "Volodymyr Zelensky"),
    ("President Vladimir Putin", "Vladimir Putin"),
    ("Russian Defense Ministry spokesman Igor Konashenkov", "Igor Konashenkov"),
    ("Ukraine's commander-in-chief, Oleksandr Syrskyi,", "Oleksandr Syrskyi"),
    ("Rafael Grossi, the head of the International Atomic Energy Agency,", "Rafael Grossi"),
    ("The head of the International Atomic Energy Agency, Rafael Grossi,", "Rafael Grossi"),
    (
        "The head of state and an old ally of Moscow, Alexander Lukashenko,",
        "Alexander Lukashenko",
    ),
    ("The Kremlin", "Kremlin"),
    ("Kiev", "Kiev"),
    ("Russian authorities", "Russian authorities"),
    ("Ukraine's defence ministry", "Ukraine's defence ministry"),
    ("The Russian defence ministry", "Russian defence ministry"),
    ("Local officials", "Local officials"),
    ("An army source who asked not to be named", "An army source who asked not to be named"),
    (
        "A nurse at the hospital, who asked not to be named,",
        "A nurse at the hospital, who asked not to be named",
    ),
    ("A military analyst in Zurich, who has counted the villages,", "A military analyst in Zurich"),
    ("A spokesman for Vladimir Putin", "A spokesman for Vladimir Putin"),
    ("The Halyard news agency", "Halyard"),
    ("Ukraine's ambassador to Poland Oleksandr Syrskyi", "Oleksandr Syrskyi"),
    ("The chairman of the metals firm Lukoil", "chairman of the metals firm Lukoil"),
    ("Speaking in Kyiv, retired general David Petraeus, a guest of the forum,", "David Petraeus"),
    ("The Prime Minister", "Prime Minister"),
    ("Kyiv and Moscow", "Kyiv and Moscow"),
    ("A spokesman for the Ukrainian Ministry of Foreign Affairs Oleksandr Syrskyi", "Oleksandr Syrskyi"),
    ("Oleksandr Syrskyi commander of the Ukrainian army", "Oleksandr Syrskyi"),
    ("Rafael Grossi speaking after a visit to the plant", "Rafael Grossi"),
    ("A spokesman for the Ministry of Defence", "A spokesman for the Ministry of Defence"),
]


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


KINDS = [
    ("Russian authorities", "group", "Russia"),
    ("Ukrainian officials", "group", "Ukraine"),
    ("Kyiv", "state", "Ukraine"),
    ("The Kremlin", "organisation", "Russia"),
    ("Ukraine's defence ministry", "organisation", "Ukraine"),
    ("The Ministry of Defence in Minsk", "organisation", "Belarus"),
    ("A spokesman for Ukraine's foreign ministry", "person", "Ukraine"),
    ("President Volodymyr Zelensky", "person", "Ukraine"),
    ("Hamas", "armed group", "Hamas"),
    ("The United Nations", "organisation", "United Nations"),
    ("Reuters", "outlet", None),
    ("TASS", "outlet", "Russia"),
    ("A pro-Russian blogger", "person", None),
    ("A US-based analyst", "person", None),
    ("A resident of the town", "person", None),
    ("Local officials in Russia", "group", None),
    ("The Russian opposition", "organisation", None),
    ("A professor of Russian history", "person", None),
    ("A general of the Russian army", "person", "Russia"),
    ("The Volga Telegraph Agency", "outlet", None),
]


@pytest.mark.parametrize(("source", "kind", "side"), KINDS)
def test_kind_and_side_come_from_the_table_or_from_the_words_and_are_never_guessed(
    parse: Parse, source: str, kind: str, side: str | None
) -> None:
    text = f"{source} said that the bridge had been closed."
    (result,) = resolve(text, parse(text), attributions(text, (source, "said", "the bridge had been closed")))
    assert result.speaker is not None
    assert (result.speaker.kind, result.speaker.side) == (kind, side)


# Several attributions in one text: each with the speaker and the relays that it should have.
CHAINS: list[tuple[str, list[tuple[Words, str | None, list[str]]]]] = [
    (  # short name, pronoun, and a title, all one person
        "President Volodymyr Zelensky said the town had fallen. He added that the road was open. Zelensky thanked the "
        "troops. The president promised more.",
        [
            (("President Volodymyr Zelensky", "said", "the town had fallen"), "Volodymyr Zelensky", []),
            (("He", "added", "the road was open"), "Volodymyr Zelensky", []),
            (("Zelensky", "thanked", "the troops"), "Volodymyr Zelensky", []),
            (("The president", "promised", "more"), "Volodymyr Zelensky", []),
        ],
    ),
    (  # gender sends a pronoun past the nearer name
        "Foreign Ministry spokeswoman Maria Zakharova met Rafael Grossi in Moscow. She said the plant was safe. "
        "He said it was not.",
        [
            (("She", "said", "the plant was safe"), "Maria Zakharova", []),
            (("He", "said", "it was not"), "Rafael Grossi", []),
        ],
    ),
    (  # a spelling of the table links a headline's name to the text's
        "Zelenskiy: the town has fallen.\n\nThe army moved on. Volodymyr Zelensky said the road was open.",
        [
            (("Zelenskiy", "", "the town has fallen"), "Volodymyr Zelensky", []),
            (("Volodymyr Zelensky", "said", "the road was open"), "Volodymyr Zelensky", []),
        ],
    ),
    (  # "it" is the ministry, never the spokesman
        "Russia's defence ministry said the bridge stood. It added that traffic was normal. The ministry gave no figures.",
        [
            (("Russia's defence ministry", "said", "the bridge stood"), "Russia's defence ministry", []),
            (("It", "added", "traffic was normal"), "Russia's defence ministry", []),
            (("The ministry", "gave", "no figures"), "Russia's defence ministry", []),
        ],
    ),
    (  # an unnamed source comes back by its noun
        "A spokesman for the plant denied the fire. An army source said the road was cut. The spokesman said it was open.",
        [
            (("A spokesman for the plant", "denied", "the fire"), "A spokesman for the plant", []),
            (("An army source", "said", "the road was cut"), "An army source", []),
            (("The spokesman", "said", "it was open"), "A spokesman for the plant", []),
        ],
    ),
    (  # the other outlet quotes; the finder took the one quoted for the source
        "The Russian paper Nezavisimaya Gazeta cited war journalist Igor Konashenkov as saying that many had stayed.",
        [
            (
                ("war journalist Igor Konashenkov", "cited|as saying", "many had stayed"),
                "Igor Konashenkov",
                ["Nezavisimaya Gazeta"],
            )
        ],
    ),
    (  # the same, the finder took the paper for the source
        "State television quoted an army source as saying that the town was held.",
        [
            (
                ("State television", "quoted|as saying", "the town was held"),
                "an army source",
                ["State television"],
            )
        ],
    ),
    (
        "According to Reuters, citing the emergencies ministry, the number is more than 100.",
        [(("Reuters", "According to", "the number is more than 100"), "emergencies ministry", ["Reuters"])],
    ),
    (
        "Reuters reported a shortage of fuel, citing security concerns.",
        [(("Reuters", "reported", "a shortage of fuel"), "Reuters", [])],
    ),
    (
        "An army source, quoted by Reuters, claimed that the road was open.",
        [
            (
                ("An army source, quoted by Reuters,", "claimed", "the road was open"),
                "An army source",
                ["Reuters"],
            )
        ],
    ),
    (
        "Vladimir Putin was quoted by Reuters as saying that talks had begun.",
        [(("Vladimir Putin", "was quoted|as saying", "talks had begun"), "Vladimir Putin", ["Reuters"])],
    ),
    (  # one attribution within another's content
        "A Ukrainian army spokesman denied that the town had been a target, Reuters reported.",
        [
            (
                ("A Ukrainian army spokesman", "denied", "the town had been a target"),
                "A Ukrainian army spokesman",
                ["Reuters"],
            ),
            (
                (
                    "Reuters",
                    "reported",
                    "A Ukrainian army spokesman denied that the town had been a target",
                ),
                "Reuters",
                [],
            ),
        ],
    ),
    (  # he who believes is he who says so: no relay
        "Vladimir Putin said that he believed the talks would fail.",
        [
            (("Vladimir Putin", "said", "he believed the talks would fail"), "Vladimir Putin", []),
            (("he", "believed", "the talks would fail"), "Vladimir Putin", []),
        ],
    ),
    (  # to urge someone to say a thing is not to report it
        "Volodymyr Zelensky urged the agency to say who fired.",
        [
            (("Volodymyr Zelensky", "urged", "the agency to say who fired"), "Volodymyr Zelensky", []),
            (("the agency", "say", "who fired"), "agency", []),
        ],
    ),
    (  # a warning told again
        "Vladimir Putin spoke in Moscow. Alexander Lukashenko reiterated Putin's warnings that the border was next. "
        "He called for talks.",
        [
            (
                ("Alexander Lukashenko", "reiterated", "Putin's warnings that the border was next"),
                "Alexander Lukashenko",
                [],
            ),
            (("Putin's", "warnings", "the border was next"), "Vladimir Putin", ["Alexander Lukashenko"]),
            (("He", "called for", "talks"), "Alexander Lukashenko", []),
        ],
    ),
    (  # the same, found as one
        "Alexander Lukashenko reiterated Putin's warnings that the border was next.",
        [
            (
                ("Alexander Lukashenko", "reiterated", "Putin's warnings that the border was next"),
                "Putin",
                ["Alexander Lukashenko"],
            )
        ],
    ),
    (  # addressee and medium are no relays
        "Rafael Grossi told CNN that the plant was safe. He wrote on Telegram that the roof was not.",
        [
            (("Rafael Grossi", "told", "the plant was safe"), "Rafael Grossi", []),
            (("He", "wrote", "the roof was not"), "Rafael Grossi", []),
        ],
    ),
    (
        "The ministry's report said the dam had held, and a statement by the General Staff of Ukraine said the road had not.",
        [
            (("The ministry's report", "said", "the dam had held"), "ministry", []),
            (
                ("a statement by the General Staff of Ukraine", "said", "the road had not"),
                "General Staff of Ukraine",
                [],
            ),
        ],
    ),
    (  # nobody named, nobody made up
        "It was reported that the dam had held. They said nothing more.",
        [(("", "was reported", "the dam had held"), None, []), (("They", "said", "nothing more"), None, [])],
    ),
    (
        "Nobody said that the dam had held.",
        [(("Nobody", "said", "the dam had held"), None, [])],
    ),
    (  # a quotation that goes on without a cue
        'A resident of the town said: "We heard it at noon."\n\n"Then the lights went out."',
        [
            (("A resident of the town", "said", "We heard it at noon."), "A resident of the town", []),
            (("", "", "Then the lights went out."), "A resident of the town", []),
        ],
    ),
    (  # "I" within a quotation is who is quoted; the writer's "we" is nobody
        'A guard said: "I think it was noon." We believe that it was later.',
        [
            (("A guard", "said", "I think it was noon."), "A guard", []),
            (("I", "think", "it was noon"), "A guard", []),
            (("We", "believe", "it was later"), None, []),
        ],
    ),
    (  # "they" within a quotation is nobody that the report has named
        'Local officials met. A guard said: "They say it was noon."',
        [
            (("A guard", "said", "They say it was noon."), "A guard", []),
            (("They", "say", "it was noon"), None, ["A guard"]),
        ],
    ),
    (  # what cannot speak is no link of a chain
        "Reuters said it knew the aircraft according to its colour.",
        [
            (("Reuters", "said", "it knew the aircraft according to its colour"), "Reuters", []),
            (("its colour", "according to", "it knew the aircraft"), "its colour", []),
        ],
    ),
    (  # an acronym by the long form that a bracket ties to it
        "The Organization of Border Volunteers (OBV) met on Friday. The OBV said that nothing had changed.",
        [(("The OBV", "said", "nothing had changed"), "Organization of Border Volunteers", [])],
    ),
    (
        "The governor, who declined to give figures, said the town was calm.",
        [(("who", "declined", "to give figures"), "governor", [])],
    ),
    (  # a noun that says little stands for the body named last
        "Amnesty International said that homes had burned. The group added that people had died.",
        [
            (("Amnesty International", "said", "homes had burned"), "Amnesty International", []),
            (("The group", "added", "people had died"), "Amnesty International", []),
        ],
    ),
    (
        "The Financial Times said that the bank had closed. According to the newspaper, nobody was paid.",
        [
            (("The Financial Times", "said", "the bank had closed"), "Financial Times", []),
            (("the newspaper", "According to", "nobody was paid"), "Financial Times", []),
        ],
    ),
    (  # who denies it has not passed it on
        "Vladimir Putin accused Ukraine of trying to strike the plant. Kyiv denies it.",
        [
            (("Vladimir Putin", "accused", "Ukraine of trying to strike the plant"), "Vladimir Putin", []),
            (
                ("Kyiv", "denies", "Vladimir Putin accused Ukraine of trying to strike the plant"),
                "Kyiv",
                [],
            ),
        ],
    ),
    (
        "Vladimir Putin accused Ukraine of trying to strike the plant; Kyiv denies it.",
        [
            (("Vladimir Putin", "accused", "Ukraine of trying to strike the plant"), "Vladimir Putin", []),
            (
                ("Kyiv", "denies", "Vladimir Putin accused Ukraine of trying to strike the plant"),
                "Kyiv",
                [],
            ),
        ],
    ),
    (  # who acts in a side clause is not gone on about
        "The document, which Vladimir Putin signed, was long. A report by Rafael Grossi said that it was late.",
        [(("A report by Rafael Grossi", "said", "it was late"), "Rafael Grossi", [])],
    ),
    (
        "Volodymyr Zelensky spoke last, as Vladimir Putin waited. He said that the talks were over.",
        [(("He", "said", "the talks were over"), "Volodymyr Zelensky", [])],
    ),
    (  # whoever opened the sentence goes on behind the colon
        "Vyacheslav Gladkov spoke first. A spokesman for the ministry denied it: cars could still pass, he said.",
        [
            (
                ("he", "said", "A spokesman for the ministry denied it: cars could still pass"),
                "A spokesman for the ministry",
                [],
            )
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CHAINS, ids=[text[:48] for text, _ in CHAINS])
def test_speaker_and_relays(
    parse: Parse, text: str, expected: list[tuple[Words, str | None, list[str]]]
) -> None:
    found = attributions(text, *(words for words, _, _ in expected))
    assert names(resolve(text, parse(text), found)) == [(name, relays) for _, name, relays in expected]


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


def test_nothing_in_nothing_out() -> None:
    assert resolve("", (), ()) == ()


def test_spans_outside_every_sentence_give_no_speaker() -> None:
    lost = Attribution(source=((0, 4),), cue=(), content=((5, 9),), form="indirect", confidence=1.0)
    assert names(resolve("some text", (), [lost])) == [(None, [])]


def repeated(
    parse: Parse, text: str, found: Sequence[Attribution], times: int
) -> tuple[str, list[Sentence], list[Attribution]]:
    """A parsed text over and over, without parsing it again."""

    def token(t: Token, by: int) -> Token:
        return msgspec.structs.replace(t, start=t.start + by, end=t.end + by)

    def moved(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
        return tuple((start + by, end + by) for start, end in spans)

    sentences, said = [], []
    for by in range(0, times * len(text), len(text)):
        for s in parse(text):
            tokens = tuple(token(t, by) for t in s.tokens)
            sentences.append(msgspec.structs.replace(s, start=s.start + by, end=s.end + by, tokens=tokens))
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
