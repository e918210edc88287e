"""The names of settings outside of a file, read off the model: `store.url` is `COMMUNIQUE_STORE__URL`."""

from __future__ import annotations

import difflib
import types
from collections.abc import Iterator
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel

PREFIX = "COMMUNIQUE_"
LEVEL = "__"
ANY = "*"
"""Stands for a name that the user chooses, of a topic or of a digest."""

Path = tuple[str, ...]
"""The keys from the outermost table inwards."""


def path_of(name: str) -> Path:
    """The path of a variable's or secrets file's name, with or without the prefix; case does not count."""
    return tuple(name.lower().removeprefix(PREFIX.lower()).split(LEVEL))


def variable(path: Path) -> str:
    """The environment variable of a path."""
    return PREFIX + LEVEL.join(path).upper()


def type_at(model: type[BaseModel], path: Path) -> Any:
    """The type of the setting or table at a path; None if there is none."""
    found: Any = model
    for key in path:
        found = _member(found, key)
    return found


def nearest(model: type[BaseModel], path: Path, cutoff: float = 0.6, *, tables: bool = False) -> Path | None:
    """The setting whose name is most like this one, if any is; with `tables` it may be a table."""
    leaves = [_filled(leaf, path) for leaf in _leaves(model)]
    ends = [one[:length] for one in leaves for length in range(1, len(one))] if tables else []
    known = {".".join(one): one for one in (*leaves, *ends)}
    near = difflib.get_close_matches(".".join(path), known, n=1, cutoff=cutoff)
    return known[near[0]] if near else None


def is_structured(kind: Any) -> bool:
    """Whether a type holds a table or a list, which outside of a file is written as JSON."""
    return any(_is_model(one) or get_origin(one) in {dict, tuple} for one in _alternatives(kind))


def _member(kind: Any, key: str) -> Any:
    for one in _alternatives(kind):
        if _is_model(one) and key in one.model_fields:
            return one.model_fields[key].annotation
        if get_origin(one) is dict:
            return get_args(one)[1]
    return None


def _leaves(kind: Any) -> Iterator[Path]:
    """The paths of all settings below a type."""
    below: list[tuple[str, Any]] = []
    for one in _alternatives(kind):
        if _is_model(one):
            below += [(key, field.annotation) for key, field in one.model_fields.items()]
        elif get_origin(one) is dict:
            below.append((ANY, get_args(one)[1]))
    if not below:
        yield ()
    for key, inner in below:
        yield from ((key, *rest) for rest in _leaves(inner))


def _filled(leaf: Path, path: Path) -> Path:
    """The leaf with the user's own names in it."""
    given = (*path, *("name" for _ in leaf))
    return tuple(own if key == ANY else key for key, own in zip(leaf, given, strict=False))


def _alternatives(kind: Any) -> tuple[Any, ...]:
    return get_args(kind) if get_origin(kind) in {Union, types.UnionType} else (kind,)


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)
