"""The English attribution tagger: the model that training/attribution makes, run by onnxruntime on one core."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np
import onnxruntime

from sayso.languages.model import Model
from sayso.languages.tagger import Scores, Table, Vocabulary, Window

MODEL = "attribution-en"
# One higher with each file of weights that replaces the shipped one.
VERSION = "1"
WEIGHTS = f"{MODEL}.onnx"
VOCABULARY = f"{MODEL}.vocabulary.txt"
# The weights are Sayso's own, on an encoder that came with a licence of its own.
LICENCE = "MIT AND Apache-2.0"


class Tagger:
    """Scores windows of words. `model` reads both files to tell their hash and keeps neither; the vocabulary is loaded when
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

    @cached_property
    def model(self) -> Model:
        """Its size and SHA-256 are over its weights, then its vocabulary: with another, words become other pieces."""
        digest, size = hashlib.sha256(), 0
        for name in (WEIGHTS, VOCABULARY):
            content = self._folder.joinpath(name).read_bytes()
            digest.update(content)
            size += len(content)
        return Model(
            name=MODEL,
            version=VERSION,
            language="en",
            task="attributions: source, cue and content, and which belong together",
            licence=LICENCE,
            size=size,
            sha256=digest.hexdigest(),
        )

    @cached_property
    def _session(self) -> Any:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(
            self._folder.joinpath(WEIGHTS).read_bytes(),
            options,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=["SkipLayerNormFusion"],  # the fused node is slower than its two halves
        )

    def __call__(self, windows: Sequence[Window]) -> Iterator[Scores]:
        """The scores of each window, in order."""
        for window in windows:
            ids = np.array(window.ids, dtype=np.int64)
            shapes = np.array(window.shapes, dtype=np.int64)
            roles, owners, sources = self._session.run(None, {"ids": ids, "shapes": shapes})
            first = np.array(window.firsts)
            others = np.concatenate([[0], first])
            yield Scores(
                roles=_log_softmax(roles[first]),
                owners=_log_softmax(owners[first][:, others]),
                sources=_log_softmax(sources[first][:, others]),
            )


def _log_softmax(logits: Table) -> Table:
    shifted = logits - logits.max(axis=-1, keepdims=True)
    table: Table = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return table
