"""The wheel as pip would get it, built by the package's own build back end."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
NEEDED = ("bot", "summarizers", "config", "pyproject.toml", "hatch_build.py", "README.md", "LICENSE")
"""What the image's first stage copies, and nothing else."""


def build(folder: Path, **variables: str) -> Path:
    """Build the wheel from a copy of what the image gets, with more environment; return its path."""
    return built(copied(folder), folder, **variables)


def copied(folder: Path) -> Path:
    """A copy of what the image gets, in `folder`."""
    source = folder / "source"
    source.mkdir()
    for name in NEEDED:
        _copy(ROOT / name, source / name)
    return source


def built(source: Path, folder: Path, **variables: str) -> Path:
    """Build the wheel of `source` into `folder`, with more environment; return its path."""
    make = "import sys, hatchling.build as back_end; back_end.build_wheel(sys.argv[1])"
    environment = {**os.environ, **variables}
    subprocess.run([sys.executable, "-c", make, str(folder)], cwd=source, check=True, env=environment)
    return next(folder.glob("*.whl"))


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy(source, target)
