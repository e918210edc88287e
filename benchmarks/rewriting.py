"""How many bullets a model rewrites, how many the guard refuses and why, and how fast it is.

    python benchmarks/rewriting.py --model FOLDER [--gguf FILE] [--articles N] [--device D] [--batch N]
    python benchmarks/rewriting.py --model NAME --base-url URL [--articles N]

The articles are the demo's. With --base-url a model server writes, else weights in this process.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from pathlib import Path

from summarizers.engines.options import ChatOptions, TransformerOptions
from summarizers.engines.registry import engine
from summarizers.engines.rewriting import Rewriting
from summarizers.types import Budget
from summarizers.wire import story

DEMO = Path(__file__).parents[1] / "config/demo/articles.jsonl"


def chosen(options: argparse.Namespace) -> Rewriting:
    """The engine that the options name, with time enough."""
    if options.base_url:
        key = os.environ.get("SUMMARIZERS_API_KEY", "")
        chat = ChatOptions(base_url=options.base_url, model=options.model, api_key=key, patience=3600.0)
        found = engine("chat", chat)
    else:
        weights = TransformerOptions(
            model=options.model,
            gguf=options.gguf,
            device=options.device,
            batch=options.batch,
            patience=3600.0,
        )
        found = engine("transformer", weights)
    if not isinstance(found, Rewriting):
        raise TypeError(found)
    return found


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", required=True)
    parser.add_argument("--base-url", default="")
    parser.add_argument("--gguf", default="")
    parser.add_argument("--device", default="auto")
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--articles", type=int, default=41)
    options = parser.parse_args()
    lines = DEMO.read_text("utf-8").splitlines()[: options.articles]
    stories = [story(json.loads(line), dated=True) for line in lines]
    rewriting = chosen(options)
    print(rewriting.name, "|", rewriting.check())
    began = time.perf_counter()
    rewriting.summarize_all(stories, Budget())
    seconds = time.perf_counter() - began
    tally = rewriting.tally
    asked = tally.rewritten + tally.kept.total()
    print(f"{'bullets asked':32}{asked:6}   {asked / seconds:.2f} a second")
    print(f"{'rewritten':32}{tally.rewritten:6}")
    for why, count in tally.kept.most_common():
        print(f"{'kept, ' + why:32}{count:6}")


if __name__ == "__main__":
    main()
