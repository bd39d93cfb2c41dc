"""Meetings about cases, and about the care for one victim."""
