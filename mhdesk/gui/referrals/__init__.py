"""Referrals: what is shared, every step, the letter, and the list of them all."""
