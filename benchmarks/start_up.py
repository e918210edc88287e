"""How long a person waits before anything happens: the best of several starts.

python benchmarks/start_up.py [--times 10]
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from time import perf_counter

STARTS = (
    ("python", ("-c", "pass"), None),
    ("import summarizers", ("-c", "import summarizers"), 0.15),
    ("its default engine", ("-c", "import summarizers.engines.extractive"), None),
    ("communique --help", ("-m", "bot", "--help"), 0.4),
    ("communique brief --help", ("-m", "bot", "brief", "--help"), None),
)


def best(arguments: tuple[str, ...], times: int) -> float:
    """The shortest of so many runs, in seconds."""
    taken = []
    for _ in range(times):
        start = perf_counter()
        subprocess.run((sys.executable, *arguments), stdout=subprocess.DEVNULL, check=True)
        taken.append(perf_counter() - start)
    return min(taken)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--times", type=int, default=10)
    times = parser.parse_args().times
    print(f"{'start':<25} {'seconds':>8} {'wanted':>7}")
    for name, arguments, wanted in STARTS:
        print(f"{name:<25} {best(arguments, times):>8.3f} {wanted or '':>7}")


if __name__ == "__main__":
    main()
