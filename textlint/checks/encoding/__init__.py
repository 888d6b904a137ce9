"""Checks of characters and how they were decoded (EN)."""
