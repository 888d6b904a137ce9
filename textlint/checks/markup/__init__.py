"""Checks for markup and code left in the text (MK)."""
