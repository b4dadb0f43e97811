"""What a process that runs strangers' queries may not do: take all memory, or reach the network.

SERVICE is refused by the parsed query; the filter on system calls is there for the query that gets past the parser.
Both bounds are the kernel's. They are Linux's (seccomp, /proc) and quietly absent elsewhere.
"""

import ctypes
import errno
import platform
import resource
import struct
from pathlib import Path

_STATM = Path("/proc/self/statm")
_ADDRESS_SPACE, _RESIDENT = 0, 1  # fields of statm, in pages
_SOCKET_CALL = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}  # audit architecture, number of socket(2)
_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _SECCOMP_MODE_FILTER = 38, 22, 2
_LOAD, _JUMP_IF_EQUAL, _RETURN = 0x20, 0x15, 0x06  # classic BPF: load a word, compare, return
_NUMBER, _ARCHITECTURE = 0, 4  # offsets in struct seccomp_data
_ALLOW, _FAIL = 0x7FFF0000, 0x00050000


def bound_memory(mebibytes: int) -> None:
    """Let the process take that much memory on top of what it holds now; no core dump when it wants more."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if not _STATM.exists():
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (_held(_ADDRESS_SPACE) + mebibytes * 2**20, hard))


def resident() -> int:
    """MiB of the machine's memory that the process holds; 0 where the system does not tell."""
    return _held(_RESIDENT) // 2**20


def _held(measure: int) -> int:
    if not _STATM.exists():
        return 0
    return int(_STATM.read_text("ascii").split()[measure]) * resource.getpagesize()


def forbid_network() -> bool:
    """Have the kernel refuse new sockets to this thread and those it starts; whether that could be had."""
    if platform.system() != "Linux" or platform.machine() not in _SOCKET_CALL:
        return False
    architecture, call = _SOCKET_CALL[platform.machine()]
    steps = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_JUMP_IF_EQUAL, 0, 3, architecture),
        (_LOAD, 0, 0, _NUMBER),
        (_JUMP_IF_EQUAL, 0, 1, call),
        (_RETURN, 0, 0, _FAIL | errno.EACCES),
        (_RETURN, 0, 0, _ALLOW),
    ]
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *step) for step in steps))
    program = ctypes.create_string_buffer(struct.pack("@HP", len(steps), ctypes.addressof(code)))
    control = ctypes.CDLL(None, use_errno=True).prctl
    control.argtypes = [ctypes.c_int, ctypes.c_ulong, ctypes.c_void_p, ctypes.c_ulong, ctypes.c_ulong]
    if control(_PR_SET_NO_NEW_PRIVS, 1, None, 0, 0) != 0:
        return False
    return bool(control(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.addressof(program), 0, 0) == 0)
