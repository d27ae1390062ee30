"""Conducts one report through read, find and resolve: the only file that knows all three."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property
from pathlib import Path

import msgspec

from sayso import languages, settings
from sayso.errors import SaysoError
from sayso.find.attribution import find_attributions
from sayso.find.event import find_events
from sayso.find.place import find_places
from sayso.find.quantity import find_quantities
from sayso.find.time import find_times
from sayso.languages import Language
from sayso.languages.clutter import Clutter
from sayso.languages.model import Model
from sayso.mentions import Attribution, Sentence
from sayso.read import Original
from sayso.read import documents as documents_in
from sayso.read import published as as_published
from sayso.read import report as as_report
from sayso.records import Claim, Failure, Fault, ReaderInfo, Report, Segment, Span
from sayso.resolve import gazetteer, publication
from sayso.resolve.actors import actors
from sayso.resolve.calendar import resolve_times
from sayso.resolve.claims import Attributed, Belongings, make_claims
from sayso.resolve.doubts import link_doubts
from sayso.resolve.gazetteer import Gazetteer
from sayso.resolve.place import resolve_places
from sayso.resolve.pointers import Words
from sayso.resolve.speaker import resolve_speakers
from sayso.resolve.stance import judge
from sayso.settings import Settings
from sayso.version import __version__

LONGEST_DATELINE = 120

Progress = Callable[[int, int], None]


class Reader:
    """What reads reports, with its models and indexes. Each is loaded when first needed and then kept."""

    def __init__(self, chosen: Settings) -> None:
        self.settings = chosen

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The index of place names, built first where this machine has none yet (half a minute, once)."""
        path = gazetteer_path(self.settings)
        build_gazetteer(path)
        return gazetteer.open(path)

    def read(self, original: Original) -> Report:
        """One original as a report with its claims. Raises SaysoError where it cannot be read."""
        report = as_report(original, languages.clutter())
        return self._with_claims(report, languages.load(report.language))

    def read_or_fail(self, original: Original) -> Report | Failure:
        """The same for one of many: what cannot be read is a record, and the run goes on."""
        try:
            return self.read(original)
        except SaysoError as error:
            return Failure(id=original.report_id, error=Fault(code=error.code, message=str(error)))

    def _with_claims(self, report: Report, language: Language) -> Report:
        text = report.text
        stretches = stretches_of(text, report.segments, languages.clutter())
        sentences = language.parse(text, stretches)

        moments = find_times(text, stretches, language.times)
        published = report.published or publication.work_out(text, report.segments, moments)
        times = resolve_times(moments, published)
        dated = tuple((t.start, t.end) for t in times if t.type in {"DATE", "TIME"})
        quantities = find_quantities(text, stretches, language.quantities, dated)
        mentions = find_places(text, sentences, language.places, self.gazetteer.known)
        places = resolve_places(text, mentions, self.gazetteer.lookup)
        events = find_events(text, sentences, language.events)
        whole = self.settings.spans == "whole"
        attributions = find_attributions(
            text, report.segments, sentences, language.speech, language.tagger, whole
        )

        hashes = {model.label: model.sha256 for model in language.models}
        found = Belongings(events=events, quantities=quantities, times=times, places=places)
        attributed = self._resolved(report, sentences, attributions, language)
        return msgspec.structs.replace(
            report,
            published=published,
            claims=self._linked(report, sentences, attributed, found, language),
            quantities=quantities,
            times=times,
            places=places,
            reader=ReaderInfo(name="sayso", version=__version__, models=hashes),
        )

    def _resolved(
        self,
        report: Report,
        sentences: tuple[Sentence, ...],
        attributions: tuple[Attribution, ...],
        language: Language,
    ) -> tuple[Attributed, ...]:
        text, speech = report.text, language.speech
        speakers = resolve_speakers(
            text, sentences, attributions, speech, language.people, actors(), report.outlet
        )
        judgements = (judge(text, sentences, one, speech, language.stances) for one in attributions)
        return tuple(
            Attributed(
                attribution=attribution,
                speaker=who.speaker,
                relays=who.relays,
                stance=how.stance,
                hedges=how.hedges,
                negated=how.negated,
            )
            for attribution, who, how in zip(attributions, speakers, judgements, strict=True)
        )

    def _linked(
        self,
        report: Report,
        sentences: tuple[Sentence, ...],
        attributed: tuple[Attributed, ...],
        found: Belongings,
        language: Language,
    ) -> tuple[Claim, ...]:
        text, outlet = report.text, report.outlet
        claims = make_claims(report.id, text, outlet, attributed, found)
        words = Words(
            speech=language.speech, people=language.people, pointing=language.pointing, actors=actors()
        )
        return link_doubts(text, sentences, claims, outlet, words)


def stretches_of(text: str, segments: Sequence[Segment], clutter: Clutter) -> tuple[Span, ...]:
    """The spans in which anything is looked for: all segments but boilerplate, a dateline apart from its sentence.

    "SUMY, Ukraine, Aug. 14 (Agency) -" has a place and a day of its own, and would mislead the parser.
    """
    return tuple(
        stretch for s in segments if s.kind != "boilerplate" for stretch in _stretches(text, s, clutter)
    )


def _stretches(text: str, segment: Segment, clutter: Clutter) -> Iterator[Span]:
    start = segment.start
    dateline = clutter.dateline.match(text[start : start + LONGEST_DATELINE])
    if dateline and segment.kind == "paragraph":
        yield start, start + len(dateline[0].rstrip())
        start += dateline.end()
        start += len(text[start : segment.end]) - len(text[start : segment.end].lstrip())
    if start < segment.end:
        yield start, segment.end


def documents(
    file: str,
    *,
    max_bytes: int,
    published: str | None = None,
    outlet: str | None = None,
    language: str | None = None,
) -> Iterator[Original | Failure]:
    """The originals in a file, or "-"; what the file does not say of itself is taken from the arguments.

    A file that cannot be read is one Failure, so that the run goes on with the next. Raises InputError where
    `published` is no date.
    """
    given = as_published(published)
    try:
        for original in documents_in(file, max_bytes=max_bytes):
            if isinstance(original, Failure):
                yield original
            else:
                yield msgspec.structs.replace(
                    original,
                    published=original.published or given,
                    outlet=original.outlet or outlet,
                    language=original.language or language,
                )
    except SaysoError as error:
        yield Failure(id=file, error=Fault(code=error.code, message=str(error)))


def gazetteer_path(chosen: Settings) -> Path:
    """Where the index of places lies."""
    return chosen.cache / "gazetteer.sqlite"


def gazetteer_is_current(path: Path) -> bool:
    """Whether the index is there, whole, and built from the tables of this version."""
    return gazetteer.is_current(path)


def build_gazetteer(path: Path, progress: Progress | None = None, *, force: bool = False) -> bool:
    """Build the index where it is missing or out of date; True if it was built. Raises GazetteerError."""
    if gazetteer.is_current(path) and not force:
        return False
    gazetteer.build(path, progress)
    return True


def models() -> tuple[Model, ...]:
    """Every model that reports are read with, language by language."""
    return tuple(model for code in languages.CODES for model in languages.load(code).models)


@cache
def default_reader() -> Reader:
    """The reader behind `sayso.read`, with the settings of the environment."""
    return Reader(settings.load())
