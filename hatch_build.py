"""Compiles the engine with mypyc for a wheel, unless HATCH_BUILD_NO_HOOKS=1 asks for pure Python.

What is compiled stands in `pyproject.toml`, in the table of this hook. The sources go into the wheel all the
same. Where it cannot be compiled the build warns why, and the wheel is pure: a slower engine is better than
none.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import chdir
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_PACKAGE, _BUILT = "summarizers", "built"
_NOT_COMPILED = "The engine is NOT compiled: the wheel is pure Python, and slower."
_REMEDY = (
    "Install a C compiler and Python's headers (Debian: gcc libc6-dev python3-dev), then build it again."
)
_MYPY = ("--config-file=", "--ignore-missing-imports")
"""Types are checked by `make check`, where all that is imported is installed."""
_MOST = 8
"""Compilers at once: the largest takes 130 MB, and a container may show the cores of a host."""


class _LackingError(Exception):
    """Something that compiling an extension needs is not here."""


class Compiled(BuildHookInterface[Any]):
    """Adds the extension modules of the chosen sources to a wheel, and names its platform."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile; the wheel stays pure, with a warning, where that fails for whatever reason.

        An editable installation stays as it is.
        """
        if version == "editable":
            return
        try:
            built = self._built()
        except (SystemExit, Exception) as error:  # noqa: BLE001 - no fault of compiling may stop an installation
            for line in (f"{type(error).__name__}: {error}", _NOT_COMPILED, _REMEDY):
                self.app.display_warning(line)
            return
        modules = filter(Path.is_file, built.rglob("*"))
        build_data["force_include"] |= {str(one): str(one.relative_to(built)) for one in modules}
        build_data |= {"pure_python": False, "infer_tag": True}

    def _built(self) -> Path:
        """The folder of what was compiled, apart: among the sources it would be imported in their stead.

        Raise whatever stops it: `_LackingError`, or what mypy, setuptools and the file system raise.
        """
        _require_compiler()
        self._folder = TemporaryDirectory()  # lives until the wheel is written
        root = Path(self._folder.name)
        shutil.copytree(Path(self.root, _PACKAGE), root / _PACKAGE)
        with chdir(root):
            _compile(self._chosen(), root / _BUILT)
        return root / _BUILT

    def _chosen(self) -> list[str]:
        """The paths to compile, from the folder that is current."""
        every = chain.from_iterable(map(Path().glob, self.config["compiled"]))
        return sorted(str(path) for path in every if not any(map(path.match, self.config["interpreted"])))


def _compile(paths: list[str], into: Path) -> None:
    """The extension modules of `paths` in a folder, each where its source lies, and what they share above."""
    from mypyc.build import mypycify
    from setuptools import Distribution

    # One C file a module: a compiler that is given one of a hundred MiB takes as many GiB.
    modules = mypycify([*_MYPY, *paths], opt_level="3", debug_level="0", multi_file=True)
    command = Distribution({"ext_modules": modules}).get_command_obj("build_ext")
    command.build_lib = str(into)
    command.ensure_finalized()
    command.build_extensions = partial(_at_once, command, command.build_extensions)
    command.run()


def _at_once(command: Any, build: Callable[[], None]) -> None:
    """Build with a compiler a core: setuptools compiles the sources of an extension one by one."""
    alone = command.compiler.compile

    def compile_all(sources: list[str], *args: Any, **options: Any) -> list[str]:
        with ThreadPoolExecutor(_cores()) as pool:
            objects = pool.map(lambda one: alone([one], *args, **options), sources)
            return list(chain.from_iterable(objects))

    command.compiler.compile = compile_all
    build()


def _cores() -> int:
    usable = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    return min(usable, _MOST)


def _require_compiler() -> None:
    """Raise `_LackingError`, in the compiler's words, where this machine cannot compile an extension."""
    compiler = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC") or "") or ["cc"]
    command = [*compiler, f"-I{sysconfig.get_path('include')}", "-fsyntax-only", "-x", "c", "-"]
    try:
        tried = subprocess.run(  # noqa: S603 - the compiler that Python names
            command, input="#include <Python.h>\n", capture_output=True, text=True, check=False
        )
    except OSError as error:
        raise _LackingError(f"{compiler[0]}: {error.strerror}") from None
    if tried.returncode:
        raise _LackingError(tried.stderr.strip())
