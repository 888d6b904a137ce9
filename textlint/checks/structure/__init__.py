"""Checks for lost words and lost numbers (ST)."""
