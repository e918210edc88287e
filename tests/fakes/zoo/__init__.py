"""Feeds and pages of invented outlets as they are in the wild: each with what is to come of it."""
