"""Settings from the environment and from the secrets folder, and names among them that mean nothing."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel

from bot.errors import SettingsError
from bot.settings.names import LEVEL, PREFIX, nearest, path_of, type_at, variable
from bot.settings.sources import Named, Source, named_source

OPTIONS = frozenset({"COMMUNIQUE_CONFIG", "COMMUNIQUE_SECRETS"})
"""Variables for the options `--config` and `--secrets`, which say where settings are."""

NEARLY = 0.8
"""How like a setting's name a file's name in the secrets folder is before it counts as mistyped: other
programs may keep their secrets there too. Variables have our prefix and always count."""

_SERVICE = re.compile(
    r"COMMUNIQUE_(SERVICE_(HOST|PORT(_\w+)?)|PORT(_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?)"
)
"""What Kubernetes sets in every container beside a service called communique."""


def environment(model: type[BaseModel]) -> Source:
    """The environment variables with our prefix; raise SettingsError naming all that mean nothing."""
    given = [
        Named(path=path_of(name), text=text, place=f"environment variable {name}")
        for name, text in sorted(os.environ.items())
        if name.upper().startswith(PREFIX) and name not in OPTIONS and not _SERVICE.fullmatch(name)
    ]
    wrong = [one for one in given if type_at(model, one.path) is None]
    if wrong:
        raise SettingsError(
            "; ".join(_unknown_variable(model, one) for one in wrong), todo="Mend or unset it"
        )
    return named_source(model, "environment", given)


def secrets_folder(model: type[BaseModel], folder: Path | None) -> Source:
    """The files of the folder, one value each; raise SettingsError for a folder or file that cannot be read.

    A file whose name nearly is a setting's raises it too; all other files are left alone.
    """
    given = list(_files(folder)) if folder else []
    for one in given:
        _refuse_mistyped(model, one)
    known = [one for one in given if type_at(model, one.path) is not None]
    return named_source(model, "secrets folder", [_read(one) for one in known])


def _files(folder: Path) -> Iterator[Named]:
    try:
        files = sorted(file for file in folder.iterdir() if file.is_file() and not file.name.startswith("."))
    except OSError as error:
        raise SettingsError(
            f"Cannot read the secrets folder {folder}: {error.strerror}", todo="Check the path and its rights"
        ) from None
    for file in files:
        yield Named(path=path_of(file.name), text=str(file), place=f"secrets file {file}")


def _read(file: Named) -> Named:
    try:
        text = Path(file.text).read_text(encoding="utf-8-sig").strip()
    except (OSError, UnicodeDecodeError):
        raise SettingsError(f"Cannot read {file.place} as UTF-8 text", todo="Check its rights") from None
    return Named(path=file.path, text=text, place=file.place)


def _refuse_mistyped(model: type[BaseModel], file: Named) -> None:
    if type_at(model, file.path) is not None:
        return
    near = nearest(model, file.path, NEARLY)
    ours = len(file.path) > 1 and type_at(model, file.path[:1]) is not None
    if near or ours:
        hint = f"; did you mean {LEVEL.join(near)}?" if near else ""
        raise SettingsError(f"{file.place}: no such setting{hint}", todo="Rename the file")


def _unknown_variable(model: type[BaseModel], one: Named) -> str:
    near = nearest(model, one.path)
    return f"{one.place}: no such setting" + (f"; did you mean {variable(near)}?" if near else "")
