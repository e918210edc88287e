"""What falls due: the deadlines that stored articles report."""
