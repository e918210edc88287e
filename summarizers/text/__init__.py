"""Sentences and words with their offsets."""
