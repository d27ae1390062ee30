"""The cards of a report's claims, and who says what: every value in words. Pure."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from sayso.records import Claim, Place, Quantity, Report, Span, Time
from sayso.show import strings, words
from sayso.show.addresses import claim_anchor, mark_anchor, report_path

# Colours for speakers; whoever comes after them shares the neutral one, number 0.
COLOURS = 7


@dataclass(frozen=True, slots=True)
class FigureLine:
    said: str
    meaning: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """Another claim that a claim points back at, or that points back at it: how, its card, whose it is and its words."""

    how: str
    href: str
    who: str
    quote: str


@dataclass(frozen=True, slots=True)
class Card:
    """All that is known of one claim. `colour` is that of its speaker, `speaker` its group among who says what."""

    number: int
    anchor: str
    href: str
    handle: str
    back: str
    link: str
    own: bool
    who: str
    about: tuple[str, ...]
    side: str | None
    relays: tuple[tuple[str, str], ...]
    stance: str
    negated: bool
    form: str | None
    hedges: tuple[str, ...]
    ties: tuple[Tie, ...]
    source: str
    quote: str
    figures: tuple[FigureLine, ...]
    days: tuple[FigureLine, ...]
    places: tuple[FigureLine, ...]
    event: str | None
    confidence: int
    group: int
    colour: int
    placed: bool
    label: str


@dataclass(frozen=True, slots=True)
class Group:
    """One speaker with the numbers of the claims, in the order of the text."""

    name: str
    about: tuple[str, ...]
    own: bool
    colour: int
    claims: tuple[int, ...]


def speakers(report: Report, claims: Sequence[Claim]) -> tuple[Group, ...]:
    """Who says what: speakers by number of claims, the outlet's own voice last."""
    members: dict[tuple[bool, str], list[int]] = {}
    for index, claim in enumerate(claims):
        members.setdefault((claim.voice == "own", who_says(claim, report.outlet)), []).append(index)
    order = sorted(members, key=lambda key: (key[0], -len(members[key]), members[key][0]))
    groups = []
    for at, (own, name) in enumerate(order):
        first = claims[members[own, name][0]]
        named = not own and first.speaker is not None
        groups.append(
            Group(
                name=strings.TEXT["own_voice_of"].format(outlet=name) if own else name,
                about=_about(first) if named else (),
                own=own,
                colour=at + 1 if named and at < COLOURS else 0,
                claims=tuple(members[own, name]),
            )
        )
    return tuple(groups)


def cards(
    report: Report, claims: Sequence[Claim], groups: Sequence[Group], placed: Container[int]
) -> tuple[Card, ...]:
    """A card for each claim, in the order given. `placed` are those whose words stand in a block of the text."""
    group_of = {index: at for at, group in enumerate(groups) for index in group.claims}
    named = _Named(
        {each.id: each for each in report.quantities},
        {each.id: each for each in report.times},
        {each.id: each for each in report.places},
        _ties(report, claims),
    )
    return tuple(
        _card(report, named, claim, index, group_of[index], groups[group_of[index]], index in placed)
        for index, claim in enumerate(claims)
    )


def claim_words(text: str, claim: Claim) -> str:
    """The content of a claim as it stands in the text, pieces that lie apart joined by an ellipsis."""
    return _joined(text, claim.content)


def who_says(claim: Claim, outlet: str | None) -> str:
    """Who says it: the speaker, the outlet for its own voice, else that nobody is named."""
    if claim.speaker is not None:
        return claim.speaker.name
    if claim.voice == "own":
        return outlet or strings.TEXT["the_outlet"]
    return strings.TEXT["nobody"]


def _joined(text: str, spans: Sequence[Span]) -> str:
    return f" {strings.TEXT['gap']} ".join(text[start:end] for start, end in spans)


def _spans(claim: Claim) -> tuple[Span, ...]:
    return claim.source + claim.cue + claim.content


def first_words(claim: Claim, otherwise: int) -> int:
    return min((start for start, _ in _spans(claim)), default=otherwise)


def _about(claim: Claim) -> tuple[str, ...]:
    if claim.speaker is None:
        return ()
    kind = () if claim.speaker.kind == "unknown" else (claim.speaker.kind,)
    return (*kind, claim.speaker.side) if claim.speaker.side else kind


@dataclass(frozen=True, slots=True)
class _Named:
    """What the claims of a report name by its id."""

    quantities: Mapping[str, Quantity]
    times: Mapping[str, Time]
    places: Mapping[str, Place]
    ties: Mapping[str, Sequence[Tie]]


def _ties(report: Report, claims: Sequence[Claim]) -> dict[str, list[Tie]]:
    """By a claim's id the claim that it doubts, denies or confirms, then those that do so with it."""
    by_id = {claim.id: claim for claim in claims}
    ties: dict[str, list[Tie]] = {}
    for claim in claims:
        meant = by_id.get(claim.about or "")
        if meant is None:
            continue
        does, done_by = strings.ANSWERS.get(claim.stance, strings.ANSWERS["asserts"])
        whose = words.claim_of(meant.speaker.name if meant.speaker else None)
        said = words.shortened(claim_words(report.text, meant))
        ties.setdefault(claim.id, []).insert(0, Tie(does, claim_anchor(meant.id), whose, said))
        said = words.shortened(_joined(report.text, claim.cue))
        ties.setdefault(meant.id, []).append(
            Tie(done_by, claim_anchor(claim.id), who_says(claim, report.outlet), said)
        )
    return ties


def _card(
    report: Report, named: _Named, claim: Claim, index: int, group: int, speaks: Group, placed: bool
) -> Card:
    own = claim.voice == "own"
    who = speaks.name if own else who_says(claim, report.outlet)
    stance = strings.STANCES[claim.stance]
    return Card(
        number=index + 1,
        anchor=f"claim-{claim.id}",
        href=claim_anchor(claim.id),
        handle=f"mark-{claim.id}",
        back=mark_anchor(claim.id),
        link=report_path(report.id) + claim_anchor(claim.id),
        own=own,
        who=who,
        about=() if own else _about(claim),
        side=claim.speaker.side if claim.speaker else None,
        relays=tuple((relay.name, relay.kind) for relay in claim.relays),
        stance=stance,
        negated=claim.negated,
        form=None if own else strings.FORMS[claim.form],
        hedges=tuple(report.words(span) for span in claim.hedges),
        ties=tuple(named.ties.get(claim.id, ())),
        source=_joined(report.text, claim.source),
        quote=claim_words(report.text, claim) or _joined(report.text, claim.cue),
        figures=_figures(report, named, claim),
        days=_days(report, named, claim),
        places=_places(report, named, claim),
        event=_event(claim),
        confidence=round(claim.confidence * 100),
        group=group,
        colour=speaks.colour,
        placed=placed,
        label=strings.TEXT["claim_label"].format(
            n=index + 1, voice=strings.VOICES[claim.voice], who=who, stance=stance
        ),
    )


def _figures(report: Report, named: _Named, claim: Claim) -> tuple[FigureLine, ...]:
    by_id = named.quantities
    lines = []
    for quantity in (by_id[each] for each in claim.quantities if each in by_id):
        notes = []
        meaning = words.figure(quantity)
        measure = strings.MEASURES[quantity.measure]
        if quantity.measure != "other" and not meaning.endswith(measure):
            meaning += f" ({measure})"
        if quantity.change is not None:
            notes.append(strings.CHANGES[quantity.change])
        for other, phrase in ((quantity.same_as, "same_figure"), (quantity.part_of, "part_of_figure")):
            if other is not None and other in by_id:
                said = report.words((by_id[other].start, by_id[other].end))
                notes.append(strings.TEXT[phrase].format(other=f"“{said}”"))
        said = report.words((quantity.start, quantity.end))
        lines.append(FigureLine(said, meaning, tuple(notes)))
    return tuple(lines)


def _days(report: Report, named: _Named, claim: Claim) -> tuple[FigureLine, ...]:
    return tuple(
        FigureLine(report.words((time.start, time.end)), words.days(time.earliest, time.latest), ())
        for time in (named.times[each] for each in claim.times if each in named.times)
    )


def _places(report: Report, named: _Named, claim: Claim) -> tuple[FigureLine, ...]:
    return tuple(
        FigureLine(
            report.words((place.start, place.end)),
            f"{place.name}: {words.where(place)}",
            (strings.TEXT["gazetteer"].format(id=place.gazetteer_id),)
            if place.gazetteer_id and place.literal
            else (),
        )
        for place in (named.places[each] for each in claim.places if each in named.places)
    )


def _event(claim: Claim) -> str | None:
    event = claim.event
    if event is None:
        return None
    parts = [" · ".join(part for part in (event.type, event.mode, event.acled) if part)]
    if event.agent:
        parts.append(strings.TEXT["by_whom"].format(agent=event.agent))
    if event.target:
        parts.append(strings.TEXT["to_whom"].format(target=event.target))
    return ", ".join(part for part in parts if part)
