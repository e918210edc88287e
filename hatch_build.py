"""Compiles the engine with mypyc where HATCH_BUILD_HOOKS_ENABLE=1 asks for it; else the wheel is pure Python.

What is compiled stands in `pyproject.toml`, in the table of this hook. The sources go into the wheel all the
same, for tracebacks and for whatever else reads them.
"""

from __future__ import annotations

import shutil
import sysconfig
from contextlib import chdir
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from mypyc.build import mypycify
from setuptools import Distribution

_PACKAGE = "summarizers"
_MYPY = ("--config-file=", "--ignore-missing-imports")
"""Types are checked by `make check`, where all that is imported is installed."""


class Compiled(BuildHookInterface[Any]):
    """Adds the extension modules of the chosen sources to a wheel, and names its platform."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile in a folder apart: what lay among the sources would be imported in their stead.

        An editable installation stays as it is, and where Python's headers are missing the wheel stays pure.
        Raise SystemExit, or what setuptools raises, after mypy or the C compiler told why.
        """
        if version == "editable":
            return
        if not Path(sysconfig.get_path("include"), "Python.h").exists():
            self.app.display_warning("Python.h is missing: the engine is not compiled, and slower.")
            return
        self._folder = TemporaryDirectory()  # lives until the wheel is written
        root = Path(self._folder.name)
        shutil.copytree(Path(self.root, _PACKAGE), root / _PACKAGE)
        with chdir(root):
            _compile(self._chosen())
        build_data["force_include"] |= {str(one): str(one.relative_to(root)) for one in _compiled(root)}
        build_data |= {"pure_python": False, "infer_tag": True}

    def _chosen(self) -> list[str]:
        """The paths to compile, from the folder that is current."""
        every = chain.from_iterable(map(Path().glob, self.config["compiled"]))
        return sorted(str(path) for path in every if not any(map(path.match, self.config["interpreted"])))


def _compile(paths: list[str]) -> None:
    """The extension modules of `paths`, each beside its source, and beside the package what they share."""
    # One C file a module: a compiler that is given one of a hundred MiB takes as many GiB.
    modules = mypycify([*_MYPY, *paths], opt_level="3", debug_level="0", multi_file=True)
    command = Distribution({"ext_modules": modules}).get_command_obj("build_ext")
    command.inplace = True
    command.ensure_finalized()
    command.run()


def _compiled(root: Path) -> chain[Path]:
    """The extension modules below `root`, without the copies that the compiling leaves."""
    name = f"*{sysconfig.get_config_var('EXT_SUFFIX')}"
    return chain(root.glob(name), (root / _PACKAGE).rglob(name))
