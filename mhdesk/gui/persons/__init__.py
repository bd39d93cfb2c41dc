"""A person in the window: the page over all signals and years, with what follows her or him."""
