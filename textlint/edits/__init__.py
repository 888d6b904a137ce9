"""Edits to a text: how they are composed, and the proof of what they keep."""
