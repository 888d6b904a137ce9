"""Checks of page furniture (BP)."""
