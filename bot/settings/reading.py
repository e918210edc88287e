"""The only reader of settings files: puts all sources together and says whose fault an error is."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import reduce
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.errors import SettingsError
from bot.settings.model import FILE, Settings
from bot.settings.names import nearest
from bot.settings.outside import environment, secrets_folder
from bot.settings.plain import complaint
from bot.settings.sources import Source, merged, origin

DEFAULTS = "default.toml"
KEPT = "Nothing was changed"
PACKAGE = Path(__file__).parent.parent


def load(config: Path | None = None, secrets: Path | None = None, **flags: Any) -> Settings:
    """Read the settings; raise SettingsError naming the key, where its value came from, and what it may be.

    `config` and `secrets` were named by the user and must be there.
    """
    sources = (
        Source(label="flags", values=flags, places={(key,): f"--{key}" for key in flags}),
        environment(Settings),
        secrets_folder(Settings, secrets),
        _file(config),
        Source(label="the packaged defaults", values=_parse(default_text(), DEFAULTS)),
    )
    values: Mapping[str, Any] = reduce(merged, (source.values for source in reversed(sources)))
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        raise SettingsError(
            "; ".join(_complaint(dict(problem), sources) for problem in error.errors()),
            kept=KEPT,
            todo="Mend it there and start again",
        ) from None


def default_text() -> str:
    """The commented default settings file, as packaged."""
    return (config_folder() / DEFAULTS).read_text(encoding="utf-8")


def config_folder() -> Path:
    """The folder of packaged data: inside the installed package, or beside it in a checkout."""
    packaged = PACKAGE / "_config"
    return packaged if packaged.is_dir() else PACKAGE.parent / "config"


def _file(config: Path | None) -> Source:
    path = config or Path(FILE)
    return Source(label=str(path), values=_read(path) if config or path.exists() else {})


def _read(path: Path) -> Mapping[str, Any]:
    try:
        return _parse(path.read_text(encoding="utf-8-sig"), str(path))  # some editors begin with a mark
    except OSError as error:
        raise SettingsError(
            f"Cannot read {path}: {error.strerror}", kept=KEPT, todo="Check the path and its rights"
        ) from None
    except UnicodeDecodeError as error:
        what = f"{path} is not UTF-8 at byte {error.start}"
        raise SettingsError(what, kept=KEPT, todo="Save it as UTF-8") from None


def _parse(text: str, name: str) -> Mapping[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what = f"{name} is not TOML: {error}"
        raise SettingsError(what, kept=KEPT, todo="Mend that line and start again") from None


def _complaint(problem: Mapping[str, Any], sources: Sequence[Source]) -> str:
    """One problem in words: the key, where it came from, and what is wrong."""
    path = tuple(str(part) for part in problem["loc"])
    said = f"{'.'.join(path)} ({origin(sources, path)}): {complaint(problem)}"
    unknown = problem["type"] == "extra_forbidden"
    near = nearest(Settings, path, tables=isinstance(problem["input"], dict)) if unknown else None
    return said + (f"; did you mean {'.'.join(near)}?" if near else "")
