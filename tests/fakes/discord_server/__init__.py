"""A loopback Discord: holds messages, enforces limits, refuses what Discord refuses, fails when told to."""
