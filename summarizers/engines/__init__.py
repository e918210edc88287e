"""Engines: each turns one story into a summary. See `registry` for their names."""
