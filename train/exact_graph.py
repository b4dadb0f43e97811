"""The network as an ONNX graph whose every result is defined to the bit, on any processor.

The result of a float sum depends on its order, that of `Exp` and `Erf` on how they are approximated, and kernels differ
in both from one processor to the next. So this graph holds operations of two kinds only:

- element-wise ones whose result IEEE 754 defines, each a node of its own (`Add`, `Mul`, `Div`, `Sqrt`, `Round`),
  and those that round nothing (`Max`, `Clip`, `Abs`, `ReduceMax`, and what moves data about);
- sums of integers, none of whose partial sums can overflow or need rounding, so that neither their order nor fused
  multiplication and addition matters: in int32, in float32 below 2^24, or in float64 below 2^53.

It must run without graph optimizations, which could fuse nodes into kernels that promise less.

- Linear layers: `MatMulInteger` of 8-bit activations, scaled as they come, and 7-bit weights, scaled by channel. Some
  kernels add pairs of products in int16, which saturate where 8-bit weights do, but 2 * 255 * 63 < 2^15.
- Attention: queries, keys, values and softmax are rounded to integers in float32 of as many bits as sums have room for.
- Softmax: e^x is (1 + y + y^2 / 2)^32 for y = x / 32, which is ((1 + y)^2 + 1) / 2, squared five times.
- GELU: the tail of the normal distribution, Phi(-a), is max(0, 1 - b a - c a^2)^16 / 2; GELU is then right to 9e-4.
- Layer normalization: activations are rounded to 1/4096; their sum and that of their squares are in float64.
- Names and roles: activations and weights are rounded to fine grids, and multiplied in float64.
"""

from collections.abc import Mapping, Sequence
from math import gcd, isqrt, sqrt

import numpy as np
import onnx

from train.onnx_graph import Array, OnnxGraph, ints

Weights = Mapping[str, Array]  # by the names that `train.model.Network` gives to its parameters

LONGEST = 512  # pieces in a window
FLOAT, DOUBLE = 2**24, 2**53  # all integers up to these have their own float32, float64
WEIGHT = 63  # the largest weight of 7 bits
SHARES = 2**14  # what the attention weights of a query add up to, but for the rounding of each
VALUE = FLOAT // (SHARES + LONGEST // 2 + 1)  # so that SHARES values, and what rounding adds, stay below 2^24
EXPONENTIAL = 32000  # what e^0 is in integers: LONGEST of them stay below 2^24
GRID, FINE = 2**12, 2**16  # parts into which 1 is divided for activations, for weights of the heads
FAR = 2**9  # activations are held within this before they are normalized; none is near it
HEADS = ("names", "roles")
GROUPS = 4  # layers are computed in parts, which stay in a processor's cache: a third of the time is saved


def build(weights: Weights, heads: int) -> onnx.ModelProto:
    """The graph of a trained network with so many attention heads; all other sizes are those of the weights."""
    g = OnnxGraph()
    length = g.op("Shape", "ids", start=1, end=2)
    positions = g.op("Range", np.int64(0), g.op("Squeeze", length), np.int64(1))
    x = g.chain(
        embedding(g, weights["words.weight"], "ids"),
        ("Add", embedding(g, weights["positions.weight"], positions)),
        ("Add", embedding(g, weights["shapes.weight"], "shapes")),
    )
    x = layer_norm(g, x, weights["norm.weight"], weights["norm.bias"])
    for number in range(len({name.split(".")[1] for name in weights if name.startswith("layers.")})):
        prefix = f"layers.{number}."
        own = {name.removeprefix(prefix): w for name, w in weights.items() if name.startswith(prefix)}
        x = feed_forward(g, self_attention(g, x, own, heads), own)
    names, roles = (precise_linear(g, x, weights[f"{head}.weight"], weights[f"{head}.bias"]) for head in HEADS)
    return g.model(
        ["ids", "shapes"],
        {"names": names, "roles": roles, "links": links(g, x, weights, positions, length)},
        {
            "names": [1, "pieces", len(weights["names.bias"])],
            "roles": [1, "pieces", len(weights["roles.bias"])],
            "links": [1, len(weights["none"]), "pieces", "targets"],
        },
    )


def embedding(g: OnnxGraph, weight: Array, index: str) -> str:
    """Rows of a table that is kept in 8 bits, with a scale a row."""
    rows, scales = in_integers(weight, 127)
    return g.op("Mul", g.to_float(g.op("Gather", rows, index)), g.op("Gather", scales, index))


def in_integers(weight: Array, largest: int) -> tuple[Array, Array]:
    """Rows as integers up to `largest` in 8 bits, and the scale of each row."""
    scales = np.maximum(np.abs(weight).max(-1, keepdims=True) / largest, 1e-12).astype(np.float32)
    return np.rint(weight / scales).astype(np.int8), scales


def linear(g: OnnxGraph, x: Sequence[str], weight: Array, bias: Array | None = None) -> str:
    """A linear layer on what `quantize` gave."""
    rows, scales = in_integers(weight, WEIGHT)
    values, scale, zero = x
    product = g.to_float(g.op("MatMulInteger", values, np.ascontiguousarray(rows.T), zero))
    result = g.op("Mul", product, g.op("Mul", scale, scales[:, 0]))
    return result if bias is None else g.op("Add", result, bias)


def quantize(g: OnnxGraph, x: str) -> list[str]:
    """Values in 8 bits, their scale and zero point."""
    return g.ops("DynamicQuantizeLinear", 3, x)


def precise_linear(g: OnnxGraph, x: str, weight: Array, bias: Array) -> str:
    """A linear layer for which float64 has room to be as good as float32."""
    fine = np.rint(weight.T.astype(np.float64) * FINE)
    if np.abs(fine).sum(0).max() * FAR * GRID >= DOUBLE:
        raise ValueError("the weights of a head are too large to be added without rounding")
    product = g.op("MatMul", g.to_double(on_grid(g, x)), fine)
    return g.op("Add", g.to_float(g.op("Div", product, np.float64(GRID * FINE))), bias)


def on_grid(g: OnnxGraph, x: str) -> str:
    """The nearest whole number of parts of 1, within FAR on both sides of zero."""
    return g.op("Round", g.op("Mul", g.op("Clip", x, -float(FAR), float(FAR)), float(GRID)))


def layer_norm(g: OnnxGraph, x: str, weight: Array, bias: Array) -> str:
    """Layer normalization over the last axis."""
    size = len(weight)
    if size * (FAR * GRID) ** 2 >= DOUBLE:
        raise ValueError(f"squares of {size} activations cannot be added without rounding")
    x = on_grid(g, x)
    wide = g.to_double(x)
    mean, mean_square = (
        g.op("Div", g.op("ReduceSum", terms, ints(-1)), np.float64(size)) for terms in (wide, g.op("Mul", wide, wide))
    )
    variance = g.op("Max", g.op("Sub", mean_square, g.op("Mul", mean, mean)), np.float64(1))
    scale = g.op("Div", np.float64(1), g.op("Sqrt", variance))
    return g.chain(x, ("Sub", g.to_float(mean)), ("Mul", g.to_float(scale)), ("Mul", weight), ("Add", bias))


def self_attention(g: OnnxGraph, x: str, own: Weights, heads: int) -> str:
    """The first half of a layer."""
    width = len(own["out.bias"])
    both = g.ops("Split", 3, linear(g, quantize(g, x), own["qkv.weight"], own["qkv.bias"]), axis=-1, num_outputs=3)
    queries, keys, values = (split_heads(g, part, heads, width // heads) for part in both)
    mixed = attention(g, queries, keys, values, heads, width // heads)
    joined = g.op("Reshape", g.op("Transpose", mixed, perm=[0, 2, 1, 3]), ints(1, -1, width))
    x = g.op("Add", x, linear(g, quantize(g, joined), own["out.weight"], own["out.bias"]))
    return layer_norm(g, x, own["norm.weight"], own["norm.bias"])


def split_heads(g: OnnxGraph, x: str, heads: int, size: int) -> str:
    """One matrix of pieces for each head."""
    return g.op("Transpose", g.op("Reshape", x, ints(1, -1, heads, size)), perm=[0, 2, 1, 3])


def attention(g: OnnxGraph, queries: str, keys: str, values: str, heads: int, size: int) -> str:
    """The mean of the values, weighted by the softmax of the products of a query with all keys."""
    q, k, scale = factors(g, queries, keys, size)
    v, value_scale = in_whole_numbers(g, values, VALUE)
    groups = gcd(heads, GROUPS)
    parts = [g.ops("Split", groups, part, axis=1, num_outputs=groups) for part in (q, k, v, scale)]
    mixed = [
        g.op("MatMul", softmax(g, g.op("MatMul", some_q, some_k), some_scale), some_v)
        for some_q, some_k, some_v, some_scale in zip(*parts, strict=True)
    ]
    return g.op("Mul", g.op("Concat", *mixed, axis=1), g.op("Div", value_scale, float(SHARES)))


def factors(g: OnnxGraph, queries: str, keys: str, size: int) -> tuple[str, str, str]:
    """Two matrices of whole numbers to be multiplied, and the scale of their product."""
    most = isqrt(FLOAT // size)
    q, query_scale = in_whole_numbers(g, queries, most)
    k, key_scale = in_whole_numbers(g, keys, most)
    scale = g.chain(query_scale, ("Mul", key_scale), ("Mul", size**-0.5))
    return q, g.op("Transpose", k, perm=[0, 1, 3, 2]), scale


def in_whole_numbers(g: OnnxGraph, x: str, largest: int) -> tuple[str, str]:
    """Matrices rounded to whole numbers up to `largest`, and the scale of each."""
    most = g.op("Max", g.op("ReduceMax", g.op("Abs", x), ints(-2, -1)), 1e-12)
    return g.op("Round", g.op("Mul", x, g.op("Div", float(largest), most))), g.op("Div", most, float(largest))


def softmax(g: OnnxGraph, scores: str, scale: str) -> str:
    """The softmax of whole numbers times a scale, as whole numbers whose sum is about SHARES."""
    power = 5
    unit = (EXPONENTIAL / 2**2**power) ** (1 / 2**power)  # so that ((1 + y)^2 * unit + unit)^32 is EXPONENTIAL at 0
    step = g.op("Mul", scale, sqrt(unit) / 2**power)
    start = g.op("Sub", sqrt(unit), g.op("Mul", g.op("ReduceMax", scores, ints(-1)), step))
    y = g.chain(scores, ("Mul", step), ("Add", start), ("Max", 0.0))
    exponentials = g.op("Round", squared(g, g.op("Add", g.op("Mul", y, y), unit), power))
    share = g.op("Div", float(SHARES), g.op("ReduceSum", exponentials, ints(-1)))
    return g.op("Round", g.op("Mul", exponentials, share))


def squared(g: OnnxGraph, x: str, times: int) -> str:
    """The power 2^times."""
    for _ in range(times):
        x = g.op("Mul", x, x)
    return x


def feed_forward(g: OnnxGraph, x: str, own: Weights) -> str:
    """The second half of a layer."""
    inner = len(own["up.bias"])
    quantized, total = quantize(g, x), g.op("Add", x, own["down.bias"])
    for part in np.split(np.arange(inner), gcd(inner, GROUPS)):
        up = linear(g, quantized, own["up.weight"][part], own["up.bias"][part])
        total = g.op("Add", total, linear(g, quantize(g, gelu(g, up)), own["down.weight"][:, part]))
    return layer_norm(g, total, own["last.weight"], own["last.bias"])


def gelu(g: OnnxGraph, x: str) -> str:
    """relu(x) - a Phi(-a), where a is abs(x)."""
    b, c, power = 0.0508958, 0.01839594, 4  # the largest error of GELU is least with these
    unit, middle = 0.5 ** (1 / 2**power), b / (2 * c)  # 1 - b a - c a^2 is 1 + c middle^2 - c (a + middle)^2
    a = g.op("Abs", x)
    beyond = g.op("Add", a, middle)
    tail = g.chain(g.op("Mul", beyond, beyond), ("Mul", -unit * c), ("Add", unit * (1 + c * middle**2)), ("Max", 0.0))
    return g.op("Sub", g.op("Max", x, 0.0), g.op("Mul", a, squared(g, tail, power)))


def links(g: OnnxGraph, x: str, weights: Weights, positions: str, length: str) -> str:
    """For each kind of link, the scores of 'none' and of every piece as the target of every piece."""
    kinds, size = len(weights["none"]), len(weights["query.bias"]) // len(weights["none"])
    quantized = quantize(g, x)
    queries, keys = (
        split_heads(g, linear(g, quantized, weights[f"{part}.weight"], weights[f"{part}.bias"]), kinds, size)
        for part in ("query", "key")
    )
    q, k, scale = factors(g, queries, keys, size)
    reach = len(weights["distance.weight"]) // 2
    apart = g.op("Sub", g.op("Unsqueeze", positions, ints(0)), g.op("Unsqueeze", positions, ints(1)))
    place = g.op("Add", g.op("Clip", apart, np.int64(-reach), np.int64(reach)), np.int64(reach))
    near = g.op("Transpose", g.op("Gather", weights["distance.weight"], place), perm=[2, 0, 1])
    scores = g.chain(g.op("MatMul", q, k), ("Mul", scale), ("Add", near))
    shape = g.op("Concat", ints(1, kinds), length, ints(1), axis=0)
    return g.op("Concat", g.op("Expand", weights["none"].reshape(1, -1, 1, 1), shape), scores, axis=-1)
