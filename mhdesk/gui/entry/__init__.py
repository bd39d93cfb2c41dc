"""The way in: unlock, welcome, a new registry."""
