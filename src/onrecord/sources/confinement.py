"""Functions run in a process of their own, with limits of time and memory: for formats that are programs.

What such a process sends back is JSON, so that a file which took it over can hand on nothing but values.
"""

import importlib
import json
import logging
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

_logger = logging.getLogger(__name__)

_BUSY = 3  # times the seconds that a process may take, by the clock
_START = "from onrecord.sources.confinement import _answer; _answer()"


class ConfinedError(Exception):
    """The process was ended, or ended itself, before it gave an answer; the message says why."""


def confined(function: str, arguments: Sequence[str], seconds: int, mebibytes: int) -> Any:
    """What `module:function` gives for the arguments, in values of JSON.

    The seconds are of the processor; as the machine may be busy, the clock is given three times as many.

    Raises:
        ConfinedError: it took longer or more memory, or the process broke.
    """
    command = [sys.executable, "-c", _START, function, str(seconds), str(mebibytes), *arguments]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        done = subprocess.run(command, env=environment, capture_output=True, timeout=_BUSY * seconds, check=False)
    except subprocess.TimeoutExpired as error:
        raise ConfinedError(f"takes longer than {_BUSY * seconds} seconds to read") from error
    if done.returncode != 0:
        _logger.info("a process of its own ended with %s:\n%s", done.returncode, done.stderr.decode(errors="replace"))
        raise ConfinedError(f"broken, or takes more than {seconds} seconds or {mebibytes:,} MiB to read")
    return json.loads(done.stdout)


def _answer() -> None:
    """Run what the command line names, within its limits."""
    function, seconds, mebibytes, *arguments = sys.argv[1:]
    _limit(int(seconds), int(mebibytes))
    module, name = function.split(":")
    answer = getattr(importlib.import_module(module), name)(*arguments)
    sys.stdout.write(json.dumps(answer))


def _limit(seconds: int, mebibytes: int) -> None:
    """Set the limits; where the system knows one or both of them not (macOS, Windows), the clock is left."""
    try:
        import resource
    except ImportError:
        return
    for what, most in ((resource.RLIMIT_AS, mebibytes << 20), (resource.RLIMIT_CPU, seconds)):
        with suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))
