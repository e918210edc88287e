"""Communiqué: stored articles become cited briefings, posted once, on time, on every platform alike."""
