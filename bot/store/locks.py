"""Our advisory locks on PostgreSQL: two numbers each, the first a name space (its manual, 13.3.5)."""

SPACE = 0x436F6D6D
"""Locks of a transaction."""

WRITER = 1
"""Held by the one transaction that may write."""

QUEUE = 2
"""Held while jobs are handed over to Procrastinate."""

LIVES = SPACE + 1
"""Locks of a session: one a process, by a number of its own."""

WORKERS = SPACE + 2
"""Locks of a session: one for each of Procrastinate's workers, by the number that it gave it."""
