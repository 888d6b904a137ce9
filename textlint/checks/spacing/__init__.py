"""Checks of spaces, line breaks and run-together words (SP)."""
