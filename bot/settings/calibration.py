"""The calibration of ask in the data folder: made by `communique recalibrate`, used from the next start."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from bot.ask import weights
from bot.ask.calibration import SHIPPED, Calibration
from bot.errors import SettingsError

FILE = "ask-calibration.json"


def calibration_in(folder: Path) -> Calibration:
    """The calibration kept in a data folder; the shipped one if none is, or one of other weights.

    A new version of the sentence weights gives other signals, so what was fitted to the old ones is not used.
    Raise SettingsError for a file that cannot be read.
    """
    path = folder / FILE
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        if kept["version"] != weights.VERSION:
            return SHIPPED
        return Calibration(
            weights=tuple(map(float, kept["weights"])),
            bias=float(kept["bias"]),
            answer_from=float(kept["answer_from"]),
        )
    except FileNotFoundError:
        return SHIPPED
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SettingsError(
            f"{path} cannot be read: {error}", todo="Run `communique recalibrate` again, or delete the file"
        ) from None


def keep_calibration(folder: Path, made: Calibration) -> Path:
    """Keep a calibration in a data folder, whole or not at all; return where."""
    path, new = folder / FILE, folder / f"{FILE}.new"
    new.write_text(json.dumps({"version": weights.VERSION, **asdict(made)}) + "\n", encoding="utf-8")
    new.replace(path)
    return path
