"""A file that a command writes where a person named it."""

from __future__ import annotations

from pathlib import Path

from bot.errors import InputError

MEND = "Check its rights and the space that is left there, or choose another place"


def write_new(path: Path, content: bytes, *, force: bool) -> None:
    """Write a file, over one that is there only if that is forced; raise InputError.

    Of a new file that could not be written whole nothing is left.
    """
    try:
        file = path.open("wb" if force else "xb")
    except FileExistsError:
        raise InputError(
            f"{path.resolve()} is there already", kept="It was not changed", todo="Use --force to replace it"
        ) from None
    except OSError as error:
        raise cannot(path, error) from None
    try:
        with file:
            file.write(content)
    except OSError as error:
        if not force:
            path.unlink(missing_ok=True)
        raise cannot(path, error) from None


def cannot(path: Path, error: OSError, kept: str = "") -> InputError:
    """What is said of a file that cannot be written."""
    return InputError(f"Cannot write {path}: {error.strerror}", kept=kept, todo=MEND)
