"""Gather: polled sources become kept articles, politely and without losing track of any."""
