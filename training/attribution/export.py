"""From checkpoints to the two files that are shipped: their mean, the encoder's weights in eight bits, the small graph's in 32.

usage: export.py OUT.onnx PARTS.onnx CHECKPOINT.pt ...

The mean of a model's checkpoints is better than each of them (model soups: Wortsman et al., 2022).
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import torch
from network import WIDTH, Network, Parts, Words
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.fusion_options import FusionOptions
from onnxruntime.transformers.optimizer import optimize_model
from torch import Tensor, nn

from sayso.languages.tagger import PARTS

WORDS = ["cues", "roles", "words", "heads", "said", "saying"]
PIECES = ["ids", "shapes", "tags", "relations"]


class OneWindow(nn.Module):
    """Words over one window: no batch, nothing padded. The inputs are int64 [pieces]; the outputs have no batch either."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words

    def forward(self, ids: Tensor, shapes: Tensor, tags: Tensor, relations: Tensor) -> tuple[Tensor, ...]:
        outputs = self.words(ids[None], shapes[None], tags[None], relations[None], torch.ones_like(ids)[None])
        return tuple(output[0] for output in outputs)


def mean(checkpoints: Sequence[Path]) -> dict[str, Tensor]:
    """The mean of the weights; a checkpoint given twice counts twice."""
    every = [torch.load(path, weights_only=True) for path in checkpoints]
    return {name: torch.stack([weights[name].float() for weights in every]).mean(0) for name in every[0]}


def words_graph(words: Words, out: Path) -> None:
    """Words as an ONNX graph in 32 bits; the length of the window stays open."""
    ids = torch.randint(1000, 20000, (16,))
    zeros = torch.zeros_like(ids)
    torch.onnx.export(
        OneWindow(words),
        (ids, zeros, zeros, zeros),
        str(out),
        input_names=PIECES,
        output_names=WORDS,
        dynamic_axes={name: {0: "pieces"} for name in (*PIECES, *WORDS)},
        opset_version=17,
        dynamo=False,
    )


def parts_graph(parts: Parts, out: Path) -> None:
    """Parts as an ONNX graph in 32 bits; the numbers of words and of cues stay open."""
    words, cues = torch.randn(16, WIDTH), torch.randn(3, WIDTH)
    between = torch.zeros(3, 16, dtype=torch.long)
    of_word, of_cue, of_both = {0: "words"}, {0: "cues"}, {0: "cues", 1: "words"}
    torch.onnx.export(
        parts,
        (torch.randn(16, len(PARTS)), words, cues, words, cues, between, between),
        str(out),
        input_names=["roles", "words", "heads", "said", "saying", "standing", "distances"],
        output_names=["parts", "stances"],
        dynamic_axes={
            "roles": of_word,
            "words": of_word,
            "said": of_word,
            "heads": of_cue,
            "saying": of_cue,
            "stances": of_cue,
            "standing": of_both,
            "distances": of_both,
            "parts": of_both,
        },
        opset_version=17,
        dynamo=False,
    )


def main() -> None:
    out, small, *checkpoints = map(Path, sys.argv[1:])
    network = Network(attention="eager")
    network.load_state_dict(mean(checkpoints))
    network.eval()
    parts_graph(network.parts, small)
    with tempfile.TemporaryDirectory() as folder:
        plain, fused = Path(folder) / "plain.onnx", Path(folder) / "fused.onnx"
        words_graph(network.words, plain)
        fusions = FusionOptions("bert")
        fusions.enable_skip_layer_norm = False  # onnxruntime runs the fused node slower than its two halves
        better = optimize_model(
            str(plain), model_type="bert", num_heads=12, hidden_size=384, optimization_options=fusions
        )
        better.save_model_to_file(str(fused))
        print(better.get_fused_operator_statistics())
        quantize_dynamic(
            fused,
            out,
            weight_type=QuantType.QInt8,
            per_channel=True,
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )
    for file in (out, small):
        print(f"{file}: {file.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
