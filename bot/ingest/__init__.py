"""From the wire to what is kept: raw entries become articles, revisions and linked near-duplicates."""
