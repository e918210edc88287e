"""The nouns of the story: frozen, complete, without I/O."""
