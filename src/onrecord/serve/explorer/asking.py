"""Has the workers answer what a generator asks."""

from typing import TypeVar

from onrecord.chronology.asking import Asking
from onrecord.serve.explorer.data import Data
from onrecord.serve.explorer.views import Visitor

_Result = TypeVar("_Result")


async def driven(asking: "Asking[_Result]", data: Data, visitor: Visitor) -> _Result:
    """The result of a generator whose queries the workers answer, each within its bounds.

    Raises:
        RefusedError: one is not answered.
    """
    try:
        text = next(asking)
        while True:
            text = asking.send(await data.rows(text, visitor))
    except StopIteration as done:
        result: _Result = done.value
        return result
