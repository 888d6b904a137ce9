"""Checks of text that stands twice (RP)."""
