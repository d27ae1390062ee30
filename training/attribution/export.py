"""From two checkpoints to the file that is shipped: their weighted mean as one graph, its weights in eight bits.

usage: export.py FIRST.pt SECOND.pt OUT.onnx

The mean of a model before and after it was tuned on is as good on the new matter and keeps more of the old (WiSE-FT: Wortsman
et al., 2022).
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import torch
from network import Network
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.fusion_options import FusionOptions
from onnxruntime.transformers.optimizer import optimize_model
from torch import Tensor, nn

SECOND = 0.85
"""The second checkpoint's share in the mean."""
OUTPUTS = ["roles", "owners", "sources"]


class OneWindow(nn.Module):
    """The network over one window: no batch, nothing padded. ids, shapes: int64 [pieces]; the outputs without a batch too."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, shapes: Tensor) -> tuple[Tensor, ...]:
        outputs = self.network(ids[None], shapes[None], torch.ones_like(ids)[None])
        return tuple(output[0] for output in outputs[: len(OUTPUTS)])


def mean(first: Path, second: Path) -> dict[str, Tensor]:
    """The weights between two checkpoints; what only the second has is its own."""
    before, after = (torch.load(path, weights_only=True) for path in (first, second))
    return {
        name: torch.lerp(before[name], weights, SECOND) if name in before else weights
        for name, weights in after.items()
    }


def graph(weights: dict[str, Tensor], out: Path) -> None:
    """The network as an ONNX graph in 32 bits; the length of the window stays open."""
    network = Network(attention="eager")
    network.load_state_dict(weights)
    network.eval()
    ids = torch.randint(1000, 20000, (16,))
    torch.onnx.export(
        OneWindow(network),
        (ids, torch.zeros_like(ids)),
        str(out),
        input_names=["ids", "shapes"],
        output_names=OUTPUTS,
        dynamic_axes={
            "ids": {0: "pieces"},
            "shapes": {0: "pieces"},
            "roles": {0: "pieces"},
            "owners": {0: "pieces", 1: "others"},
            "sources": {0: "pieces", 1: "others"},
        },
        opset_version=17,
        dynamo=False,
    )


def main() -> None:
    first, second, out = map(Path, sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder:
        plain, fused = Path(folder) / "plain.onnx", Path(folder) / "fused.onnx"
        graph(mean(first, second), plain)
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
    print(f"{out}: {out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
