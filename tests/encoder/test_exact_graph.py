"""The exported graph: its parts compute what they are named for, from operations that leave no processor a choice."""

from collections.abc import Callable
from math import erf
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

onnx = pytest.importorskip("onnx", reason="onnx writes the graph; the encoder does not need it to run")

from onnx import numpy_helper  # noqa: E402
from onnxruntime import GraphOptimizationLevel, InferenceSession, SessionOptions  # noqa: E402
from train import exact_graph  # noqa: E402
from train.onnx_graph import OnnxGraph  # noqa: E402

from onrecord.encoder.onnx import OnnxNetwork, Temperatures  # noqa: E402

Floats = NDArray[np.float32]
RNG = np.random.default_rng(3)
HEADS, SIZE, INNER, LAYERS, LINK, REACH = 2, 8, 24, 2, 6, 4
WIDTH = HEADS * SIZE
ROLES, TAGS, LABELS = 3, 4, 9
FRAMES = ["pieces", "tags", "attributes", "fillers"]
DEFINED = {  # by IEEE 754, or because nothing is rounded
    *("Add", "Sub", "Mul", "Div", "Sqrt", "Round", "Cast", "Max", "Abs", "Clip", "ReduceMax", "DynamicQuantizeLinear"),
    *("Shape", "Squeeze", "Unsqueeze", "Range", "Gather", "Reshape", "Transpose", "Split", "Concat", "Expand"),
    *("Identity", "Min", "TopK", "Relu"),
}
SUMS = {"MatMulIntegerToFloat", "MatMul", "FusedMatMul", "ReduceSum"}


def random_weights(kinds: int = 4, frames: bool = False) -> exact_graph.Weights:
    """Those of a tiny network, by the names of a trained one's; with `frames` it reads frames from its first layer."""
    shapes: dict[str, tuple[int, ...]] = {
        "words.weight": (50, WIDTH),
        "positions.weight": (32, WIDTH),
        "shapes.weight": (14, WIDTH),
        "distance.weight": (2 * REACH + 1, 2),
        "none": (2,),
    }
    linear = {"names": (1 + 2 * kinds, WIDTH), "roles": (7, WIDTH)} | dict.fromkeys(("query", "key"), (2 * LINK, WIDTH))
    norms = ["norm"]
    for layer in (*(f"layers.{i}" for i in range(LAYERS)), *(["frames.layers.0"] if frames else ())):
        own = {"qkv": (3 * WIDTH, WIDTH), "out": (WIDTH, WIDTH), "up": (INNER, WIDTH), "down": (WIDTH, INNER)}
        linear |= {f"{layer}.{name}": shape for name, shape in own.items()}
        norms += [f"{layer}.norm", f"{layer}.last"]
    if frames:
        shapes |= {
            f"frames.{part}distance.weight": (2 * REACH + 1, n) for part, n in (("", ROLES), ("attention.", HEADS))
        }
        linear |= {f"frames.{part}": (ROLES * LINK, WIDTH) for part in ("query", "key")}
        linear |= {f"frames.attention.{part}": (WIDTH, WIDTH) for part in ("query", "key")}
        linear |= {"frames.attention.value": (WIDTH, 2 * WIDTH), "frames.tags": (TAGS, 2 * WIDTH)}
        linear |= {"frames.attributes": (LABELS, 3 * WIDTH), "frames.none": (ROLES, WIDTH)}
    for name, shape in linear.items():
        shapes |= {f"{name}.weight": shape, f"{name}.bias": shape[:1]}
    weights = {name: RNG.normal(0, 0.3, shape).astype(np.float32) for name, shape in shapes.items()}
    if frames:
        weights["frames.shared"] = np.array(1)
    for name in norms:
        weights |= {f"{name}.weight": np.ones(WIDTH, np.float32), f"{name}.bias": np.zeros(WIDTH, np.float32)}
    return weights


def session(model: "onnx.ModelProto") -> InferenceSession:
    options = SessionOptions()
    options.graph_optimization_level = GraphOptimizationLevel.ORT_DISABLE_ALL
    options.log_severity_level = 3
    return InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])


def run(part: Callable[[OnnxGraph, str], str], values: NDArray[np.generic]) -> Floats:
    """What a part of the graph makes of float32 values, which enter in the place of a parameter."""
    g = OnnxGraph()
    model = g.model([], {"out": part(g, g.op("Identity", values))}, {"out": [f"d{i}" for i in range(values.ndim)]})
    found: Floats = session(model).run(["out"], {})[0]
    return found


def normal(*shape: int, scale: float = 1.0) -> Floats:
    return RNG.normal(0, scale, shape).astype(np.float32)


def test_gelu() -> None:
    x = np.linspace(-12, 12, 4001, dtype=np.float32)
    true = np.array([v * (1 + erf(v / 2**0.5)) / 2 for v in x.tolist()])
    assert np.abs(run(exact_graph.gelu, x) - true).max() < 9e-4


def test_layer_norm() -> None:
    x, weight, bias = normal(1, 5, WIDTH, scale=9), normal(WIDTH), normal(WIDTH)
    true = (x - x.mean(-1, keepdims=True)) / x.std(-1, keepdims=True) * weight + bias
    assert np.abs(run(lambda g, v: exact_graph.layer_norm(g, v, weight, bias), x) - true).max() < 1e-3


def test_layer_norm_of_what_does_not_vary_is_its_bias() -> None:
    x, bias = np.full((1, 2, WIDTH), 7, np.float32), normal(WIDTH)
    found = run(lambda g, v: exact_graph.layer_norm(g, v, np.ones(WIDTH, np.float32), bias), x)
    assert np.array_equal(found[0, 0], bias)


def test_softmax() -> None:
    scores = np.rint(normal(1, 2, 6, 300, scale=400))
    found = run(lambda g, v: exact_graph.softmax(g, v, g.op("Identity", np.float32(0.01))), scores)
    exponentials = np.exp(0.01 * (scores - scores.max(-1, keepdims=True)))
    assert np.array_equal(found, np.rint(found))
    assert found.sum(-1).max() <= exact_graph.SHARES + exact_graph.LONGEST / 2
    assert np.abs(found / exact_graph.SHARES - exponentials / exponentials.sum(-1, keepdims=True)).max() < 4e-3


def test_attention() -> None:
    q, k, v = (normal(1, HEADS, 9, SIZE) for _ in range(3))
    scores = np.exp(q @ k.swapaxes(-1, -2) / SIZE**0.5)
    true = scores / scores.sum(-1, keepdims=True) @ v
    found = run(
        lambda g, x: exact_graph.attention(g, x, g.op("Identity", k), g.op("Identity", v), HEADS, SIZE),
        q,
    )
    assert np.abs(found - true).max() < 0.02


def test_linear() -> None:
    x, weight, bias = normal(1, 5, WIDTH), normal(7, WIDTH), normal(7)
    rough = run(lambda g, v: exact_graph.linear(g, exact_graph.quantize(g, v), weight, bias), x)
    fine = run(lambda g, v: exact_graph.precise_linear(g, v, weight, bias), x)
    assert np.abs(rough - (x @ weight.T + bias)).max() < 0.15
    assert np.abs(fine - (x @ weight.T + bias)).max() < 5e-3


@pytest.mark.parametrize(
    ("part", "weight"),
    [
        (exact_graph.precise_linear, np.full((7, WIDTH), 1e5, np.float32)),
        (exact_graph.layer_norm, np.ones(2**12, np.float32)),
    ],
)
def test_what_could_be_rounded_in_a_sum_is_refused(part: Callable[..., str], weight: Floats) -> None:
    with pytest.raises(ValueError, match="without rounding"):
        part(OnnxGraph(), "x", weight, weight)


@pytest.mark.parametrize("largest", [1.0, 1e-30, 1e6])
def test_integers_stay_within_their_bounds(largest: float) -> None:
    values = (normal(1, 2, 40, SIZE) * largest).astype(np.float32)
    found = run(lambda g, v: exact_graph.in_whole_numbers(g, v, exact_graph.VALUE)[0], values)
    assert np.abs(found).max() <= exact_graph.VALUE
    assert exact_graph.VALUE * (exact_graph.SHARES + exact_graph.LONGEST / 2) < exact_graph.FLOAT


@pytest.mark.parametrize("kinds", [3, 4])
def test_the_graph_takes_its_sizes_from_the_weights(kinds: int) -> None:
    ids, shapes = RNG.integers(0, 50, (1, 11)), RNG.integers(0, 14, (1, 11))
    names, roles, links = session(exact_graph.build(random_weights(kinds), HEADS)).run(
        ["names", "roles", "links"], {"ids": ids, "shapes": shapes}
    )
    assert (names.shape, roles.shape, links.shape) == ((1, 11, 1 + 2 * kinds), (1, 11, 7), (1, 2, 11, 12))


def test_none_and_distance_are_in_the_scores_of_links() -> None:
    weights = dict(random_weights())
    ids, shapes = RNG.integers(0, 50, (1, 11)), RNG.integers(0, 14, (1, 11))
    for part in ("query.weight", "query.bias"):
        weights[part] = np.zeros_like(weights[part])
    links = session(exact_graph.build(weights, HEADS)).run(["links"], {"ids": ids, "shapes": shapes})[0][0]
    assert np.array_equal(links[:, 3, 0], weights["none"])
    assert np.array_equal(links[:, 5, 1 + 7], weights["distance.weight"][REACH + 2])
    assert np.array_equal(links[:, 10, 1 + 0], weights["distance.weight"][0])


def test_temperatures_stand_in_the_file(tmp_path: Path) -> None:
    model = exact_graph.build(random_weights(), HEADS)
    (tmp_path / "plain.onnx").write_bytes(model.SerializeToString())
    model.metadata_props.add(key="temperature_roles", value="1.25")
    (tmp_path / "calibrated.onnx").write_bytes(model.SerializeToString())
    assert OnnxNetwork(tmp_path / "plain.onnx").temperatures == Temperatures(1.0, 1.0)
    assert OnnxNetwork(tmp_path / "calibrated.onnx").temperatures == Temperatures(names=1.0, roles=1.25)


def test_every_operation_is_defined_or_a_sum_of_integers() -> None:
    nodes = exact_graph.build(random_weights(frames=True), HEADS).graph.node
    assert {node.op_type for node in nodes} <= DEFINED | SUMS


def test_weights_of_linear_layers_have_7_bits() -> None:
    graph = exact_graph.build(random_weights(), HEADS).graph
    constants = {c.name: numpy_helper.to_array(c) for c in graph.initializer}
    factors = [constants[node.input[1]] for node in graph.node if node.op_type == "MatMulIntegerToFloat"]
    assert len(factors) > LAYERS and all(f.dtype == np.int8 and np.abs(f.astype(int)).max() == 63 for f in factors)


def test_the_order_of_operands_in_sums_does_not_matter() -> None:
    """Pieces that are told apart by nothing but their order in memory score the same to the bit."""
    weights = dict(random_weights())
    for name in ("positions.weight", "distance.weight"):
        weights[name] = np.zeros_like(weights[name])
    ids, shapes = RNG.integers(0, 50, (1, 29)), RNG.integers(0, 14, (1, 29))
    order = RNG.permutation(29)
    network = session(exact_graph.build(weights, HEADS))
    names, links = network.run(["names", "links"], {"ids": ids, "shapes": shapes})
    mixed, mixed_links = network.run(["names", "links"], {"ids": ids[:, order], "shapes": shapes[:, order]})
    assert np.array_equal(mixed, names[:, order])
    assert np.array_equal(mixed_links[:, :, :, 1:], links[:, :, :, 1:][:, :, order][:, :, :, order])


def read_frames(weights: exact_graph.Weights, ids: NDArray[np.int64], shapes: NDArray[np.int64]) -> list[Floats]:
    found: list[Floats] = session(exact_graph.build(weights, HEADS)).run(FRAMES, {"ids": ids, "shapes": shapes})
    return found


def test_frames_are_read_of_all_pieces_of_a_short_window() -> None:
    ids, shapes = RNG.integers(0, 50, (1, 11)), RNG.integers(0, 14, (1, 11))
    pieces, *parts = read_frames(random_weights(frames=True), ids, shapes)
    assert sorted(pieces[0].tolist()) == list(range(11))
    assert [part.shape for part in parts] == [(1, 11, TAGS), (1, 11, LABELS), (1, ROLES, 11, 12)]


def test_frames_are_read_of_the_pieces_least_likely_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    weights, (ids, shapes) = random_weights(frames=True), RNG.integers(0, 14, (2, 1, 30))
    pieces, tags, *_ = read_frames(weights, ids, shapes)
    ahead = tags[0, :, 1:].max(-1) - tags[0, :, 0]
    assert np.array_equal(ahead, np.sort(ahead)[::-1])
    monkeypatch.setattr(exact_graph, "ROWS", 5)
    few, few_tags, *_ = read_frames(weights, ids, shapes)
    assert np.array_equal(few, pieces[:, :5]) and np.array_equal(few_tags, tags[:, :5])


def test_heads_for_frames_leave_names_as_they_are() -> None:
    ids, shapes = RNG.integers(0, 50, (1, 11)), RNG.integers(0, 14, (1, 11))
    weights = random_weights(frames=True)
    plain = {name: weight for name, weight in weights.items() if not name.startswith("frames.")}
    with_frames, without = (
        session(exact_graph.build(w, HEADS)).run(["names"], {"ids": ids, "shapes": shapes})[0] for w in (weights, plain)
    )
    assert np.array_equal(with_frames, without)


def test_attention_to_words() -> None:
    weights = {name.removeprefix("frames.attention."): w for name, w in random_weights(frames=True).items()}
    x, both = normal(1, 7, WIDTH), normal(1, 7, 2 * WIDTH)
    q, k = (x[0] @ weights[f"{p}.weight"].T + weights[f"{p}.bias"] for p in ("query", "key"))
    v = both[0] @ weights["value.weight"].T + weights["value.bias"]
    q, k, v = (part.reshape(7, HEADS, SIZE).swapaxes(0, 1) for part in (q, k, v))
    apart = np.clip(np.arange(7)[None] - np.arange(7)[:, None], -REACH, REACH) + REACH
    scores = np.exp(q @ k.swapaxes(-1, -2) / SIZE**0.5 + weights["distance.weight"][apart].transpose(2, 0, 1))
    true = (scores / scores.sum(-1, keepdims=True) @ v).swapaxes(0, 1).reshape(1, 7, WIDTH)

    def part(g: OnnxGraph, value: str) -> str:
        length = g.op("Shape", value, start=1, end=2)
        some = g.op("Range", np.int64(0), g.op("Squeeze", length), np.int64(1))
        away = exact_graph.apart(g, some, length)
        return exact_graph.word_attention(g, value, value, g.op("Identity", both), weights, away)

    assert np.abs(run(part, x) - true).max() < 0.15
