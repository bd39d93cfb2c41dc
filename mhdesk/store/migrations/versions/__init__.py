"""Each step of the tables' history, oldest first."""
