"""The library's command: JSON Lines in, JSON Lines out, one line at a time."""

from __future__ import annotations

import argparse
import os
import re
import sys
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from summarizers import wire
from summarizers.lines import lines
from summarizers.wire import BadLineError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import BinaryIO

    from summarizers.lines import Answer, Handler
    from summarizers.types import Publication, Summarizer

_MOST_JOBS: Final = 64


def main(argv: list[str] | None = None) -> int:
    """Run the command; return 1 if a line was bad, 2 for a wrong option, else 0."""
    from summarizers.engines.errors import EngineError

    parser = _parser()
    args = parser.parse_args(argv)
    if getattr(args, "jobs", None) and args.engine != "extractive":
        parser.error("--jobs is for the engine extractive; one with a model runs in one process")
    try:
        return run(partial(_handler, args), sys.stdin.buffer, sys.stdout.buffer, _jobs(args))
    except EngineError as error:
        parser.exit(2, f"{parser.prog}: {error}\n")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def run(make: Callable[[], Handler], source: BinaryIO, sink: BinaryIO, jobs: int = 1) -> int:
    """Answer every line of `source` on `sink`, flushing after each; return 1 if any line was bad, else 0."""
    from summarizers.jobs import answered

    status = 0

    def put(found: Answer) -> None:
        nonlocal status
        sink.write(found.text)
        sink.flush()
        status |= not found.good

    answered(make, lines(source), jobs, put)
    return status


def _handler(args: argparse.Namespace) -> Handler:
    """What the chosen command does with one object."""
    if args.command == "dates":
        return dates
    if args.sentences is not None:
        return _sentences(_chosen(args), args.sentences)
    return _brief(_chosen(args), args.max_bullets)


def _jobs(args: argparse.Namespace) -> int:
    """How many processes answer; a model is loaded once, and its server is not asked more at a time."""
    from summarizers.jobs import cores

    if args.command == "dates" or args.engine != "extractive":
        return 1
    return args.jobs or cores()


def _chosen(args: argparse.Namespace) -> Summarizer:
    """The engine that the options name; the key of a model server comes from the environment only."""
    from summarizers.engines.options import ChatOptions, TransformerOptions
    from summarizers.engines.registry import engine

    key = os.environ.get("SUMMARIZERS_API_KEY", "")
    options: dict[str, ChatOptions | TransformerOptions] = {
        "chat": ChatOptions(base_url=args.base_url, model=args.model, api_key=key),
        "transformer": TransformerOptions(
            model=args.model,
            revision=args.revision,
            offline=args.offline,
            device=args.device,
            dtype=args.dtype,
            gguf=args.gguf,
            patience=float("inf"),
        ),
    }
    return engine(args.engine, options.get(args.engine))


def _brief(chosen: Summarizer, most: int) -> Handler:
    """Sectioned bullets with citations."""
    from summarizers.types import Budget

    budget = Budget(points=most)

    def handle(line: dict[str, Any]) -> Iterable[wire.Json]:
        identity = wire.identity(line)
        documents = wire.story(line, dated=True)
        yield wire.briefing(identity, documents, chosen.summarize(documents, budget))

    return handle


def _sentences(chosen: Summarizer, count: int) -> Handler:
    """A plain summary of `count` sentences, one a line; an engine with a model rephrases them."""
    from summarizers.engines.rewriting import Rewriting

    def handle(line: dict[str, Any]) -> Iterable[wire.Json]:
        identity = wire.identity(line)
        documents = wire.story(line, dated=False)
        if len(documents) > 1:
            raise BadLineError("--sentences takes one article a line")
        body = documents[0].body
        spans = chosen.extract(documents[0], count)
        verbatim = tuple(body[span.start : span.end] for span in spans)
        told = chosen.reword(documents[0], spans) if isinstance(chosen, Rewriting) else verbatim
        yield {"id": identity, "summary": "\n".join(told)}

    return handle


def dates(line: dict[str, Any]) -> Iterable[wire.Json]:
    """The time expressions of one text."""
    from summarizers.dates.find import find

    document = wire.identity(line, "doc")
    published = _published(line)
    text = wire.text_of(line, "text", needed=True) or ""
    for found in find(text, published):
        yield wire.timex(document, found)


def _published(line: dict[str, Any]) -> Publication:
    """The document creation time."""
    return wire.creation(wire.text_of(line, "dct", needed=True) or "", "dct")


def _parser() -> argparse.ArgumentParser:
    """The command line."""
    parser = argparse.ArgumentParser(
        prog="python -m summarizers",
        description="Condense news articles into cited bullets. JSON Lines in and out, one object a line.",
    )
    commands = parser.add_subparsers(dest="command", required=True)
    brief = commands.add_parser("brief", help='bullets from {"id","title","published","body"} lines')
    brief.add_argument(
        "--engine", default="extractive", type=_engine, help="who writes (default: extractive)"
    )
    brief.add_argument(
        "--max-bullets", type=_count, default=7, help="bullets an article, in all (default: 7)"
    )
    brief.add_argument(
        "--sentences", type=_count, help="a plain summary of N sentences instead; needs no date"
    )
    brief.add_argument(
        "--jobs", type=_processes, help="processes of the default engine (default: one a core, at most 8)"
    )
    model = brief.add_argument_group("engines with a model")
    model.add_argument("--model", default="", help="chat: the server's name; transformer: a folder or hub id")
    model.add_argument(
        "--base-url", default="", help="chat: what stands before /chat/completions; key: SUMMARIZERS_API_KEY"
    )
    model.add_argument("--revision", default="", help="transformer: branch, tag or commit of the hub")
    model.add_argument("--offline", action="store_true", help="transformer: never ask the hub")
    model.add_argument("--device", default="auto", help="transformer: auto, cpu, cuda, cuda:N or mps")
    model.add_argument("--dtype", default="auto", help="transformer: auto, float32, float16 or bfloat16")
    model.add_argument("--gguf", default="", help="transformer: a GGUF file inside the model")
    commands.add_parser("dates", help='time expressions of {"doc","dct","text"} lines, in TIMEX3 terms')
    return parser


def _engine(name: str) -> str:
    """A known engine's name."""
    from summarizers.engines.registry import UnknownEngineError, require_known

    try:
        require_known(name)
    except UnknownEngineError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return name


def _count(text: str) -> int:
    """A number of things: 0 or more."""
    if re.fullmatch(r"[0-9]{1,6}", text) is None:
        raise argparse.ArgumentTypeError(f"not a number from 0 to 999999: {text!r}")
    return int(text)


def _processes(text: str) -> int:
    """A number of processes: 1 to 64."""
    if not 1 <= (count := _count(text)) <= _MOST_JOBS:
        raise argparse.ArgumentTypeError(f"not a number from 1 to {_MOST_JOBS}: {text!r}")
    return count
