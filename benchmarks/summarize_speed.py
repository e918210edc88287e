"""How fast the default engine is, how much memory a long stream takes, and how fast the library starts.

    python benchmarks/summarize_speed.py [--articles 2000] [--stream 100000] [--data FOLDER]

The articles are made up from templates, about 500 words each; with `--data` those of its `articles.jsonl` are
timed as well.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from summarizers.engines.extractive import Extractive
from summarizers.jobs import cores
from summarizers.types import Budget, Document, Publication

_PARTIES = (
    "Veltland",
    "Ostmark",
    "the dock union",
    "Northline",
    "the cartel office",
    "Corvane",
    "the senate",
)
_SENTENCES = (
    "{a} and {b} signed an agreement on Thursday after {n} hours of talks, ending a dispute over tariffs.",
    "{b} employs {n} people in the northern province, where the harbour and most of the mills are.",
    "{a} accused {b} of breaking the terms and threatened to sue in the highest court.",
    "“We will not accept this offer,” said a spokesman for {a}, adding that {n} members opposed it.",
    "The measure takes effect on {d} May and expires on {d} December, officials said.",
    "Analysts said the outcome, which few had expected, could help {a} raise {n} million this year.",
    "The road along the coast leads through {n} villages, most of them built of grey stone.",
    "According to {a}, the plan would cut costs by {d} percent while {b} keeps its share of the market.",
    "Visitors who came to see the hall said that they liked its {n} windows and the light over the water.",
    "Critics of the bill, including {b}, warned that it would raise prices for {n} households.",
    "The two men had met before, at a school in the hills, and they had written {n} letters to each other.",
    "A vote is scheduled for next Tuesday, and {b} expects a decision soon after that.",
    "Most of the {n} ships in the bay belong to families who have fished there for generations.",
)
"""As many dates as in news: about twelve in 500 words."""

_WORDS = 500


def bodies() -> Iterator[str]:
    """Endless article bodies of about 500 words, each different."""
    number = 0
    while True:
        number += 1
        lines: list[str] = []
        count = 0
        while count < _WORDS:
            k = number * 7 + len(lines) * 3
            line = _SENTENCES[k % len(_SENTENCES)].format(
                a=_PARTIES[k % 7], b=_PARTIES[(k + number) % 7], n=k % 900 + 11, d=k % 18 + 10
            )
            lines.append(line)
            count += len(line.split())
        yield "\n".join(" ".join(lines[i : i + 3]) for i in range(0, len(lines), 3))


def per_second(articles: int) -> float:
    """Articles a second of processor time, on one core, of the engine itself."""
    published = Publication.parse("2031-03-06")
    return _timed_on(
        [
            Document(id=str(n), title="Veltland and Ostmark sign deal", body=body, published=published)
            for n, body in enumerate(islice(bodies(), articles))
        ]
    )


def of_news(folder: Path) -> str:
    """The same of the articles of `folder`, in words; the best of three times, for they are few."""
    lines = (folder / "articles.jsonl").read_text("utf-8").splitlines()
    documents = [
        Document(
            id=one["id"],
            title=one["title"],
            body=one["body"],
            published=Publication.parse(one["published"]),
        )
        for one in map(json.loads, lines)
    ]
    words = sum(len(document.body.split()) for document in documents) / len(documents)
    speed = max(_timed_on(documents) for _ in range(3))
    return f"engine: {speed:.0f} articles/s on one core, {len(documents)} of {words:.0f} words on average"


def _timed_on(documents: list[Document]) -> float:
    """Articles a second of processor time."""
    engine = Extractive()
    engine.summarize(tuple(documents[:1]), Budget())
    start = time.process_time()
    for document in documents:
        engine.summarize((document,), Budget())
    return len(documents) / (time.process_time() - start)


def stream(count: int, jobs: int) -> tuple[float, list[int]]:
    """Lines a second through the command, and the resident memory of all its processes in MiB at tenths."""
    command = [sys.executable, "-m", "summarizers", "brief", "--jobs", str(jobs)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin is not None  # noqa: S101 - asked for with PIPE
    assert process.stdout is not None  # noqa: S101 - asked for with PIPE
    writer = threading.Thread(target=_feed, args=(process.stdin, count))
    start = time.perf_counter()
    writer.start()
    memory = []
    for number, _ in enumerate(process.stdout, 1):
        if number % max(count // 10, 1) == 0:
            memory.append(_resident(process.pid))
    writer.join()
    process.wait()
    return count / (time.perf_counter() - start), memory


def _feed(sink: object, count: int) -> None:
    """Write `count` article lines to `sink` and close it."""
    assert hasattr(sink, "write")  # noqa: S101 - a pipe
    assert hasattr(sink, "close")  # noqa: S101 - a pipe
    for number, body in enumerate(islice(bodies(), count)):
        line = {"id": str(number), "title": "Talks", "published": "2031-03-06", "body": body}
        sink.write(json.dumps(line).encode() + b"\n")
    sink.close()


def _resident(pid: int) -> int:
    """MiB of process `pid` and its children, shared pages counted once; not on Linux: their peak."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
        return sum(_proportional(one) for one in (str(pid), *children)) >> 10
    except OSError:
        return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10


def _proportional(pid: str) -> int:
    """KiB that process `pid` has, of each page its share."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def start_up(*arguments: str) -> float:
    """Best of five times, in seconds, to run Python with `arguments`, less what Python itself takes."""
    return min(_timed(*arguments) for _ in range(5)) - min(_timed("-c", "pass") for _ in range(5))


def _timed(*arguments: str) -> float:
    """Seconds that Python takes with `arguments`."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--stream", type=int, default=100_000)
    parser.add_argument("--data", type=Path)
    args = parser.parse_args()
    print(f"engine: {per_second(args.articles):.0f} articles/s on one core, about {_WORDS} words each")
    if args.data:
        print(of_news(args.data))
    print(f"import summarizers: {start_up('-c', 'import summarizers') * 1000:.0f} ms")
    engine = "import summarizers.engines.registry"
    print(f"import the engine: {start_up('-c', engine) * 1000:.0f} ms")
    print(f"python -m summarizers --help: {start_up('-m', 'summarizers', '--help') * 1000:.0f} ms")
    for jobs in sorted({1, cores()}):
        speed, memory = stream(args.stream, jobs)
        print(f"stream of {args.stream}, {jobs} processes: {speed:.0f} lines/s, MiB at each tenth: {memory}")


if __name__ == "__main__":
    main()
