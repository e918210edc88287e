"""What `communique doctor` found, as lines of text or as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was checked: whether it is well, what was seen, and how to mend it."""

    check: str
    ok: bool
    seen: str
    fix: str = ""


def report(findings: Sequence[Finding], *, as_json: bool) -> None:
    """Print the findings; exit with status 1 if one is not well."""
    for finding in findings:
        line = json.dumps(asdict(finding)) if as_json else _line(finding)
        sys.stdout.write(line + "\n")
    if not all(finding.ok for finding in findings):
        raise SystemExit(1)


def _line(finding: Finding) -> str:
    mark = "ok  " if finding.ok else "FAIL"
    return f"{mark} {finding.check}: {finding.seen}" + (f"\n     {finding.fix}" if finding.fix else "")
