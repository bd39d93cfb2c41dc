"""The network in the window: who can help, organisations, and what was not found."""
