"""Checks for wrong spaces and line breaks, run-together and split words (SP)."""
