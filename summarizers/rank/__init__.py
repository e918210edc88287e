"""Which sentences say the most, and which say the same."""
