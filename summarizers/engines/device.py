"""Where a model runs and in which precision, of what there is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from summarizers.engines.errors import EngineError

_DEVICE: Final = re.compile(r"auto|cpu|mps|cuda(?::\d{1,3})?")
DTYPES: Final = ("auto", "float32", "float16", "bfloat16")


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """What torch found: the number of CUDA devices, whether they take bfloat16, whether there is Metal."""

    cuda: int = 0
    bfloat16: bool = False
    mps: bool = False


def device(wanted: str, machine: Machine) -> str:
    """The torch device: what is wanted, or for `auto` CUDA before Metal before the CPU.

    Raise `EngineError` for what is no device or not there.
    """
    if not _DEVICE.fullmatch(wanted):
        raise EngineError(f"No device is called {wanted!r}", todo="Use auto, cpu, cuda, cuda:N or mps")
    if wanted == "auto":
        return "cuda" if machine.cuda else "mps" if machine.mps else "cpu"
    kind, _, number = wanted.partition(":")
    there = {"cpu": True, "mps": machine.mps, "cuda": machine.cuda > int(number or 0)}[kind]
    if not there:
        raise EngineError(
            f"This machine has no device {wanted!r} that torch can use",
            todo="Use auto, or install the torch that is built for it",
        )
    return wanted


def dtype(wanted: str, on: str, machine: Machine) -> str:
    """The precision on device `on`: what is wanted, or for `auto` 16 bits on a GPU and 32 on a CPU.

    Half precision is bfloat16 where CUDA has it, whose range is that of the weights. Raise `EngineError` for
    what is no precision.
    """
    if wanted not in DTYPES:
        raise EngineError(f"No precision is called {wanted!r}", todo=f"Use {', '.join(DTYPES)}")
    if wanted != "auto":
        return wanted
    if on == "cpu":
        return "float32"
    return "bfloat16" if on.startswith("cuda") and machine.bfloat16 else "float16"
