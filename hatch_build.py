"""Compiles the engine with mypyc for a wheel, unless HATCH_BUILD_NO_HOOKS=1 asks for pure Python.

What is compiled stands in `pyproject.toml`, in the table of this hook. The sources go into the wheel all the
same, for tracebacks and for whatever else reads them. Where it cannot be compiled the build says why, and the
wheel is pure: a slower engine is better than none.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sysconfig
from concurrent.futures import ThreadPoolExecutor
from contextlib import chdir
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from mypyc.build import mypycify
from setuptools import Distribution
from setuptools.command.build_ext import build_ext
from setuptools.errors import BaseError, CCompilerError

_PACKAGE, _BUILT = "summarizers", "built"
_REMEDY = (
    "Install a C compiler and Python's headers (Debian: gcc libc6-dev python3-dev), then build it again."
)
_MYPY = ("--config-file=", "--ignore-missing-imports")
"""Types are checked by `make check`, where all that is imported is installed."""


class Compiled(BuildHookInterface[Any]):
    """Adds the extension modules of the chosen sources to a wheel, and names its platform."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile in a folder apart: what lay among the sources would be imported in their stead.

        An editable installation stays as it is. The wheel stays pure where there is no C compiler, where it
        finds no headers, and where it or mypy gives up, after they told why.
        """
        if version == "editable":
            return
        if lacking := _lacking():
            self._warn(lacking, _REMEDY)
            return
        self._folder = TemporaryDirectory()  # lives until the wheel is written
        root = Path(self._folder.name)
        shutil.copytree(Path(self.root, _PACKAGE), root / _PACKAGE)
        try:
            with chdir(root):
                _compile(self._chosen(), root / _BUILT)
        except (SystemExit, BaseError, CCompilerError) as error:
            self._warn(str(error), "What stands above says why.")
            return
        built = root / _BUILT
        modules = filter(Path.is_file, built.rglob("*"))
        build_data["force_include"] |= {str(one): str(one.relative_to(built)) for one in modules}
        build_data |= {"pure_python": False, "infer_tag": True}

    def _warn(self, why: str, remedy: str) -> None:
        self.app.display_warning(f"{why}\nThe engine is NOT compiled: the wheel is pure Python, and slower.")
        self.app.display_warning(remedy)

    def _chosen(self) -> list[str]:
        """The paths to compile, from the folder that is current."""
        every = chain.from_iterable(map(Path().glob, self.config["compiled"]))
        return sorted(str(path) for path in every if not any(map(path.match, self.config["interpreted"])))


def _compile(paths: list[str], into: Path) -> None:
    """The extension modules of `paths` in a folder, each where its source lies, and what they share above."""
    # One C file a module: a compiler that is given one of a hundred MiB takes as many GiB.
    modules = mypycify([*_MYPY, *paths], opt_level="3", debug_level="0", multi_file=True)
    command = _Parallel(Distribution({"ext_modules": modules}))
    command.build_lib = str(into)
    command.ensure_finalized()
    command.run()


class _Parallel(build_ext):  # type: ignore[misc] # setuptools ships no types
    """Gives the compiler one source a core: setuptools compiles the sources of an extension one by one."""

    def build_extensions(self) -> None:
        """Compile and link; raise what setuptools raises."""
        alone = self.compiler.compile

        def together(sources: list[str], *args: Any, **options: Any) -> list[str]:
            with ThreadPoolExecutor(os.cpu_count()) as pool:
                return list(
                    chain.from_iterable(pool.map(lambda one: alone([one], *args, **options), sources))
                )

        self.compiler.compile = together
        super().build_extensions()


def _lacking() -> str:
    """What keeps this machine from compiling an extension, in its compiler's words; empty if nothing does."""
    compiler = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc")
    command = [*compiler, f"-I{sysconfig.get_path('include')}", "-fsyntax-only", "-x", "c", "-"]
    try:
        tried = subprocess.run(  # noqa: S603 - the compiler that Python names
            command, input="#include <Python.h>\n", capture_output=True, text=True, check=False
        )
    except OSError as error:
        return f"{compiler[0]}: {error.strerror}"
    return tried.stderr.strip() if tried.returncode else ""
