"""Pages and machine-readable forms of what the story made."""
