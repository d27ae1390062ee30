"""Reports made by hand for the pages: a text of our own, its claims placed by their words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sayso.records import (
    Candidate,
    Claim,
    Counted,
    Event,
    Place,
    Published,
    Quantity,
    ReaderInfo,
    Relay,
    Report,
    Segment,
    Speaker,
    Time,
)

PARAGRAPHS = (
    ("title", "Two bridges down, and a quarrel over who still uses them"),
    ("boilerplate", "English"),
    ("boilerplate", "Subscribe to our morning letter"),
    ("credit", "By our own correspondents, with agency copy"),
    (
        "paragraph",
        "A second bridge over the river was hit on Sunday, cutting the last paved road to the district town. "
        "The ministry of defence said that at least 74 settlements had been lost since the first crossing, "
        "and that about 1,000 square kilometres (386 square miles) were now out of its hands.",
    ),
    ("caption", "The broken span at Glushkovo, photographed from the north bank on Saturday."),
    (
        "paragraph",
        "State television quoted the regional governor as saying that the head of the rescue service had told him "
        "“the ferry crew swear that no soldier crossed after midnight”, a claim the army flatly denied. "
        "The Kremlin had no comment.",
    ),
    (
        "paragraph",
        "“We counted 31 wounded by noon, six of them children,” a doctor at the district hospital said by telephone. "
        "“Nobody here counts the dead before evening.” She asked not to be named.",
    ),
    ("boilerplate", "Loading"),
    (
        "paragraph",
        "The president warned that whoever fires at the pontoons will allegedly be answered “in kind and soon”. "
        "He did not say with what. Up to 1,120 men were captured, according to the general staff, "
        "which did not rule out that the figure would rise.",
    ),
    ("paragraph", "قال شاهد في المكان إن الجسر سقط قبل الفجر، ولم يكن عليه أحد."),
    (
        "paragraph",
        "None of these figures could be independently verified. The crossing at Nowhere-on-Seim stays shut.",
    ),
    ("boilerplate", "Read also: what the river carried away"),
)
TEXT = "\n\n".join(words for _, words in PARAGRAPHS)


def span(words: str, text: str = TEXT, after: str = "") -> tuple[int, int]:
    """Where the words stand in the text, from the first place where `after` stands."""
    start = text.index(words, text.index(after))
    return start, start + len(words)


def spans(words: str | Iterable[str], after: str = "") -> tuple[tuple[int, int], ...]:
    return tuple(span(each, after=after) for each in ([words] if isinstance(words, str) else words) if each)


def claim(claim_id: str, source: Any, cue: Any, content: Any, **fields: Any) -> Claim:
    """A claim placed by its words; `after` starts the search later in the text."""
    after = fields.pop("after", "")
    given: dict[str, Any] = {
        "voice": "attributed",
        "speaker": None,
        "form": "indirect",
        "stance": "asserts",
        "confidence": 0.81,
        **fields,
    }
    return Claim(
        id=claim_id,
        source=spans(source, after),
        cue=spans(cue, after),
        content=spans(content, after),
        **given,
    )


MINISTRY = Speaker(
    name="Ministry of Defence", kind="organisation", side="Russia", span=span("The ministry of defence")
)
FERRY = "no soldier crossed after midnight"
RESCUE = f"the ferry crew swear that {FERRY}"
GOVERNOR = f"the head of the rescue service had told him “{RESCUE}”"
TELEVISION = f"the regional governor as saying that {GOVERNOR}"

CLAIMS = (
    claim(
        "c-settlements",
        "The ministry of defence",
        "said",
        "at least 74 settlements had been lost since the first crossing",
        after="The ministry of defence",
        speaker=MINISTRY,
        quantities=("q1",),
        confidence=0.93,
    ),
    claim(
        "c-area",
        "The ministry of defence",
        "said",
        "about 1,000 square kilometres (386 square miles) were now out of its hands",
        after="The ministry of defence",
        speaker=MINISTRY,
        quantities=("q2", "q3"),
    ),
    claim(
        "own/bridge 1",
        "",
        "hit",
        "A second bridge over the river was hit on Sunday",
        voice="own",
        speaker=Speaker(name="The River Courier", kind="outlet"),
        times=("t1",),
        event=Event(
            type="ASSAULT",
            mode="aerial",
            cue=span("hit"),
            agent=None,
            target="bridge",
            acled="Air/drone strike",
        ),
        confidence=0.7,
    ),
    claim(
        "c-television",
        "State television",
        "quoted",
        TELEVISION,
        speaker=Speaker(name="State television", kind="outlet", side="Russia"),
        form="mixed",
        places=("p1",),
    ),
    claim(
        "c-governor",
        "the regional governor",
        "saying",
        GOVERNOR,
        speaker=Speaker(name="the regional governor", kind="person", side="Russia"),
        relays=(Relay(name="State television", kind="outlet"),),
        form="mixed",
    ),
    claim(
        "c-rescue",
        "the head of the rescue service",
        "told",
        RESCUE,
        speaker=Speaker(name="head of the rescue service", kind="person"),
        relays=(
            Relay(name="State television", kind="outlet"),
            Relay(name="the regional governor", kind="person"),
        ),
        form="direct",
    ),
    claim(
        "c-ferry",
        "the ferry crew",
        "swear",
        FERRY,
        speaker=Speaker(name="the ferry crew", kind="group"),
        relays=(Relay(name="head of the rescue service", kind="person"),),
        negated=True,
        quantities=(),
    ),
    claim(
        "c-army",
        "the army",
        "denied",
        "a claim",
        after="a claim the army",
        speaker=Speaker(name="the army", kind="armed group", side="Ukraine"),
        stance="denies",
        about="c-ferry",
    ),
    claim(
        "c-doctor",
        "a doctor at the district hospital",
        "said",
        (
            "We counted 31 wounded by noon, six of them children,",
            "Nobody here counts the dead before evening.",
        ),
        after="“We counted",
        speaker=Speaker(name="a doctor at the district hospital", kind="person"),
        form="direct",
        quantities=("q4", "q5"),
    ),
    claim(
        "c-president",
        "The president",
        "warned",
        "whoever fires at the pontoons will allegedly be answered “in kind and soon”",
        after="The president",
        speaker=Speaker(name="Vladimir Putin, president", kind="person", side="Russia"),
        form="mixed",
        stance="threatens",
        hedges=spans("allegedly"),
    ),
    claim(
        "c-captured",
        "the general staff",
        "according to",
        "Up to 1,120 men were captured",
        speaker=Speaker(name="General Staff", kind="organisation", side="Ukraine"),
        quantities=("q6",),
    ),
    claim(
        "c-witness",
        "شاهد في المكان",
        "قال",
        "إن الجسر سقط قبل الفجر",
        speaker=Speaker(name="شاهد", kind="person"),
        confidence=0.4,
    ),
    claim(
        "own/verify",
        "",
        "verified",
        "None of these figures could be independently verified.",
        voice="own",
        speaker=Speaker(name="The River Courier", kind="outlet"),
        stance="doubts",
        negated=True,
    ),
    claim("c-nowhere", "", "", "", places=("p2",)),
)


def quantity(
    quantity_id: str, words: str, value: float, low: float | None, high: float | None, **fields: Any
) -> Quantity:
    start, end = span(words)
    given: dict[str, Any] = {"hedge": "exact", "measure": "other", **fields}
    if isinstance(counted := given.get("counted"), str):
        left, right = span(counted, after=words)
        given["counted"] = Counted(text=counted, start=left, end=right)
    bounds = {"value": float(value), "low": low and float(low), "high": high and float(high)}
    return Quantity(id=quantity_id, start=start, end=end, **bounds, **given)


QUANTITIES = (
    quantity("q1", "at least 74", 74, 74, None, hedge="at_least", counted="settlements", measure="places"),
    quantity(
        "q2",
        "about 1,000 square kilometres",
        1000,
        900,
        1100,
        hedge="approximate",
        unit="square kilometre",
        measure="area",
    ),
    quantity("q3", "386 square miles", 386, 386, 386, unit="square mile", measure="area", same_as="q2"),
    quantity("q4", "31", 31, 31, 31, counted="wounded", measure="injured"),
    quantity("q5", "six", 6, 6, 6, counted="children", measure="injured", part_of="q4"),
    quantity(
        "q6",
        "Up to 1,120",
        1120,
        None,
        1120,
        hedge="at_most",
        counted="men",
        measure="captured",
        change="increase",
    ),
)


def time(time_id: str, words: str, value: str, earliest: str | None, latest: str | None) -> Time:
    start, end = span(words)
    return Time(id=time_id, start=start, end=end, type="DATE", value=value, earliest=earliest, latest=latest)


def place(place_id: str, words: str, **fields: Any) -> Place:
    start, end = span(words)
    given: dict[str, Any] = {
        "name": words,
        "kind": "settlement",
        "country": None,
        "latitude": None,
        "longitude": None,
        "gazetteer_id": None,
        "literal": True,
        "confidence": 0.5,
        **fields,
    }
    return Place(id=place_id, start=start, end=end, **given)


PLACES = (
    place(
        "p1",
        "Glushkovo",
        country="RU",
        latitude=51.3398,
        longitude=34.6369,
        gazetteer_id="561060",
        candidates=(
            Candidate(
                gazetteer_id="561060",
                name="Glushkovo",
                kind="settlement",
                country="RU",
                latitude=51.3398,
                longitude=34.6369,
                score=0.9,
            ),
        ),
    ),
    place("p3", "The Kremlin", literal=False, kind="site"),
    place("p2", "Nowhere-on-Seim"),
)


def segments(paragraphs: Iterable[tuple[str, str]]) -> tuple[Segment, ...]:
    """A segment for each paragraph of a text that joins them by blank lines."""
    made, at = [], 0
    for kind, words in paragraphs:
        made.append(Segment(start=at, end=at + len(words), kind=kind))  # type: ignore[arg-type]
        at += len(words) + 2
    return tuple(made)


def bridges(**fields: Any) -> Report:
    """The report about two bridges: attributed, own-voice, nested and overlapping claims, every kind of segment."""
    given: dict[str, Any] = {
        "id": "courier/two bridges?.json",
        "text": TEXT,
        "language": "en",
        "title": PARAGRAPHS[0][1],
        "outlet": "The River Courier",
        "url": "https://courier.example/two-bridges",
        "authors": ("Our own correspondents",),
        "published": Published(earliest="2024-08-18", latest="2024-08-19", basis="text"),
        "segments": segments(PARAGRAPHS),
        "claims": CLAIMS,
        "quantities": QUANTITIES,
        "times": (
            time("t1", "on Sunday", "2024-08-18", "2024-08-18", "2024-08-18"),
            time("t2", "on Saturday", "2024-08-17", "2024-08-17", "2024-08-17"),
        ),
        "places": PLACES,
        "reader": ReaderInfo(name="sayso", version="0", models={}),
    }
    return Report(**{**given, **fields})


HOSTILE = '<script>document.title="owned"</script><img src=x onerror=alert(1)>" onfocus="alert(2)\' {{7*7}} \u202eevil\u2066'


def hostile() -> Report:
    """A report whose every string is markup, script, quotes and characters that turn the writing round."""
    text = f"{HOSTILE}\n\nThe mayor said {HOSTILE} and no more."
    start = text.index("The mayor")
    content = (text.index(HOSTILE, start), text.index(HOSTILE, start) + len(HOSTILE))
    made = Claim(
        id=f"c {HOSTILE}",
        voice="attributed",
        source=((start, start + 9),),
        cue=((start + 10, start + 14),),
        content=(content,),
        speaker=Speaker(name=HOSTILE, kind="person", side=HOSTILE),
        relays=(Relay(name=HOSTILE, kind="person"),),
        form="direct",
        stance="asserts",
        hedges=(content,),
        event=Event(type=HOSTILE, mode=HOSTILE, cue=content, agent=HOSTILE, target=HOSTILE, acled=HOSTILE),
        quantities=("q1",),
        times=("t1",),
        places=("p1",),
        about=f"c {HOSTILE}",
        confidence=0.5,
    )
    left, right = content
    return Report(
        id=f"h/{HOSTILE}",
        text=text,
        language='en" onload="alert(3)',
        title=HOSTILE,
        outlet=HOSTILE,
        url="javascript:alert(4)//" + HOSTILE,
        authors=(HOSTILE,),
        published=Published(earliest="2024-08-18", latest="2024-08-18", basis="given"),
        segments=(
            Segment(start=0, end=len(HOSTILE), kind="title"),
            Segment(start=start, end=len(text), kind="paragraph"),
        ),
        claims=(made,),
        quantities=(
            Quantity(
                id="q1",
                start=left,
                end=right,
                value=None,
                low=None,
                high=None,
                hedge="vague",
                unit=HOSTILE,
                counted=Counted(text=HOSTILE, start=left, end=right),
                measure="other",
            ),
        ),
        times=(
            Time(id="t1", start=left, end=right, type="DATE", value=HOSTILE, earliest=HOSTILE, latest=None),
        ),
        places=(
            Place(
                id="p1",
                start=left,
                end=right,
                name=HOSTILE,
                kind="other",
                country=HOSTILE,
                latitude=1.0,
                longitude=-1.0,
                gazetteer_id=HOSTILE,
                literal=True,
                confidence=0.1,
            ),
        ),
    )
