"""Checks of tags and code in the text (MK)."""
