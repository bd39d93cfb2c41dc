"""Search everywhere: a panel under the field of the top bar, for the keyboard alone."""
