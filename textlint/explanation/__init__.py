"""Explain why something is or is not reported at a place: the rules, evidence and models, as values and as text."""
