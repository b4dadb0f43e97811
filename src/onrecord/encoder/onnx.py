"""The encoder with its heads, as a function from one window of pieces to scores."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder.frames import FrameScores, Labels

FRAMES = ("pieces", "tags", "attributes", "fillers")  # outputs of a network that has heads for frames

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Scores:
    """What the heads say of a window of n pieces (marks at its ends included); higher is likelier.

    `names` and `roles` have a row a piece and a column a tag. `links[k, i, 0]` scores that a content that begins at
    piece i has no cue (k = 0) or source (k = 1), `links[k, i, j + 1]` that its cue or source begins at piece j.
    """

    names: Floats
    roles: Floats
    links: Floats
    frames: FrameScores | None = None  # of a network that has heads for them


@dataclass(frozen=True, slots=True)
class Temperatures:
    """What scores are divided by so that their softmax is as often right as it says; decisions do not need it."""

    names: float = 1.0
    roles: float = 1.0


class Network(Protocol):
    """Anything that scores one window; tests put a tiny random one in the place of the trained one."""

    @property
    def temperatures(self) -> Temperatures:
        """What calibrates the probabilities of its tags."""
        ...

    @property
    def labels(self) -> Labels | None:
        """What its scores of frames stand for; None where it has no heads for them."""
        ...

    def __call__(self, ids: Sequence[int], shapes: Sequence[int]) -> Scores:
        """Score a window of at most 512 pieces."""
        ...


class OnnxNetwork:
    """The trained network, run by onnxruntime in one thread and as it is written: fused kernels differ by processor.

    One window is one run, always: int8 activations are scaled by the largest value in the run, so that windows run
    together would change each other's scores. On one core there is no speed in running them together either.
    """

    def __init__(self, path: Path) -> None:
        """`path`: the ONNX file. It is opened at the first window, so that making an encoder costs nothing."""
        self._path = path

    @cached_property
    def _session(self) -> Any:
        import onnxruntime  # here, since it takes long to import

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
        options.log_severity_level = 3
        options.add_session_config_entry("session.disable_prepacking", "1")  # a second copy of the weights, no faster
        return onnxruntime.InferenceSession(str(self._path), options, providers=["CPUExecutionProvider"])

    @cached_property
    def temperatures(self) -> Temperatures:
        """Those that the file names `temperature_names` and `temperature_roles`; 1 without."""
        found = self._session.get_modelmeta().custom_metadata_map
        return Temperatures(*(float(found.get(f"temperature_{field.name}", 1)) for field in fields(Temperatures)))

    @cached_property
    def labels(self) -> Labels | None:
        """Those that the file names `frames`."""
        found = self._session.get_modelmeta().custom_metadata_map.get("frames")
        return Labels.from_json(found) if found else None

    def __call__(self, ids: Sequence[int], shapes: Sequence[int]) -> Scores:
        """Score one window."""
        inputs = {"ids": np.array([ids], np.int64), "shapes": np.array([shapes], np.int64)}
        wanted = ["names", "roles", "links", *(FRAMES if self.labels else ())]
        names, roles, links, *frames = (part[0] for part in self._session.run(wanted, inputs))
        return Scores(names, roles, links, FrameScores(*frames) if frames else None)
