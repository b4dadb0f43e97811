"""An ONNX graph under construction."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Array = NDArray[Any]
OPSETS, IR = {"": 18, "com.microsoft": 1}, 9  # what onnxruntime 1.20 reads


class OnnxGraph:
    """Nodes and constants. A value in the graph is known by its name."""

    def __init__(self) -> None:
        self._nodes: list[onnx.NodeProto] = []
        self._constants: dict[tuple[str, tuple[int, ...], bytes], onnx.TensorProto] = {}

    def op(self, kind: str, *inputs: str | float | Array, **attributes: Any) -> str:
        """Add a node with one output, and name that; a plain number among its inputs is a float32 constant."""
        return self.ops(kind, 1, *inputs, **attributes)[0]

    def ops(self, kind: str, outputs: int, *inputs: str | float | Array, **attributes: Any) -> list[str]:
        """Add a node with several outputs, and name them."""
        sources = [value if isinstance(value, str) else self._constant(value) for value in inputs]
        names = [f"{kind}_{len(self._nodes)}_{i}" for i in range(outputs)]
        self._nodes.append(helper.make_node(kind, sources, names, **attributes))
        return names

    def chain(self, x: str, *steps: tuple[str, str | float | Array]) -> str:
        """Apply operations of two operands one after the other: each step is one and its second operand."""
        for kind, operand in steps:
            x = self.op(kind, x, operand)
        return x

    def to_float(self, x: str) -> str:
        """The values as float32."""
        return self.op("Cast", x, to=TensorProto.FLOAT)

    def to_double(self, x: str) -> str:
        """The values as float64."""
        return self.op("Cast", x, to=TensorProto.DOUBLE)

    def _constant(self, value: float | Array) -> str:
        array = np.asarray(value, np.float32 if type(value) is float else None)
        key = (str(array.dtype), array.shape, array.tobytes())
        if key not in self._constants:
            self._constants[key] = numpy_helper.from_array(array, f"constant_{len(self._constants)}")
        return str(self._constants[key].name)

    def model(
        self,
        inputs: Sequence[str],
        outputs: Mapping[str, str],
        shapes: Mapping[str, Sequence[int | str]],
        integers: Collection[str] = (),
    ) -> onnx.ModelProto:
        """The model: `inputs` are int64 of one row of pieces, `outputs` lead from a name to the value it is of.

        Outputs are float32, but for those of `integers`, which are int64.
        """
        types = dict.fromkeys(integers, TensorProto.INT64)
        nodes = [*self._nodes, *(helper.make_node("Identity", [value], [name]) for name, value in outputs.items())]
        graph = helper.make_graph(
            nodes,
            "encoder",
            [helper.make_tensor_value_info(name, TensorProto.INT64, [1, "pieces"]) for name in inputs],
            [
                helper.make_tensor_value_info(name, types.get(name, TensorProto.FLOAT), list(shapes[name]))
                for name in outputs
            ],
            list(self._constants.values()),
        )
        model = helper.make_model(
            graph, opset_imports=[helper.make_opsetid(name, of) for name, of in OPSETS.items()], ir_version=IR
        )
        onnx.checker.check_model(model, full_check=True)
        return model


def ints(*values: int) -> Array:
    """Integers as ONNX takes axes and shapes."""
    return np.array(values, np.int64)
