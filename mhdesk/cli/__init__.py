"""The command line over the desk; no SQL, no rules of its own."""
