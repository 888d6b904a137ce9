"""Checks for repeated text (RP)."""
