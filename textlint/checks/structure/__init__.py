"""Checks of lost words and lost numbers (ST)."""
