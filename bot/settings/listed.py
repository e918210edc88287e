"""The file that lists sources, for those who prefer files: a table each, its name that of the source."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, TypeAdapter, ValidationError

from bot.domain.source import Wanted, called
from bot.errors import InputError, SettingsError
from bot.gather.adding import address
from bot.settings.plain import complaint
from bot.settings.section import Section


def _address(typed: str) -> str:
    try:
        return address(typed)
    except InputError as error:
        raise ValueError(error.what) from None


class ListedSource(Section):
    """One table of the file."""

    url: Annotated[str, AfterValidator(_address)]


_FILE = TypeAdapter(dict[str, ListedSource])


def listed_in(file: str) -> tuple[Wanted, ...]:
    """The sources that the file lists, none without a file; raise SettingsError naming the table at fault."""
    if not file:
        return ()
    path = Path(file).expanduser()
    try:
        tables = _FILE.validate_python(tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except OSError as error:
        raise _unusable(
            f"Cannot read {path}: {error.strerror}", "Check sources.file, the path and its rights"
        ) from None
    except UnicodeDecodeError as error:
        raise _unusable(f"{path} is not UTF-8 at byte {error.start}", "Save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise _unusable(f"{path} is not TOML: {error}", "Mend that line") from None
    except ValidationError as error:
        raise _unusable(_all_of(path, error), 'Write ["Its name"] and below it url = "https://…"') from None
    return tuple(Wanted(url=one.url, name=called(name)) for name, one in tables.items())


def _all_of(path: Path, error: ValidationError) -> str:
    problems = (
        f"{'.'.join(map(str, one['loc']))}: {complaint(one)}" for one in error.errors(include_url=False)
    )
    return f"{path}: {'; '.join(problems)}"


def _unusable(what: str, todo: str) -> SettingsError:
    return SettingsError(what, kept="The sources stay as they were", todo=todo)
