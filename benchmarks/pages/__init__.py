"""Web pages of invented outlets, to measure extraction on: stories, and the layouts they stand in."""
