"""Summarizers: news articles in, short cited briefings out.

A library on its own: it knows no bot, no network, no database, no event loop and no clock. Everything it
concludes about time it concludes from the article's own publication.
"""
