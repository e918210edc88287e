"""Dates in running text: recognise, anchor, normalise (TIMEX3). See `find`."""
