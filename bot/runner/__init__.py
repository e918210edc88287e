"""What makes the story move: the clock, the ticks and the workers."""
