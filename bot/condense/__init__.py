"""Article revisions become stored summaries, each condensed once per engine."""
