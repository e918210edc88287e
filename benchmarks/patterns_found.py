"""Every regular expression of the packages: where it is made, its name there, and how it is asked."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, Final, NamedTuple

_PACKAGES: Final = ("summarizers", "bot")
_LEFT_OUT: Final = ("__main__", ".migrations")
_MAKERS: Final = ("re", "functools", "summarizers.text.alternatives", "summarizers.text.prefilter", __name__)
"""Modules that make patterns for others: whoever called them has the pattern."""
_AT_ONE_PLACE: Final = frozenset({"match", "fullmatch"})
_NOT_ASKING: Final = frozenset({"pattern", "flags"})


class Found(NamedTuple):
    """A pattern, the module that makes it, its name there, and whether it is only matched at a place."""

    module: str
    name: str
    pattern: re.Pattern[str]
    anchored: bool


def patterns() -> tuple[Found, ...]:
    """All that importing the packages makes, those compiled only when needed, and those in functions.

    The packages must not have been imported before.
    """
    own = [*_made_by_importing(), *_made_in_functions()]
    return tuple({(one.pattern, one.anchored): one for one in own}.values())


def _made_by_importing() -> Iterator[Found]:
    made: list[tuple[re.Pattern[Any], str, int]] = []
    plain = re.compile

    def watched(pattern: Any, flags: Any = 0) -> re.Pattern[Any]:
        compiled = plain(pattern, flags)
        made.append((compiled, *_asker()))
        return compiled

    re.compile = watched
    try:
        _compile_at_once()
        _modules()
    finally:
        re.compile = plain
    for pattern, module, line in made:
        if isinstance(pattern.pattern, str) and module.startswith(_PACKAGES):
            name = _name(module, line)
            yield Found(module, name, pattern, _is_anchored(module, name))


def _asker() -> tuple[str, int]:
    """The module and line for which a pattern is made."""
    frame = inspect.currentframe()
    while frame and frame.f_globals["__name__"] in _MAKERS:
        frame = frame.f_back
    return (frame.f_globals["__name__"], frame.f_lineno) if frame else ("", 0)


def _compile_at_once() -> None:
    """Let patterns that wait for a text that needs them be compiled where they are made."""
    waiting = importlib.import_module("summarizers.text.prefilter").Prefiltered
    begun = waiting.__init__

    def made(self: Any, pattern: str) -> None:
        begun(self, pattern)
        self.compiled()

    waiting.__init__ = made


@cache
def _modules() -> dict[str, ModuleType]:
    packages = [importlib.import_module(one) for one in _PACKAGES]
    names = [
        one.name for each in packages for one in pkgutil.walk_packages(each.__path__, f"{each.__name__}.")
    ]
    wanted = [name for name in names if not any(part in name for part in _LEFT_OUT)]
    return {name: module for name in wanted if (module := _imported(name))}


def _imported(name: str) -> ModuleType | None:
    """A module; None where what it needs is an extra that is not installed."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as missing:
        if missing.name and missing.name.startswith(_PACKAGES):
            raise
        return None


@cache
def _source(module: str) -> ast.Module:
    return ast.parse(Path(str(sys.modules[module].__file__)).read_text("utf-8"))


def _name(module: str, line: int) -> str:
    """What is defined on this line of a module."""
    for statement in _source(module).body:
        if statement.lineno <= line <= (statement.end_lineno or 0):
            target = statement.targets[0] if isinstance(statement, ast.Assign) else statement
            return ast.unparse(getattr(target, "target", target)).split("(")[0].split(":")[0][:40]
    return f"line {line}"


def _is_anchored(module: str, name: str) -> bool:
    """Whether it is known to be matched only at a place; what is handed on may be asked anything."""
    own = [module] if name.startswith("_") else list(_modules())
    asked = set().union(*(_asked(one).get(name, set()) for one in own)) - _NOT_ASKING
    return bool(asked) and asked <= _AT_ONE_PLACE


@cache
def _asked(module: str) -> dict[str, set[str]]:
    """By name what is asked of it in a module; an empty word where it is only named."""
    asked: dict[str, set[str]] = {}
    told = set()
    for node in ast.walk(_source(module)):
        if isinstance(node, ast.Attribute) and (inner := _named(node.value)):
            asked.setdefault(inner, set()).add(node.attr)
            told.add(node.value)
        if (name := _named(node)) and node not in told:
            asked.setdefault(name, set()).add("")
    return asked


def _named(node: ast.AST) -> str:
    """The name, also of another module, that is read here; empty where none is."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) else ""


def _made_in_functions() -> Iterator[Found]:
    """Those of `re.sub(r"…", …)` and the like, as far as the module's names say what they are."""
    for name, module in _modules().items():
        for around in ast.walk(_source(name)):
            if isinstance(around, ast.FunctionDef | ast.AsyncFunctionDef):
                for call in ast.walk(around):
                    pattern = _called_with(call, module)
                    if pattern is not None and isinstance(call, ast.Call):
                        how = ast.unparse(call.func).removeprefix("re.")
                        yield Found(name, around.name, pattern, how in _AT_ONE_PLACE)


def _called_with(call: ast.AST, module: ModuleType) -> re.Pattern[str] | None:
    if not (isinstance(call, ast.Call) and ast.unparse(call.func).startswith("re.") and call.args):
        return None
    flags = [one.value for one in call.keywords if one.arg == "flags"] or [ast.Constant(0)]
    try:
        pattern, flag = (
            eval(ast.unparse(one), vars(module))  # noqa: S307 - our own sources
            for one in (call.args[0], flags[0])
        )
        return re.compile(pattern, flag) if isinstance(pattern, str) else None
    except (NameError, re.error):
        return None
