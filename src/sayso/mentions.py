"""What `find` hands to `resolve`: things as the text has them, before anyone asks who, where or when.

Spans are code points into the report's text, as in `records`. Nothing here depends on a language or a parser.
"""

from __future__ import annotations

from typing import Literal

from sayso.records import Form, PlaceKind, Record, Span


class Token(Record, frozen=True, kw_only=True):
    """A word or punctuation mark. `head` is the index of the governing token in the sentence (its own for the root);
    `tag` is the language's fine part of speech, `pos` and `dep` the parser's coarse tag and relation,
    `entity` the label of the named entity that the token belongs to ("PERSON", "ORG", "GPE", ...), "" for none,
    `entity_start` True where an entity begins.
    """

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str = ""
    entity_start: bool = False


class Sentence(Record, frozen=True, kw_only=True):
    """A parsed sentence."""

    start: int
    end: int
    tokens: tuple[Token, ...]


class Attribution(Record, frozen=True, kw_only=True):
    """Source, cue and content, as in PARC and PolNeAR. Any role may have several spans; source and cue may have none.

    `continues` is True for a quotation that goes on without a cue: its speaker is the last one.
    `nested_in` is the index, in the list that the finder gives, of the attribution whose content holds this one.
    `stances` are logarithms of how probable the model finds each Stance, in their order; none where it saw no cue.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    form: Form
    confidence: float
    continues: bool = False
    nested_in: int | None = None
    stances: tuple[float, ...] = ()


class PlaceMention(Record, frozen=True, kw_only=True):
    """A name used as a place. `kind` is what the words around it say it is ("Kursk region"), None where they do not;
    `role` is whether it acts like an institution ("Kiev claims") or lies on the map ("in Kiev").
    """

    start: int
    end: int
    name: str
    kind: PlaceKind | None = None
    role: Literal["literal", "metonym"] = "literal"


class EventMention(Record, frozen=True, kw_only=True):
    """Words that state an event. `clause` is the span of the whole statement, `agent` and `target` its noun phrases.

    `stated` is False where it is planned, feared, asked or conditional rather than said to have happened, and where the
    words only say which thing is meant, or when. `reported` is True where a verb of saying stands over it or words hand
    it to a source: it is somebody's, whether or not the attribution was found.
    """

    cue: Span
    clause: Span
    type: str
    mode: str | None
    acled: str | None
    agent: Span | None
    target: Span | None
    negated: bool = False
    stated: bool = True
    reported: bool = False
