"""Records, vocabularies, rules and clocks: pure, typed, no I/O beyond shipped data files."""
