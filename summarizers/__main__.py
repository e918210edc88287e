"""`python -m summarizers`: JSON Lines in, JSON Lines out, one line at a time."""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from typing import TYPE_CHECKING, Any

from summarizers import wire
from summarizers.wire import BadLineError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import BinaryIO

    from summarizers.types import Publication, Summarizer

    Handler = Callable[[dict[str, Any]], Iterable[wire.Json]]

MAX_LINE = 64 << 20
"""Bytes of one input line; a longer one is refused unread, so that memory stays flat."""


def main(argv: list[str] | None = None) -> int:
    """Run the command; return 1 if a line was bad, 2 for a wrong option, else 0."""
    from summarizers.engines.errors import EngineError

    parser = _parser()
    args = parser.parse_args(argv)
    try:
        return run(_handler(args), sys.stdin.buffer, sys.stdout.buffer)
    except EngineError as error:
        parser.exit(2, f"{parser.prog}: {error}\n")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def run(handle: Handler, source: BinaryIO, sink: BinaryIO) -> int:
    """Answer every line of `source` on `sink`, flushing after each; return 1 if any line was bad, else 0."""
    status = 0
    for number, line in _lines(source):
        try:
            answers = tuple(handle(_object(line)))
        except BadLineError as error:
            answers, status = ({"id": _id_of(line), "line": number, "error": str(error)},), 1
        sink.writelines(json.dumps(answer, ensure_ascii=False).encode() + b"\n" for answer in answers)
        sink.flush()
    return status


def _lines(source: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Number (from 1) and bytes of each line that is not blank; an overlong line comes as its first bytes."""
    number = 0
    while line := source.readline(MAX_LINE):
        number += 1
        whole = line.endswith(b"\n")
        while not whole and (rest := source.readline(MAX_LINE)):
            line, whole = line[: MAX_LINE - 1] + b"\x00", rest.endswith(b"\n")
        if line.strip():
            yield number, line


def _object(line: bytes) -> dict[str, Any]:
    """The JSON object on `line`; raise `BadLineError` for anything else."""
    if len(line) >= MAX_LINE:
        raise BadLineError(f"the line is longer than {MAX_LINE} bytes")
    try:
        found = json.loads(line.decode())
    except UnicodeDecodeError as error:
        raise BadLineError(f"not UTF-8 at byte {error.start}") from None
    except (ValueError, RecursionError) as error:
        raise BadLineError(f"not JSON: {str(error)[:80]}") from None
    if not isinstance(found, dict):
        raise BadLineError(f"not a JSON object but {type(found).__name__}")
    return found


def _id_of(line: bytes) -> str | None:
    """The id on a bad line, where it can be read."""
    try:
        found = _object(line)
        return wire.identity(found, "id" if "id" in found else "doc")
    except BadLineError:
        return None


def _handler(args: argparse.Namespace) -> Handler:
    """What the chosen command does with one object."""
    if args.command == "dates":
        return dates
    if args.sentences is not None:
        return _sentences(_chosen(args), args.sentences)
    return _brief(_chosen(args), args.max_bullets)


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
    from summarizers.dates import find

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


if __name__ == "__main__":
    sys.exit(main())
