"""Briefings become posts, and posts reach their channel once each."""
