"""Checks of who is said to have said something (AT)."""
