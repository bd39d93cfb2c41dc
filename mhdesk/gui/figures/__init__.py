"""Figures: the counts for inside beside what may leave, and the way out."""
