"""Signals in the window: the list, the form for a new one, the page of one, and its decisions."""
