"""Fetches from the public web, politely and without ever reaching into a private network."""
