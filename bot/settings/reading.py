"""The only reader of TOML and environment."""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from pydantic import BaseModel, ValidationError

from bot.errors import SettingsError
from bot.settings.model import FILE, PREFIX, DigestSettings, Settings, TopicSettings

DEFAULTS = "default.toml"
PACKAGE = Path(__file__).parent.parent


def load(config: Path | None = None, secrets: Path | None = None, **flags: Any) -> Settings:
    """Read the settings; raise SettingsError naming the file, the key and what it may be."""
    path = config or Path(FILE)
    file = _read(path) if config or path.exists() else {}
    build = cast("Any", Settings)  # underscored arguments are handed on to the sources, not to fields
    try:
        return cast(
            "Settings",
            build(_secrets_dir=secrets, _file=file, _defaults=_parse(default_text(), DEFAULTS), **flags),
        )
    except ValidationError as error:
        raise SettingsError(
            "; ".join(_complaint(dict(problem), path) for problem in error.errors()),
            kept="Nothing was changed",
            todo=f"Mend it in {path}, in the environment ({PREFIX}…) or in the flag and start again",
        ) from None
    except ValueError as error:
        raise SettingsError(str(error), todo="Mend the environment variable and start again") from None


def default_text() -> str:
    """The commented default settings file, as packaged."""
    return (config_folder() / DEFAULTS).read_text(encoding="utf-8")


def config_folder() -> Path:
    """The folder of packaged data: inside the installed package, or beside it in a checkout."""
    packaged = PACKAGE / "_config"
    return packaged if packaged.is_dir() else PACKAGE.parent / "config"


def environment_names() -> tuple[str, ...]:
    """The variables in the environment that are meant for us, without their values."""
    return tuple(sorted(name for name in os.environ if name.startswith(PREFIX)))


def _read(path: Path) -> Mapping[str, Any]:
    try:
        return _parse(path.read_text(encoding="utf-8"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"Cannot read {path}: {error}", todo="Check the path and its rights") from None


def _parse(text: str, name: str) -> Mapping[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{name} is not TOML: {error}", todo="Mend that line and start again") from None


def _complaint(problem: Mapping[str, Any], path: Path) -> str:
    """One problem in words: the key, what is wrong, and the nearest key that exists."""
    keys = tuple(str(part) for part in problem["loc"])
    name = ".".join(keys)
    if problem["type"] == "extra_forbidden":
        near = difflib.get_close_matches(keys[-1], _known_keys(keys[:-1]), n=1)
        return f"{path} has an unknown key {name!r}" + (f"; did you mean {near[0]!r}?" if near else "")
    return f"{name}: {str(problem['msg']).removeprefix('Value error, ')}"


def _known_keys(table: tuple[str, ...]) -> tuple[str, ...]:
    model: type[BaseModel] = Settings
    for key in table:
        field = model.model_fields.get(key)
        if field is None or not isinstance(field.annotation, type):
            return (*TopicSettings.model_fields, *DigestSettings.model_fields)
        model = field.annotation
    return tuple(model.model_fields)
