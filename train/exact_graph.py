"""The network as an ONNX graph whose every result is defined to the bit, on any processor.

The result of a float sum depends on its order, that of `Exp` and `Erf` on how they are approximated, and kernels differ
in both from one processor to the next. So this graph holds operations of two kinds only:

- element-wise ones whose result IEEE 754 defines, each a node of its own (`Add`, `Mul`, `Div`, `Sqrt`, `Round`),
  and those that round nothing (`Max`, `Relu`, `Clip`, `Abs`, `ReduceMax`, and what moves data about);
- sums of integers, none of whose partial sums can overflow or need rounding, so that neither their order nor fused
  multiplication and addition matters: in int32, in float32 below 2^24, or in float64 below 2^53.

It must run without graph optimizations, which could fuse nodes into kernels that promise less.

- Linear layers: `MatMulIntegerToFloat` of 8-bit activations, scaled as they come, and 7-bit weights, scaled by channel:
  an int32 sum, converted and multiplied by the product of the two scales, each rounded once. Biases are added apart,
  since a sum of products may be fused. Some kernels add pairs of products in int16, which saturate where 8-bit weights
  do, but 2 * 255 * 63 < 2^15.
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

CONTRIB = "com.microsoft"  # the operations of onnxruntime's own
LONGEST = 512  # pieces in a window
FLOAT, DOUBLE = 2**24, 2**53  # all integers up to these have their own float32, float64
WEIGHT = 63  # the largest weight of 7 bits
SHARES = 2**14  # what the attention weights of a query add up to, but for the rounding of each
VALUE = FLOAT // (SHARES + LONGEST // 2 + 1)  # so that SHARES values, and what rounding adds, stay below 2^24
EXPONENTIAL = 32000  # what e^0 is in integers: LONGEST of them stay below 2^24
GRID, FINE = 2**12, 2**16  # parts into which 1 is divided for activations, for weights of the heads
FAR = 2**9  # activations are held within this before they are normalized; none is near it
HEADS = ("names", "roles")
ROWS = 64  # pieces of a window of which frames are read: more than any has
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
    states = [layer_norm(g, x, weights["norm.weight"], weights["norm.bias"])]
    for own in layers_of(weights):
        states.append(layer(g, states[-1], own, heads))
    x = states[-1]
    names, roles = (precise_linear(g, x, weights[f"{head}.weight"], weights[f"{head}.bias"]) for head in HEADS)
    none = g.op(
        "Expand",
        weights["none"].reshape(1, -1, 1, 1),
        g.op("Concat", ints(1, len(weights["none"])), length, ints(1), axis=0),
    )
    outputs = {"names": names, "roles": roles, "links": links(g, x, x, weights, apart(g, positions, length), none)}
    shapes: dict[str, list[int | str]] = {
        "names": [1, "pieces", len(weights["names.bias"])],
        "roles": [1, "pieces", len(weights["roles.bias"])],
        "links": [1, len(weights["none"]), "pieces", "targets"],
    }
    own = beneath(weights, "frames.")
    if own:
        outputs |= frames(g, states, own, length, heads)
        shapes |= {
            "pieces": [1, "rows"],
            "tags": [1, "rows", len(own["tags.bias"])],
            "attributes": [1, "rows", len(own["attributes.bias"])],
            "fillers": [1, len(own["none.bias"]), "rows", "targets"],
        }
    return g.model(["ids", "shapes"], outputs, shapes, {"pieces"} & outputs.keys())


def beneath(weights: Weights, prefix: str) -> Weights:
    """Those weights whose names begin so, by the rest of their names."""
    return {name.removeprefix(prefix): weight for name, weight in weights.items() if name.startswith(prefix)}


def layers_of(weights: Weights) -> list[Weights]:
    """The weights of each layer, the lowest first."""
    count = len({name.split(".")[1] for name in weights if name.startswith("layers.")})
    return [beneath(weights, f"layers.{number}.") for number in range(count)]


def layer(g: OnnxGraph, x: str, own: Weights, heads: int) -> str:
    """Attention and feed-forward."""
    return feed_forward(g, self_attention(g, x, own, heads), own)


def frames(g: OnnxGraph, states: Sequence[str], own: Weights, length: str, heads: int) -> dict[str, str]:
    """What is read of the pieces that are likeliest of frames, from the states that the layers leave."""
    x = states[int(own["shared"])]
    for weights in layers_of(own):
        x = layer(g, x, weights, heads)
    both = g.op("Concat", x, states[0], axis=-1)
    tags = precise_linear(g, both, own["tags.weight"], own["tags.bias"])
    some = likeliest(g, tags, len(own["tags.bias"]), length)
    few, few_both, few_tags = (g.op("Gather", values, some, axis=1) for values in (x, both, tags))
    away = apart(g, some, length)
    attended = word_attention(g, few, x, both, beneath(own, "attention."), away)
    attributes = precise_linear(
        g, g.op("Concat", few_both, attended, axis=-1), own["attributes.weight"], own["attributes.bias"]
    )
    none = g.op("Transpose", precise_linear(g, few, own["none.weight"], own["none.bias"]), perm=[0, 2, 1])
    fillers = links(g, few, x, own, away, g.op("Unsqueeze", none, ints(3)))
    return {"pieces": g.op("Unsqueeze", some, ints(0)), "tags": few_tags, "attributes": attributes, "fillers": fillers}


def likeliest(g: OnnxGraph, tags: str, count: int, length: str) -> str:
    """The pieces whose best tag is most ahead of the first, which is outside of frames; of those alike the first."""
    outside, others = g.ops("Split", 2, tags, ints(1, count - 1), axis=-1)
    ahead = g.op("Squeeze", g.op("Sub", g.op("ReduceMax", others, ints(-1)), outside), ints(0, 2))
    return g.ops("TopK", 2, ahead, g.op("Min", length, ints(ROWS)))[1]


def word_attention(g: OnnxGraph, few: str, x: str, both: str, own: Weights, away: str) -> str:
    """For few pieces, the mean of values of words and states, weighted by the softmax of products and of distances."""
    heads = own["distance.weight"].shape[1]
    size = len(own["query.bias"]) // heads
    parts = [
        split_heads(g, linear(g, quantize(g, values), own[f"{part}.weight"], own[f"{part}.bias"]), heads, size)
        for part, values in (("query", few), ("key", x), ("value", both))
    ]
    q, k, scale = factors(g, parts[0], parts[1], size)
    v, value_scale = in_whole_numbers(g, parts[2], VALUE)
    scores = g.chain(products(g, q, k), ("Mul", scale), ("Add", by_distance(g, own["distance.weight"], away)))
    mixed = g.op("Mul", g.op("MatMul", softmax(g, scores, 1.0), v), g.op("Div", value_scale, float(SHARES)))
    return g.op("Reshape", g.op("Transpose", mixed, perm=[0, 2, 1, 3]), ints(1, -1, heads * size))


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
    columns = np.ascontiguousarray(rows.T)
    result = g.op("MatMulIntegerToFloat", values, columns, scale, scales[:, 0], zero, domain=CONTRIB)
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
    quantized, parts = quantize(g, x), zip(np.split(own["qkv.weight"], 3), np.split(own["qkv.bias"], 3), strict=True)
    queries, keys, values = (
        split_heads(g, linear(g, quantized, weight, bias), heads, width // heads) for weight, bias in parts
    )
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
        g.op("MatMul", softmax(g, products(g, some_q, some_k), some_scale), some_v)
        for some_q, some_k, some_v, some_scale in zip(*parts, strict=True)
    ]
    return g.op("Mul", g.op("Concat", *mixed, axis=1), g.op("Div", value_scale, float(SHARES)))


def factors(g: OnnxGraph, queries: str, keys: str, size: int) -> tuple[str, str, str]:
    """Two matrices of whole numbers to be multiplied, and the scale of their product."""
    most = isqrt(FLOAT // size)
    q, query_scale = in_whole_numbers(g, queries, most)
    k, key_scale = in_whole_numbers(g, keys, most)
    scale = g.chain(query_scale, ("Mul", key_scale), ("Mul", size**-0.5))
    return q, k, scale


def products(g: OnnxGraph, queries: str, keys: str) -> str:
    """The products of each query with each key, of matrices that have one a row."""
    return g.op("FusedMatMul", queries, keys, transB=1, domain=CONTRIB)


def in_whole_numbers(g: OnnxGraph, x: str, largest: int) -> tuple[str, str]:
    """Matrices rounded to whole numbers up to `largest`, and the scale of each."""
    most = g.op("Max", g.op("ReduceMax", g.op("Abs", x), ints(-2, -1)), 1e-12)
    return g.op("Round", g.op("Mul", x, g.op("Div", float(largest), most))), g.op("Div", most, float(largest))


def softmax(g: OnnxGraph, scores: str, scale: str | float) -> str:
    """The softmax of scores times a scale, as whole numbers whose sum is about SHARES."""
    power = 5
    unit = (EXPONENTIAL / 2**2**power) ** (1 / 2**power)  # so that ((1 + y)^2 * unit + unit)^32 is EXPONENTIAL at 0
    step = g.op("Mul", scale, sqrt(unit) / 2**power)
    start = g.op("Sub", sqrt(unit), g.op("Mul", g.op("ReduceMax", scores, ints(-1)), step))
    y = g.op("Relu", g.chain(scores, ("Mul", step), ("Add", start)))
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
    tail = g.chain(g.op("Mul", beyond, beyond), ("Mul", -unit * c), ("Add", unit * (1 + c * middle**2)))
    return g.op("Sub", g.op("Relu", x), g.op("Mul", a, squared(g, g.op("Relu", tail), power)))


def apart(g: OnnxGraph, some: str, length: str) -> str:
    """How many pieces each piece of the window stands after each of some."""
    positions = g.op("Range", np.int64(0), g.op("Squeeze", length), np.int64(1))
    return g.op("Sub", g.op("Unsqueeze", positions, ints(0)), g.op("Unsqueeze", some, ints(1)))


def by_distance(g: OnnxGraph, table: Array, away: str) -> str:
    """A matrix for each column of a table that has a row a distance; beyond its ends all distances are alike."""
    reach = len(table) // 2
    place = g.op("Add", g.op("Clip", away, np.int64(-reach), np.int64(reach)), np.int64(reach))
    return g.op("Transpose", g.op("Gather", table, place), perm=[2, 0, 1])  # rows at once, not number by number


def links(g: OnnxGraph, some: str, x: str, weights: Weights, away: str, none: str) -> str:
    """For each kind of link, the scores of 'none' and of every piece as the target of each of some pieces."""
    kinds = weights["distance.weight"].shape[1]
    size = len(weights["query.bias"]) // kinds
    queries, keys = (
        split_heads(g, linear(g, quantize(g, y), weights[f"{part}.weight"], weights[f"{part}.bias"]), kinds, size)
        for part, y in (("query", some), ("key", x))
    )
    q, k, scale = factors(g, queries, keys, size)
    near = by_distance(g, weights["distance.weight"], away)
    return g.op("Concat", none, g.chain(products(g, q, k), ("Mul", scale), ("Add", near)), axis=-1)
