"""The guard: what a rewritten bullet may say of the sentences it cites."""
