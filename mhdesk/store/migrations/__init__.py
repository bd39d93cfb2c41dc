"""Bring a registry to the schema of this program, step by step, each in one transaction."""
