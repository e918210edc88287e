"""A user whom rights stop: root, as which tests may run, is stopped by none."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NOBODY = 65534


@contextmanager
def as_an_ordinary_user(folder: Path) -> Iterator[None]:
    """Root may write anywhere, so give up its rights for a while; others have none to give up.

    All that lies in the folder is then this user's.
    """
    if os.geteuid() != 0:
        yield
        return
    for path in (folder, *folder.rglob("*")):
        os.chown(path, NOBODY, NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
