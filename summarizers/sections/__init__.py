"""Which sentences state an agreement, a tension, a deadline, and which of them matter."""
