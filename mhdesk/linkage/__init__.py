"""Who may be the same person: plain data in, plain data out."""
