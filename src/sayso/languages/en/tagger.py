"""The English attribution tagger: the model that training/attribution makes, run by onnxruntime on one core."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cached_property
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np
import onnxruntime

from sayso.languages.model import Model
from sayso.languages.tagger import Parts, Relations, States, Syntax, Table, Vocabulary, Window

MODEL = "attribution-en"
# One higher with each file of weights that replaces the shipped one.
VERSION = "3"
# One graph for a window, and a small one for the cues that are then seen in it.
WEIGHTS = f"{MODEL}.onnx"
PARTS_WEIGHTS = f"{MODEL}.parts.onnx"
VOCABULARY = f"{MODEL}.vocabulary.txt"
FILES = (WEIGHTS, PARTS_WEIGHTS, VOCABULARY)
# The weights are Sayso's own, on an encoder that came with a licence of its own.
LICENCE = "MIT AND Apache-2.0"

# What the parser calls words and their relations: Penn Treebank's parts of speech, ClearNLP's relations. The model was
# trained with these numbers: a new one goes to the end.
TAGS = (
    "$ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS PRP PRP$ RB RBR RBS "
    "RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX _SP ``"
)
RELATIONS = (
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative dep det "
    "dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj predet prep prt "
    "punct quantmod relcl xcomp"
)
NAMES = Relations(
    tags={name: place for place, name in enumerate(TAGS.split(), 1)},
    relations={name: place for place, name in enumerate(RELATIONS.split(), 1)},
)
FARTHEST = 16


class Tagger:
    """Scores windows of words. `model` reads all files to tell their hash and keeps none; the vocabulary is loaded when
    it is first asked for, the weights with the first window.

    A window is scored by itself, none is padded: what stands elsewhere in a report changes nothing in its scores.
    """

    longest = 320  # as in training: a longer window would have places that the model has never seen

    def __init__(self, folder: Traversable | None = None) -> None:
        self._folder = folder or resources.files(__package__)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The word pieces of the encoder (BERT, uncased)."""
        words = self._folder.joinpath(VOCABULARY).read_text(encoding="utf-8")
        return Vocabulary({word: place for place, word in enumerate(words.split("\n")[:-1])})

    @property
    def relations(self) -> Relations:
        """The numbers that the model knows the parser's names by."""
        return NAMES

    @cached_property
    def model(self) -> Model:
        """Its size and SHA-256 are over all its files: with another vocabulary, words become other pieces."""
        digest, size = hashlib.sha256(), 0
        for name in FILES:
            content = self._folder.joinpath(name).read_bytes()
            digest.update(content)
            size += len(content)
        return Model(
            name=MODEL,
            version=VERSION,
            language="en",
            task="attributions: cues, the source and the content of each, and its stance",
            licence=LICENCE,
            size=size,
            sha256=digest.hexdigest(),
        )

    @cached_property
    def _words(self) -> Any:
        return self._session(WEIGHTS)

    @cached_property
    def _parts(self) -> Any:
        return self._session(PARTS_WEIGHTS)

    def _session(self, name: str) -> Any:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(
            self._folder.joinpath(name).read_bytes(),
            options,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=["SkipLayerNormFusion"],  # the fused node is slower than its two halves
        )

    def states(self, window: Window, syntax: Syntax) -> States:
        """The scores of a window's words as cues; `hidden` are what a word is for whatever cue, and the four projections."""
        pieces = {
            "ids": window.ids,
            "shapes": window.shapes,
            "tags": syntax.tags,
            "relations": syntax.relations,
        }
        cues, *hidden = self._words.run(None, {k: np.array(v, dtype=np.int64) for k, v in pieces.items()})
        first = np.array(window.firsts)
        return States(cues=_log_softmax(cues[first]), hidden=tuple(table[first] for table in hidden))

    def parts(self, states: States, roots: Sequence[int], standing: Sequence[Sequence[int]]) -> Parts:
        """The parts of the cues with these roots."""
        roles, words, heads, said, saying = states.hidden
        places = np.array(roots)
        parts, stances = self._parts.run(
            None,
            {
                "roles": roles,
                "words": words,
                "heads": heads[places],
                "said": said,
                "saying": saying[places],
                "standing": np.array(standing, dtype=np.int64),
                "distances": distances(np.arange(len(words)) - places[:, None]),
            },
        )
        return Parts(parts=_log_softmax(parts), stances=_log_softmax(stances))


def distances(words: Places) -> Places:
    """How far words stand from a cue, from -inf to inf words, in 33 steps: each word up to four, then half an octave."""
    size = np.abs(words)
    octaves = np.floor(2 * np.log2(np.maximum(size, 1))).astype(np.int64)
    return FARTHEST + np.sign(words) * np.where(size <= 4, size, np.minimum(octaves, FARTHEST))


Places = np.ndarray[Any, np.dtype[np.int64]]


def _log_softmax(logits: Table) -> Table:
    shifted = logits - logits.max(axis=-1, keepdims=True)
    table: Table = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return table
