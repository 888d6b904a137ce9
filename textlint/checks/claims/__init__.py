"""Checks of claims and their sources (CL)."""
