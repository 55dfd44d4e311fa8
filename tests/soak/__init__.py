"""A long random walk through the real application: no dead end, no error, nothing refused, memory flat."""
