"""Articles in a window become one frozen briefing."""
