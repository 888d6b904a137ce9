"""Checks for damaged characters and wrong encodings (EN)."""
